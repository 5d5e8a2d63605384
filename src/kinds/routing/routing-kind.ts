/** What a kind of routing is: who is served first and by whom, written as a rule, resolved to a table of numbers. */
import { type Static, type TObject, Type } from 'typebox';
import type { AnySchema, Kind } from '../kind.ts';
import type { Resolving } from '../resolving.ts';

/** How the idle agent is chosen. */
export type AgentChoice = 'longest-idle' | 'random' | 'listed';

/**
 * Routing as numbers. A freed agent of group g looks at the queues it has the skill for (`queues[g]`): highest `tier`
 * first, within a tier the highest score `base + perSecond × waited`, at equal scores the earlier in the list. A contact
 * looks for an idle agent through `groups[type]` in order; it may use a group once it has waited `afterSeconds`.
 */
export interface RoutingTable {
  kind: string;
  queues: { type: number; tier: number; base: number; perSecond: number }[][];
  groups: { group: number; afterSeconds: number; when?: OverflowState }[][];
  /** What the contacts of one queue are kept in order of; left out where it is the order of coming. */
  order?: QueueOrder;
  /** `listed`: the first group in the list that has somebody idle; otherwise among all groups allowed now. */
  agentChoice: AgentChoice;
}

/** What must be so on the floor that a group helps out; all that is given. */
export interface OverflowState {
  /** Contacts of the type that wait, at least. */
  waiting?: number;
  /** Seconds that the next one would wait, at least: waiting × mean handle time ÷ agents logged in who serve it without a condition. */
  expectedWait?: number;
  /** Agents idle in the group that helps, at least. */
  idleThere?: number;
}

/**
 * The order within a queue. `deadline`: the least of the time of queueing plus `withinSeconds` and the deadlines of the clocks that work
 * on it stops goes first, over all queues too: their rows have `perSecond` 0. `points`: who has most, `perSecond` for the wait and `arisen` for an item that follows
 * from other work. By type.
 */
export type QueueOrder =
  | { by: 'deadline'; withinSeconds: (number | null)[] }
  | { by: 'points'; perSecond: number[]; arisen: number; tiers?: number[] };

/** What a routing rule may look at: work and groups in the order of the scenario. */
export interface RoutingSetting {
  work: { name: string; priority: number }[];
  groups: {
    name: string;
    /** Speed per work type by index; 0 = lacks the skill. */
    speeds: number[];
    /** Work types it can do, in the order in which its skills are written. */
    skills: number[];
    /**
     * Of a group that a roster added: the group of the scenario with the same skills at other speeds, by index, whose place it
     * shares; -1 when there is none. Undefined for the scenario's own.
     */
    like?: number;
  }[];
  /** Tiers of customers by name, in the order of the scenario. */
  tiers: string[];
  fault: Resolving['fault'];
}

/** A kind of routing: one file in `kinds/routing/`. */
export interface RoutingKind<in out Schema extends TObject = AnySchema> extends Kind {
  readonly schema: Schema;
  /**
   * The table for a centre; `undefined` when a fault was reported.
   * @param written the fields of the schema, defaults written in
   */
  resolve(written: Static<Schema>, setting: RoutingSetting): RoutingTable | undefined;
}

/** The field every rule has: how the idle agent is chosen. */
export function agentChoiceField(byDefault: AgentChoice) {
  return {
    agentChoice: Type.Enum(['longest-idle', 'random', 'listed'], {
      default: byDefault,
      description:
        'Who of several idle agents gets a contact: who has been idle longest, one at random, or somebody of the first group in the order of the work.',
      examples: [byDefault],
    }),
  };
}

/** Reports keys of a map by work that name none; returns whether all do. */
export function checkWork(map: object, field: string, { fault, work }: RoutingSetting): boolean {
  const allowed = work.map(({ name }) => name);
  const unknown = Object.keys(map).filter((name) => !allowed.includes(name));
  for (const got of unknown) fault([field, got], { key: 'unknownName', values: { what: 'work', got, allowed } });
  return unknown.length === 0;
}

/** For each work type every group that can do it, in the order of the scenario, allowed at once. */
export function everyGroup({ work, groups }: RoutingSetting): RoutingTable['groups'] {
  return work.map((_, type) =>
    groups.flatMap(({ speeds }, group) => (speeds[type] > 0 ? [{ group, afterSeconds: 0 }] : [])),
  );
}

/** For each group its queues in the order of its skills, longest wait first, in the tier given. */
export function queuesByWait({ groups }: RoutingSetting, tierOf: (type: number, group: number) => number) {
  return groups.map(({ skills }, group) =>
    skills.map((type) => ({ type, tier: tierOf(type, group), base: 0, perSecond: 1 })),
  );
}
