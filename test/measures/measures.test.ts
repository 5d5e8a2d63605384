import { describe, expect, it } from 'vitest';
import { measureNames } from '../../src/kinds/measures/measure-names.ts';
import { measures } from '../../src/measures/index.ts';
import { intervalTallies } from '../../src/measures/interval-tallies.ts';
import type { MeasureScope } from '../../src/measures/measure.ts';
import { emptyRun, layoutRun } from '../../src/sim/run.ts';
import { randomRun } from './random-run.ts';

const shape = { types: 3, groups: 2, intervals: 7, thresholds: [5, 10] };
const everything: MeasureScope = {
  work: [0, 1, 2],
  groups: [0, 1],
  intervals: [0, 1, 2, 3, 4, 5, 6],
  variant: '',
  threshold: 1,
  shortThreshold: 0,
  tier: -1,
  clock: -1,
};
const seeds = [1, 2, 3, 4, 5];

describe('the list of measures', () => {
  it('computes every measure that a promise can name, and no other', () => {
    const names = (list: { kind: string }[]) => list.map(({ kind }) => kind).sort();
    expect(names(measures.all())).toEqual(names(measureNames.all()));
  });

  it('lets a program add a measure of its own, which promises can name from then on', () => {
    const own = { ...measures.get('blocking'), kind: 'own-measure' };
    measures.add(own);
    expect(measures.get('own-measure')).toBe(own);
    expect(measureNames.get('own-measure')).toBe(own);
  });

  it('lets a program compute a measure whose name promises know already', () => {
    const name = { ...measureNames.get('blocking'), kind: 'named-first' };
    measureNames.add(name);
    const own = { ...measures.get('blocking'), kind: 'named-first' };
    measures.add(own);
    expect(measures.get('named-first')).toBe(own);
    expect(measureNames.get('named-first')).toBe(name);
  });
});

describe.each(measures.all().flatMap((kind) => kind.variants.map((variant) => ({ kind, variant }))))(
  '$kind.kind ($variant)',
  ({ kind, variant }) => {
    const scope = { ...everything, variant };

    it('has nothing to judge in an empty run: 0/0', () => {
      expect(kind.tally(emptyRun(layoutRun(3, 2, 7, [5, 10])), scope)).toEqual({ met: 0, of: 0 });
    });

    it.each(seeds)('adds up over intervals, work types, groups and runs (run %i)', (seed) => {
      const record = randomRun(seed, shape);
      const whole = kind.tally(record, scope);
      const byInterval = intervalTallies(kind, record, scope);
      const parts = [byInterval, scope.work.map((type) => kind.tally(record, { ...scope, work: [type], groups: [] }))];
      const usesGroups = kind.tally(record, { ...scope, groups: [] }).of === 0;
      if (usesGroups) parts[1] = scope.groups.map((group) => kind.tally(record, { ...scope, groups: [group] }));
      for (const list of parts) {
        expect(list.reduce((sum, { met }) => sum + met, 0)).toBeCloseTo(whole.met, 9);
        expect(list.reduce((sum, { of }) => sum + of, 0)).toBeCloseTo(whole.of, 9);
      }
      const twice = { ...record, runs: 2, data: record.data.map((value) => 2 * value) };
      expect(kind.tally(twice, scope)).toEqual({ met: 2 * whole.met, of: 2 * whole.of });
    });

    it.each(seeds)('is at least 0, and a fraction at most 1 (run %i)', (seed) => {
      const { met, of } = kind.tally(randomRun(seed, shape), scope);
      expect(met).toBeGreaterThanOrEqual(0);
      expect(of).toBeGreaterThanOrEqual(0);
      if (kind.unit === 'fraction') expect(met).toBeLessThanOrEqual(of);
    });

    it('refuses a definition that it does not have', () => {
      if (kind.variants.length === 1) return;
      expect(() => kind.tally(randomRun(1, shape), { ...scope, variant: 'other' })).toThrow(
        `variant: ${kind.kind} has no "other", only ${kind.variants.join(', ')}`,
      );
    });
  },
);
