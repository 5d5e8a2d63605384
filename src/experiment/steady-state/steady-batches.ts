/** The batches of long runs: each an hour of the held instant, in the place of an independent day. */
import { Brought } from '../../judge/brought.ts';
import { judge } from '../../judge/judge.ts';
import { Ledger, type LedgerState } from '../../judge/ledger.ts';
import type { RatioState } from '../../judge/ratio-sums.ts';
import type { Estimate, Verdict } from '../../judge/verdict.ts';
import { measures } from '../../measures/index.ts';
import { promiseScope } from '../../measures/interval-tallies.ts';
import type { MeasureKind, Tally } from '../../measures/measure.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { RunLayout, RunRecord } from '../../sim/run.ts';
import type { KeptSums } from '../checkpoint.ts';
import { arrivalsOf } from '../run-source.ts';
import { BatchSums, correlationOf } from './batch-sums.ts';
import type { Settling } from './settling.ts';
import { inHand, type SteadyFigure, steadyFigures } from './steady-figures.ts';
import { joinStretches } from './stretches.ts';

/** One figure as the batches show it. */
export interface SteadyEstimate extends Omit<SteadyFigure, 'tally'> {
  /** Null: nothing was counted. */
  estimate: Estimate | null;
  /** Correlation of a batch with the next. */
  lagCorrelation: number;
}

/** Batches below which nothing is enough: so few tell neither spread nor correlation. */
const leastBatches = 40;
/** The smallest values that a relative precision is taken of. */
const floors: Record<MeasureKind['unit'], number> = { fraction: 0.1, seconds: 1, count: 1 };

/** What {@link Batches} hold, as plain data: exact after a way through JSON. */
export interface BatchesState {
  runs: number;
  contacts: number;
  ledger: LedgerState;
  /** Of the figures, and of what is in hand. */
  sums: RatioState[];
  /** By promise and run. */
  promised: Tally[][][];
}

/** Takes long runs one by one, in their order. */
export class Batches implements KeptSums<BatchesState> {
  readonly ledger: Ledger;
  /** Runs taken, and contacts in them. */
  runs = 0;
  contacts = 0;
  readonly #hour: Scenario;
  readonly #settling: Settling;
  readonly #stretchSeconds: number;
  readonly #layout: RunLayout;
  readonly #brought: Brought;
  /** All that are summed over batches. */
  readonly #sums: BatchSums[] = [];
  readonly #figures: readonly { figure: SteadyFigure; sums: BatchSums }[];
  readonly #inHand: BatchSums;
  readonly #promised: readonly { tally: SteadyFigure['tally']; series: Tally[][] }[];

  /**
   * @param hour the held instant
   * @param settling where the warm-up of a run ends, and how long a batch is
   * @param stretchSeconds length of a stretch
   * @param layout of the held instant's own records
   * @param long layout of the runs
   */
  constructor(hour: Scenario, settling: Settling, stretchSeconds: number, layout: RunLayout, long: RunLayout) {
    this.ledger = new Ledger(hour, layout, (controls) => this.#open(controls));
    this.#hour = hour;
    this.#settling = settling;
    this.#stretchSeconds = stretchSeconds;
    this.#layout = layout;
    this.#brought = new Brought(hour, layout);
    const figures = steadyFigures(hour, long, stretchSeconds);
    this.#figures = figures.map((figure) => ({
      figure,
      sums: this.#open(this.#brought.count(this.#scopeOf(figure))),
    }));
    this.#inHand = this.#open(this.#brought.count(this.#everything));
    this.#promised = promisesOf(hour, long).map((tally) => ({ tally, series: [] }));
  }

  #open(controls: number): BatchSums {
    const sums = new BatchSums(controls);
    this.#sums.push(sums);
    return sums;
  }

  /** Cuts a run into batches and adds them. */
  add(record: RunRecord): void {
    for (const sums of this.#sums) sums.beginRun();
    const { batch, runOut, stretches, warmUp } = this.#settling;
    const seconds = batch * this.#stretchSeconds;
    const starts = Array.from({ length: (stretches - runOut - warmUp) / batch }, (_, i) => warmUp + i * batch);
    const hours = starts.map((start) =>
      joinStretches(record, this.#layout, start, batch, this.#hour.clock.horizonSeconds / seconds),
    );
    for (const hour of hours) this.ledger.add(hour);
    const beyond = hours.map((hour) => this.#brought.beyond(hour));
    const read = (tally: SteadyFigure['tally']) => starts.map((start) => tally(record, stretchesFrom(start, batch)));
    for (const { figure, sums } of this.#figures) {
      const scope = this.#scopeOf(figure);
      read(figure.tally).forEach(({ met, of }, i) => {
        sums.add(met, of, this.#brought.controls(beyond[i], scope).whole);
      });
    }
    const all = this.#everything;
    read((run, intervals) => inHand(run, intervals, this.#stretchSeconds)).forEach(({ met, of }, i) => {
      this.#inHand.add(met, of, this.#brought.controls(beyond[i], all).whole);
    });
    for (const { series, tally } of this.#promised) series.push(read(tally));
    this.runs++;
    this.contacts += arrivalsOf(record);
  }

  /** Everything held, for {@link restore}. */
  state(): BatchesState {
    const { contacts, ledger, runs } = this;
    const sums = this.#beside.map((one) => one.state());
    return { runs, contacts, ledger: ledger.state(), sums, promised: this.#promised.map(({ series }) => [...series]) };
  }

  /** Takes up batches of the same instant that were kept, where there are none yet. */
  restore({ contacts, ledger, promised, runs, sums }: BatchesState): void {
    [this.runs, this.contacts] = [runs, contacts];
    this.ledger.restore(ledger);
    for (const [i, one] of this.#beside.entries()) one.restore(sums[i]);
    for (const [i, { series }] of this.#promised.entries()) series.push(...promised[i]);
  }

  /** The sums beside the ledger. */
  get #beside(): BatchSums[] {
    return [...this.#figures.map(({ sums }) => sums), this.#inHand];
  }

  /** The work that a figure's controls speak of first: its own; for a group, what its people can do. */
  #scopeOf({ group, work }: SteadyFigure): { work: number[]; intervals: number[] } {
    const own = this.#hour.work.map((_, type) => type).filter((type) => this.#hour.groups[group]?.speeds[type] > 0);
    return { work: group < 0 ? [work] : own, intervals: [0] };
  }

  get #everything(): { work: number[]; intervals: number[] } {
    return { work: this.#hour.work.map((_, type) => type), intervals: [0] };
  }

  /** Whether every promise is decided, and every figure promised (every figure, where nothing is) is precise. */
  isEnough(confidence: number, precision: number): boolean {
    if (this.ledger.runs < leastBatches) return false;
    const verdicts = judge(this.ledger, this.#hour, confidence);
    if (verdicts.some(({ judgement }) => judgement === 'undecided')) return false;
    const asked =
      verdicts.length > 0
        ? verdicts.map(({ estimate }, i) => ({ estimate, unit: this.ledger.promises[i].kind.unit }))
        : this.#figures.map(({ figure: { unit }, sums }) => ({ estimate: sums.estimate(unit, confidence), unit }));
    return asked.every(({ estimate, unit }) => {
      if (estimate === null) return true;
      const half = (estimate.high - estimate.low) / 2;
      return half <= precision * Math.max(estimate.value, floors[unit]);
    });
  }

  /** What the batches show. */
  outcome(confidence: number): {
    verdicts: Verdict[];
    figures: SteadyEstimate[];
    /** Contacts waiting or with an agent; null: the runs show none. */
    inHand: Estimate | null;
    lagCorrelation: number;
    total: RunRecord;
  } {
    const figures = this.#figures.map(({ figure: { tally: _, ...figure }, sums }) => ({
      ...figure,
      estimate: sums.estimate(figure.unit, confidence),
      lagCorrelation: sums.lagCorrelation,
    }));
    const promised = this.#promised.map(({ series }) => correlationOf(series));
    const asked = promised.length > 0 ? promised : figures.map((figure) => figure.lagCorrelation);
    return {
      verdicts: judge(this.ledger, this.#hour, confidence),
      figures,
      inHand: this.#inHand.estimate('count', confidence),
      lagCorrelation: Math.max(...asked),
      total: this.ledger.total,
    };
  }
}

/** Stretches of a run by number. */
export function stretchesFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

/**
 * Readers of everything that is estimated: the promises, and the figures of work and groups.
 *
 * @param hour the held instant
 * @param layout of the runs that they will read
 * @param stretchSeconds length of a stretch of them
 */
export function readersOf(hour: Scenario, layout: RunLayout, stretchSeconds: number): SteadyFigure['tally'][] {
  return [...promisesOf(hour, layout), ...steadyFigures(hour, layout, stretchSeconds).map(({ tally }) => tally)];
}

function promisesOf(hour: Scenario, layout: RunLayout): SteadyFigure['tally'][] {
  return hour.promises.map((promise) => {
    const kind = measures.get(promise.measure);
    const scope = promiseScope(hour, layout, promise);
    return (record, intervals) => kind.tally(record, { ...scope, intervals });
  });
}
