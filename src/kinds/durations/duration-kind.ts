/**
 * What a kind of duration is: how it is written, what numbers it becomes, and how it is drawn. A duration is a time that belongs
 * to a contact (talk, patience, delay of a redial, …), never negative.
 */
import type { Static, TObject } from 'typebox';
import type { Stream } from '../../random/stream.ts';
import type { AnySchema, Kind } from '../kind.ts';

/** What a written duration becomes, in seconds. */
export interface ResolvedDuration {
  /** What `fill` and `survival` read. */
  parameters: number[];
  /** Mean in seconds; Infinity when it never ends. */
  mean: number;
  /** Coefficient of variation: standard deviation ÷ mean. */
  cv: number;
}

/** A kind of duration: one file in `kinds/durations/`. */
export interface DurationKind<in out Schema extends TObject = AnySchema> extends Kind {
  readonly schema: Schema;
  /**
   * The numbers of a duration as written.
   *
   * @param written the fields of the schema, in the unit of the key that holds the duration (`talkSeconds`, `afterHours`)
   * @param unitSeconds that unit in seconds
   * @throws RangeError naming the field first, when fields that are each in range do not fit together
   */
  resolve(written: Static<Schema>, unitSeconds: number): ResolvedDuration;
  /** Fills `out[from..to)` with draws in seconds. */
  fill(parameters: readonly number[], stream: Stream, out: Float64Array, from: number, to: number): void;
  /** P(duration > seconds). */
  survival(parameters: readonly number[], seconds: number): number;
}

/** Limits that hold for every written time, whatever its unit: a year in seconds. */
export const longestTime = 31_536_000;
