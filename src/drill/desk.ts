/**
 * The desk of those in charge: which levers are pulled, which of them work already, when each ends, and what that means for the
 * centre. It turns orders into commands and keeps account of what they cost.
 */
import type { Command } from '../sim/control.ts';
import type { Drill, Lever, Order, Plan } from './drill.ts';

/** A lever as it stands. */
export interface LeverState {
  /** Agents at work by it, or 1; 0 while it does not work. */
  working: number;
  /** What it will be when what was ordered takes effect, and when. */
  ordered: number;
  worksAt: number | null;
  /** Since when it works. */
  since: number;
  /** How often it was pulled, and the agent-hours (or hours) that it worked. */
  pulls: number;
  hours: number;
  /** The level that pulled it, 0 for none. */
  byLevel: number;
}

/** Agents whom a group lacks because they were borrowed. */
interface Debt {
  group: number;
  agents: number;
  until: number;
}

/** Something that happened without an order. */
export interface DeskEvent {
  time: number;
  lever: number;
  what: 'works' | 'ends';
  agents: number;
}

/** The levers of one run. */
export class Desk {
  readonly levers: readonly Lever[];
  readonly states: LeverState[];
  /** Number of response levels active. */
  level = 0;
  readonly events: DeskEvent[] = [];
  readonly #plan: Plan;
  readonly #types: number;
  #debts: Debt[] = [];
  /** What the centre was last told, by a key of its own. */
  readonly #told = new Map<string, string>();
  /** Whether anything changed that the centre may have to hear. */
  #isNews = true;
  /** Up to when hours are counted. */
  #counted: number | null = null;

  constructor({ levers, scenario }: Pick<Drill, 'levers' | 'scenario'>, plan: Plan) {
    this.levers = levers;
    this.#plan = plan;
    this.#types = scenario.work.length;
    this.states = levers.map(() => ({
      ...{ working: 0, ordered: 0, worksAt: null, since: 0, pulls: 0, hours: 0, byLevel: 0 },
    }));
  }

  /** Whether an order would change anything. */
  changes(order: Order): boolean {
    if (order.action === 'level') return order.level !== this.level;
    const { ordered } = this.states[order.lever];
    return order.action === 'pull' ? ordered < order.agents : ordered > 0;
  }

  /** Takes an order at a time; what it needs time for takes effect later. */
  take(order: Order, now: number): void {
    this.#count(now);
    if (order.action === 'level') this.#declare(order.level, now);
    else if (order.action === 'pull') this.#pull(order.lever, order.agents, now, 0);
    else this.#release(order.lever, now);
  }

  /** Whether a group still lacks people who were borrowed. */
  get owes(): boolean {
    return this.#debts.length > 0;
  }

  /** Ends whatever works or is on its way. */
  standDown(now: number): void {
    this.#count(now);
    this.level = 0;
    this.states.forEach((_, lever) => {
      this.#release(lever, now);
    });
  }

  /** What a lever costs so far, in hours of an ordinary agent. */
  cost(lever: number): number {
    const { costEach, costPerHour } = this.levers[lever];
    const { hours, pulls } = this.states[lever];
    return pulls * costEach + hours * costPerHour;
  }

  /**
   * Lets what is due take effect.
   * @returns the commands that the centre needs to hear now
   */
  tick(now: number): Command[] {
    this.#count(now);
    this.states.forEach((state, lever) => {
      if (state.worksAt !== null && state.worksAt <= now) this.#work(lever, state.ordered, now);
      if (state.working > 0 && now - state.since >= this.levers[lever].longest) {
        state.ordered = 0;
        this.#work(lever, 0, now);
      }
    });
    const owed = this.#debts.length;
    this.#debts = this.#debts.filter(({ until }) => until > now);
    if (this.#debts.length < owed) this.#isNews = true;
    if (!this.#isNews) return [];
    this.#isNews = false;
    return this.#news();
  }

  /** Counts the hours worked up to now. */
  #count(now: number): void {
    const hours = this.#counted === null ? 0 : (now - this.#counted) / 3600;
    this.#counted = now;
    for (const state of this.states) state.hours += state.working * hours;
  }

  #declare(level: number, now: number): void {
    this.level = level;
    this.#plan.levels.forEach((one, i) => {
      if (one === null) return;
      if (i < level) {
        for (const order of one.orders) {
          if (order.action === 'pull' && this.changes(order)) this.#pull(order.lever, order.agents, now, i + 1);
        }
      }
    });
    this.states.forEach((state, lever) => {
      if (state.byLevel > level) this.#release(lever, now);
    });
  }

  #pull(lever: number, agents: number, now: number, byLevel: number): void {
    const state = this.states[lever];
    state.pulls++;
    state.ordered = Math.max(state.ordered, agents);
    state.worksAt = now + this.levers[lever].delay;
    state.byLevel = byLevel;
  }

  /** Ends a lever; people who came stay for the time that they are paid for. */
  #release(lever: number, now: number): void {
    const state = this.states[lever];
    state.ordered = 0;
    state.byLevel = 0;
    state.worksAt = state.working > 0 ? Math.max(now, state.since + this.levers[lever].least) : null;
    if (state.worksAt === now) this.#work(lever, 0, now);
  }

  #work(lever: number, agents: number, now: number): void {
    const state = this.states[lever];
    const { owedBy } = this.levers[lever];
    if (agents < state.working && owedBy >= 0) {
      this.#debts.push({ group: owedBy, agents: state.working - agents, until: now + now - state.since });
    }
    if (state.working === 0) state.since = now;
    this.#isNews = true;
    if (agents !== state.working) {
      this.events.push({ time: now, lever, what: agents > 0 ? 'works' : 'ends', agents });
    }
    state.working = agents;
    state.worksAt = null;
  }

  /** Commands for what is not as the centre was last told. */
  #news(): Command[] {
    return this.#wanted().filter((command) => {
      const { kind } = command;
      const group = 'group' in command ? command.group : -1;
      const type = 'type' in command ? command.type : -1;
      const key = `${kind} ${group} ${type}`;
      const said = JSON.stringify(command);
      if (this.#told.get(key) === said) return false;
      this.#told.set(key, said);
      return true;
    });
  }

  /** How everything that a lever can touch should be now. */
  #wanted(): Command[] {
    const working = this.levers.flatMap((lever, i) => (this.states[i].working > 0 ? [lever] : []));
    return [...this.#staff(), ...this.#skills(working), ...this.#messages(working)];
  }

  #staff(): Command[] {
    const extra = new Map<number, number>();
    this.levers.forEach(({ group, owedBy, takenFrom }, i) => {
      const { working } = this.states[i];
      if (group >= 0) extra.set(group, working);
      if (owedBy >= 0) extra.set(owedBy, extra.get(owedBy) ?? 0);
      if (takenFrom >= 0) extra.set(takenFrom, (extra.get(takenFrom) ?? 0) - working);
    });
    for (const { agents, group } of this.#debts) extra.set(group, (extra.get(group) ?? 0) - agents);
    return [...extra].map(([group, agents]) => ({ kind: 'staff', group, agents }));
  }

  #skills(working: readonly Lever[]): Command[] {
    const same = (a: { group: number; type: number }) => (b: { group: number; type: number }) =>
      a.group === b.group && a.type === b.type;
    return this.levers
      .flatMap(({ skills }) => skills)
      .map((pair) => ({ kind: 'skill', ...pair, open: working.some(({ skills }) => skills.some(same(pair))) }));
  }

  #messages(working: readonly Lever[]): Command[] {
    return Array.from({ length: this.#types }, (_, type) => type).flatMap((type): Command[] => {
      const touching = (lever: Lever) => lever.types.includes(type);
      const here = working.filter(touching);
      const can = this.levers.filter(touching);
      const commands: Command[] = [];
      if (can.some(({ announcement }) => announcement !== null)) {
        const heard = here.flatMap(({ announcement }) => (announcement === null ? [] : [announcement]));
        commands.push({
          kind: 'announcement',
          type,
          informs: either(heard.map(({ informs }) => informs)),
          discourages: either(heard.map(({ discourages }) => discourages)),
          callsBack: either(heard.map(({ callsBack }) => callsBack)),
        });
      }
      if (can.some(({ message }) => message !== null)) {
        const sent = here.flatMap(({ message }) => (message === null ? [] : [message]));
        const [avoids, causes] = [either(sent.map((one) => one.avoids)), either(sent.map((one) => one.causes))];
        commands.push({ kind: 'message', type, avoids, causes });
      }
      if (can.some(({ wrapUp }) => wrapUp !== null)) {
        const hurried = here.flatMap(({ wrapUp }) => (wrapUp === null ? [] : [wrapUp]));
        const times = hurried.reduce((product, one) => product * one.times, 1);
        commands.push({ kind: 'wrap-up', type, times, repeats: either(hurried.map(({ repeats }) => repeats)) });
      }
      if (can.some(({ rank }) => rank > 0)) {
        commands.push({ kind: 'rank', type, tiers: here.reduce((sum, { rank }) => sum + rank, 0) });
      }
      if (can.some(({ shuts }) => shuts)) commands.push({ kind: 'door', type, open: !here.some(({ shuts }) => shuts) });
      return commands;
    });
  }
}

/** The share whom at least one of several independent shares reaches. */
function either(shares: readonly number[]): number {
  return 1 - shares.reduce((missed, share) => missed * (1 - share), 1);
}
