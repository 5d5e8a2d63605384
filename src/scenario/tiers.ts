/** Tiers of customers: how they are written, and whom a promise covers. */
import { type TSchema, Type } from 'typebox';
import type { Resolution } from './resolution.ts';
import type { Scenario } from './scenario.ts';

/** The section `customers` of a scenario. */
export function customersSchema<Map extends TSchema>(
  byName: (value: ReturnType<typeof Type.Number>, options: object) => Map,
) {
  return Type.Object(
    {
      tiers: byName(Type.Number({ minimum: 0, maximum: 1 }), {
        minProperties: 2,
        maxProperties: 20,
        description:
          'Tiers with their share of customers (0–1), together 1. Routing by score may give them points, promises may speak of one of them, and the report tells who was served how.',
        examples: [{ core: 0.12, important: 0.23, ordinary: 0.6, potential: 0.05 }],
      }),
      patience: byName(Type.Number({ minimum: 0.01, maximum: 100 }), {
        default: {},
        description: 'Tiers that would wait so many times as long as `patienceSeconds` of the work says. Default: 1.',
        examples: [{ core: 0.6 }],
      }),
    },
    { additionalProperties: false, description: 'What tells customers apart.' },
  );
}

/** The tiers in their order; nothing where all customers are alike. */
export function resolveTiers(resolution: Resolution): Pick<Scenario, 'tiers'> {
  const { customers } = resolution.written;
  if (customers === undefined) return {};
  const shares = Object.entries(customers.tiers);
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    resolution.fault(['customers', 'tiers'], { key: 'sharesNotAll', values: { sum: Number(sum.toPrecision(6)) } });
  }
  const names = Object.keys(customers.tiers);
  for (const name of Object.keys(customers.patience)) {
    resolution.indexOf('tier', name, names, ['customers', 'patience', name], 'key');
  }
  return {
    tiers: shares.map(([name, share]) => {
      const patience = customers.patience[name] ?? 1;
      return { name, share, ...(patience === 1 ? {} : { patience }) };
    }),
  };
}

/**
 * What tiers make of patience: the mean of a customer’s factor, and of its square; 1 and 1 where all wait alike.
 * @param tiers with their shares, together 1
 */
export function patienceOfTiers(tiers: Scenario['tiers'] = []): { mean: number; square: number } {
  if (tiers.every(({ patience }) => patience === undefined)) return { mean: 1, square: 1 };
  const moment = (power: number) => tiers.reduce((sum, { patience = 1, share }) => sum + share * patience ** power, 0);
  return { mean: moment(1), square: moment(2) };
}

/** The tier of which a promise speaks, by index; undefined where it speaks of all. */
export function tierOf(
  written: string | undefined,
  path: (string | number)[],
  resolution: Resolution,
): number | undefined {
  if (written === undefined) return undefined;
  const names = Object.keys(resolution.written.customers?.tiers ?? {});
  return resolution.indexOf('tier', written, names, [...path, 'tier']);
}
