/**
 * The cheapest mend of a day on which somebody is missing. Every move is tried on the same customers as the day as planned; the best
 * are put together, cheapest first, until the promises are kept as well as planned; then whatever is not needed is taken back.
 */
import type { Estimate } from '../../judge/verdict.ts';
import { proportionInterval } from '../../math/proportion-interval.ts';
import { measures } from '../../measures/index.ts';
import { promiseScope } from '../../measures/interval-tallies.ts';
import {
  type Absence,
  type DayMove,
  type DayScope,
  dayMoves,
  makeMoves,
  type PricedMove,
  withoutPeople,
} from '../../plan/roster/replan/day-moves.ts';
import { onQueueSpans, type Roster } from '../../scenario/roster/roster.ts';
import type { Scenario, ServicePromise } from '../../scenario/scenario.ts';
import type { RunRecord } from '../../sim/run.ts';
import type { Journal } from '../checkpoint.ts';
import { type RunBook, sideBySide, sumRuns } from '../paired-runs.ts';

/** How to re-plan. */
export interface ReplanOptions {
  seed: string;
  /** Days on which moves are tried, and as many others on which the mend is judged; whole, at least 2. */
  runs: number;
  threads: number;
  journal?: Journal | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: (stage: 'now' | 'try' | 'together' | 'judge', done: number, of: number) => void;
}

/** What a promise comes to over the days simulated. */
export interface PromiseStand {
  /** Share of days on which it held (of a promise of scope `day`), else the share of its intervals whose mean keeps the target. */
  share: number;
  /** Wilson's interval of the share of days, at the scenario's confidence; null for a promise of scope `interval`. */
  shareInterval: Pick<Estimate, 'low' | 'high'> | null;
  /** The measure over all days; null where there is nothing to judge. */
  value: number | null;
  /** Contacts (or shares of a wait) below the target, mean a day. */
  short: number;
  holds: boolean;
}

/** How a roster does. */
export interface Stand {
  promises: PromiseStand[];
  /** Share of days on which all promises of scope `day` held together, with its interval; null without such. */
  together: Estimate | null;
  /** All of `short`, added up. */
  short: number;
}

/** The outcome. */
export interface Replan {
  planned: Stand;
  /** Without those who are missing, nothing moved. */
  struck: Stand;
  mended: Stand;
  /** Without those who are missing: the moves are of its shifts. */
  struckRoster: Roster;
  roster: Roster;
  moves: readonly PricedMove[];
  /** Moves that there were, and that were simulated. */
  possible: number;
  tried: number;
  /**
   * `not-needed`: the day keeps its promises as well as planned anyhow; `mended`; `not-mended`: what could be moved is not enough, and
   * the best of it is given.
   */
  ended: 'not-needed' | 'mended' | 'not-mended';
}

/** Scenarios simulated side by side. */
const batchSize = 24;
/** Moves tried in a round, and how many of one shape may be taken. */
const mostTried = 48;
const mostAlike = 4;
const mostRounds = 3;

/**
 * Re-plans a day.
 *
 * @param roster as planned
 * @param resolveRoster makes the scenario of a roster
 * @param absences who is missing
 * @param scope what may be moved
 * @returns the cheapest mend that was found; its stands are of days by which it was not chosen
 * @throws the signal's reason when it comes before the end
 */
export async function replanRoster(
  roster: Roster,
  resolveRoster: (roster: Roster) => Scenario,
  absences: readonly Absence[],
  scope: DayScope,
  options: ReplanOptions,
): Promise<Replan> {
  return new Replanning(roster, resolveRoster, absences, scope, options).run();
}

class Replanning {
  readonly #planned: Roster;
  readonly #struck: Roster;
  readonly #resolve: (roster: Roster) => Scenario;
  readonly #scope: DayScope;
  readonly #options: ReplanOptions;
  #goal: Stand | undefined;
  #tried = 0;

  constructor(
    roster: Roster,
    resolveRoster: (roster: Roster) => Scenario,
    absences: readonly Absence[],
    scope: DayScope,
    options: ReplanOptions,
  ) {
    this.#planned = roster;
    this.#struck = withoutPeople(roster, absences, scope.until);
    this.#resolve = resolveRoster;
    this.#scope = scope;
    this.#options = options;
  }

  async run(): Promise<Replan> {
    const { onProgress } = this.#options;
    onProgress?.('now', 0, 1);
    const [planned, struck] = await this.#stands([this.#planned, this.#struck]);
    const { labourRules } = this.#resolve(this.#planned);
    const possible = dayMoves(this.#struck, this.#scope, labourRules);
    this.#goal = planned.stand;
    let taken: readonly PricedMove[] = [];
    let now = struck;
    for (let round = 0; round < mostRounds && !this.#isMended(now.stand); round++) {
      const next = await this.#improve(taken, now, possible);
      if (next === undefined) break;
      [taken, now] = [next.moves, next.now];
    }
    if (this.#isMended(now.stand) && taken.length > 0) taken = await this.#takeBack(taken);
    return this.#judge(taken, possible.length);
  }

  /** Adds what gains most for its price until the day is mended, or nothing is left that gains. */
  async #improve(taken: readonly PricedMove[], now: Stood, possible: readonly PricedMove[]) {
    const free = possible.filter((one) => taken.every(({ person }) => person !== one.person));
    const shapes = shapesOf(this.#struck, free, now);
    const trials = [...best(shapes, (one) => one.move.cost === 0), ...best(shapes, (one) => one.move.cost > 0)];
    if (trials.length === 0) return undefined;
    const stands = await this.#standsOf(
      trials.map(({ move }) => [...taken, move]),
      'try',
    );
    this.#tried += trials.length;
    const gains = trials
      .map(({ alike }, i) => ({ alike, gain: now.stand.short - stands[i].stand.short }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => price(a) - price(b));
    // Of each shape whoever is free, so that not all lunches go to the same half-hour; and rather the same people for the best shape.
    const orders = [
      inTurns(gains, (alike, _, asked) => alike.find(({ person }) => !asked.has(person))),
      inTurns(gains, (alike, turn) => alike[turn]),
    ];
    const ladders = orders.map((order) => order.map((_, i) => [...taken, ...order.slice(0, i + 1)]));
    const rungs = ladders.flatMap((ladder) => (ladder.length <= batchSize ? ladder : thin(ladder, batchSize)));
    if (rungs.length === 0) return undefined;
    const reached = await this.#standsOf(rungs);
    const mended = [...rungs.keys()].filter((i) => this.#isMended(reached[i].stand));
    const at =
      mended.length > 0
        ? mended.reduce((best, i) => (costOf(rungs[i]) < costOf(rungs[best]) ? i : best))
        : indexOfLeast(reached.map(({ stand }) => stand.short));
    return reached[at].stand.short < now.stand.short ? { moves: rungs[at], now: reached[at] } : undefined;
  }

  /** Takes moves back that are not needed, the dearest first, while the day stays mended. */
  async #takeBack(taken: readonly PricedMove[]): Promise<readonly PricedMove[]> {
    const dearest = [...taken].sort((a, b) => b.cost - a.cost);
    const alone = await this.#standsOf(dearest.map((one) => taken.filter((other) => other !== one)));
    const needless = dearest.filter((_, i) => this.#isMended(alone[i].stand));
    const sets = needless.map((_, i) => taken.filter((one) => needless.indexOf(one) < 0 || needless.indexOf(one) > i));
    const together = await this.#standsOf(sets);
    const broken = together.findIndex(({ stand }) => !this.#isMended(stand));
    const last = broken < 0 ? sets.length - 1 : broken - 1;
    return sets[last] ?? taken;
  }

  /** Fresh days say how the plan, the struck day and the mend do. */
  async #judge(moves: readonly PricedMove[], possible: number): Promise<Replan> {
    const whole = makeMoves(
      this.#struck,
      moves.map(({ what }) => what),
    );
    const fresh = await this.#stands([this.#planned, this.#struck, whole], 'judge', this.#options.runs);
    const [planned, struck, mended] = fresh.map(({ stand }) => stand);
    this.#goal = planned;
    // What gained on the days of the search alone was luck: then nothing that may be moved helps.
    if (moves.length > 0 && !this.#isMended(mended) && mended.short >= struck.short) return this.#judge([], possible);
    const ended =
      moves.length === 0 && this.#isMended(struck) ? 'not-needed' : this.#isMended(mended) ? 'mended' : 'not-mended';
    return {
      planned,
      struck,
      mended,
      struckRoster: this.#struck,
      roster: whole,
      moves,
      possible,
      tried: this.#tried,
      ended,
    };
  }

  /** Every promise holds, or does at least as well as planned. */
  #isMended({ promises }: Stand): boolean {
    return promises.every(({ holds, short }, i) => holds || short <= (this.#goal?.promises[i].short ?? 0) + 1e-9);
  }

  #standsOf(sets: readonly (readonly PricedMove[])[], stage: 'try' | 'together' = 'together'): Promise<Stood[]> {
    const moved = sets.map((moves) =>
      makeMoves(
        this.#struck,
        moves.map(({ what }) => what),
      ),
    );
    return this.#stands(moved, stage);
  }

  async #stands(rosters: readonly Roster[], stage?: 'try' | 'together' | 'judge', from = 0): Promise<Stood[]> {
    const { onProgress, ...options } = this.#options;
    const found: Stood[] = [];
    for (let first = 0; first < rosters.length; first += batchSize) {
      const batch = rosters
        .slice(first, first + batchSize)
        .map((one) => new StandReader(this.#resolve(one), this.#scope));
      const scenarios = batch.map(({ scenario }) => scenario);
      await sumRuns(sideBySide(batch), scenarios, { ...options, from });
      found.push(...batch.map((one) => one.read()));
      if (stage !== undefined) onProgress?.(stage, Math.min(first + batchSize, rosters.length), rosters.length);
    }
    return found;
  }
}

/** A stand, and where contacts fail: by work and planning interval, mean a day. */
interface Stood {
  stand: Stand;
  failing: Float64Array[];
  intervalStarts: readonly number[];
}

/** What a {@link StandReader} has summed, as plain data; of each promise where there are lists. */
interface StandSums {
  runs: number;
  /** Runs in which all promises of the day held. */
  together: number;
  held: number[];
  short: number[];
  /** By planning interval. */
  met: number[][];
  of: number[][];
}

/** Reads one scenario's runs. */
class StandReader implements RunBook<StandSums> {
  readonly scenario: Scenario;
  /** By planning interval. */
  readonly #isToday: readonly boolean[];
  #sums: StandSums;

  constructor(scenario: Scenario, { from, until }: Pick<DayScope, 'from' | 'until'>) {
    this.scenario = scenario;
    this.#isToday = scenario.clock.intervalStarts.map((start) => start >= from && start < until);
    const { promises } = scenario;
    const none = () => promises.map(() => 0);
    const nowhere = () => promises.map(() => scenario.clock.intervalStarts.slice(1).map(() => 0));
    this.#sums = { runs: 0, together: 0, held: none(), short: none(), met: nowhere(), of: nowhere() };
  }

  get runs(): number {
    return this.#sums.runs;
  }

  state(): StandSums {
    return this.#sums;
  }

  restore(sums: StandSums): void {
    this.#sums = sums;
  }

  add(record: RunRecord): void {
    const sums = this.#sums;
    sums.runs++;
    let all = true;
    let asked = false;
    for (const [p, promise] of this.scenario.promises.entries()) {
      const whole = promiseScope(this.scenario, record.layout, promise);
      const scope = { ...whole, intervals: whole.intervals.filter((interval) => this.#isToday[interval]) };
      const measure = measures.get(promise.measure);
      for (const interval of scope.intervals) {
        const { met, of } = measure.tally(record, { ...scope, intervals: [interval] });
        sums.met[p][interval] += met;
        sums.of[p][interval] += of;
      }
      if (promise.scope !== 'day') continue;
      const { met, of } = measure.tally(record, scope);
      const margin = marginOf(promise, met, of);
      asked = true;
      if (margin >= 0) sums.held[p]++;
      else all = false;
      sums.short[p] += Math.max(0, -margin);
    }
    if (asked && all) sums.together++;
  }

  read(): Stood {
    const { clock, promises, work } = this.scenario;
    const sums = this.#sums;
    const runs = Math.max(1, sums.runs);
    const failing = work.map(() => new Float64Array(clock.intervalStarts.length - 1));
    const stands = promises.map((promise, p): PromiseStand => {
      const [met, of] = [sums.met[p], sums.of[p]];
      for (const type of promise.work) {
        for (const [interval, all] of of.entries()) {
          const fails = promise.sense === 'at-least' ? all - met[interval] : met[interval] / unitOf(promise);
          failing[type][interval] += fails / runs;
        }
      }
      const [allMet, allOf] = [sum(met), sum(of)];
      const value = allOf > 0 ? allMet / allOf : null;
      if (promise.scope === 'day') {
        const share = sums.held[p] / runs;
        const { high, low } = this.#shareOf(sums.held[p]);
        const short = sums.short[p] / runs;
        return { share, shareInterval: { low, high }, value, short, holds: share >= promise.dayShare };
      }
      const asked = [...of.keys()].filter((interval) => of[interval] > 0);
      const margins = asked.map((interval) => marginOf(promise, met[interval], of[interval]) / runs);
      const kept = margins.filter((margin) => margin >= 0).length;
      return {
        share: asked.length === 0 ? 1 : kept / asked.length,
        shareInterval: null,
        value,
        short: margins.reduce((total, margin) => total + Math.max(0, -margin), 0),
        holds: kept === asked.length,
      };
    });
    const isOfDay = promises.some(({ scope }) => scope === 'day');
    return {
      stand: {
        promises: stands,
        together: isOfDay ? this.#shareOf(sums.together) : null,
        short: stands.reduce((total, { short }) => total + short, 0),
      },
      failing,
      intervalStarts: clock.intervalStarts,
    };
  }

  /** Of the days, one a run. */
  #shareOf(days: number): Estimate {
    const { confidence } = this.scenario.precision;
    const runs = Math.max(1, this.#sums.runs);
    const { high, low, point } = proportionInterval(days, runs, confidence);
    return { value: point, low, high, confidence };
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Waits count in parts of their target. */
function unitOf({ measure, target }: ServicePromise): number {
  return measure === 'asa' || measure === 'mean-wait' ? Math.max(target, 1) : 1;
}

/** Contacts above the target; below 0: short of it. */
function marginOf(promise: ServicePromise, met: number, of: number): number {
  const sign = promise.sense === 'at-least' ? 1 : -1;
  return (sign * (met - promise.target * of)) / unitOf(promise);
}

/** A move, those who could make the very same, and how much it is expected to do. */
interface Shape {
  move: PricedMove;
  alike: PricedMove[];
  expected: number;
}

/** Moves by shape: what they put on queue and take off, and whose skills. */
function shapesOf(roster: Roster, moves: readonly PricedMove[], { failing, intervalStarts }: Stood): Shape[] {
  const shapes = new Map<string, Shape>();
  for (const one of moves) {
    const { group, skills } = roster.people[one.person];
    const change = presenceChange(roster, one.what);
    const key = JSON.stringify([group, skills, onlyOf(roster, one.what), change]);
    const known = shapes.get(key);
    if (known !== undefined) known.alike.push(one);
    else shapes.set(key, { move: one, alike: [one], expected: expectedGain(change, failing, intervalStarts, one) });
  }
  return [...shapes.values()];
}

function onlyOf(roster: Roster, move: DayMove): readonly string[] {
  return move.move === 'call-in' ? [] : roster.shifts[move.shift].only;
}

/** Stretches that somebody is on queue more (+1) and fewer (−1). */
function presenceChange(roster: Roster, move: DayMove): { from: number; to: number; by: number }[] {
  if (move.move === 'call-in') return [{ from: move.from, to: move.to, by: 1 }];
  const before = onQueueSpans(roster.shifts[move.shift]);
  if (move.move === 'free-skills') return before.map((span) => ({ ...span, by: 1 }));
  const { person } = roster.shifts[move.shift];
  const alone: Roster = { ...roster, shifts: [roster.shifts[move.shift]] };
  const [after] = makeMoves(alone, [{ ...move, shift: 0 }]).shifts.filter((one) => one.person === person);
  return [...onQueueSpans(after).map((span) => ({ ...span, by: 1 })), ...before.map((span) => ({ ...span, by: -1 }))];
}

/** Failing contacts of the intervals in which somebody is there more, less those in which he is there less. */
function expectedGain(
  change: readonly { from: number; to: number; by: number }[],
  failing: readonly Float64Array[],
  starts: readonly number[],
  { cost }: PricedMove,
): number {
  let gain = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    let there = 0;
    for (const { by, from, to } of change)
      there += by * Math.max(0, Math.min(to, starts[i + 1]) - Math.max(from, starts[i]));
    if (there === 0) continue;
    const fails = failing.reduce((total, byInterval) => total + byInterval[i], 0);
    gain += (there / (starts[i + 1] - starts[i])) * fails;
  }
  return cost > 0 ? gain / cost : gain;
}

/** The shapes from which most is expected. */
function best(shapes: readonly Shape[], wanted: (shape: Shape) => boolean): Shape[] {
  return shapes
    .filter((shape) => wanted(shape) && shape.expected > 0)
    .sort((a, b) => b.expected - a.expected)
    .slice(0, mostTried / 2);
}

/** What a contact that is answered again costs; free moves by what they gain. */
function price({ alike, gain }: { alike: readonly PricedMove[]; gain: number }): number {
  return alike[0].cost > 0 ? alike[0].cost / gain : -gain;
}

/** Shapes that gain, the best for its price first. */
type Gains = readonly { alike: readonly PricedMove[]; gain: number }[];

/**
 * Free moves before those that are paid for, one a person; of every shape one, then of every shape another, and so on.
 * @param next who of a shape is asked at a turn, given who has been asked
 */
function inTurns(
  gains: Gains,
  next: (alike: readonly PricedMove[], turn: number, asked: ReadonlySet<number>) => PricedMove | undefined,
): PricedMove[] {
  const order: PricedMove[] = [];
  const asked = new Set<number>();
  for (const isFree of [true, false]) {
    for (let turn = 0; turn < mostAlike; turn++) {
      for (const { alike } of gains) {
        const one = next(alike, turn, asked);
        if (one === undefined || (one.cost === 0) !== isFree || asked.has(one.person)) continue;
        asked.add(one.person);
        order.push(one);
      }
    }
  }
  return order;
}

function costOf(moves: readonly PricedMove[]): number {
  return moves.reduce((total, { cost }) => total + cost, 0);
}

function thin<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, i) => items[Math.round(((i + 1) * items.length) / count) - 1]);
}

function indexOfLeast(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value < values[best] ? i : best), 0);
}
