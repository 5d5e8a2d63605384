/**
 * What to change first in a roster. Every small change is tried on the same customers; what looks best is tried again on others,
 * because the best of many owes some of its place to luck; and each half-hour that breaks gets its cheapest mend.
 */

import { meetsTarget } from '../../judge/ledger.ts';
import type { ConfidenceInterval } from '../../math/confidence-interval.ts';
import { withAgents } from '../../plan/roster/with-agents.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Journal } from '../checkpoint.ts';
import { findSlack, type WorkSlack } from './find-slack.ts';
import type { Trial } from './list-trials.ts';
import { type IntervalSums, type Tried, tryChanges } from './try-changes.ts';

/** How to advise. */
export interface AdviseOptions {
  seed: string;
  /** Runs on which each change is tried, and again as many for those that look best; whole, at least 2. */
  runs: number;
  threads: number;
  confidence: number;
  journal?: Journal | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: (stage: 'try' | 'again' | 'mend', done: number, of: number) => void;
}

/** A change and what it gains. */
export interface AdvisedChange extends Pick<Trial, 'what' | 'seconds'> {
  /** By promise; positive is better, null where there is nothing to judge. */
  gains: (ConfidenceInterval | null)[];
  /** The gains are from runs by which it was not chosen. */
  fresh: boolean;
}

/** A half-hour below its target, and what mends it at least cost. */
export interface IntervalMend {
  promise: number;
  interval: number;
  value: number;
  /** Index of the single change that mends it, null where none does. */
  change: number | null;
  /** Where no single change does: agents more by work, with the neighbours mended too. Empty: no number of agents mends it. */
  agents: { work: number; count: number }[];
}

/** The advice. */
export interface Advice {
  changes: AdvisedChange[];
  /** By promise, indexes into `changes`: what gains most, and the agents whose going costs least. */
  best: number[][];
  spare: number[][];
  mends: IntervalMend[];
  /** All agents of the mends that no single change does, together; null where there are none. */
  together: { seconds: number; gains: (ConfidenceInterval | null)[] } | null;
}

/** Changes of each sort that are tried again, for each promise. */
const finalists = 5;
/** Runs behind the number of agents that a half-hour lacks, at most. */
const mostSlackRuns = 50;

/**
 * Advises.
 *
 * @param scenario with the roster as it is
 * @param trials changes of it, as `listTrials` makes them
 * @throws RangeError when `runs` is not a whole number of at least 2; the signal's reason when it comes before the end
 */
export async function adviseRoster(
  scenario: Scenario,
  trials: readonly Trial[],
  options: AdviseOptions,
): Promise<Advice> {
  const { onProgress, runs, ...shared } = options;
  const stage = (name: 'try' | 'again') => ({
    ...options,
    onProgress: (done: number, of: number) => onProgress?.(name, done, of),
  });
  const first = await tryChanges(
    scenario,
    trials.map((trial) => trial.scenario),
    stage('try'),
  );
  const changes = first.tried.map(({ gains }, i): AdvisedChange => {
    const { seconds, what } = trials[i];
    return { what, seconds, gains, fresh: false };
  });
  const advice: Advice = { changes, ...rank(scenario, changes), mends: [], together: null };
  const slackRuns = Math.min(runs, mostSlackRuns);
  const broken = first.base.some((sums, p) => below(scenario, p, sums).length > 0);
  const slack = broken
    ? await findSlack(scenario, {
        ...shared,
        runs: slackRuns,
        onProgress: (done, of) => onProgress?.('mend', done, of),
      })
    : [];
  advice.mends = findMends(scenario, trials, first, slack);
  const chosen = [...new Set([...advice.best.flat(), ...advice.spare.flat()])];
  const joint = mendedTogether(scenario, advice.mends);
  const again = [...chosen.map((i) => trials[i].scenario), ...(joint === null ? [] : [joint.scenario])];
  if (again.length === 0) return advice;
  const { tried } = await tryChanges(scenario, again, { ...stage('again'), from: runs });
  for (const [at, i] of chosen.entries()) changes[i] = { ...changes[i], gains: tried[at].gains, fresh: true };
  if (joint !== null) advice.together = { seconds: joint.seconds, gains: tried[chosen.length].gains };
  return { ...advice, ...rank(scenario, changes, chosen) };
}

/** For each promise the best of the changes and the agents that are missed least. */
function rank(
  { promises }: Scenario,
  changes: readonly AdvisedChange[],
  among: readonly number[] = changes.map((_, i) => i),
): Pick<Advice, 'best' | 'spare'> {
  const sorted = (promise: number, wanted: (change: AdvisedChange) => boolean) =>
    among
      .filter((i) => wanted(changes[i]) && changes[i].gains[promise] !== null)
      .sort((a, b) => (changes[b].gains[promise]?.point ?? 0) - (changes[a].gains[promise]?.point ?? 0) || a - b)
      .slice(0, finalists);
  const isFewer = ({ what }: AdvisedChange) => what.change === 'fewer';
  return {
    best: promises.map((_, p) => sorted(p, (one) => !isFewer(one) && (one.gains[p]?.low ?? 0) > 0)),
    spare: promises.map((promise, p) =>
      sorted(p, ({ what }) => what.change === 'fewer' && promise.work.includes(what.work)),
    ),
  };
}

/** Places of a promise's intervals that do not meet its target over all runs. */
function below({ promises }: Scenario, p: number, { met, of }: IntervalSums): number[] {
  return [...met.keys()].filter((at) => of[at] > 0 && !meetsTarget(promises[p], met[at] / of[at]));
}

function findMends(
  scenario: Scenario,
  trials: readonly Trial[],
  { base, tried }: { base: IntervalSums[]; tried: Tried[] },
  slack: readonly WorkSlack[],
): IntervalMend[] {
  // What costs nobody's time comes first; a lesson costs more than a lunch that is moved.
  const cost = (i: number) => trials[i].seconds + (trials[i].what.change === 'teach' ? 1 : 0);
  const cheapest = [...tried.keys()].filter((i) => trials[i].seconds >= 0).sort((a, b) => cost(a) - cost(b));
  return base.flatMap((sums, promise) =>
    below(scenario, promise, sums).map((at): IntervalMend => {
      const interval = sums.intervals[at];
      const value = sums.met[at] / sums.of[at];
      const reached = (i: number) => tried[i].sums[promise].met[at] / tried[i].sums[promise].of[at];
      const enough = cheapest.filter((i) => meetsTarget(scenario.promises[promise], reached(i)));
      // Of equally cheap ones the one that does most there.
      const sign = scenario.promises[promise].sense === 'at-least' ? 1 : -1;
      const [change] = enough
        .filter((i) => cost(i) === cost(enough[0]))
        .sort((a, b) => sign * (reached(b) - reached(a)) || a - b);
      const agents = slack.flatMap(({ agents: spare, work }) => {
        const count = -(spare[interval] ?? 0);
        return count > 0 && scenario.promises[promise].work.includes(work) ? [{ work, count }] : [];
      });
      return { promise, interval, value, change: change ?? null, agents: change === undefined ? agents : [] };
    }),
  );
}

/** The scenario with the agents of all mends that no single change does. */
function mendedTogether(
  scenario: Scenario,
  mends: readonly IntervalMend[],
): { scenario: Scenario; seconds: number } | null {
  const { intervalStarts } = scenario.clock;
  const counts = scenario.work.map(() => intervalStarts.slice(1).map(() => 0));
  for (const { agents, interval } of mends) {
    for (const { count, work } of agents) counts[work][interval] = Math.max(counts[work][interval], count);
  }
  let seconds = 0;
  let changed = scenario;
  for (const [work, byInterval] of counts.entries()) {
    if (byInterval.every((count) => count === 0)) continue;
    changed = withAgents(changed, work, byInterval);
    seconds += byInterval.reduce((sum, n, i) => sum + n * (intervalStarts[i + 1] - intervalStarts[i]), 0);
  }
  return seconds === 0 ? null : { scenario: changed, seconds };
}
