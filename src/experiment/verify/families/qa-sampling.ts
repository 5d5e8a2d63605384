/** The families of quality assurance: samples without replacement, intervals of a share, strata. */
import { sampledRate } from '../../../math/finite-population.ts';
import {
  hypergeometricAtLeast,
  hypergeometricCdf,
  hypergeometricMoments,
  hypergeometricPmf,
} from '../../../math/hypergeometric.ts';
import { normalQuantile } from '../../../math/normal.ts';
import { type ProportionMethod, proportionInterval } from '../../../math/proportion-interval.ts';
import { percentSample, sampleToDetect } from '../../../math/sample-size.ts';
import {
  neymanAllocation,
  proportionalAllocation,
  rateSpread,
  simpleRandomVariance,
  stratifiedVariance,
} from '../../../math/stratified.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { absolute, relative } from '../tolerance.ts';

/** Chances of finding defects in a sample drawn without replacement; the size of the sample follows from the percentage. */
export const hypergeometricFamily: ReferenceFamily = {
  names: ['qa_hypergeometric'],
  compute(input) {
    const population = input.number('population');
    const draw = { population, defects: input.number('defects'), sample: input.number('n') };
    const moments = hypergeometricMoments(draw);
    return {
      out: {
        p_detect_at_least_1: hypergeometricAtLeast(1, draw),
        p_miss_all: hypergeometricCdf(0, draw),
        p_exactly_1: hypergeometricPmf(1, draw),
        p_at_least_2: hypergeometricAtLeast(2, draw),
        mean_defects_in_sample: moments.mean,
        var_defects_in_sample: moments.variance,
      },
      in: input.has('percent')
        ? {
            n: percentSample(
              population,
              input.number('percent'),
              input.has('rule') && input.text('rule') === 'round_half_up' ? 'round-half-up' : 'ceil',
            ),
          }
        : {},
    };
  },
  tolerance: (field) => (field === 'n' ? 'equal' : relative(1e-12)),
};

/** The smallest sample that finds a defect with the confidence asked. */
export const detectionFamily: ReferenceFamily = {
  names: ['qa_min_n_detect'],
  compute(input) {
    const population = input.number('population');
    const defects = input.number('defects');
    const sample = sampleToDetect(population, defects, input.number('confidence'));
    return {
      out: {
        min_n: sample,
        p_detect: hypergeometricAtLeast(1, { population, defects, sample }),
        p_detect_n_minus_1: hypergeometricAtLeast(1, { population, defects, sample: sample - 1 }),
      },
    };
  },
  tolerance: (field) => (field === 'min_n' ? 'equal' : relative(1e-12)),
};

/** Five intervals of a share. */
export const intervalFamily: ReferenceFamily = {
  names: ['qa_intervals'],
  compute(input) {
    const passes = input.number('passes');
    const n = input.number('n');
    const confidence = input.number('confidence');
    const ends = (method: ProportionMethod): number[] => {
      const { low, high } = proportionInterval(passes, n, confidence, method);
      return [low, high];
    };
    return {
      out: {
        z: -normalQuantile((1 - confidence) / 2),
        point: passes / n,
        clopper_pearson: ends('clopper-pearson'),
        wilson: ends('wilson'),
        wald: ends('wald'),
        agresti_coull: ends('agresti-coull'),
        jeffreys: ends('jeffreys'),
      },
    };
  },
  tolerance: () => absolute(1e-10),
};

/** Standard errors of a share seen in a sample of a finite population. */
export const finitePopulationFamily: ReferenceFamily = {
  names: ['qa_fpc'],
  compute(input) {
    const rate = sampledRate(input.number('passes'), input.number('n'), input.number('population'));
    return {
      out: {
        point: rate.point,
        se_estimate_fpc: rate.estimated,
        se_plugin_fpc: rate.plugIn,
        se_no_fpc: rate.uncorrected,
        fpc_factor_sqrt: rate.correction,
      },
    };
  },
  tolerance: () => relative(1e-12),
};

/** Allocation of a sample to strata, and what it gains. */
export const stratifiedFamily: ReferenceFamily = {
  names: ['qa_stratified'],
  compute(input) {
    const sizes = input.numbers('stratum_sizes');
    const rates = input.numbers('stratum_defect_rate');
    const sample = input.number('n');
    const population = sizes.reduce((sum, size) => sum + size, 0);
    const rate = sizes.reduce((sum, size, i) => sum + size * rates[i], 0) / population;
    const spreads = sizes.map((size, i) => rateSpread(size, rates[i]));
    const proportional = proportionalAllocation(sizes, sample);
    const neyman = neymanAllocation(sizes, spreads, sample);
    const random = simpleRandomVariance(rate, sample, population);
    const proportionalVariance = stratifiedVariance(sizes, spreads, proportional.real);
    const neymanVariance = stratifiedVariance(sizes, spreads, neyman.real);
    return {
      out: {
        proportional_real: proportional.real,
        proportional_int_largest_remainder: proportional.whole,
        neyman_real: neyman.real,
        neyman_int_largest_remainder: neyman.whole,
        var_srs: random,
        var_proportional_real: proportionalVariance,
        var_neyman_real: neymanVariance,
        se_srs: Math.sqrt(random),
        se_proportional_real: Math.sqrt(proportionalVariance),
        se_neyman_real: Math.sqrt(neymanVariance),
        population_rate: rate,
      },
    };
  },
  tolerance: (field) => (field.includes('_int_') ? 'equal' : relative(1e-12)),
};
