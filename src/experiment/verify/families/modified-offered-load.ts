/** The load of queues with agents without end, under rates that change: sinusoidal for ever, or by steps from an empty start. */
import { modifiedOfferedLoad } from '../../../math/modified-offered-load.ts';
import { offeredLoadAt, sinusoidalOfferedLoad } from '../../../math/offered-load.ts';
import { stepCurve } from '../../../math/rate-curve.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { FieldReader } from '../reference-file.ts';
import { relative } from '../tolerance.ts';
import { readDistribution } from './distribution.ts';

export const sinusoidalLoadFamily: ReferenceFamily = {
  names: ['mol_sinusoidal'],
  compute(input) {
    const mean = input.number('lambda_bar_per_s');
    const amplitude = input.number('beta_per_s');
    const periodSeconds = input.number('period_s');
    const load = sinusoidalOfferedLoad({ mean, amplitude, periodSeconds }, readDistribution(input.object('service')));
    const turn = (2 * Math.PI) / periodSeconds;
    return {
      out: {
        mean_service_s: load.mean / mean,
        m_mean: load.mean,
        m_amplitude: load.amplitude,
        peak_lag_s: load.lagSeconds,
        series: input.numbers('times_s').map((time) => ({
          t_s: time,
          lambda_per_s: mean + amplitude * Math.sin(turn * time),
          m: load.mean + load.amplitude * Math.sin(turn * (time - load.lagSeconds)),
        })),
      },
    };
  },
  tolerance: (_field, _expected, input) =>
    relative(input.object('service').text('dist') === 'lognormal' ? 1e-8 : 1e-10),
};

export const steppedLoadFamily: ReferenceFamily = {
  names: ['mol_piecewise'],
  compute(input, { out }) {
    const length = input.number('interval_s');
    const meanSeconds = input.number('aht_s');
    const rates = input.numbers('rates_per_s');
    const intervalStarts = Array.from({ length: rates.length + 1 }, (_, i) => i * length);
    const arrivalRate = stepCurve(intervalStarts, rates);
    const handleTime = { kind: 'exponential', meanSeconds } as const;
    // The times of the series stand in the results only.
    const times = new FieldReader('out', out, []).objects('series').map((point) => point.number('t_s'));
    return {
      out: {
        series: times.map((time) => ({ t_s: time, m: offeredLoadAt(arrivalRate, handleTime, time) })),
        intervals: modifiedOfferedLoad({ arrivalRate, intervalStarts, handleTime }).map(({ offeredLoad }, i) => ({
          interval_mean_m: offeredLoad,
          sipp_load_erl: rates[i] * meanSeconds,
        })),
      },
    };
  },
  tolerance: () => relative(1e-10),
};
