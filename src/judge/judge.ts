/**
 * Promises → held, broken or undecided, each with its evidence. A verdict speaks of the expectation over runs: the ratio of
 * sums that endless runs of the scenario would show.
 */
import { proportionInterval } from '../math/proportion-interval.ts';
import type { MeasureKind } from '../measures/measure.ts';
import type { Scenario, ServicePromise } from '../scenario/scenario.ts';
import { type Ledger, meetsTarget, type PromiseSums } from './ledger.ts';
import type { RatioSums } from './ratio-sums.ts';
import type { Estimate, IntervalVerdict, Judgement, VariantVerdict, Verdict } from './verdict.ts';

/** Levels of the quantiles of the daily value. */
const dayLevels = [0.05, 0.5, 0.95];

/** `furtherRuns` says at most this: an estimate on the very target is never decided. */
const mostFurtherRuns = 1e9;

/**
 * Judges every promise on the runs so far.
 *
 * - A promise of scope `day` is held (broken) when the interval of its ratio of sums lies wholly on the good (bad) side of
 *   the target; the target itself is good.
 * - A promise of scope `interval` is held when every interval with anything to judge is held, each at the given confidence:
 *   a claim about all of them needs no correction, because it is wrong only if one of its parts is (Berger 1982). It is
 *   broken when any interval is broken at 1 − α/m, m the number of intervals judged (Bonferroni), because there any may err.
 *
 * @param ledger the runs
 * @param scenario the ledger's scenario
 * @param confidence of every interval, in (0, 1): the look's, see `planLooks`
 * @returns one verdict a promise, in the scenario's order
 * @throws RangeError when `confidence` is outside (0, 1)
 * @see R. L. Berger (1982), Multiparameter hypothesis testing and acceptance sampling, Technometrics 24, 295–300
 */
export function judge(ledger: Ledger, scenario: Scenario, confidence: number): Verdict[] {
  return scenario.promises.map((_, promise) => judgePromise(ledger.promises[promise], promise, confidence));
}

function judgePromise(sums: PromiseSums, index: number, confidence: number): Verdict {
  const { promise, kind, whole } = sums;
  const intervals = sums.intervals.map((interval, i) => judgeInterval(sums, interval, i, confidence));
  const estimate = whole.estimate(kind.unit, confidence);
  const judgement = decide(promise, kind, whole, sums.intervals, confidence);
  return {
    promise: index,
    judgement,
    estimate,
    plain: whole.plain(kind.unit, confidence),
    tally: { met: whole.met, of: whole.of },
    meanOfDays: sums.dayRatios.estimate(kind.unit, confidence),
    dayHolds: sums.dayHolds.estimate(confidence),
    weekdays: sums.weekdayHolds.flatMap((share, i) => {
      const dayHolds = share.estimate(confidence);
      return dayHolds === null ? [] : [{ weekday: i + 1, dayHolds }];
    }),
    dayQuantiles: dayLevels.flatMap((level) => {
      const quantile = sums.dayValues.quantile(level, whole.runs, confidence);
      return quantile === null ? [] : [{ level, estimate: quantile }];
    }),
    furtherRuns: judgement === 'undecided' ? furtherRuns(sums, confidence) : 0,
    intervals,
    variants: sums.variants.map((other): VariantVerdict => {
      const otherJudgement = decide(promise, kind, other.whole, other.intervals, confidence);
      return {
        variant: other.variant,
        judgement: otherJudgement,
        estimate: other.whole.estimate(kind.unit, confidence),
        flips: isOpposite(judgement, otherJudgement),
      };
    }),
  };
}

function judgeInterval(sums: PromiseSums, interval: RatioSums, index: number, confidence: number): IntervalVerdict {
  const estimate = interval.estimate(sums.kind.unit, confidence);
  return {
    interval: sums.scope.intervals[index],
    judgement: sideOf(sums.promise, estimate),
    estimate,
    dayHolds: shareOfRuns(sums.intervalsMet[index], interval.judged, confidence),
  };
}

function shareOfRuns(met: number, judged: number, confidence: number): Estimate | null {
  if (judged === 0) return null;
  const { point, low, high } = proportionInterval(met, judged, confidence);
  return { value: point, low, high, confidence };
}

function decide(
  promise: ServicePromise,
  kind: MeasureKind,
  whole: RatioSums,
  intervals: readonly RatioSums[],
  confidence: number,
): Judgement {
  if (promise.scope === 'day') return sideOf(promise, whole.estimate(kind.unit, confidence));
  const judged = intervals.filter(({ of }) => of > 0);
  if (judged.length === 0) return 'nothing-to-judge';
  const joint = jointConfidence(confidence, judged.length);
  if (judged.some((interval) => sideOf(promise, interval.estimate(kind.unit, joint)) === 'broken')) return 'broken';
  const allHeld = judged.every((interval) => sideOf(promise, interval.estimate(kind.unit, confidence)) === 'held');
  return allHeld ? 'held' : 'undecided';
}

/** The confidence of each of `count` intervals of which any may break the promise. */
function jointConfidence(confidence: number, count: number): number {
  return 1 - (1 - confidence) / count;
}

/** Which side of the target an estimate lies on. */
export function sideOf(promise: ServicePromise, estimate: Estimate | null): Judgement {
  if (estimate === null) return 'nothing-to-judge';
  const [worst, best] = promise.sense === 'at-least' ? [estimate.low, estimate.high] : [estimate.high, estimate.low];
  if (meetsTarget(promise, worst)) return 'held';
  return meetsTarget(promise, best) ? 'undecided' : 'broken';
}

function isOpposite(one: Judgement, other: Judgement): boolean {
  return (one === 'held' && other === 'broken') || (one === 'broken' && other === 'held');
}

/**
 * Runs still needed if the estimate and its spread stay as they are: half-widths shrink as 1 ÷ √runs. A promise of scope
 * `interval` waits for its slowest interval when all look good, else for the first that breaks it. A single run shows no spread:
 * nothing can be told, 0.
 */
function furtherRuns(sums: PromiseSums, confidence: number): number {
  const { promise, kind, whole } = sums;
  const { runs } = whole;
  if (runs < 2) return 0;
  if (promise.scope === 'day') return runsToDecide(promise, whole.estimate(kind.unit, confidence), runs);
  const judged = sums.intervals.filter(({ of }) => of > 0);
  const bad = judged.filter(({ met, of }) => !meetsTarget(promise, met / of));
  if (bad.length === 0) {
    return Math.max(...judged.map((it) => runsToDecide(promise, it.estimate(kind.unit, confidence), runs)));
  }
  const joint = jointConfidence(confidence, judged.length);
  return Math.min(...bad.map((it) => runsToDecide(promise, it.estimate(kind.unit, joint), runs)));
}

/** Further runs until one estimate leaves the target, at least 1. */
function runsToDecide(promise: ServicePromise, estimate: Estimate | null, runs: number): number {
  if (estimate === null) return 0;
  const gap = Math.abs(estimate.value - promise.target);
  const half = promise.target < estimate.value ? estimate.value - estimate.low : estimate.high - estimate.value;
  return Math.min(Math.max(1, Math.ceil(runs * (half / gap) ** 2) - runs), mostFurtherRuns);
}
