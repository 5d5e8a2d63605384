import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandleTime } from '../../src/math/handle-time.ts';
import { handleTimeFunctions } from '../../src/math/handle-time.ts';
import { lagged } from '../../src/math/lagged.ts';
import { modifiedOfferedLoad } from '../../src/math/modified-offered-load.ts';
import { meanOfferedLoad, offeredLoadAt, sinusoidalOfferedLoad } from '../../src/math/offered-load.ts';
import type { RateCurve } from '../../src/math/rate-curve.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';
import { requiredByInterval } from '../../src/math/required-by-interval.ts';
import { stationaryIndependent } from '../../src/math/stationary-independent.ts';
import { evenly } from '../evenly.ts';
import { expectClose, golden } from './golden.ts';

interface Service {
  dist: 'exp' | 'det' | 'erlang' | 'hyperexp2' | 'lognormal';
  mean: number;
  k: number;
  p1: number;
  mean1: number;
  mean2: number;
  cv: number;
}

function handleTimeOf(service: Service): HandleTime {
  const { dist, mean: meanSeconds, k, p1, mean1, mean2, cv } = service;
  if (dist === 'exp') return { kind: 'exponential', meanSeconds };
  if (dist === 'det') return { kind: 'deterministic', seconds: meanSeconds };
  if (dist === 'erlang') return { kind: 'erlang', stages: k, meanSeconds };
  if (dist === 'lognormal') return { kind: 'log-normal', meanSeconds, cv };
  return { kind: 'hyperexponential', shares: [p1, 1 - p1], meansSeconds: [mean1, mean2] };
}

const handleTimes: HandleTime[] = [
  { kind: 'exponential', meanSeconds: 300 },
  { kind: 'deterministic', seconds: 240 },
  { kind: 'erlang', stages: 3, meanSeconds: 420 },
  { kind: 'erlang', stages: 0.7, meanSeconds: 420 },
  { kind: 'hyperexponential', shares: [0.4, 0.6], meansSeconds: [120, 600] },
  { kind: 'log-normal', meanSeconds: 360, cv: 1.2 },
  { kind: 'weibull', shape: 1.4, scaleSeconds: 300 },
];

describe('sinusoidalOfferedLoad', () => {
  type In = { lambda_bar_per_s: number; beta_per_s: number; period_s: number; service: Service };
  type Out = Record<'mean_service_s' | 'm_mean' | 'm_amplitude' | 'peak_lag_s', number> & {
    series: { t_s: number; m: number }[];
  };
  for (const { in: row, out } of golden<In, Out>('mol_sinusoidal')) {
    const tolerance = row.service.dist === 'lognormal' ? 1e-8 : 1e-10;
    it(`sinusoidalOfferedLoad with ${row.service.dist} service over ${row.period_s} s agrees to ${tolerance}`, () => {
      const rate = { mean: row.lambda_bar_per_s, amplitude: row.beta_per_s, periodSeconds: row.period_s };
      const handleTime = handleTimeOf(row.service);
      const load = sinusoidalOfferedLoad(rate, handleTime);
      expectClose(handleTimeFunctions(handleTime).mean, out.mean_service_s, tolerance, 0, 'mean service');
      expectClose(load.mean, out.m_mean, tolerance, 0, 'mean');
      expectClose(load.amplitude, out.m_amplitude, tolerance, 0, 'amplitude');
      expectClose(load.lagSeconds, out.peak_lag_s, tolerance, 0, 'lag');
      for (const { t_s, m } of out.series) {
        const angle = (2 * Math.PI * (t_s - load.lagSeconds)) / row.period_s;
        expectClose(load.mean + load.amplitude * Math.sin(angle), m, tolerance, 0, `at ${t_s} s`);
      }
    });
  }

  it('sinusoidalOfferedLoad of a slow sinusoid lags by the mean of the stationary excess', () => {
    for (const handleTime of handleTimes) {
      const rate = { mean: 1, amplitude: 0.5, periodSeconds: 1e6 };
      const { mean, leftSecondIntegral } = handleTimeFunctions(handleTime);
      // ∫∫ of what is left grows like mean · x − E[S²]/2, and the mean of the excess is E[S²] / (2 mean).
      const excess = 1e6 - leftSecondIntegral(1e6) / mean;
      expectClose(sinusoidalOfferedLoad(rate, handleTime).lagSeconds, excess, 1e-4, 0, handleTime.kind);
    }
  });

  it('sinusoidalOfferedLoad refuses amplitudes above the mean and no period, by name', () => {
    const exponential = handleTimes[0];
    const refuse = (rate: Parameters<typeof sinusoidalOfferedLoad>[0], message: RegExp) =>
      expect(() => sinusoidalOfferedLoad(rate, exponential)).toThrow(message);
    refuse({ mean: 1, amplitude: 2, periodSeconds: 10 }, /^amplitude must/);
    refuse({ mean: -1, amplitude: 0, periodSeconds: 10 }, /^mean must/);
    refuse({ mean: 1, amplitude: 0, periodSeconds: 0 }, /^periodSeconds must/);
  });
});

describe('offeredLoadAt', () => {
  type In = { rates_per_s: number[]; interval_s: number; aht_s: number };
  type Out = {
    series: { t_s: number; m: number }[];
    intervals: { interval_mean_m: number; sipp_load_erl: number }[];
  };
  const rows = golden<In, Out>('mol_piecewise');

  it(`offeredLoadAt, modifiedOfferedLoad and stationaryIndependent agree with all ${rows.length} exact rows to 1e-10`, () => {
    for (const { in: row, out } of rows) {
      const intervalStarts = [...row.rates_per_s, 0].map((_, i) => i * row.interval_s);
      const arrivalRate = stepCurve(intervalStarts, row.rates_per_s);
      const handleTime: HandleTime = { kind: 'exponential', meanSeconds: row.aht_s };
      for (const { t_s, m } of out.series) {
        expectClose(offeredLoadAt(arrivalRate, handleTime, t_s), m, 1e-10, 0, `at ${t_s} s`);
      }
      const modified = modifiedOfferedLoad({ arrivalRate, intervalStarts, handleTime });
      const independent = stationaryIndependent({ arrivalRate, intervalStarts, meanHandleSeconds: row.aht_s });
      out.intervals.forEach(({ interval_mean_m, sipp_load_erl }, i) => {
        expectClose(modified[i].offeredLoad, interval_mean_m, 1e-10, 0, `interval ${i}`);
        expectClose(independent[i].offeredLoad, sipp_load_erl, 1e-10, 0, `interval ${i}`);
      });
    }
  });

  const levels = fc.array(evenly(0, 2), { minLength: 1, maxLength: 5 });
  const steps = (rates: number[]) => {
    const starts = [...rates, 0].map((_, i) => i * 700);
    return stepCurve(starts, rates);
  };
  /** The same curve with a ramp of height 0, which takes the way of curves that are not made of steps. */
  const ramped = (curve: RateCurve): RateCurve => ({
    segments: curve.segments.map((segment) => ({ ...segment, terms: [...segment.terms, { c: 0, n: 1, k: 0 }] })),
  });

  it('offeredLoadAt and meanOfferedLoad are the same in closed form and by quadrature, for every kind of handle time', () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(...handleTimes), fc.integer({ min: 1, max: 5000 }), (rates, kind, time) => {
        const curve = steps(rates);
        expectClose(offeredLoadAt(ramped(curve), kind, time), offeredLoadAt(curve, kind, time), 1e-8, 1e-8, kind.kind);
        const exact = meanOfferedLoad(curve, kind, time, time + 900);
        expectClose(meanOfferedLoad(ramped(curve), kind, time, time + 900), exact, 1e-8, 1e-8, kind.kind);
      }),
    );
  });

  it('offeredLoadAt of a constant rate grows to rate × mean handle time', () => {
    for (const handleTime of handleTimes) {
      const { mean } = handleTimeFunctions(handleTime);
      expectClose(offeredLoadAt(stepCurve([0, 1e6], [0.2]), handleTime, 1e6), 0.2 * mean, 1e-9, 0, handleTime.kind);
    }
  });

  it('meanOfferedLoad conserves work: over all time its integral is arrivals × mean handle time', () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(...handleTimes.slice(0, 5)), (rates, handleTime) => {
        const arrivals = rates.reduce((sum, rate) => sum + 700 * rate, 0);
        const work = meanOfferedLoad(steps(rates), handleTime, 0, 60_000) * 60_000;
        expectClose(work, arrivals * handleTimeFunctions(handleTime).mean, 1e-9, 1e-9, handleTime.kind);
      }),
    );
  });

  it('offeredLoadAt before the curve begins is 0', () => {
    expect(offeredLoadAt(stepCurve([100, 200], [1]), handleTimes[0], 50)).toBe(0);
  });

  it('offeredLoadAt and meanOfferedLoad refuse bad times and handle times, by name', () => {
    const curve = stepCurve([0, 1], [1]);
    expect(() => offeredLoadAt(curve, handleTimes[0], Number.NaN)).toThrow(/^time must/);
    expect(() => meanOfferedLoad(curve, handleTimes[0], 5, 5)).toThrow(/^to must/);
    expect(() => offeredLoadAt(curve, { kind: 'exponential', meanSeconds: 0 }, 5)).toThrow(/^meanSeconds must/);
  });
});

describe('the methods period by period', () => {
  const arrivalRate = stepCurve([0, 1800, 3600, 5400], [0.1, 0.3, 0.05]);
  const demand = { arrivalRate, intervalStarts: [0, 1800, 3600, 5400], meanHandleSeconds: 360 };

  it('lagged mixes the interval with the one before by the share of the lag', () => {
    const [, second] = lagged(demand);
    expectClose(second.offeredLoad, (0.2 * 0.1 + 0.8 * 0.3) * 360, 1e-12, 0, 'lagged');
  });

  it('lagged and modifiedOfferedLoad follow a rise later than stationaryIndependent, and a fall too', () => {
    const independent = stationaryIndependent(demand);
    const handleTime: HandleTime = { kind: 'exponential', meanSeconds: 360 };
    for (const loads of [lagged(demand), modifiedOfferedLoad({ ...demand, handleTime })]) {
      expect(loads[1].offeredLoad).toBeLessThan(independent[1].offeredLoad);
      expect(loads[2].offeredLoad).toBeGreaterThan(independent[2].offeredLoad);
    }
  });

  it('requiredByInterval asks for the fewest agents of each load, and none without load', () => {
    const staffing = {
      meanHandleSeconds: 180,
      meanPatienceSeconds: 60,
      targets: [{ measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 } as const],
    };
    const loads = [120, 0].map((offeredLoad, i) => ({ from: i * 900, to: (i + 1) * 900, offeredLoad }));
    const [busy, empty] = requiredByInterval(loads, staffing);
    expect(busy.required).toBe(124);
    expect(Math.ceil(busy.fractional)).toBe(124);
    expect(empty).toMatchObject({ required: 0, fractional: 0 });
  });

  it('stationaryIndependent and its fellows refuse bad intervals, by name', () => {
    expect(() => stationaryIndependent({ ...demand, intervalStarts: [0] })).toThrow(/^intervalStarts must/);
    expect(() => lagged({ ...demand, intervalStarts: [0, 0] })).toThrow(/^intervalStarts must/);
    expect(() => lagged({ ...demand, meanHandleSeconds: 0 })).toThrow(/^meanHandleSeconds must/);
    const handleTime: HandleTime = { kind: 'deterministic', seconds: -1 };
    expect(() => modifiedOfferedLoad({ ...demand, handleTime })).toThrow(/^seconds must/);
  });
});
