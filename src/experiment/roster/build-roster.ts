/**
 * Builds a roster and lets the simulator judge it: the model chooses shifts, the simulation says where the promises fail, that
 * becomes a cut of the model, and so on until fresh days say that the promises hold.
 *
 * The cuts are those of Atlason, Epelman and Henderson (2008), Optimizing call center staffing using simulation and analytic
 * center cutting-plane methods, Management Science 54, 295–309, and Cezik and L'Ecuyer (2008), Staffing multiskill call centers
 * via linear programming and simulation, Management Science 54, 310–323, with one change: they are linear in what Erlang A says
 * that agents do, not in agents, so that they bend as queues do and few are needed.
 */
import { studentInterval } from '../../math/confidence-interval.ts';
import { assignPeople, groupsOfPeople, hirePeople } from '../../plan/roster/build/assign-people.ts';
import { candidateShifts, pinnedShifts } from '../../plan/roster/build/candidate-shifts.ts';
import { type CoverageProblem, type Cut, type Goal, makeGoals } from '../../plan/roster/build/coverage-model.ts';
import { peopleLimits } from '../../plan/roster/build/people-limits.ts';
import { marginAt, type SlotDemand, slotDemand } from '../../plan/roster/build/service-curves.ts';
import { withRoster } from '../../plan/roster/build/with-roster.ts';
import type { Roster } from '../../scenario/roster/roster.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Journal } from '../checkpoint.ts';
import { loadPlugins } from '../run-source.ts';
import { checkOnFreshDays, type FreshCheck } from './check-on-fresh-days.ts';
import { type ChosenShifts, chooseShifts } from './choose-shifts.ts';
import { busyFactor, checkConfidence, dayAim, dayShareOf, mostChecks } from './day-aim.ts';
import { erlangCRoster } from './erlang-c-roster.ts';
import { keptSolver, openSolver, type Solver } from './solver.ts';
import { type Lesson, teach } from './teach.ts';

/** How to build. */
export interface BuildOptions {
  seed: string;
  threads: number;
  /** Who there is, with leave and with shifts to keep; without it as many people come as are needed. */
  people?: Roster | undefined;
  /** Days simulated to learn from, per round, and to check on. */
  teachRuns: number;
  checkRuns: number;
  /** Factors on the mean demand for which Erlang C's roster is judged too, on as many days as the one built; above 0. */
  erlangDemand?: readonly number[] | undefined;
  /** Keeps what is done; one that has kept some goes on from there. */
  journal?: Journal | undefined;
  onProgress?: (progress: BuildProgress) => void;
  signal?: AbortSignal;
}

/** How far a building is. */
export interface BuildProgress {
  round: number;
  step: 'choosing' | 'simulating' | 'checking' | 'comparing';
  /** Cost of the roster at hand. */
  cost: number | null;
  /** No roster that keeps what was taught costs less in the model; null where the shifts and people there are cannot keep it. */
  bound: number | null;
  /** Share of simulated days on which all promises of the day held together. */
  share: number | null;
  /** Cost of the cheapest roster that what was learnt calls good. */
  good: number | null;
}

/** A round of the building. */
export interface BuildRound {
  cost: number;
  /** As {@link BuildProgress}. */
  bound: number | null;
  share: number | null;
  check: FreshCheck | null;
}

/** Erlang C's roster for a demand so many times the mean, and what fresh days say of it. */
export interface ErlangCRoster {
  busy: number;
  cost: number;
  /** Whether it holds, as a built roster has to. */
  holds: boolean;
  /** Share of those days on which all promises of the day held together; null without such promises. */
  share: number | null;
  runs: number;
}

/** What was built. */
export interface Building {
  roster: Roster;
  /** With the roster. */
  scenario: Scenario;
  cost: number;
  chosen: ChosenShifts;
  problem: CoverageProblem;
  /** On fresh days; null when stopped before any. */
  check: FreshCheck | null;
  rounds: BuildRound[];
  /** Erlang C's rosters of the same shifts for the mean day, the day that only so many exceed, and those asked; null without an answer. */
  erlangC: ErlangCRoster[] | null;
  /** Shifts chosen that nobody may take under the rules. */
  unfilled: { group: number; candidate: number }[];
  ended: 'held' | 'not-held' | 'stopped';
  /** Whether all was done that there is to do. */
  isWhole: boolean;
}

/** Rounds of choosing and simulating at most. */
const mostRounds = 12;
/** A roster is checked when the model as taught sees no greater share of its cost to save. */
const worthwhile = 0.0025;
/** Standard errors by which an interval's mean is kept above its target, beyond its confidence; more after a failed check. */
const firstCaution = 0.5;
/** Steps in which a failed check asks for more, at most. */
const mostSteps = 8;
/** Share of a group's hours above which they count as spent. */
const nearlyAll = 0.95;
/** Rounds before a building without a good roster becomes more demanding, and how far it goes. */
const patientRounds = 3;
const mostSplit = 20;
/** Rounds without a cheaper good roster after which the best is checked. */
const idleRounds = 3;

/**
 * Builds a roster.
 *
 * @param scenario resolved without staff, with a shift plan
 * @param options see {@link BuildOptions}
 * @returns the cheapest roster that fresh days call held; where none is, the last one tried, with what fresh days say of it
 * @throws the signal's reason when it comes before a roster is chosen
 */
export async function buildRoster(scenario: Scenario, options: BuildOptions): Promise<Building> {
  const { signal } = options;
  await loadPlugins(scenario);
  const solver = openSolver(options.threads > 1);
  const onAbort = () => void solver.close();
  signal?.addEventListener('abort', onAbort);
  const work = new RosterBuilding(scenario, keptSolver(solver, options.journal), options);
  try {
    await work.run();
    await work.compare();
    work.isWhole = true;
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await solver.close();
  }
  return work.result();
}

/** A roster that has been chosen, and what its simulation showed. */
interface Trial {
  roster: Roster;
  scenario: Scenario;
  chosen: ChosenShifts;
  unfilled: Building['unfilled'];
  lesson: Lesson | null;
  round: BuildRound;
}

/** One building, from the first choice of shifts to the last check. */
class RosterBuilding {
  readonly #scenario: Scenario;
  readonly #solver: Solver;
  readonly #options: BuildOptions;
  readonly #problem: CoverageProblem;
  readonly #rounds: BuildRound[] = [];
  /** Group of each of the people there are. */
  readonly #groupOf: number[];
  #aim: number;
  /** Among how many promises of a day the days that may fail are shared: those of different work fail on different days. */
  #split: number;
  #caution = firstCaution;
  #checks = 0;
  isWhole = false;
  #erlangC: Building['erlangC'] = null;
  /** The last roster chosen; the cheapest that the teaching calls good; the one that fresh days called held. */
  #last: Trial | undefined;
  #good: Trial | undefined;
  #held: Trial | undefined;

  constructor(scenario: Scenario, solver: Solver, options: BuildOptions) {
    this.#scenario = scenario;
    this.#solver = solver;
    this.#options = options;
    this.#aim = dayAim(scenario, options.checkRuns);
    this.#split = separateWork(scenario);
    const busyOf = (promise: number) => busyFactor(scenario, promise, this.#level);
    const demand = slotDemand(scenario, Math.max(1, ...scenario.promises.map((_, promise) => busyOf(promise))));
    const offered = candidateShifts(scenario);
    const { people } = options;
    this.#groupOf = people === undefined ? [] : groupsOfPeople(scenario, people.people);
    const candidates = people === undefined ? offered : [...offered, ...pinnedShifts(scenario, people, this.#groupOf)];
    this.#problem = {
      scenario,
      demand,
      candidates,
      goals: makeGoals(scenario, demand, busyOf),
      cuts: [],
      limits: people === undefined ? null : peopleLimits(scenario, offered, people, this.#groupOf),
    };
  }

  async run(): Promise<void> {
    for (let round = 1; round <= mostRounds; round++) {
      const good = this.#good;
      this.#tell('choosing', good ?? this.#last);
      const enough = good === undefined ? Number.POSITIVE_INFINITY : good.chosen.cost * (1 - worthwhile);
      const isIdle = good !== undefined && this.#rounds.length - this.#rounds.indexOf(good.round) > idleRounds;
      const chosen = isIdle ? null : await chooseShifts(this.#problem, this.#solver, enough);
      if (chosen !== null) await this.#simulate(chosen);
      else if (good !== undefined && (await this.#check(good))) return;
    }
    // Out of rounds: what the teaching calls good, or the last, is what there is.
    const trial = this.#good ?? this.#last;
    if (trial !== undefined && trial.round.check === null && this.#checks < mostChecks) await this.#check(trial);
  }

  /** What the usual roster by Erlang C would cost. */
  async compare(): Promise<void> {
    this.#tell('comparing', this.#held ?? this.#last);
    const share = dayShareOf(this.#scenario);
    const first = this.#scenario.promises.findIndex(({ scope }) => scope === 'day');
    const usual = first < 0 || share <= 0.5 ? [1] : [1, busyFactor(this.#scenario, first, Math.min(share, 0.999))];
    const { checkRuns, erlangDemand = [], teachRuns } = this.#options;
    const found: ErlangCRoster[] = [];
    for (const busy of [...new Set([...usual, ...erlangDemand])].sort((a, b) => a - b)) {
      const chosen = await erlangCRoster(this.#problem, busy, this.#solver);
      if (chosen === null) return;
      const days = erlangDemand.includes(busy) ? checkRuns : teachRuns;
      found.push({ busy, cost: chosen.cost, ...(await this.#judge(chosen, days)) });
    }
    this.#erlangC = found;
  }

  /** What fresh days say of shifts chosen otherwise. */
  async #judge(chosen: ChosenShifts, checkRuns: number): Promise<Pick<ErlangCRoster, 'holds' | 'share' | 'runs'>> {
    const { candidates } = this.#problem;
    const { people, seed } = this.#options;
    const roster =
      people === undefined
        ? hirePeople(this.#scenario, candidates, chosen.counts)
        : assignPeople(this.#scenario, candidates, chosen.counts, people, this.#groupOf).roster;
    const options = { ...this.#options, seed: `${seed}/compare`, checkRuns };
    const { holds, runs, share } = await checkOnFreshDays(withRoster(this.#scenario, roster), options);
    return { holds, runs, share: share?.value ?? null };
  }

  result(): Building {
    const trial = this.#held ?? this.#good ?? this.#last;
    if (trial === undefined) {
      this.#options.signal?.throwIfAborted();
      throw new Error('roster: nothing was chosen');
    }
    const { chosen, roster, round, scenario, unfilled } = trial;
    return {
      roster,
      scenario,
      unfilled,
      erlangC: this.#erlangC,
      cost: chosen.cost,
      chosen,
      problem: this.#problem,
      check: round.check,
      rounds: this.#rounds,
      isWhole: this.isWhole,
      ended: this.#held !== undefined ? 'held' : this.#options.signal?.aborted ? 'stopped' : 'not-held',
    };
  }

  /** Simulates a choice and turns what it teaches into cuts. */
  async #simulate(chosen: ChosenShifts): Promise<void> {
    const { roster, unfilled } = this.#staff(chosen);
    const scenario = withRoster(this.#scenario, roster);
    const round: BuildRound = { cost: chosen.cost, bound: boundOf(chosen), share: null, check: null };
    const trial: Trial = { roster, scenario, chosen, unfilled, lesson: null, round };
    this.#rounds.push(round);
    this.#last = trial;
    this.#tell('simulating', trial);
    const { seed, teachRuns } = this.#options;
    const taught = { ...this.#options, seed: `${seed}/teach`, runs: teachRuns };
    trial.lesson = await teach(trial.scenario, this.#problem.goals, taught);
    round.share = trial.lesson.share;
    this.#learn(trial);
  }

  /** Gives the shifts chosen to people; what nobody may take is taken off the choice. */
  #staff(chosen: ChosenShifts): { roster: Roster; unfilled: Building['unfilled'] } {
    const { candidates } = this.#problem;
    const { people } = this.#options;
    if (people === undefined) return { roster: hirePeople(this.#scenario, candidates, chosen.counts), unfilled: [] };
    const given = assignPeople(this.#scenario, candidates, chosen.counts, people, this.#groupOf);
    takeOff(chosen, given.unfilled, this.#problem);
    this.#believe(given.unfilled, chosen);
    return given;
  }

  /**
   * What could not be given away is not chosen again: a group has no more shifts than were taken, and no more hours either where
   * next to none were left. With hours left, longer shifts may still do what more shifts cannot.
   */
  #believe(unfilled: Building['unfilled'], { counts }: ChosenShifts): void {
    const { candidates, limits } = this.#problem;
    if (limits === null) return;
    const taken = (group: number, value: (candidate: number) => number) =>
      counts.reduce((sum, count) => (count.group === group ? sum + count.people * value(count.candidate) : sum), 0);
    const short = new Set(unfilled.map(({ group }) => group));
    const hoursOf = (group: number) => taken(group, (candidate) => candidates[candidate].hours);
    const isSpent = (most: number, group: number) => short.has(group) && hoursOf(group) > nearlyAll * most;
    this.#problem.limits = {
      ...limits,
      hours: limits.hours.map((most, group) => (isSpent(most, group) ? Math.min(most, hoursOf(group)) : most)),
      shifts: limits.shifts.map((most, group) =>
        short.has(group)
          ? Math.min(
              most,
              taken(group, () => 1),
            )
          : most,
      ),
    };
  }

  /** Cuts from a trial, as sure as is asked now. */
  #learn(trial: Trial): void {
    const { chosen, lesson } = trial;
    if (lesson === null) return;
    const { isGood, isKept, margins } = this.#read(lesson);
    this.#share(lesson, isKept);
    const failed = trial.round.check !== null;
    if (isGood && !failed && (this.#good === undefined || chosen.cost < this.#good.chosen.cost)) this.#good = trial;
    this.#problem.cuts = margins.map((margin, goal) => makeCut(this.#problem, goal, margin, chosen));
  }

  /** By goal the margin as sure as is asked now; whether every goal keeps it; whether the days learnt from call the roster good. */
  #read(lesson: Lesson): { margins: number[]; isKept: boolean; isGood: boolean } {
    const { goals } = this.#problem;
    const margins = goals.map((goal, index) => this.#marginOf(goal, lesson.margins[index]));
    const keeps = (goal: number) => margins[goal] >= -Math.max(0.001 * lesson.contacts[goal], 0.2);
    const enoughDays = (lesson.share ?? 0) >= this.#aim;
    return {
      margins,
      isKept: goals.every((_, goal) => keeps(goal)),
      isGood: goals.every(({ interval }, goal) => keeps(goal) || (interval < 0 && enoughDays)),
    };
  }

  /**
   * The days that fail for one promise and for another are partly the same: how much so, the simulation says. Where the rounds
   * go on without a roster that holds, each promise is given fewer days to fail.
   */
  #share({ share }: Lesson, isKept: boolean): void {
    if (share === null) return;
    if (share >= this.#aim && isKept) {
      const fewer = (1 - this.#aim) / Math.max(1 - share, 1e-3);
      this.#split = Math.max(1, this.#split / fewer);
    } else if (share < this.#aim && this.#good === undefined && this.#rounds.length >= patientRounds) {
      this.#split = Math.min(mostSplit, this.#split * 1.4);
    }
  }

  /** Lets fresh days judge; true when that is the end. */
  async #check(trial: Trial): Promise<boolean> {
    this.#tell('checking', trial);
    this.#checks++;
    const seed = `${this.#options.seed}/check-${this.#checks}`;
    const check = await checkOnFreshDays(trial.scenario, { ...this.#options, seed });
    trial.round.check = check;
    if (check.holds) this.#held = trial;
    if (check.holds || this.#checks === mostChecks) return true;
    this.#good = undefined;
    this.#demandMore(trial, dayShareOf(this.#scenario) - (check.share?.low ?? 1));
    this.#learn(trial);
    return false;
  }

  /**
   * Asks for more until what fresh days refused is no longer called good by what was learnt: else it would be chosen again.
   * @param missed share of days by which it failed; at most 0 where the days were not what failed
   */
  #demandMore({ lesson }: Trial, missed: number): void {
    for (let steps = 0; steps < mostSteps; steps++) {
      if (missed > 0) this.#aim = Math.min(1 - 1 / this.#options.teachRuns, this.#aim + missed);
      this.#caution += 0.75;
      if (lesson === null || !this.#read(lesson).isGood) return;
    }
  }

  /** What has to be at least 0: of a day, the margin of the one that may just fail; of an interval, the mean less its doubt. */
  #marginOf(goal: Goal, margins: Float64Array): number {
    if (goal.interval < 0) return quantileMargin(margins, 1 - this.#level);
    const { checkRuns } = this.#options;
    const mean = margins.reduce((sum, margin) => sum + margin, 0) / margins.length;
    const variance = margins.reduce((sum, margin) => sum + (margin - mean) ** 2, 0) / (margins.length - 1);
    const error = Math.sqrt(variance / checkRuns);
    return studentInterval(mean, error, checkRuns, checkConfidence(this.#scenario)).low - this.#caution * error;
  }

  /** The share of days on which each promise of the day has to hold, so that all of them do on as many as aimed at. */
  get #level(): number {
    return 1 - (1 - this.#aim) / this.#split;
  }

  #tell(step: BuildProgress['step'], trial: Trial | undefined): void {
    this.#options.onProgress?.({
      round: this.#rounds.length,
      step,
      cost: trial?.chosen.cost ?? null,
      bound: trial?.round.bound ?? null,
      share: trial?.round.share ?? null,
      good: this.#good?.chosen.cost ?? null,
    });
  }
}

/** What rosters cost at least in the model as taught; null where breaking promises is part of that: it is dearer than the shifts. */
function boundOf({ bound, cost }: ChosenShifts): number | null {
  return bound <= cost ? bound : null;
}

/** Kinds of work, or sets of them, that have a promise of the day. */
function separateWork({ promises }: Scenario): number {
  return Math.max(1, new Set(promises.filter(({ scope }) => scope === 'day').map(({ work }) => `${work}`)).size);
}

/** Takes shifts without people off a choice: its cost, its counts and its head-counts. */
function takeOff(
  chosen: ChosenShifts,
  unfilled: Building['unfilled'],
  { candidates, demand, scenario }: CoverageProblem,
): void {
  for (const { candidate, group } of unfilled) {
    chosen.cost -= candidates[candidate].hours * (scenario.shifts?.costPerHour[group] ?? 1);
    const count = chosen.counts.find((one) => one.group === group && one.candidate === candidate);
    if (count !== undefined) count.people--;
    for (const slot of candidates[candidate].slots) {
      // Of what the group can do, the work that has the most people gives one.
      const able = demand.types.flatMap(({ pace, slots }, type) =>
        pace[group] > 0 && slots[slot] !== null ? [type] : [],
      );
      const [most] = able.sort((a, b) => chosen.headCounts[b][slot] - chosen.headCounts[a][slot]);
      if (most !== undefined) {
        const left = chosen.headCounts[most][slot] - demand.types[most].pace[group];
        chosen.headCounts[most][slot] = Math.max(0, left);
      }
    }
  }
}

/** A quantile of the margins, the mean of the order statistics around it. */
function quantileMargin(margins: Float64Array, level: number): number {
  const sorted = margins.slice().sort();
  const rank = Math.round(level * sorted.length);
  const around = Math.max(1, Math.round(sorted.length / 50));
  const near = sorted.subarray(Math.max(0, rank - around), Math.min(sorted.length, rank + around + 1));
  return near.reduce((sum, margin) => sum + margin, 0) / near.length;
}

/** The cut of a goal at the head-counts simulated. */
function makeCut({ demand, goals }: CoverageProblem, goal: number, margin: number, chosen: ChosenShifts): Cut {
  const { cells } = goals[goal];
  const weights = cells.map(() => 1);
  const predicted = cells.reduce((sum, { curve, slot, type }, i) => {
    const { agents } = demand.types[type].slots[slot] as SlotDemand;
    return sum + weights[i] * marginAt(agents, curve, chosen.headCounts[type][slot]);
  }, 0);
  return { goal, margin, predicted, weights };
}
