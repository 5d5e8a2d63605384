/** What a kind of shock is: something that happens at a stated time and changes demand, staff, handling or lines for a while. */
import { type Static, type TObject, type TProperties, Type } from 'typebox';
import type { RateSegment } from '../../math/rate-curve.ts';
import { type Span, timePattern } from '../clock.ts';
import type { AnySchema, Kind } from '../kind.ts';
import type { Resolving } from '../resolving.ts';

/** A quantity taken away: a share of what there is, or a number. */
export type Loss = { share: number } | { number: number };

/** What a shock does while it lasts. A kind fills in what applies. */
export interface ShockEffect {
  /** Factor on the rates of the work types touched. */
  demand?: RateSegment;
  /** The same for a stretch after it: what was held back comes. */
  demandAfter?: RateSegment;
  /** Talk, hold and wrap-up of the work types touched that begin meanwhile take this many times as long. */
  slowdown?: number;
  /** Factors on what follows from contacts of the work types touched that end meanwhile, and on the share settled. */
  outcomes?: { followUps: number; resolved: number };
  /** Agents of each group touched who leave. */
  agentsLost?: Loss;
  /** Lines of each pool touched that are down. */
  linesLost?: Loss;
}

/** What the names in `touches` are. */
export type Touched = 'work' | 'group' | 'line pool';

/** When a shock lasts, and where it reports what does not fit together. */
export interface ShockSetting {
  span: Span;
  fault: Resolving['fault'];
}

/** A kind of shock: one file in `kinds/shocks/`. */
export interface ShockKind<in out Schema extends TObject = AnySchema> extends Kind {
  readonly schema: Schema;
  readonly touched: Touched;
  /**
   * What the shock as written does; `undefined` when a fault was reported.
   * @param written the fields of the schema, defaults written in
   * @param setting when it lasts, and where to report faults
   */
  effect(written: Static<Schema>, setting: ShockSetting): ShockEffect | undefined;
}

const whenFields = {
  from: Type.String({ pattern: timePattern, description: 'Local time at which it starts.', examples: ['10:00'] }),
  day: Type.Integer({
    minimum: 1,
    maximum: 366,
    default: 1,
    description: 'Day of the simulation on which it starts, the first being 1.',
    examples: [1],
  }),
  hours: Type.Optional(
    Type.Number({ exclusiveMinimum: 0, maximum: 8784, description: 'How long it lasts, hours.', examples: [2.5] }),
  ),
  minutes: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 527_040,
      description: 'How long it lasts, minutes; instead of hours.',
      examples: [90],
    }),
  ),
  why: Type.String({
    default: '',
    description: 'What happened, in a few words; the report shows it.',
    examples: ['launch mails went out at nine'],
  }),
};

const named: Record<Touched, { plural: string; example: string }> = {
  work: { plural: 'types of work', example: 'inquiry' },
  group: { plural: 'groups', example: 'tariff' },
  'line pool': { plural: 'pools of lines', example: 'trunk' },
};

/**
 * The schema of a shock: when it happens, what it touches, and the kind's own fields.
 * @param touched what the names in `touches` are
 * @param own the kind's own fields
 */
export function shockSchema<Own extends TProperties>(touched: Touched, own: Own) {
  return Type.Object({
    ...whenFields,
    touches: Type.Optional(
      Type.Array(Type.String(), {
        minItems: 1,
        uniqueItems: true,
        description: `Names of the ${named[touched].plural} it touches. Default: all.`,
        examples: [[named[touched].example]],
      }),
    ),
    ...own,
  });
}

/** The fields every shock has. */
export type ShockWhen = Static<ReturnType<typeof shockSchema<Record<never, never>>>>;

/** A loss given either as a share or as a number; a fault when both or neither are. */
export function lossOf(
  share: number | undefined,
  number: number | undefined,
  name: string,
  fault: ShockSetting['fault'],
): Loss | undefined {
  if (share !== undefined && number === undefined) return { share };
  if (number !== undefined && share === undefined) return { number };
  const got = share === undefined ? 'neither' : 'both';
  fault([], { key: 'oneOfTwo', values: { first: 'share', second: name, got } });
  return undefined;
}
