/** What a simulation says of every clause of a norm: held or broken, when it is worst, and whom it harms. */
import { measures } from '../../measures/index.ts';
import { intervalTallies, promiseScope } from '../../measures/interval-tallies.ts';
import type { Tally } from '../../measures/measure.ts';
import type { Scenario, ServicePromise } from '../../scenario/scenario.ts';
import type { RunRecord } from '../../sim/run.ts';
import type { NormNote } from '../../words/norm.ts';
import { meetsTarget } from '../ledger.ts';
import type { Verdict } from '../verdict.ts';
import type { MatchedNorm } from './match-norm.ts';

/** What a clause comes to. */
export type ClauseJudgement = 'held' | 'broken' | 'undecided' | 'not-testable';

/** Hours of the day that are named as the worst, at most. */
const mostWorst = 3;

/** One clause, judged. */
export interface ClauseVerdict {
  /** Index into the norm's clauses. */
  clause: number;
  judgement: ClauseJudgement;
  by: 'simulation' | 'structure' | 'declaration' | 'none';
  /** Index into the matched scenario's promises; null where no run decides. */
  promise: number | null;
  isShareAssumed: boolean;
  notes: NormNote[];
  /** Hours of the day, over all days, on the bad side of the target: those with most misses first, of equals the earlier. */
  worst: WorstHour[];
  /** Whom it misses, most first; equals in the promise's order. */
  harmed: Harmed[];
  /** The same by tier of customers, in the order of the tiers; empty where there are none or the measure knows none. */
  harmedTiers: HarmedTier[];
}

/** An hour of the day over all simulated days. */
export interface WorstHour extends Tally {
  /** 0–23, local time of the interval of arrival. */
  hour: number;
}

/** Misses among some work, over all runs. */
export interface Harmed {
  /** Work types by index; several where the measure does not tell them apart. */
  work: number[];
  /** Contacts or items for which the clause was missed, mean per run. */
  missed: number;
  /** Of so many, mean per run. */
  of: number;
}

/** Misses among the customers of a tier, over all runs. */
export interface HarmedTier {
  /** By index. */
  tier: number;
  /** Contacts for which the clause was missed, mean per run. */
  missed: number;
  /** Of so many, mean per run. */
  of: number;
}

/**
 * Judges the clauses.
 *
 * @param matched the norm held against the scenario
 * @param verdicts one for each promise of the matched scenario, in their order
 * @param total the sum of all runs
 */
export function judgeNorm(
  { clauses, scenario }: MatchedNorm,
  verdicts: readonly Verdict[],
  total: RunRecord,
): ClauseVerdict[] {
  return clauses.map(({ match, promise }, clause): ClauseVerdict => {
    const common = { clause, promise, by: match.by, worst: [], harmed: [], harmedTiers: [], isShareAssumed: false };
    if (match.by === 'none') return { ...common, judgement: 'not-testable', notes: match.notes };
    if (match.by !== 'simulation') return { ...common, judgement: match.judgement, notes: match.notes };
    const index = promise as number;
    const { judgement } = verdicts[index];
    const { isShareAssumed, notes } = match;
    if (judgement === 'nothing-to-judge') {
      return {
        ...common,
        judgement: 'not-testable',
        by: 'none',
        notes: [{ key: 'nothingHappened', values: undefined }],
      };
    }
    return {
      ...common,
      judgement,
      isShareAssumed,
      notes,
      worst: findWorst(scenario, total, scenario.promises[index]),
      harmed: findHarmed(scenario, total, scenario.promises[index]),
      harmedTiers: findHarmedTiers(scenario, total, scenario.promises[index]),
    };
  });
}

/** Misses of a share; undefined for measures that are no shares of contacts. */
function missedOf({ met, of }: Tally, { sense }: ServicePromise): number {
  return sense === 'at-least' ? of - met : met;
}

function findWorst(scenario: Scenario, total: RunRecord, promise: ServicePromise): WorstHour[] {
  const kind = measures.get(promise.measure);
  if (kind.unit !== 'fraction') return [];
  const scope = promiseScope(scenario, total.layout, promise);
  const hours = Array.from({ length: 24 }, (_, hour): WorstHour => ({ hour, met: 0, of: 0 }));
  intervalTallies(kind, total, scope).forEach(({ met, of }, i) => {
    const hour = hours[Number(scenario.clock.intervalLabels[scope.intervals[i]].split(':')[0])];
    hour.met += met / total.runs;
    hour.of += of / total.runs;
  });
  return hours
    .filter(({ met, of }) => of > 0 && !meetsTarget(promise, met / of))
    .sort((a, b) => missedOf(b, promise) - missedOf(a, promise))
    .slice(0, mostWorst);
}

function findHarmed(scenario: Scenario, total: RunRecord, promise: ServicePromise): Harmed[] {
  const kind = measures.get(promise.measure);
  if (kind.unit !== 'fraction') return [];
  const scope = promiseScope(scenario, total.layout, promise);
  // The columns of a clock know nothing of work.
  const parts = promise.clock === undefined ? promise.work.map((type) => [type]) : [promise.work];
  return parts
    .map((work): Harmed => {
      const tally = kind.tally(total, { ...scope, work });
      return { work, missed: missedOf(tally, promise) / total.runs, of: tally.of / total.runs };
    })
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed);
}

function findHarmedTiers(scenario: Scenario, total: RunRecord, promise: ServicePromise): HarmedTier[] {
  const kind = measures.get(promise.measure);
  if (kind.unit !== 'fraction' || !('tier' in kind.schema.properties)) return [];
  const scope = promiseScope(scenario, total.layout, promise);
  return (scenario.tiers ?? []).map((_, tier) => {
    const tally = kind.tally(total, { ...scope, tier });
    return { tier, missed: missedOf(tally, promise) / total.runs, of: tally.of / total.runs };
  });
}
