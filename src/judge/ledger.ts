/**
 * The judge's book: takes the runs one by one, in run order, and keeps sums only, so that its memory depends on the
 * scenario and not on the number of runs. The independent unit of every interval is the run; days are counted within it.
 */
import { measures } from '../measures/index.ts';
import { intervalTallies, promiseScope, wholeScope } from '../measures/interval-tallies.ts';
import type { MeasureKind, MeasureScope, Tally } from '../measures/measure.ts';
import type { Scenario, ServicePromise } from '../scenario/scenario.ts';
import { emptyRun, type RunLayout, type RunRecord } from '../sim/run.ts';
import { Brought, type Controls } from './brought.ts';
import { DayValues } from './day-values.ts';
import { packColumns, unpackColumns } from './packed-columns.ts';
import { type RatioState, RatioSums } from './ratio-sums.ts';
import { ShareOfDays, type ShareState } from './share-of-days.ts';

/** Everything kept of one promise. */
export interface PromiseSums {
  readonly promise: ServicePromise;
  readonly kind: MeasureKind;
  readonly scope: MeasureScope;
  /** For each of the scope's intervals, the index of its day. */
  readonly days: readonly number[];
  /** The promise's own definition over all its intervals, and interval by interval. */
  readonly whole: RatioSums;
  readonly intervals: readonly RatioSums[];
  /** Runs in which an interval met the target. */
  readonly intervalsMet: Float64Array;
  /** Per variant: its sums over all intervals, and per interval where the promise is judged interval by interval. */
  readonly variants: readonly { variant: string; whole: RatioSums; intervals: readonly RatioSums[] }[];
  readonly dayHolds: ShareOfDays;
  /** The same by weekday, Monday first; empty where all days are the same weekday. */
  readonly weekdayHolds: readonly ShareOfDays[];
  /** For each day, its weekday from 0 = Monday. */
  readonly weekdays: readonly number[];
  /** Daily ratios: their sum over their number. */
  readonly dayRatios: RatioSums;
  readonly dayValues: DayValues;
}

/** What a {@link Ledger} holds, as plain data: exact after a way through JSON. */
export interface LedgerState {
  runs: number;
  /** Columns as {@link packColumns} packs them. */
  total: number[];
  squares: number[];
  allHold: ShareState;
  promises: PromiseState[];
}

interface PromiseState {
  whole: RatioState;
  intervals: RatioState[];
  intervalsMet: number[];
  variants: { whole: RatioState; intervals: RatioState[] }[];
  dayHolds: ShareState;
  weekdayHolds: ShareState[];
  dayRatios: RatioState;
  dayValues: [value: number, days: number][];
}

/** Accumulates runs for {@link judge} and for the outcome. */
export class Ledger {
  readonly promises: readonly PromiseSums[];
  /** Days on which all promises held together, of those with anything to judge. */
  readonly allHold: ShareOfDays;
  /** Sum of the runs' columns. */
  readonly total: RunRecord;
  /** Sum of the squares of the runs' columns. */
  readonly squares: Float64Array;
  readonly #days: number;
  readonly #brought: Brought;
  /** All work at all times. */
  readonly #everything: MeasureScope;

  /**
   * @param scenario its work, promises, clock and groups are read
   * @param layout the layout of every run to come; it counts the thresholds that the promises name
   * @param open makes the sums of a figure with so many controls
   */
  constructor(
    scenario: Scenario,
    layout: RunLayout,
    open: (controls: number) => RatioSums = (controls) => new RatioSums(controls),
  ) {
    this.total = emptyRun(layout);
    this.total.runs = 0;
    this.squares = new Float64Array(layout.length);
    this.#days = scenario.clock.days.length;
    this.#brought = new Brought(scenario, layout);
    this.#everything = wholeScope(layout);
    this.allHold = new ShareOfDays(this.#brought.count(this.#everything));
    this.promises = scenario.promises.map((promise) => openPromise(scenario, layout, promise, this.#brought, open));
  }

  /** Runs added so far. */
  get runs(): number {
    return this.total.runs;
  }

  /**
   * Adds the next run. The order of runs decides the last bits of the sums: callers keep to the run numbers.
   *
   * @param record one run of the layout given
   * @returns what the run came to
   */
  add(record: RunRecord): RunTallies {
    const { data } = record;
    const { squares, total } = this;
    const sums = total.data;
    for (let i = 0; i < data.length; i++) {
      const value = data[i];
      sums[i] += value;
      squares[i] += value * value;
    }
    total.runs++;
    const allHold: (boolean | undefined)[] = new Array(this.#days).fill(undefined);
    const beyond = this.#brought.beyond(record);
    const controls = this.promises.map(({ scope }) => this.#brought.controls(beyond, scope));
    const promises = this.promises.map((promise, i) => {
      const tallies = intervalTallies(promise.kind, record, promise.scope);
      addToPromise(promise, record, tallies, controls[i], this.#days).forEach((holds, day) => {
        if (holds !== undefined) allHold[day] = (allHold[day] ?? true) && holds;
      });
      return tallies;
    });
    const judged = allHold.filter((holds) => holds !== undefined);
    const met = judged.filter(Boolean).length;
    const ofEverything = this.#brought.controls(beyond, this.#everything);
    this.allHold.add(met, judged.length, ofEverything.whole);
    return {
      promises,
      allHold: { met, of: judged.length },
      controls: { promises: controls, allHold: ofEverything.whole },
    };
  }

  /** How many controls a promise's figures have, or those of the days on which all hold. */
  controls(aspect: number | 'all-hold'): number {
    return this.#brought.count(aspect === 'all-hold' ? this.#everything : this.promises[aspect].scope);
  }

  /** Everything held, for {@link restore}. */
  state(): LedgerState {
    return {
      runs: this.runs,
      total: packColumns(this.total.data),
      squares: packColumns(this.squares),
      allHold: this.allHold.state(),
      promises: this.promises.map(promiseState),
    };
  }

  /**
   * Takes the place of a ledger of the same scenario whose state was kept: what is added from here on gives the same bits as if
   * it had been added there.
   *
   * @throws RangeError when the state is that of another layout or of other promises
   */
  restore(state: LedgerState): void {
    const { promises, squares, total } = this;
    if (state.promises.length !== promises.length) {
      throw new RangeError('state: expected that of a ledger of the same scenario');
    }
    total.runs = state.runs;
    unpackColumns(state.total, total.data);
    unpackColumns(state.squares, squares);
    this.allHold.restore(state.allHold);
    promises.forEach((promise, i) => {
      restorePromise(promise, state.promises[i]);
    });
  }
}

/** One run in tallies. */
export interface RunTallies {
  /** Per promise and interval of its scope. */
  promises: Tally[][];
  /** Days on which all promises held, of those with anything to judge. */
  allHold: Tally;
  /** What its customers brought beyond expectation, as the controls of each promise and of the days on which all held. */
  controls: { promises: Controls[]; allHold: number[] };
}

/** The tally of the whole scope. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  let met = 0;
  let of = 0;
  for (const tally of tallies) {
    met += tally.met;
    of += tally.of;
  }
  return { met, of };
}

/** True when a value is on the good side of the target; the target itself is. */
export function meetsTarget(promise: Pick<ServicePromise, 'sense' | 'target'>, value: number): boolean {
  return promise.sense === 'at-least' ? value >= promise.target : value <= promise.target;
}

function openPromise(
  scenario: Scenario,
  layout: RunLayout,
  promise: ServicePromise,
  brought: Brought,
  open: (controls: number) => RatioSums,
): PromiseSums {
  const kind = measures.get(promise.measure);
  const scope = promiseScope(scenario, layout, promise);
  const { days, intervalStarts } = scenario.clock;
  const byInterval = promise.scope === 'interval';
  const controls = brought.count(scope);
  return {
    promise,
    kind,
    scope,
    days: scope.intervals.map((interval) => days.findIndex((day) => intervalStarts[interval] < day.end)),
    whole: open(controls),
    intervals: scope.intervals.map(() => open(controls)),
    intervalsMet: new Float64Array(scope.intervals.length),
    variants: kind.variants
      .filter((variant) => variant !== promise.variant)
      .map((variant) => ({
        variant,
        whole: open(controls),
        intervals: byInterval ? scope.intervals.map(() => open(controls)) : [],
      })),
    dayHolds: new ShareOfDays(controls),
    weekdayHolds:
      new Set(days.map(({ weekday }) => weekday)).size > 1
        ? Array.from({ length: 7 }, () => new ShareOfDays(controls))
        : [],
    weekdays: days.map(({ weekday }) => weekday - 1),
    dayRatios: open(controls),
    dayValues: new DayValues(),
  };
}

function promiseState(sums: PromiseSums): PromiseState {
  const states = (ratios: readonly RatioSums[]) => ratios.map((ratio) => ratio.state());
  return {
    whole: sums.whole.state(),
    intervals: states(sums.intervals),
    intervalsMet: [...sums.intervalsMet],
    variants: sums.variants.map(({ whole, intervals }) => ({ whole: whole.state(), intervals: states(intervals) })),
    dayHolds: sums.dayHolds.state(),
    weekdayHolds: sums.weekdayHolds.map((share) => share.state()),
    dayRatios: sums.dayRatios.state(),
    dayValues: sums.dayValues.state(),
  };
}

function restorePromise(sums: PromiseSums, state: PromiseState): void {
  const restore = (ratios: readonly RatioSums[], states: readonly RatioState[]) => {
    ratios.forEach((ratio, i) => {
      ratio.restore(states[i]);
    });
  };
  sums.whole.restore(state.whole);
  restore(sums.intervals, state.intervals);
  sums.intervalsMet.set(state.intervalsMet);
  sums.variants.forEach(({ whole, intervals }, i) => {
    whole.restore(state.variants[i].whole);
    restore(intervals, state.variants[i].intervals);
  });
  sums.dayHolds.restore(state.dayHolds);
  sums.weekdayHolds.forEach((share, i) => {
    share.restore(state.weekdayHolds[i]);
  });
  sums.dayRatios.restore(state.dayRatios);
  sums.dayValues.restore(state.dayValues);
}

/** Adds one run to a promise's sums; returns for each day whether the promise held, undefined where nothing was to judge. */
function addToPromise(
  sums: PromiseSums,
  record: RunRecord,
  tallies: readonly Tally[],
  controls: Controls,
  dayCount: number,
): (boolean | undefined)[] {
  const { promise, kind, scope } = sums;
  addWhole(sums.whole, tallies, controls);
  const byDay: Tally[] = Array.from({ length: dayCount }, () => ({ met: 0, of: 0 }));
  const allMet = new Array<boolean>(dayCount).fill(true);
  tallies.forEach((tally, i) => {
    sums.intervals[i].add(tally.met, tally.of, controls.intervals[i]);
    const day = sums.days[i];
    byDay[day].met += tally.met;
    byDay[day].of += tally.of;
    if (tally.of === 0) return;
    if (meetsTarget(promise, tally.met / tally.of)) sums.intervalsMet[i]++;
    else allMet[day] = false;
  });

  const values = byDay.map(({ met, of }) => (of === 0 ? undefined : met / of));
  const judged = values.filter((value) => value !== undefined);
  for (const value of judged) sums.dayValues.add(value);
  sums.dayRatios.add(
    judged.reduce((a, b) => a + b, 0),
    judged.length,
    controls.whole,
  );
  const held = values.map((value, day) => {
    if (value === undefined) return undefined;
    return promise.scope === 'interval' ? allMet[day] : meetsTarget(promise, value);
  });
  sums.dayHolds.add(held.filter(Boolean).length, judged.length, controls.whole);
  sums.weekdayHolds.forEach((share, weekday) => {
    const own = held.filter((one, day) => one !== undefined && sums.weekdays[day] === weekday);
    share.add(own.filter(Boolean).length, own.length, controls.whole);
  });

  for (const { variant, whole, intervals } of sums.variants) {
    const variantScope = { ...scope, variant };
    if (intervals.length === 0) {
      const { met, of } = kind.tally(record, variantScope);
      whole.add(met, of, controls.whole);
    } else {
      const variantTallies = intervalTallies(kind, record, variantScope);
      variantTallies.forEach((tally, i) => {
        intervals[i].add(tally.met, tally.of, controls.intervals[i]);
      });
      addWhole(whole, variantTallies, controls);
    }
  }
  return held;
}

function addWhole(whole: RatioSums, tallies: readonly Tally[], controls: Controls): void {
  const { met, of } = sumTallies(tallies);
  whole.add(met, of, controls.whole);
}
