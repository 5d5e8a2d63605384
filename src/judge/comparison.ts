/**
 * The judge's book for several plans on the same customers: the first plan is what the others are compared with, promise by
 * promise and interval by interval; in one measure all are compared with all.
 */
import type { Tally } from '../measures/measure.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { RunLayout, RunRecord } from '../sim/run.ts';
import type { Difference, Yardstick } from './difference.ts';
import { Ledger, type LedgerState, type RunTallies, sumTallies } from './ledger.ts';
import { PairedShares } from './paired-shares.ts';
import { type PairedState, PairedSums } from './paired-sums.ts';
import { Selecting, type Selection, type SelectionState } from './selection.ts';

/** What is compared: a promise of the first plan, by its index, or the days on which all its promises hold together. */
export type Aspect = number | 'all-hold';

/** Differences from here on matter, by the unit of the measure. */
export interface Matters {
  fraction: number;
  seconds: number;
  count: number;
}

/** One plan compared with the first in one aspect. */
export interface AspectDifference extends Difference {
  aspect: Aspect;
  /** Runs still needed to decide, as far as can be told; 0 when decided. */
  furtherRuns: number;
  /** Interval by interval, as the promise's scope lists them; empty for `all-hold`. */
  intervals: { interval: number; difference: Difference }[];
}

/** One plan among those compared. */
export interface Plan {
  /** Its promises are those of the first plan, by index into `promises`; a promise that it cannot have is left out. */
  scenario: Scenario;
  /** For each promise of the first plan, its index in `scenario.promises`, or −1. */
  promises: readonly number[];
}

/** What a {@link ComparisonLedger} holds, as plain data: exact after a way through JSON. */
export interface ComparisonState {
  ledgers: LedgerState[];
  /** Per plan and aspect. */
  differences: { whole: PairedState; intervals: PairedState[] }[][];
  selecting: SelectionState;
}

interface AspectSums {
  aspect: Aspect;
  yardstick: Yardstick;
  whole: PairedSums;
  intervals: readonly PairedSums[];
}

/** Accumulates runs of several plans. */
export class ComparisonLedger {
  readonly ledgers: readonly Ledger[];
  readonly aspects: readonly Aspect[];
  /** The aspect in which the best plan is selected. */
  readonly criterion: Aspect;
  readonly #plans: readonly Plan[];
  /** Per plan; none for the first. */
  readonly #differences: readonly AspectSums[][];
  readonly #selecting: Selecting;

  /**
   * @param plans the first is what the others are compared with; all have the same clock
   * @param layouts of the runs of each plan
   * @param criterion in which the best plan is selected
   * @param matters differences up to here do not matter
   * @throws RangeError when there is nothing to compare by, or not every plan has the criterion
   */
  constructor(plans: readonly Plan[], layouts: readonly RunLayout[], criterion: Aspect, matters: Matters) {
    const [first] = plans;
    const { promises } = first.scenario;
    if (promises.length === 0) throw new RangeError('plans: the first plan makes no promise, so there is no measure');
    this.#plans = plans;
    this.criterion = criterion;
    this.ledgers = plans.map(({ scenario }, i) => new Ledger(scenario, layouts[i]));
    const together = promises.length > 1 || criterion === 'all-hold';
    this.aspects = [...promises.keys(), ...(together ? (['all-hold'] as const) : [])];
    if (!plans.every((plan) => hasAspect(plan, criterion))) {
      throw new RangeError(`criterion: expected one that every plan has, got ${criterion}`);
    }
    this.#differences = plans.map((plan, i) =>
      i === 0
        ? []
        : this.aspects.filter((aspect) => hasAspect(plan, aspect)).map((aspect) => this.#open(aspect, matters)),
    );
    this.#selecting = new Selecting(plans.length, this.#yardstick(criterion, matters), () => this.#openPair(criterion));
  }

  #openPair(aspect: Aspect): PairedSums {
    const controls = this.ledgers[0].controls(aspect);
    return aspect === 'all-hold' ? new PairedShares(controls) : new PairedSums(controls);
  }

  #yardstick(aspect: Aspect, matters: Matters): Yardstick {
    if (aspect === 'all-hold') return { unit: 'fraction', sense: 'at-least', matters: matters.fraction };
    const { kind, promise } = this.ledgers[0].promises[aspect];
    return { unit: kind.unit, sense: promise.sense, matters: matters[kind.unit] };
  }

  #open(aspect: Aspect, matters: Matters): AspectSums {
    const intervals = aspect === 'all-hold' ? [] : this.ledgers[0].promises[aspect].scope.intervals;
    return {
      aspect,
      yardstick: this.#yardstick(aspect, matters),
      whole: this.#openPair(aspect),
      intervals: intervals.map(() => this.#openPair(aspect)),
    };
  }

  /**
   * Adds the next run.
   *
   * @param records one of each plan, of the same number; undefined for a plan that is simulated no more; never for the first
   */
  add(records: readonly (RunRecord | undefined)[]): void {
    const tallies = records.map((record, plan) => (record === undefined ? undefined : this.ledgers[plan].add(record)));
    const [first] = tallies;
    if (first === undefined) throw new RangeError('records: the first plan is always simulated');
    tallies.forEach((own, plan) => {
      if (own === undefined) return;
      for (const { aspect, whole, intervals } of this.#differences[plan]) {
        whole.add(this.#wholeOf(first, 0, aspect), this.#wholeOf(own, plan, aspect), controlsOf(first, aspect));
        if (aspect === 'all-hold') continue;
        const controls = first.controls.promises[aspect].intervals;
        const [before, after] = [first.promises[aspect], own.promises[this.#plans[plan].promises[aspect]]];
        intervals.forEach((interval, i) => {
          interval.add(before[i], after[i], controls[i]);
        });
      }
    });
    this.#selecting.add(
      tallies.map((own, plan) => (own === undefined ? undefined : this.#wholeOf(own, plan, this.criterion))),
      controlsOf(first, this.criterion),
    );
  }

  #wholeOf(tallies: RunTallies, plan: number, aspect: Aspect): Tally {
    return aspect === 'all-hold' ? tallies.allHold : sumTallies(tallies.promises[this.#plans[plan].promises[aspect]]);
  }

  /**
   * Every plan compared with the first.
   *
   * @param confidence of every interval, in (0, 1)
   * @returns per plan one difference for each aspect that it has; none for the first
   */
  differences(confidence: number): AspectDifference[][] {
    return this.#differences.map((sums) =>
      sums.map(({ aspect, yardstick, whole, intervals }) => {
        const difference = whole.judge(yardstick, confidence);
        return {
          aspect,
          ...difference,
          furtherRuns: whole.furtherRuns(yardstick, difference),
          intervals: intervals.map((interval, i) => ({
            interval: this.ledgers[0].promises[aspect as number].scope.intervals[i],
            difference: interval.judge(yardstick, confidence),
          })),
        };
      }),
    );
  }

  /** Everything held, for {@link restore}. */
  state(): ComparisonState {
    return {
      ledgers: this.ledgers.map((ledger) => ledger.state()),
      differences: this.#differences.map((sums) =>
        sums.map(({ whole, intervals }) => ({ whole: whole.state(), intervals: intervals.map((one) => one.state()) })),
      ),
      selecting: this.#selecting.state(),
    };
  }

  /** Takes the place of the ledger of a comparison of the same plans whose state was kept. */
  restore({ differences, ledgers, selecting }: ComparisonState): void {
    ledgers.forEach((state, plan) => {
      this.ledgers[plan].restore(state);
    });
    differences.forEach((sums, plan) => {
      sums.forEach(({ whole, intervals }, i) => {
        const own = this.#differences[plan][i];
        own.whole.restore(whole);
        intervals.forEach((one, k) => {
          own.intervals[k].restore(one);
        });
      });
    });
    this.#selecting.restore(selecting);
  }

  /** Looks for the best plan: who is shown to be worse is out for good, and a decision stands. */
  select(confidence: number): Selection {
    return this.#selecting.look(confidence);
  }

  /** What {@link select} would see, without what follows from a look. */
  selection(confidence: number): Selection {
    return this.#selecting.asThingsStand(confidence);
  }

  /** Whether a look has selected the best. */
  get isSelected(): boolean {
    return this.#selecting.isDecided;
  }
}

/** The controls of an aspect as a whole: all plans meet the first one's customers. */
function controlsOf({ controls }: RunTallies, aspect: Aspect): readonly number[] {
  return aspect === 'all-hold' ? controls.allHold : controls.promises[aspect].whole;
}

/** Whether a plan can be compared in an aspect. */
export function hasAspect({ promises }: Plan, aspect: Aspect): boolean {
  return aspect === 'all-hold' ? !promises.includes(-1) : promises[aspect] >= 0;
}
