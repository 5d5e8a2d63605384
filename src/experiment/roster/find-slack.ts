/**
 * How many agents each half-hour has to spare or lacks, by simulation on the same customers. A formula would take each half-hour by
 * itself; here what is left over from the one before counts, and so do redials, shared skills and breaks.
 */

import { meetsTarget } from '../../judge/ledger.ts';
import { measures } from '../../measures/index.ts';
import { intervalTallies, promiseScope } from '../../measures/interval-tallies.ts';
import type { Tally } from '../../measures/measure.ts';
import { clip, expectedContacts, meanAgents } from '../../plan/interval-means.ts';
import { groupsAble, withAgents } from '../../plan/roster/with-agents.ts';
import type { Scenario, ServicePromise } from '../../scenario/scenario.ts';
import type { RunRecord } from '../../sim/run.ts';
import type { Journal } from '../checkpoint.ts';
import { type PairedRunSums, sumRuns } from '../paired-runs.ts';

/** How the slack is found. */
export interface SlackOptions {
  seed: string;
  /** Runs of every variant, whole, at least 1. */
  runs: number;
  threads: number;
  journal?: Journal | undefined;
  signal?: AbortSignal | undefined;
  /** Hears how many variants were simulated, of about how many. */
  onProgress?: (done: number, ofAbout: number) => void;
}

/** The slack of one type of work. */
export interface WorkSlack {
  work: number;
  /**
   * By planning interval: agents to spare (positive) or short (negative); null where nothing is promised, where nobody comes, and
   * where more agents do not help.
   */
  agents: (number | null)[];
  /** True where a promise fails even with more than twice the agents: people alone do not mend it. */
  hopeless: boolean[];
}

/**
 * The slack of every type of work: the fewest agents with whom each interval just keeps its promises, all other intervals having just
 * enough as well, against those there are. Found by bisection of all intervals at once; a value is how the share over all runs
 * lies to the target. Other types of work keep their people.
 *
 * @param scenario resolved
 * @returns one entry for each type of work that a promise about customers covers
 * @throws RangeError when `runs` or `threads` is not a whole number of at least 1; the signal's reason when it comes before the end
 */
export async function findSlack(scenario: Scenario, options: SlackOptions): Promise<WorkSlack[]> {
  if (!(Number.isSafeInteger(options.runs) && options.runs >= 1)) {
    throw new RangeError(`runs: expected a whole number of at least 1, got ${options.runs}`);
  }
  // To start threads for each variant takes longer than little work takes without.
  const whole = { from: 0, to: scenario.clock.horizonSeconds };
  const contacts = scenario.work.reduce((sum, work) => sum + expectedContacts(work, whole), 0);
  const threads = contacts * options.runs < worthThreads ? 1 : options.threads;
  const types = scenario.work.map((_, type) => type).filter((type) => promisesOf(scenario, type).length > 0);
  const found: WorkSlack[] = [];
  let done = 0;
  const tell = () => options.onProgress?.(++done, Math.max(done, types.length * usualSteps));
  for (const type of types) found.push(await slackOf(scenario, type, { ...options, threads }, tell));
  return found;
}

/** Contacts of a variant from which threads pay. */
const worthThreads = 300_000;

/** Bisections that most scenarios take. */
const usualSteps = 9;
const mostSteps = 24;

/** Promises about how customers fare, which more people can only improve. */
function promisesOf(scenario: Scenario, type: number): ServicePromise[] {
  return scenario.promises.filter(({ measure, sense, work }) => {
    const { better } = measures.get(measure);
    const isState = measure === 'occupancy' || measure === 'utilization';
    return work.includes(type) && !isState && sense === (better === 'more' ? 'at-least' : 'at-most');
  });
}

/** What is known of an interval: the change to try, one that fails and a greater one that holds. */
interface Search {
  change: number;
  fails: number;
  holds: number;
  /** Length of the next step while it is not enclosed. */
  step: number;
  /** No agent less can go, and no more are tried. */
  floor: number;
  ceiling: number;
}

async function slackOf(scenario: Scenario, type: number, options: SlackOptions, tell: () => void): Promise<WorkSlack> {
  const promises = promisesOf(scenario, type);
  const searches = openSearches(scenario, type, promises);
  for (let step = 0; step < mostSteps; step++) {
    const changes = searches.map((search) => search?.change ?? 0);
    const holds = await tryChanges(scenario, type, promises, changes, options);
    tell();
    let moved = false;
    for (const [i, search] of searches.entries()) {
      // Where nobody came in any run the promise holds with nobody.
      if (search !== null && look(search, holds[i] ?? true)) moved = true;
    }
    if (!moved) break;
  }
  return {
    work: type,
    agents: searches.map((search) => (search === null || search.fails >= search.ceiling ? null : 0 - search.change)),
    hopeless: searches.map((search) => search !== null && search.fails >= search.ceiling),
  };
}

function openSearches(scenario: Scenario, type: number, promises: readonly ServicePromise[]): (Search | null)[] {
  const { intervalStarts } = scenario.clock;
  const able = groupsAble(scenario, type);
  return intervalStarts.slice(0, -1).map((from, i) => {
    const span = { from, to: intervalStarts[i + 1] };
    const isPromised = promises.some(({ hours }) => clip(hours, span).length > 0);
    if (!isPromised || expectedContacts(scenario.work[type], span) === 0) return null;
    const people = Math.floor(able.reduce((sum, group) => sum + meanAgents(scenario.groups[group], span), 0) + 1e-9);
    const unknown = { fails: Number.NEGATIVE_INFINITY, holds: Number.POSITIVE_INFINITY };
    return { change: 0, ...unknown, step: 1, floor: -people, ceiling: 2 * people + 40 };
  });
}

/**
 * Takes in whether an interval held with the change tried, and sets the next; true when there is one. Neighbours change as well, so
 * a later look may contradict an earlier one: the later counts.
 */
function look(search: Search, holds: boolean): boolean {
  const { change } = search;
  if (holds) search.holds = change;
  else search.fails = change;
  if (search.fails >= search.holds) {
    search.step = 1;
    if (holds) search.fails = Number.NEGATIVE_INFINITY;
    else search.holds = Number.POSITIVE_INFINITY;
  }
  search.change = nextChange(search);
  return search.change !== change;
}

/** Doubling steps until the answer is enclosed, then the middle, in the end the least change that holds. */
function nextChange(search: Search): number {
  const { ceiling, fails, floor, holds, step } = search;
  if (Number.isFinite(holds) && Number.isFinite(fails)) {
    return holds - fails <= 1 ? holds : Math.floor((holds + fails) / 2);
  }
  search.step *= 2;
  return Number.isFinite(holds) ? Math.max(floor, holds - step) : Math.min(ceiling, fails + step);
}

/** Whether each interval keeps its promises over all runs; undefined where nobody came. */
async function tryChanges(
  scenario: Scenario,
  type: number,
  promises: readonly ServicePromise[],
  changes: readonly number[],
  { journal, seed, runs, threads, signal }: SlackOptions,
): Promise<(boolean | undefined)[]> {
  const variant = withAgents(scenario, type, changes);
  let sums: Tally[][] = promises.map(() => changes.map(() => ({ met: 0, of: 0 })));
  const book: PairedRunSums<{ runs: number; sums: Tally[][] }> & { runs: number } = {
    runs: 0,
    add([record]) {
      book.runs++;
      for (const [p, promise] of promises.entries()) addTallies(sums[p], scenario, type, promise, record);
    },
    state: () => ({ runs: book.runs, sums }),
    restore(state) {
      book.runs = state.runs;
      sums = state.sums;
    },
  };
  await sumRuns(book, [variant], { journal, seed, runs, threads, signal });
  return changes.map((_, i) => {
    const judged = promises.flatMap((promise, p) => {
      const { met, of } = sums[p][i];
      if (of === 0) return [];
      return [meetsTarget(promise, met / of)];
    });
    return judged.length === 0 ? undefined : judged.every(Boolean);
  });
}

function addTallies(sums: Tally[], scenario: Scenario, type: number, promise: ServicePromise, record: RunRecord): void {
  const scope = { ...promiseScope(scenario, record.layout, promise), work: [type] };
  for (const [at, { met, of }] of intervalTallies(measures.get(promise.measure), record, scope).entries()) {
    const sum = sums[scope.intervals[at]];
    sum.met += met;
    sum.of += of;
  }
}
