/**
 * The controls of every figure: what the customers of a run brought, beyond what customers bring on average. It is drawn whatever the
 * roster does with it, so its expectation is known, and much of what makes a day good or bad goes with it.
 */
import type { MeasureScope } from '../measures/measure.ts';
import { expectedBrought } from '../plan/expected-brought.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { broughtOffset, type RunLayout, type RunRecord } from '../sim/run.ts';

/** Controls of a scope's figures in one run, in hours of handling beyond expectation. */
export interface Controls {
  /** Over all intervals of the scope: of its own work and, where there is other work, of that. */
  whole: number[];
  /** The same in each of its intervals. */
  intervals: number[][];
}

/** Reads the controls of runs of one scenario. */
export class Brought {
  readonly #expected: Float64Array;
  readonly #layout: RunLayout;
  /** By the list of a scope's work: it is asked for run after run. */
  readonly #parts = new WeakMap<readonly number[], readonly (readonly number[])[]>();

  /** @param layout of every run to come */
  constructor(scenario: Scenario, layout: RunLayout) {
    this.#expected = expectedBrought(scenario);
    this.#layout = layout;
  }

  /** How many controls a scope has. */
  count({ work }: Pick<MeasureScope, 'work'>): number {
    return work.length < this.#layout.types ? 2 : 1;
  }

  /** Hours brought beyond expectation by type and interval, the intervals of a type after one another. */
  beyond({ data }: RunRecord): Float64Array {
    const start = broughtOffset(this.#layout, 0);
    const hours = new Float64Array(this.#expected.length);
    for (let i = 0; i < hours.length; i++) hours[i] = (data[start + i] - this.#expected[i]) / 3600;
    return hours;
  }

  /**
   * The controls of a scope.
   *
   * @param beyond what {@link beyond} gives for the run
   */
  controls(beyond: Float64Array, { intervals, work }: Pick<MeasureScope, 'intervals' | 'work'>): Controls {
    const parts = this.#partsOf(work);
    const whole = parts.map(() => 0);
    const byInterval = intervals.map((interval) =>
      parts.map((part, i) => {
        let hours = 0;
        for (const type of part) hours += beyond[type * this.#layout.intervals + interval];
        whole[i] += hours;
        return hours;
      }),
    );
    return { whole, intervals: byInterval };
  }

  /** A scope's own work and, where there is other work, that. */
  #partsOf(work: readonly number[]): readonly (readonly number[])[] {
    const known = this.#parts.get(work);
    if (known !== undefined) return known;
    const other = Array.from({ length: this.#layout.types }, (_, type) => type).filter((type) => !work.includes(type));
    const parts = other.length === 0 ? [work] : [work, other];
    this.#parts.set(work, parts);
    return parts;
  }
}
