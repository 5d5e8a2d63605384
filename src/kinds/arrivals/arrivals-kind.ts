/** What a kind of arrivals is: how demand is written, and the rate curve or the exact counts that it becomes. */
import { type Static, type TObject, Type } from 'typebox';
import type { RateCurve } from '../../math/rate-curve.ts';
import type { Span } from '../clock.ts';
import type { AnySchema, Kind } from '../kind.ts';
import type { Resolving } from '../resolving.ts';

/** Randomness of the level of demand: a factor with mean 1. `cv` 0 means none. */
export interface Busyness {
  cv: number;
  /** Correlation of the factors of neighbouring intervals; 1 = one factor for the whole day (each day its own). */
  intervalCorrelation: number;
}

/** When contacts of a type arrive. */
export type Arrivals =
  | {
      /** A Poisson process with the given rate curve (shocks already multiplied in). */
      process: 'poisson';
      curve: RateCurve;
      /** Own busyness of this type, on top of the scenario's. */
      busyness: Busyness;
    }
  | {
      /** Exact counts per stretch, spread uniformly (in order) within it. */
      process: 'recorded';
      spans: Span[];
      counts: number[];
    };

/** The schema of busyness, beside the scenario's own and a work type's. */
export const busynessSchema = Type.Object(
  {
    cv: Type.Number({
      minimum: 0,
      maximum: 5,
      default: 0,
      description:
        'Coefficient of variation of the factor (standard deviation ÷ mean). 0: no randomness beyond Poisson.',
      examples: [0.08],
    }),
    intervalCorrelation: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 1,
      description: 'Correlation of the factors of neighbouring planning intervals. 1: one factor for the whole day.',
      examples: [0.9],
    }),
  },
  {
    additionalProperties: false,
    default: {},
    description:
      'Randomness of the level of demand beyond Poisson: a gamma factor with mean 1, drawn each day, that multiplies the rate.',
  },
);

/** The work type whose arrivals are being resolved. */
export interface ArrivalsSetting extends Resolving {
  /** Its opening hours over the horizon. */
  readonly hours: readonly Span[];
}

/** A kind of arrivals: one file in `kinds/arrivals/`. */
export interface ArrivalsKind<in out Schema extends TObject = AnySchema> extends Kind {
  readonly schema: Schema;
  /**
   * What the demand as written becomes; `undefined` when a fault was reported.
   * @param written the fields of the schema, defaults written in
   * @param setting the scenario around it
   */
  resolve(written: Static<Schema>, setting: ArrivalsSetting): Arrivals | undefined;
}
