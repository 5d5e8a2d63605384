/** What a kind of lever is: something that those in charge of a floor can do, with its delay, its limit and its price. */
import { type Static, type TObject, type TProperties, Type } from 'typebox';
import type { AnySchema, Kind } from '../kind.ts';

/** People whom a lever brings, as a group of their own. */
export interface LeverStaff {
  /** How many there are at most. */
  agents: number;
  /** Work by name and how fast they do it: 1 is the work's own time. Undefined: what the group `like` can do. */
  skills: Readonly<Record<string, number>> | undefined;
  /** Name of the group they are like; undefined when `skills` says it. */
  like: string | undefined;
  /** Contacts that they take must have waited so long, seconds. */
  afterSeconds: number;
  /** Once called they are paid for at least so long, seconds. */
  leastSeconds: number;
  /** Name of the group that lacks them meanwhile; undefined where their own work is not simulated. */
  takenFrom?: string | undefined;
  /** They are only borrowed from the group `like`: after the end as many are missing there for as long. */
  owed: boolean;
}

/** What a lever does while it works. A kind fills in what applies; shares are 0–1. */
export interface LeverEffect {
  staff?: LeverStaff;
  /** A group that learns work it does not do on ordinary days. */
  skill?: { group: string; work: readonly string[]; speed: number };
  /** What callers hear who would have to wait. */
  announcement?: { informs: number; discourages: number; callsBack: number };
  /** A message sent to customers. */
  message?: { avoids: number; causes: number };
  /** Wrap-up as a multiple of the usual; so many of those so served call again. */
  wrapUp?: { times: number; repeats: number };
  /** By how many tiers the work touched comes before other work. */
  rank?: number;
  /** Nobody new is let in. */
  shut?: true;
}

/** What the names in `touches` are, or that there are none. */
export type LeverTouches = 'work' | 'nothing';

/** A kind of lever: one file in `kinds/levers/`. */
export interface LeverKind<in out Schema extends TObject = AnySchema> extends Kind {
  readonly schema: Schema;
  readonly touched: LeverTouches;
  /** Whether it is pulled by so many agents, and not just on or off. */
  readonly counted: boolean;
  /**
   * What the lever as written does.
   * @param written the fields of the schema, defaults written in
   */
  effect(written: Static<Schema>): LeverEffect;
}

/** Numbers that differ between kinds. */
interface Habits {
  delayMinutes: number;
  /** How long it works at most at a stretch; undefined: as long as wished. */
  longestMinutes?: number;
  /** Price of an hour, in hours of an ordinary agent; of a counted lever for each agent. */
  costPerHour?: number;
  /** Price of each pull, in the same hours. */
  costEach?: number;
}

/**
 * The schema of a lever: how long it takes, how long it lasts, what it costs, and the kind's own fields.
 * @param touched whether it names work
 * @param habits the defaults of the fields that every lever has
 * @param own the kind's own fields
 */
export function leverSchema<Own extends TProperties>(touched: LeverTouches, habits: Habits, own: Own) {
  const { costEach = 0, costPerHour = 0, delayMinutes, longestMinutes } = habits;
  const touches = Type.Optional(
    Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'Names of the types of work it touches. Default: all in which customers wait.',
      examples: [['inquiry']],
    }),
  );
  return Type.Object({
    delayMinutes: Type.Number({
      minimum: 0,
      maximum: 2880,
      default: delayMinutes,
      description: 'From the order until it works, minutes.',
      examples: [delayMinutes],
    }),
    longestMinutes: Type.Number({
      exclusiveMinimum: 0,
      maximum: 10_080,
      default: longestMinutes ?? 1440,
      description: 'How long it works at most at a stretch, minutes; then it ends by itself.',
      examples: [120],
    }),
    costPerHour: Type.Number({
      minimum: 0,
      maximum: 1000,
      default: costPerHour,
      description: 'Price of an hour in hours of an ordinary agent; of people for each of them.',
      examples: [1.5],
    }),
    costEach: Type.Number({
      minimum: 0,
      maximum: 100_000,
      default: costEach,
      description: 'Price of each pull, in hours of an ordinary agent.',
      examples: [2],
    }),
    ...(touched === 'work' ? { touches } : {}),
    ...own,
  });
}

/** The fields every lever has. */
export type LeverTerms = Static<ReturnType<typeof leverSchema<Record<never, never>>>> & { touches?: string[] };

/** A share as a field. */
export function shareField(description: string, standard: number) {
  return Type.Number({ minimum: 0, maximum: 1, default: standard, description, examples: [standard] });
}

/** How many people there are. */
export const agentsField = Type.Integer({
  minimum: 1,
  maximum: 100_000,
  description: 'How many there are at most.',
  examples: [12],
});

/** What people of a group of their own can do. */
export const skillsField = Type.Record(
  Type.String({ pattern: '^.+$' }),
  Type.Number({ exclusiveMinimum: 0, maximum: 10 }),
  {
    minProperties: 1,
    description: 'Work by name and how fast they do it; 1 is the time of the work itself.',
    examples: [{ inquiry: 0.8 }],
  },
);
