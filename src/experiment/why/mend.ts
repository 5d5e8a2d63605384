/**
 * Looks for a small change of the plan that would mend what is broken: agents of one group, or lines of one pool, for a
 * while. Candidates run side by side on the same customers; what is found is simulated again on customers it was not chosen by.
 */

import { sideOf } from '../../judge/judge.ts';
import { meetsTarget } from '../../judge/ledger.ts';
import { type RatioState, RatioSums } from '../../judge/ratio-sums.ts';
import type { Estimate, Judgement } from '../../judge/verdict.ts';
import { measures } from '../../measures/index.ts';
import { promiseScope } from '../../measures/interval-tallies.ts';
import type { Scenario, Span } from '../../scenario/scenario.ts';
import { addAgents, addLines } from '../edits.ts';
import { type PairedRunSums, type SummingOptions, sumRuns } from '../paired-runs.ts';
import type { MissWanted } from './split-miss.ts';

/** More of something for a while. */
export interface Change extends Span {
  kind: 'agents' | 'lines';
  /** Index of the group or the pool. */
  index: number;
  count: number;
}

/** A change while it is looked for. */
interface Found extends Change {
  /** Where the stretch that it mends ends; the change may end before. */
  stretchEnd: number;
}

/** A promise, or one of its intervals, that the change has to mend. */
export interface Mended extends MissWanted {
  judgement: Judgement;
  estimate: Estimate | null;
}

/** A change of the plan, and what it comes to on fresh customers. */
export interface Mend {
  changes: Change[];
  /** Agent-hours (and line-hours) added. */
  hours: number;
  /** `held`: everything that was to be mended is; `undecided`: it looks so. */
  judgement: Judgement;
  /** Runs that this rests on, none of them used to find the change. */
  runs: number;
  mended: Mended[];
}

/** How a change is looked for. */
export interface MendOptions extends Omit<SummingOptions, 'from' | 'runs'> {
  /** Runs by which candidates are compared. */
  searchRuns: number;
  /** Runs on which the promises were judged broken: where the search's runs need no change, it goes on with these. */
  judgedRuns: number;
  /** Runs on which the change found is judged; they come after those of the search. */
  proofRuns: number;
  /** That a change said to hold does, over all proofs together. */
  confidence: number;
}

/** Times that a change found too small on fresh customers is made larger. */
const mostRetries = 4;
/** Counts of a candidate that are tried side by side. */
const triesAtOnce = 5;
/** Red stretches so many intervals apart are mended as one. */
const closeBy = 1;

/**
 * Finds a small change: no part of it has an agent or a line too many, but another mix of groups and times might do with fewer hours.
 *
 * Red stretches are mended in order of time, each by so many agents of one group (or lines of one pool) from its start to its
 * end that every red interval meets its target in the search's runs, with fewest agents; then the end is moved forward as far
 * as that stays so, and at last each is made as small as the others allow. The change is judged on fresh runs; where it is not yet held there, it goes on to the end of its
 * stretch or grows by one, whichever adds less, and is judged on others. With α the
 * error allowed each of these judgements has the confidence 1 − α ÷ 5, so that a change said to hold does not with a chance of at most α.
 *
 * @param scenario resolved
 * @param broken what has to be mended: single intervals, or all intervals of a promise together
 * @returns null when no number of agents or lines at one place would do
 * @throws the signal's reason when it ends the search
 */
export async function findMend(
  scenario: Scenario,
  broken: readonly MissWanted[],
  options: MendOptions,
): Promise<Mend | null> {
  const changes = await search(scenario, broken, options);
  if (changes === null) return null;
  if (changes.length === 0 && options.judgedRuns > options.searchRuns) {
    return findMend(scenario, broken, { ...options, searchRuns: options.judgedRuns });
  }
  let mend = await prove(scenario, changes, broken, options, 0);
  for (let retry = 1; changes.length > 0 && mend.judgement !== 'held' && retry <= mostRetries; retry++) {
    const open = mend.mended.filter(({ judgement }) => judgement !== 'held');
    const times = open.flatMap(({ intervals }) => intervals.map((one) => scenario.clock.intervalStarts[one]));
    const weak = changes.filter((change) => times.some((time) => change.from <= time && time <= change.stretchEnd));
    for (const change of weak.length > 0 ? weak : changes) enlarge(change, times);
    mend = await prove(scenario, changes, broken, options, retry);
  }
  return mend;
}

/** Makes a change longer or larger, whichever adds less; longer only where what is open still comes after its end. */
function enlarge(change: Found, open: readonly number[]): void {
  const { count, from, stretchEnd, to } = change;
  const growth = Math.max(1, Math.round(count * 0.03));
  const isOpen = (since: number, until: number) => open.some((time) => since <= time && time < until);
  const isLonger = isOpen(to, stretchEnd) && (!isOpen(from, to) || count * (stretchEnd - to) <= growth * (to - from));
  if (isLonger) change.to = stretchEnd;
  else change.count += growth;
}

/** Changes that mend one stretch after the other in the search's runs; none where nothing needs any, null when nothing helps. */
async function search(
  scenario: Scenario,
  broken: readonly MissWanted[],
  options: MendOptions,
): Promise<Found[] | null> {
  const changes: Found[] = [];
  for (const { span, wanted } of stretches(scenario, broken)) {
    const change = await mendStretch(apply(scenario, changes), span, wanted, options);
    if (change === undefined) return null;
    if (change !== null) addChange(changes, change);
  }
  return trim(scenario, changes, broken, options);
}

/**
 * The same changes, each in turn with as few agents or lines as do beside the others: what mends a later stretch may have made an earlier change
 * larger than it need be, or needless.
 */
async function trim(
  scenario: Scenario,
  changes: readonly Found[],
  broken: readonly MissWanted[],
  options: MendOptions,
): Promise<Found[]> {
  const trimmed = [...changes];
  if (changes.length < 2) return trimmed;
  for (const change of changes) {
    const others = apply(
      scenario,
      trimmed.filter((one) => one !== change),
    );
    const tried = { ...change, least: 0 };
    while (tried.least < tried.count) {
      const steps = between(tried);
      const fits = await areMended(
        others,
        steps.map((one) => (one.count === 0 ? null : one)),
        broken,
        options,
      );
      narrow(tried, steps, fits);
    }
    const { least: _, ...least } = tried;
    trimmed.splice(trimmed.indexOf(change), 1, ...(least.count > 0 ? [least] : []));
  }
  return trimmed;
}

/** More of the same for the same while is one change. */
function addChange(changes: Found[], change: Found): void {
  const same = changes.find(
    ({ kind, index, from, to }) =>
      kind === change.kind && index === change.index && from === change.from && to === change.to,
  );
  if (same === undefined) changes.push(change);
  else same.count += change.count;
}

/** The scenario with the changes made. */
export function apply(scenario: Scenario, changes: readonly Change[]): Scenario {
  return changes.reduce((changed, { kind, index, count, ...span }) => {
    return kind === 'agents' ? addAgents(changed, index, span, count) : addLines(changed, index, span, count);
  }, scenario);
}

interface Stretch {
  span: Span;
  wanted: readonly MissWanted[];
}

/** Stretches of broken intervals in order of time; whole promises come last, over all that is theirs. */
function stretches({ clock }: Scenario, broken: readonly MissWanted[]): Stretch[] {
  const { intervalStarts } = clock;
  const spanOf = (first: number, last: number) => ({ from: intervalStarts[first], to: intervalStarts[last + 1] });
  const single = broken.filter(({ intervals }) => intervals.length === 1);
  const sorted = [...new Set(single.map(({ intervals }) => intervals[0]))].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const interval of sorted) {
    const open = groups.at(-1);
    if (open !== undefined && interval - (open.at(-1) as number) <= closeBy + 1) open.push(interval);
    else groups.push([interval]);
  }
  const found = groups.map((group): Stretch => {
    const wanted = single.filter(({ intervals }) => group.includes(intervals[0]));
    return { span: spanOf(group[0], group[group.length - 1]), wanted };
  });
  for (const whole of broken.filter(({ intervals }) => intervals.length > 1)) {
    const { intervals } = whole;
    found.push({ span: spanOf(intervals[0], intervals[intervals.length - 1]), wanted: [whole] });
  }
  return found;
}

/** The change for one stretch; null when nothing needs changing any more, undefined when nothing helps. */
async function mendStretch(
  scenario: Scenario,
  span: Span,
  wanted: readonly MissWanted[],
  options: MendOptions,
): Promise<Found | null | undefined> {
  const candidates = candidatesFor(scenario, wanted, span);
  const most = mostAgents(scenario);
  const counts = Array.from({ length: 1 + Math.ceil(Math.log2(most)) }, (_, i) => 2 ** i);
  const tried = candidates.flatMap((one) => counts.map((count) => ({ ...one, count })));
  const [already, ...enough] = await areMended(scenario, [null, ...tried], wanted, options);
  if (already) return null;
  let open = candidates.flatMap((one, i) => {
    const first = counts.findIndex((_, k) => enough[i * counts.length + k]);
    return first < 0 ? [] : [{ ...one, least: first === 0 ? 1 : counts[first - 1] + 1, count: counts[first] }];
  });
  while (open.some(({ least, count }) => least < count)) {
    // Whoever needs more than the best of the others at its worst cannot win any more.
    const bound = Math.min(...open.map(({ count }) => count));
    open = open.filter(({ least }) => least <= bound);
    const steps = open.map(between);
    const fits = await areMended(scenario, steps.flat(), wanted, options);
    let place = 0;
    open.forEach((one, i) => {
      narrow(one, steps[i], fits.slice(place));
      place += steps[i].length;
    });
  }
  const best = open.sort((a, b) => a.count - b.count)[0];
  if (best === undefined) return undefined;
  const { least: _, ...change } = best;
  return shorten(scenario, change, wanted, options);
}

/** A change whose count does, and the least count that may do. */
type Tried = Found & { least: number };

/** Takes account of which of the counts tried do. */
function narrow(one: Tried, steps: readonly Tried[], fits: readonly boolean[]): void {
  const first = steps.findIndex((_, k) => fits[k]);
  const below = first < 0 ? steps.at(-1) : steps[first - 1];
  if (first >= 0) one.count = steps[first].count;
  if (below !== undefined) one.least = below.count + 1;
}

/** Counts to try at once, evenly between the least that may do and the one that does. */
function between(one: Tried): Tried[] {
  const room = one.count - one.least;
  const tries = Math.min(triesAtOnce, room);
  return Array.from({ length: tries }, (_, k) => ({ ...one, count: one.least + Math.floor((k * room) / tries) }));
}

/** The same change, ended as early as it still mends. */
async function shorten(
  scenario: Scenario,
  change: Found,
  wanted: readonly MissWanted[],
  options: MendOptions,
): Promise<Found> {
  const ends = scenario.clock.intervalStarts.filter((start) => change.from < start && start < change.to);
  if (ends.length === 0) return change;
  const shorter = ends.map((to) => ({ ...change, to }));
  const fits = await areMended(scenario, shorter, wanted, options);
  return shorter.find((_, i) => fits[i]) ?? change;
}

/** Groups with a skill for what is broken, and the lines that it comes in by. */
function candidatesFor(scenario: Scenario, wanted: readonly MissWanted[], span: Span): Found[] {
  const work = new Set(wanted.flatMap(({ promise }) => scenario.promises[promise].work));
  const able = scenario.groups.flatMap(({ speeds }, index) =>
    [...work].some((type) => speeds[type] > 0) ? [index] : [],
  );
  const pools = new Set([...work].map((type) => scenario.work[type].linePool).filter((pool) => pool >= 0));
  return [
    ...able.map((index): Found => ({ kind: 'agents', index, ...span, count: 1, stretchEnd: span.to })),
    ...[...pools].map((index): Found => ({ kind: 'lines', index, ...span, count: 1, stretchEnd: span.to })),
  ];
}

/** As many as are there at most: who has to double is in want of another plan, but twice as many may be needed for a while. */
function mostAgents({ groups, linePools }: Scenario): number {
  const agents = groups.reduce((sum, { staff }) => {
    if (staff.source === 'named') return sum + staff.agents.length;
    return sum + Math.max(...staff.steps.map((step) => step.agents));
  }, 0);
  const lines = linePools.flatMap(({ steps }) => steps.map((step) => step.lines)).filter(Number.isFinite);
  return Math.min(4096, Math.max(16, 2 * agents, ...lines));
}

/** For each change whether everything wanted meets its target with it. */
async function areMended(
  scenario: Scenario,
  changes: readonly (Change | null)[],
  wanted: readonly MissWanted[],
  options: MendOptions,
): Promise<boolean[]> {
  const scenarios = changes.map((change) => (change === null ? scenario : apply(scenario, [change])));
  const sums = await sumWanted(scenarios, wanted, options, 0, options.searchRuns);
  return sums.map((row) =>
    row.every((sum, i) => {
      return sum.of === 0 || meetsTarget(scenario.promises[wanted[i].promise], sum.met / sum.of);
    }),
  );
}

async function prove(
  scenario: Scenario,
  changes: readonly Found[],
  broken: readonly MissWanted[],
  options: MendOptions,
  retry: number,
): Promise<Mend> {
  const { proofRuns, searchRuns } = options;
  // Any of the proofs may err: each is so much surer (Bonferroni).
  const confidence = 1 - (1 - options.confidence) / (1 + mostRetries);
  const from = searchRuns + retry * proofRuns;
  const [sums] = await sumWanted([apply(scenario, changes)], broken, options, from, proofRuns);
  const mended = broken.map((one, i): Mended => {
    const promise = scenario.promises[one.promise];
    const estimate = sums[i].estimate(measures.get(promise.measure).unit, confidence);
    return { ...one, estimate, judgement: sideOf(promise, estimate) };
  });
  const worst = (['broken', 'undecided', 'held'] as const).find((side) =>
    mended.some(({ judgement }) => judgement === side),
  );
  const hours = changes.reduce((sum, { from, to, count }) => sum + (count * (to - from)) / 3600, 0);
  return {
    changes: changes.map(({ stretchEnd: _, ...change }) => change),
    hours,
    judgement: worst ?? 'held',
    runs: proofRuns,
    mended,
  };
}

/** Per scenario and promise (or interval of one) the sums over runs. */
async function sumWanted(
  scenarios: readonly Scenario[],
  wanted: readonly MissWanted[],
  options: MendOptions,
  from: number,
  runs: number,
): Promise<RatioSums[][]> {
  const sums = scenarios.map(() => wanted.map(() => new RatioSums()));
  const { promises } = scenarios[0];
  const book: PairedRunSums<RatioState[][]> = {
    get runs() {
      return sums[0][0].runs;
    },
    add(records) {
      records.forEach((record, i) => {
        wanted.forEach(({ promise, intervals }, k) => {
          const scope = { ...promiseScope(scenarios[i], record.layout, promises[promise]), intervals };
          const { met, of } = measures.get(promises[promise].measure).tally(record, scope);
          sums[i][k].add(met, of);
        });
      });
    },
    state: () => sums.map((row) => row.map((sum) => sum.state())),
    restore(state) {
      state.forEach((row, i) => {
        row.forEach((one, k) => {
          sums[i][k].restore(one);
        });
      });
    },
  };
  await sumRuns(book, scenarios, { ...options, from, runs });
  return sums;
}
