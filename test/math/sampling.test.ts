import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defectsInterval, sampledRate } from '../../src/math/finite-population.ts';
import {
  hypergeometricAtLeast,
  hypergeometricCdf,
  hypergeometricMoments,
  hypergeometricPmf,
} from '../../src/math/hypergeometric.ts';
import { percentSample, sampleForMargin, sampleToDetect } from '../../src/math/sample-size.ts';
import {
  largestRemainder,
  neymanAllocation,
  proportionalAllocation,
  rateSpread,
  simpleRandomVariance,
  stratifiedVariance,
} from '../../src/math/stratified.ts';
import { evenly } from '../evenly.ts';
import { expectClose, golden } from './golden.ts';

const draws = fc.integer({ min: 1, max: 400 }).chain((population) =>
  fc.record({
    population: fc.constant(population),
    defects: fc.integer({ min: 0, max: population }),
    sample: fc.integer({ min: 0, max: population }),
  }),
);

describe('the hypergeometric distribution', () => {
  const rows = golden<{ population: number; defects: number; percent: number; rule: string; n: number }>(
    'qa_hypergeometric',
  );

  it(`hypergeometricPmf and its tails agree with all ${rows.length} exact rows to a relative 1e-12`, () => {
    for (const { in: row, out } of rows) {
      const draw = { population: row.population, defects: row.defects, sample: row.n };
      const about = JSON.stringify(row);
      const { mean, variance } = hypergeometricMoments(draw);
      expectClose(hypergeometricAtLeast(1, draw), out.p_detect_at_least_1!, 1e-12, 0, about);
      expectClose(hypergeometricCdf(0, draw), out.p_miss_all!, 1e-12, 0, about);
      expectClose(hypergeometricPmf(1, draw), out.p_exactly_1!, 1e-12, 0, about);
      expectClose(hypergeometricAtLeast(2, draw), out.p_at_least_2!, 1e-12, 0, about);
      expectClose(mean, out.mean_defects_in_sample!, 1e-12, 0, about);
      expectClose(variance, out.var_defects_in_sample!, 1e-12, 0, about);
    }
  });

  it('percentSample gives the sample of every exact row', () => {
    for (const { in: row } of rows) {
      const rule = row.rule === 'ceil' ? 'ceil' : 'round-half-up';
      expect(percentSample(row.population, row.percent, rule)).toBe(row.n);
    }
  });

  it('hypergeometricPmf sums to hypergeometricCdf, and has its mean and variance', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        let sum = 0;
        let first = 0;
        let second = 0;
        for (let k = 0; k <= draw.sample; k++) {
          const p = hypergeometricPmf(k, draw);
          sum += p;
          first += k * p;
          second += k * k * p;
          expect(hypergeometricCdf(k, draw)).toBeCloseTo(sum, 10);
          expect(hypergeometricAtLeast(k + 1, draw)).toBeCloseTo(1 - sum, 10);
        }
        const { mean, variance } = hypergeometricMoments(draw);
        expect(first).toBeCloseTo(mean, 8);
        expect(second - first * first).toBeCloseTo(variance, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('hypergeometricPmf does not care whether the sample or the defects were drawn', () => {
    fc.assert(
      fc.property(draws, fc.nat(50), (draw, k) => {
        const swapped = { population: draw.population, defects: draw.sample, sample: draw.defects };
        expectClose(hypergeometricPmf(k, swapped), hypergeometricPmf(k, draw), 1e-11, 1e-300, 'swapped');
      }),
    );
  });

  it('hypergeometricPmf is certain of what nothing, or everything, holds', () => {
    for (const k of [0, 1, 2, 3]) {
      expect(hypergeometricPmf(k, { population: 10, defects: 2, sample: 0 })).toBe(k === 0 ? 1 : 0);
      expect(hypergeometricPmf(k, { population: 10, defects: 2, sample: 10 })).toBe(k === 2 ? 1 : 0);
    }
  });

  it('hypergeometricAtLeast copes with a population of a billion', () => {
    const draw = { population: 1e9, defects: 1000, sample: 1e6 };
    // Beside the binomial limit 1 − (1 − 0.001)^1000, which differs in the seventh digit.
    expect(hypergeometricAtLeast(1, draw)).toBeCloseTo(1 - 0.999 ** 1000, 6);
    expect(hypergeometricCdf(500_000, { population: 1e9, defects: 5e8, sample: 1e6 })).toBeCloseTo(0.5004, 3);
  });

  it('hypergeometricPmf refuses counts that are not whole or too large, by name', () => {
    const draw = { population: 10, defects: 2, sample: 3 };
    expect(() => hypergeometricPmf(0.5, draw)).toThrow(/^k must/);
    expect(() => hypergeometricPmf(1, { ...draw, population: 0 })).toThrow(/^population must/);
    expect(() => hypergeometricCdf(1, { ...draw, defects: 11 })).toThrow(/^defects must/);
    expect(() => hypergeometricAtLeast(1, { ...draw, sample: Number.NaN })).toThrow(/^sample must/);
    expect([hypergeometricPmf(-1, draw), hypergeometricPmf(3, draw)]).toEqual([0, 0]);
    expect([hypergeometricCdf(-1, draw), hypergeometricCdf(2, draw)]).toEqual([0, 1]);
    expect([hypergeometricAtLeast(0, draw), hypergeometricAtLeast(3, draw)]).toEqual([1, 0]);
  });
});

describe('sampleToDetect', () => {
  const rows = golden<{ population: number; defects: number; confidence: number }>('qa_min_n_detect');

  it(`sampleToDetect gives the smallest sample of all ${rows.length} exact rows`, () => {
    for (const { in: row, out } of rows) {
      const { population, defects, confidence } = row;
      const sample = sampleToDetect(population, defects, confidence);
      expect(sample).toBe(out.min_n);
      expectClose(hypergeometricAtLeast(1, { population, defects, sample }), out.p_detect!, 1e-12, 0, 'min_n');
      const fewer = hypergeometricAtLeast(1, { population, defects, sample: sample - 1 });
      expectClose(fewer, out.p_detect_n_minus_1!, 1e-12, 0, 'min_n - 1');
    }
  });

  it('sampleToDetect refuses a defect-free population and a confidence in percent, by name', () => {
    expect(() => sampleToDetect(100, 0, 0.9)).toThrow(/^defects must/);
    expect(() => sampleToDetect(100, 5, 90)).toThrow(/^confidence must/);
    expect(() => sampleToDetect(-1, 5, 0.9)).toThrow(/^population must/);
  });
});

describe('percentSample', () => {
  it('percentSample rounds up by less than one item, and never in floating point', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 0, max: 100 }), (population, percent) => {
        const sample = percentSample(population, percent);
        expect(sample * 100).toBeGreaterThanOrEqual(population * percent);
        expect((sample - 1) * 100).toBeLessThan(population * percent === 0 ? 0 : population * percent);
      }),
    );
  });

  it('percentSample takes parts of a percent and the ends', () => {
    expect(percentSample(1000, 2.5)).toBe(25);
    expect(percentSample(1000, 0.1)).toBe(1);
    expect([percentSample(0, 10), percentSample(7, 0), percentSample(7, 100), percentSample(7, 10)]).toEqual([
      0, 0, 7, 1,
    ]);
  });

  it('percentSample refuses fractions of items and percentages outside 0–100, by name', () => {
    expect(() => percentSample(2.5, 10)).toThrow(/^population must/);
    for (const percent of [-1, 101, Number.NaN]) expect(() => percentSample(10, percent)).toThrow(/^percent must/);
  });
});

describe('sampleForMargin', () => {
  it('sampleForMargin gives the textbook 385 for 5 points at 95 %, and 278 of a thousand', () => {
    expect(sampleForMargin({ population: Infinity, margin: 0.05 })).toBe(385);
    expect(sampleForMargin({ population: 1000, margin: 0.05 })).toBe(278);
    expect(sampleForMargin({ population: 10, margin: 1e-9 })).toBe(10);
    expect(sampleForMargin({ population: 10, margin: 0.05, rate: 0 })).toBe(1);
  });

  it('sampleForMargin refuses a margin of 0 and rates outside 0–1, by name', () => {
    expect(() => sampleForMargin({ population: 10, margin: 0 })).toThrow(/^margin must/);
    expect(() => sampleForMargin({ population: 10, margin: 0.1, rate: 2 })).toThrow(/^rate must/);
    expect(() => sampleForMargin({ population: 0, margin: 0.1 })).toThrow(/^population must/);
  });
});

describe('sampledRate', () => {
  const rows = golden<{ population: number; n: number; passes: number }>('qa_fpc');

  it(`sampledRate agrees with all ${rows.length} exact rows to 1e-12`, () => {
    for (const { in: row, out } of rows) {
      const rate = sampledRate(row.passes, row.n, row.population);
      const about = JSON.stringify(row);
      expectClose(rate.point, out.point!, 1e-12, 0, about);
      expectClose(rate.estimated, out.se_estimate_fpc!, 1e-12, 0, about);
      expectClose(rate.plugIn, out.se_plugin_fpc!, 1e-12, 0, about);
      expectClose(rate.uncorrected, out.se_no_fpc!, 1e-12, 0, about);
      expectClose(rate.correction, out.fpc_factor_sqrt!, 1e-12, 0, about);
    }
  });

  it('sampledRate knows nothing of the spread from one item, and everything from all', () => {
    expect(sampledRate(1, 1, 5).estimated).toBe(Infinity);
    expect(sampledRate(1, 1, 1)).toMatchObject({ estimated: 0, plugIn: 0, correction: 0 });
  });

  it('sampledRate refuses counts out of order, by name', () => {
    expect(() => sampledRate(3, 2, 5)).toThrow(/^passes must/);
    expect(() => sampledRate(1, 6, 5)).toThrow(/^sample must/);
    expect(() => sampledRate(0, 0, 5)).toThrow(/^sample must/);
    expect(() => sampledRate(0, 1, 0)).toThrow(/^population must/);
  });
});

describe('defectsInterval', () => {
  it('defectsInterval covers every true number of defects at least as often as it says', () => {
    const [population, sample] = [60, 15];
    const intervals = Array.from({ length: sample + 1 }, (_, found) => defectsInterval(found, sample, population, 0.9));
    for (let defects = 0; defects <= population; defects++) {
      let coverage = 0;
      intervals.forEach(({ low, high }, found) => {
        if (low <= defects && defects <= high) coverage += hypergeometricPmf(found, { population, defects, sample });
      });
      expect(coverage).toBeGreaterThanOrEqual(0.9 - 1e-12);
    }
  });

  it('defectsInterval ends where the next number would be contradicted by the finding', () => {
    for (const [population, sample] of [
      [60, 15],
      [100, 10],
      [31, 30],
    ]) {
      for (let found = 0; found <= sample; found++) {
        const { low, high } = defectsInterval(found, sample, population, 0.9);
        const atLeast = (defects: number) => hypergeometricAtLeast(found, { population, defects, sample });
        const atMost = (defects: number) => hypergeometricCdf(found, { population, defects, sample });
        expect(atLeast(low)).toBeGreaterThan(0.05);
        if (low > found) expect(atLeast(low - 1)).toBeLessThanOrEqual(0.05);
        expect(atMost(high)).toBeGreaterThan(0.05);
        if (high < population - (sample - found)) expect(atMost(high + 1)).toBeLessThanOrEqual(0.05);
      }
    }
  });

  it('defectsInterval of a complete count is that count', () => {
    expect(defectsInterval(3, 20, 20)).toEqual({ low: 3, high: 3 });
  });

  it('defectsInterval refuses counts out of order, by name', () => {
    expect(() => defectsInterval(11, 10, 100)).toThrow(/^found must/);
    expect(() => defectsInterval(1, 10, 100, 1)).toThrow(/^confidence must/);
    expect(() => defectsInterval(0, 1, 0)).toThrow(/^population must/);
    expect(() => defectsInterval(0, 0, 10)).toThrow(/^sample must/);
  });
});

describe('stratified allocation', () => {
  type In = { stratum_sizes: number[]; stratum_defect_rate: number[]; n: number };
  type Out = Record<string, number> &
    Record<`${'proportional' | 'neyman'}_${'real' | 'int_largest_remainder'}`, number[]>;
  const rows = golden<In, Out>('qa_stratified');

  it(`proportionalAllocation and neymanAllocation agree with all ${rows.length} exact rows, integers equal and the rest to 1e-12`, () => {
    for (const { in: row, out } of rows) {
      const sizes = row.stratum_sizes;
      const spreads = sizes.map((size, h) => rateSpread(size, row.stratum_defect_rate[h]));
      const proportional = proportionalAllocation(sizes, row.n);
      const neyman = neymanAllocation(sizes, spreads, row.n);
      expect(proportional.whole).toEqual(out.proportional_int_largest_remainder);
      expect(neyman.whole).toEqual(out.neyman_int_largest_remainder);
      sizes.forEach((_, h) => {
        expectClose(proportional.real[h], out.proportional_real[h], 1e-12, 0, 'proportional');
        expectClose(neyman.real[h], out.neyman_real[h], 1e-12, 0, 'neyman');
      });
      const population = sizes.reduce((sum, size) => sum + size, 0);
      const rate = sizes.reduce((sum, size, h) => sum + size * row.stratum_defect_rate[h], 0) / population;
      expectClose(rate, out.population_rate, 1e-12, 0, 'rate');
      for (const [name, variance] of [
        ['srs', simpleRandomVariance(rate, row.n, population)],
        ['proportional_real', stratifiedVariance(sizes, spreads, proportional.real)],
        ['neyman_real', stratifiedVariance(sizes, spreads, neyman.real)],
      ] as const) {
        expectClose(variance, out[`var_${name}`], 1e-12, 0, name);
        expectClose(Math.sqrt(variance), out[`se_${name}`], 1e-12, 0, name);
      }
    }
  });

  const strata = fc.array(fc.record({ size: fc.integer({ min: 1, max: 500 }), spread: evenly(0, 0.5) }), {
    minLength: 1,
    maxLength: 12,
  });

  it('neymanAllocation draws exactly the sample, never more than a stratum holds, and never worse than proportional', () => {
    fc.assert(
      fc.property(strata, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, share) => {
        const sizes = list.map(({ size }) => size);
        const spreads = list.map(({ spread }) => spread);
        const population = sizes.reduce((sum, size) => sum + size, 0);
        const sample = Math.ceil(share * population);
        const neyman = neymanAllocation(sizes, spreads, sample);
        const proportional = proportionalAllocation(sizes, sample);
        for (const { whole } of [neyman, proportional]) {
          expect(whole.reduce((sum, n) => sum + n, 0)).toBe(sample);
          whole.forEach((n, h) => {
            expect(n).toBeLessThanOrEqual(sizes[h]);
          });
        }
        const best = stratifiedVariance(sizes, spreads, neyman.real);
        const plain = stratifiedVariance(sizes, spreads, proportional.real);
        expect(best).toBeLessThanOrEqual(plain * (1 + 1e-9) + 1e-15);
      }),
    );
  });

  it('neymanAllocation takes a small varied stratum whole and shares out the rest again', () => {
    expect(neymanAllocation([1000, 10], [0.1, 5], 60)).toEqual({ real: [50, 10], whole: [50, 10] });
  });

  it('neymanAllocation without spread is proportional', () => {
    expect(neymanAllocation([30, 10], [0, 0], 8).whole).toEqual([6, 2]);
  });

  it('largestRemainder gives ties to the lower index', () => {
    expect(largestRemainder([1.5, 1.5, 1])).toEqual([2, 1, 1]);
    expect(largestRemainder([0.1 + 0.2 + 0.2, 0.5])).toEqual([1, 0]);
    expect(largestRemainder([0.2, 0.7, 0.4, 0.7, 1])).toEqual([0, 1, 0, 1, 1]);
    expect(largestRemainder([0.25, 1.25, 0.25, 0.25])).toEqual([1, 1, 0, 0]);
    // Half a quota is half a quota, also where rounding left it just below.
    expect(0.7 - 0.2).toBeLessThan(0.5);
    expect(largestRemainder([0.7 - 0.2, 0.5])).toEqual([1, 0]);
    // A quota that rounding left just below a whole number has that number.
    expect(largestRemainder([3 - 1e-13, 0.5, 0.5])).toEqual([3, 1, 0]);
  });

  it('stratifiedVariance is infinite when a varied stratum is not drawn from', () => {
    expect(stratifiedVariance([10, 10], [0.3, 0.3], [5, 0])).toBe(Infinity);
    expect(stratifiedVariance([10, 10], [0.3, 0], [10, 0])).toBe(0);
    expect(stratifiedVariance([0, 10], [0.3, 0.3], [0, 5])).toBe(stratifiedVariance([10], [0.3], [5]));
  });

  it('proportionalAllocation and its fellows refuse bad strata, by name', () => {
    expect(() => proportionalAllocation([], 0)).toThrow(/^sizes must/);
    expect(() => proportionalAllocation([2.5], 1)).toThrow(/^sizes must/);
    expect(() => proportionalAllocation([5], 6)).toThrow(/^sample must/);
    expect(() => neymanAllocation([5], [-1], 2)).toThrow(/^spreads must/);
    expect(() => neymanAllocation([5, 5], [1], 2)).toThrow(/^spreads must/);
    expect(() => stratifiedVariance([5], [1], [1, 2])).toThrow(/^allocation must/);
    expect(() => largestRemainder([Number.NaN])).toThrow(/^quotas must/);
    expect(() => rateSpread(5, 2)).toThrow(/^rate must/);
    expect(() => simpleRandomVariance(0.5, 0, 5)).toThrow(/^sample must/);
  });
});
