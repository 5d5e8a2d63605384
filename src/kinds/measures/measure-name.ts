/**
 * The name of a measure as a promise writes it, with what can be known without a run: its definitions, its unit and which
 * way is good. How it is computed stands in the room `measures`, one file a measure.
 */
import { type TObject, type TProperties, Type } from 'typebox';
import type { Bilingual } from '../../words/dictionary.ts';
import type { Kind } from '../kind.ts';

/** What a promise may ask of a measure: at least, at most or either. */
export type Sense = 'at-least' | 'at-most';

/** One measure by name; `schema` holds the fields of a promise that depend on the measure. */
export interface MeasureName extends Kind {
  /** Names of its definitions, the default first. */
  readonly variants: readonly string[];
  /** Each definition in words: numerator ÷ denominator. */
  readonly formulas: Readonly<Record<string, Bilingual>>;
  readonly unit: 'fraction' | 'seconds' | 'count';
  /** Which way is good: more or less. */
  readonly better: 'more' | 'less';
  /** What a promise may say of it. */
  readonly senses: readonly Sense[];
  /** True when a promise must name a threshold T in `seconds`. */
  readonly hasThreshold: boolean;
  /** Definitions that ask for the limit below which an abandon counts as short. */
  readonly shortVariants: readonly string[];
}

/** What distinguishes one measure from another; `nameMeasure` derives the rest. */
interface Description {
  kind: string;
  summary: Bilingual;
  formulas: Record<string, Bilingual>;
  unit: MeasureName['unit'];
  better: MeasureName['better'];
  senses?: readonly Sense[];
  hasThreshold?: boolean;
  /** The promise may speak of one tier of customers. */
  hasTiers?: boolean;
  /** The promise names a clock. */
  hasClock?: boolean;
  shortVariants?: readonly string[];
}

function targetSchema(unit: MeasureName['unit'], sense: Sense) {
  const bound = sense === 'at-least' ? 'at least' : 'at most';
  return unit === 'fraction'
    ? Type.Number({
        minimum: 0,
        maximum: 1,
        description: `The promise holds when the measure is ${bound} this fraction (0–1).`,
        examples: [sense === 'at-least' ? 0.9 : 0.05],
      })
    : Type.Number({
        minimum: 0,
        description: `The promise holds when the measure is ${bound} this many ${unit === 'seconds' ? 'seconds' : 'contacts'}.`,
        examples: [30],
      });
}

/**
 * A measure name with its variants and its schema derived from its formulas.
 * @param description the formulas in order, the default definition first; `senses` default to the good way alone
 */
export function nameMeasure(description: Description): MeasureName {
  const {
    kind,
    summary,
    formulas,
    unit,
    better,
    hasClock = false,
    hasTiers = false,
    hasThreshold = false,
    shortVariants = [],
  } = description;
  const senses = description.senses ?? [better === 'more' ? 'at-least' : 'at-most'];
  const variants = Object.keys(formulas);
  const properties: TProperties = {
    variant: Type.Union(
      variants.map((variant) => Type.Literal(variant, { description: formulas[variant].en })),
      {
        default: variants[0],
        description: 'Which definition of the measure the promise uses.',
        examples: [variants[0]],
      },
    ),
  };
  if (hasThreshold) {
    properties.seconds = Type.Number({
      minimum: 0,
      maximum: 86_400,
      description: 'The threshold T in seconds; a wait of exactly T is within it.',
      examples: [10],
    });
  }
  if (hasTiers) {
    properties.tier = Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Tier of customers that it covers, by its name under `customers`. Default: all.',
        examples: ['core'],
      }),
    );
  }
  if (hasClock) {
    properties.clock = Type.String({
      minLength: 1,
      description: 'The clock, by its name under `clocks`.',
      examples: ['ticket.close'],
    });
  }
  if (shortVariants.length > 0) {
    properties.shortAbandonSeconds = Type.Number({
      minimum: 0,
      maximum: 3600,
      default: 5,
      description: `An abandon within this many seconds is a short one; used by the variant ${shortVariants.join(', ')}.`,
      examples: [5],
    });
  }
  for (const sense of senses) {
    const target = targetSchema(unit, sense);
    properties[sense === 'at-least' ? 'atLeast' : 'atMost'] = senses.length === 1 ? target : Type.Optional(target);
  }
  const schema: TObject = Type.Object(properties);
  return { kind, summary, schema, variants, formulas, unit, better, senses, hasThreshold, shortVariants };
}
