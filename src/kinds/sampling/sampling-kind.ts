/**
 * What a kind of sampling is: which of the contacts that were handled since the last draw go to an evaluator. A rule looks at what
 * really happened and draws whole items, each at most once; it says for every item how likely it was to be drawn.
 */
import { type Static, type TObject, Type } from 'typebox';
import { percentSample } from '../../math/sample-size.ts';
import { nextUniform, type Stream } from '../../random/stream.ts';
import type { AnySchema, Kind } from '../kind.ts';
import type { Resolving } from '../resolving.ts';

/** The contacts among which a draw chooses, in columns, in the order in which they were handled. */
export interface Handled {
  readonly size: number;
  /** Agent, group and type of work, numbered. */
  readonly agent: ArrayLike<number>;
  readonly group: ArrayLike<number>;
  readonly work: ArrayLike<number>;
  /** Local hour in which it came, 0–23. */
  readonly hour: ArrayLike<number>;
  /** Handling time, seconds. */
  readonly seconds: ArrayLike<number>;
  /** Bits, see `signs`. */
  readonly signs: ArrayLike<number>;
  /** True quality, points; only what listens to everything may look, and through its own error. */
  readonly quality: ArrayLike<number>;
  /** A standard normal number of each contact: how a machine errs on it. */
  readonly error: ArrayLike<number>;
}

/** What can be seen of a contact without listening: bits of {@link Handled.signs}. */
export const signs = { repeat: 1, unsettled: 2, dissatisfied: 4 } as const;
/** One of {@link signs}. */
export type Sign = keyof typeof signs;

/** What a draw comes to. */
export interface Drawn {
  /** Indexes into the contacts, ascending, without repetition. */
  readonly items: number[];
  /** How likely each contact was to be drawn, given all that the rule may look at. */
  readonly chance: Float64Array;
}

/** What a rule may look at when it is resolved. */
export interface SamplingSetting {
  /** Groups of agents in the order of the scenario. */
  groups: readonly string[];
  /** The index of a group, or −1 with a fault reported. */
  groupOf(name: string, path: readonly (string | number)[]): number;
  fault: Resolving['fault'];
}

/** A rule as resolved: plain data, group names replaced by indexes. */
export interface SamplingRule {
  kind: string;
  [field: string]: unknown;
}

/** A kind of sampling: one file in `kinds/sampling/`. */
export interface SamplingKind<in out Schema extends TObject = AnySchema> extends Kind {
  readonly schema: Schema;
  /** Names to indexes; undefined when a fault was reported. Left out where the fields say all. */
  resolve?(written: Static<Schema>, setting: SamplingSetting): Record<string, unknown> | undefined;
  /** Fraction (0–1) of all contacts that it draws at the least; left out where that depends on the day. */
  least?(rule: Static<Schema>): number;
  /**
   * Draws.
   * @param rule the fields as resolved
   * @param handled may be empty: then nothing is drawn
   * @param stream of this draw alone
   */
  draw(rule: Static<Schema>, handled: Handled, stream: Stream): Drawn;
}

/** The field of a rule that draws a share of all. */
export const percentField = Type.Number({
  minimum: 0,
  maximum: 100,
  default: 10,
  description:
    'Percent of the contacts handled since the last draw. What is no whole number of contacts is rounded up: 10 % of 7 is 1, so that a sample is never smaller than the rule asks.',
  examples: [10],
});

/** Whole contacts of so many percent: rounded up. */
export function shareOf(count: number, percent: number): number {
  return percentSample(count, percent, 'ceil');
}

/**
 * Draws `count` of the candidates at random without replacement, all sets of that size alike, and adds them to `items`.
 * Source: Fisher and Yates (1938), stopped after `count` steps.
 * @returns the candidates that are left
 */
export function takeAtRandom(stream: Stream, candidates: readonly number[], count: number, items: number[]): number[] {
  const left = [...candidates];
  for (let taken = 0; taken < count; taken++) {
    const at = taken + Math.floor(nextUniform(stream) * (left.length - taken));
    [left[taken], left[at]] = [left[at], left[taken]];
    items.push(left[taken]);
  }
  return left.slice(count);
}

/** All contacts, by index. */
export function everyContact({ size }: Handled): number[] {
  return Array.from({ length: size }, (_, index) => index);
}

/** The contacts in strata by what tells them apart, in the order in which each first appears. */
export function strataBy(handled: Handled, keyOf: (index: number) => string | number): number[][] {
  const strata = new Map<string | number, number[]>();
  for (let index = 0; index < handled.size; index++) {
    const key = keyOf(index);
    const stratum = strata.get(key);
    if (stratum === undefined) strata.set(key, [index]);
    else stratum.push(index);
  }
  return [...strata.values()];
}

/** A draw from items in whatever order. */
export function drawn(items: number[], chance: Float64Array): Drawn {
  return { items: items.sort((a, b) => a - b), chance };
}

/**
 * Draws first from some of the contacts, then fills up at random from all that are left.
 *
 * @param some contacts that come first
 * @param first how many of them, at most all
 * @param total how many in all, at least `first` and at most all contacts
 */
export function drawFirstFrom(
  handled: Handled,
  some: readonly number[],
  first: number,
  total: number,
  stream: Stream,
): Drawn {
  const items: number[] = [];
  const isSome = new Uint8Array(handled.size);
  for (const index of some) isSome[index] = 1;
  takeAtRandom(stream, some, first, items);
  const taken = new Set(items);
  const rest = everyContact(handled).filter((index) => !taken.has(index));
  takeAtRandom(stream, rest, total - first, items);
  const later = rest.length === 0 ? 0 : (total - first) / rest.length;
  const early = some.length === 0 ? 0 : first / some.length;
  const chance = new Float64Array(handled.size);
  for (let index = 0; index < handled.size; index++) {
    chance[index] = isSome[index] === 1 ? early + (1 - early) * later : later;
  }
  return drawn(items, chance);
}
