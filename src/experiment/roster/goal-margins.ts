/** What runs say of goals: by how many contacts each was exceeded or missed, run by run. */
import { measures } from '../../measures/index.ts';
import { promiseScope } from '../../measures/interval-tallies.ts';
import type { MeasureKind, MeasureScope } from '../../measures/measure.ts';
import type { Goal } from '../../plan/roster/build/coverage-model.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { RunLayout, RunRecord } from '../../sim/run.ts';

/** Reads the margin of one goal out of runs. */
export class GoalReader {
  readonly goal: Goal;
  readonly scope: MeasureScope;
  readonly #kind: MeasureKind;
  readonly #target: number;
  readonly #sign: number;
  readonly #unit: number;

  constructor(scenario: Scenario, layout: RunLayout, goal: Goal) {
    const promise = scenario.promises[goal.promise];
    const { clock } = scenario;
    const whole = promiseScope(scenario, layout, promise);
    const ofDay = (interval: number) => {
      const day = clock.days[goal.day];
      return clock.intervalStarts[interval] >= day.start && clock.intervalStarts[interval] < day.end;
    };
    this.goal = goal;
    this.scope = {
      ...whole,
      intervals: goal.interval >= 0 ? [goal.interval] : whole.intervals.filter(ofDay),
    };
    this.#kind = measures.get(promise.measure);
    this.#target = promise.target;
    this.#sign = promise.sense === 'at-least' ? 1 : -1;
    this.#unit = promise.measure === 'asa' || promise.measure === 'mean-wait' ? Math.max(promise.target, 1) : 1;
  }

  /** Contacts above the target, at least 0 exactly when the run keeps it, and contacts in all. */
  read(record: RunRecord, scope: MeasureScope = this.scope): { margin: number; of: number } {
    const { met, of } = this.#kind.tally(record, scope);
    return { margin: (this.#sign * (met - this.#target * of)) / this.#unit, of };
  }
}
