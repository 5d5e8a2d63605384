/** What follows from what: the follow-ups of every type of work, and the check that they do not feed themselves for ever. */

import { channels } from '../kinds/channels/index.ts';
import type { Path } from '../kinds/resolving.ts';
import { solveLinear } from '../math/linear-system.ts';
import { meanShortfall, scoringWork } from './quality.ts';
import type { Resolution } from './resolution.ts';
import { type Duration, type FollowUp, type ItemOutcome, outcomes, type WorkType } from './scenario.ts';
import { fixedDuration, resolveDuration } from './steps.ts';

/** The outcomes that `after` names. */
type End = Exclude<ItemOutcome, 'consulted' | 'calledBack'>;

/** The follow-ups of one type in the order of an item's life; undefined when one is at fault. */
export function resolveFollowUps(name: string, resolution: Resolution): FollowUp[] | undefined {
  const found = outcomes.flatMap((outcome) => {
    if (outcome === 'consulted') return resolveConsults(name, resolution);
    if (outcome === 'calledBack') return resolveCallBack(name, resolution);
    return [...resolveBecomes(name, outcome, resolution), ...resolveOneOf(name, outcome, resolution)];
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** Follow-ups that happen independently of each other. */
function resolveBecomes(name: string, outcome: End, resolution: Resolution): (FollowUp | undefined)[] {
  const { work } = resolution.written;
  return Object.entries(work[name].after[outcome]?.becomes ?? {}).map(([type, written]) => {
    const path = ['work', name, 'after', outcome, 'becomes', type];
    const becomes = resolution.indexOf('work', type, Object.keys(work), path, 'key');
    const byGroup = groupFactors(written.byGroup, 1, [...path, 'byGroup'], resolution);
    const delay = resolveDelay(written, path, resolution);
    if (becomes < 0 || byGroup === undefined || delay === undefined) return undefined;
    const { fraction, perMinuteWaited, perPointBelow } = written;
    const suffers = perPointBelow === 0 ? {} : { perPointBelow };
    return { outcome, becomes, fraction, perMinuteWaited, ...suffers, byGroup, after: delay };
  });
}

/** What work a promised call-back is. */
function resolveCallBack(name: string, resolution: Resolution): (FollowUp | undefined)[] {
  const { people, work } = resolution.written;
  const { callBack } = work[name];
  if (callBack === undefined) return [];
  const becomes = resolution.indexOf('work', callBack.work, Object.keys(work), ['work', name, 'callBack', 'work']);
  const byGroup = Object.keys(people.groups).map(() => 1);
  if (becomes < 0) return [undefined];
  return [{ outcome: 'calledBack', becomes, fraction: 1, perMinuteWaited: 0, byGroup, after: fixedDuration(0) }];
}

/** Whom an agent asks while his customer waits. */
function resolveConsults(name: string, resolution: Resolution): (FollowUp | undefined)[] {
  const { work } = resolution.written;
  return Object.entries(work[name].consults).map(([type, { byGroup, fraction }]) => {
    const path = ['work', name, 'consults', type];
    const becomes = resolution.indexOf('work', type, Object.keys(work), path, 'key');
    const factors = groupFactors(byGroup, 1, [...path, 'byGroup'], resolution);
    if (becomes < 0 || factors === undefined) return undefined;
    const { channel, closing } = work[type];
    if (closing === 'keep' || (closing === undefined && !channels.get(channel).customerWaits)) {
      resolution.fault(path, { key: 'consultKept', values: { work: type } }, 'key');
    }
    return { outcome: 'consulted', becomes, fraction, perMinuteWaited: 0, byGroup: factors, after: fixedDuration(0) };
  });
}

/** Follow-ups of which at most one happens: each takes its part of the numbers from 0 to 1. */
function resolveOneOf(name: string, outcome: End, resolution: Resolution): (FollowUp | undefined)[] {
  const { people, work } = resolution.written;
  const base = ['work', name, 'after', outcome, 'becomesOneOf'];
  const byGroup = Object.keys(people.groups).map(() => 1);
  let above = 0;
  const found = Object.entries(work[name].after[outcome]?.becomesOneOf ?? {}).map(([type, written]) => {
    const path = [...base, type];
    const becomes = resolution.indexOf('work', type, Object.keys(work), path, 'key');
    const after = resolveDelay(written, path, resolution);
    const { fraction } = written;
    const from = above;
    above += fraction;
    if (becomes < 0 || after === undefined) return undefined;
    return { outcome, becomes, above: from, fraction, perMinuteWaited: 0, byGroup, after };
  });
  if (above > 1 + 1e-9) resolution.fault(base, { key: 'moreThanAll', values: { sum: Number(above.toPrecision(6)) } });
  return found;
}

/** A number for each group of agents, by name or the same for all. */
export function groupFactors(
  written: Readonly<Record<string, number>> | number,
  usual: number,
  path: Path,
  resolution: Resolution,
): number[] | undefined {
  const groups = Object.keys(resolution.written.people.groups);
  if (typeof written === 'number') return groups.map(() => written);
  const known = Object.keys(written).map((group) =>
    resolution.indexOf('group', group, groups, [...path, group], 'key'),
  );
  if (known.some((index) => index < 0)) return undefined;
  return groups.map((group) => (Object.hasOwn(written, group) ? written[group] : usual));
}

function resolveDelay(
  { afterHours, afterSeconds }: { afterHours?: unknown; afterSeconds?: unknown },
  path: Path,
  resolution: Resolution,
): Duration | undefined {
  type Written = Parameters<typeof resolveDuration>[0];
  if (afterHours !== undefined && afterSeconds !== undefined) {
    const values = { first: 'afterSeconds', second: 'afterHours', got: 'both' } as const;
    return resolution.fault(path, { key: 'oneOfTwo', values });
  }
  if (afterHours !== undefined)
    return resolveDuration(afterHours as Written, [...path, 'afterHours'], resolution, 3600);
  if (afterSeconds !== undefined)
    return resolveDuration(afterSeconds as Written, [...path, 'afterSeconds'], resolution);
  return fixedDuration(0);
}

/**
 * Reports work that feeds itself for ever: an item that makes, through all its descendants, one or more items like itself. The
 * counts are those of the worst end that an item can have, without what the wait adds.
 *
 * The descendants are finite in number when I − M has a non-negative inverse, M the mean number of items of each type that an
 * item of each type makes (Harris 1963, The Theory of Branching Processes, chapter II).
 */
export function checkGrowth(work: readonly WorkType[], resolution: Resolution): void {
  const means = meansOf(work, resolution);
  const reaches = closure(means);
  const named = new Set<number>();
  for (const [type, { name }] of work.entries()) {
    if (!reaches[type][type] || named.has(type)) continue;
    const cycle = work.flatMap((_, other) => (reaches[type][other] && reaches[other][type] ? [other] : []));
    for (const other of cycle) named.add(other);
    if (diesOut(cycle.map((row) => cycle.map((column) => means[row][column])))) continue;
    const values = { work: cycle.map((other) => work[other].name) };
    resolution.fault(['work', name, 'after'], { key: 'endlessFollowUps', values }, 'key');
  }
}

/** The mean number of items of each type that an item of each type makes at worst. */
export function meansOf(work: readonly WorkType[], resolution: Resolution): number[][] {
  const { quality } = resolution.written;
  const shortfall = meanShortfall(quality);
  const scoring = scoringWork(quality);
  return work.map((type) => meanOffspring(type, work.length, shortfall, scoring.includes(type.name)));
}

/** Which types can arise of which, through any number of steps. */
export function closure(means: readonly (readonly number[])[]): boolean[][] {
  const reaches = means.map((row) => row.map((mean) => mean > 0));
  for (let via = 0; via < means.length; via++) {
    for (const row of reaches) {
      if (!row[via]) continue;
      for (let to = 0; to < row.length; to++) row[to] ||= reaches[via][to];
    }
  }
  return reaches;
}

/**
 * The mean number of items of each type that one item makes at worst.
 * @param shortfall mean points of quality below the pass mark
 * @param gives whether it gives scores: then it is settled or not as the score falls
 */
function meanOffspring(
  { followUps = [], outcome, redial }: WorkType,
  types: number,
  shortfall: number,
  gives: boolean,
): number[] {
  const means = new Array<number>(types).fill(0);
  const byEnd = (end: FollowUp['outcome'], to: number) =>
    followUps
      .filter((one) => one.outcome === end && one.becomes === to)
      .reduce((sum, { byGroup, fraction, perPointBelow = 0 }) => {
        return sum + Math.min(1, (fraction + perPointBelow * shortfall) * Math.max(...byGroup));
      }, 0);
  const attempts = (cause: keyof WorkType['redial']) => {
    const { fraction, maxAttempts } = redial[cause];
    return fraction === 1 ? maxAttempts : Math.min(maxAttempts, 1 / (1 - fraction));
  };
  const { perPointBelow = 0, resolved = [1] } = outcome ?? {};
  const settled = gives ? [0, 1] : [...resolved, ...resolved.map((s) => Math.max(0, s - perPointBelow * shortfall))];
  const rated = outcome?.satisfaction?.rated ?? 0;
  for (let to = 0; to < types; to++) {
    const bySettled = settled.map((share) => share * byEnd('resolved', to) + (1 - share) * byEnd('unresolved', to));
    means[to] = Math.max(
      ...(['outsideHours', 'calledBack', 'selfServed', 'sentAway'] as const).map((end) => byEnd(end, to)),
      ...(['abandoned', 'blocked', 'balked'] as const).map((end) => byEnd(end, to) * attempts(end)),
      byEnd('consulted', to) + byEnd('handled', to) + Math.max(...bySettled) + rated * byEnd('dissatisfied', to),
    );
  }
  return means;
}

function diesOut(means: readonly (readonly number[])[]): boolean {
  const matrix = means.map((row, i) => row.map((mean, j) => (i === j ? 1 : 0) - mean));
  try {
    return solveLinear(
      matrix,
      matrix.map(() => 1),
    ).every((total) => total > 0 && total < 1e9);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
