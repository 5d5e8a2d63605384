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
    return this.#expected.map((seconds, i) => (data[start + i] - seconds) / 3600);
  }

  /**
   * The controls of a scope.
   *
   * @param beyond what {@link beyond} gives for the run
   */
  controls(beyond: Float64Array, { intervals, work }: Pick<MeasureScope, 'intervals' | 'work'>): Controls {
    const { intervals: length, types } = this.#layout;
    const sum = (ofWork: readonly number[], interval: number) =>
      ofWork.reduce((hours, type) => hours + beyond[type * length + interval], 0);
    const other = Array.from({ length: types }, (_, type) => type).filter((type) => !work.includes(type));
    const parts = other.length === 0 ? [work] : [work, other];
    const byInterval = intervals.map((interval) => parts.map((part) => sum(part, interval)));
    return {
      whole: parts.map((_, i) => byInterval.reduce((hours, controls) => hours + controls[i], 0)),
      intervals: byInterval,
    };
  }
}
