/** What the formulas do at the very ends of what they accept: where a chance equals a bound, nothing is left, or the next step would overflow. */
import { describe, expect, it } from 'vitest';
import { binomialCdf, binomialQuantile } from '../../src/math/binomial.ts';
import { logBinomialTerm } from '../../src/math/binomial-term.ts';
import { carriedVolume } from '../../src/math/carried-volume.ts';
import { chat } from '../../src/math/chat.ts';
import { coMoments } from '../../src/math/co-moments.ts';
import { cusum, cusumDecision, ewma, ewmaWidth } from '../../src/math/control-chart.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangB, inverseErlangB } from '../../src/math/erlang-b.ts';
import { defectsInterval } from '../../src/math/finite-population.ts';
import { fluidDay } from '../../src/math/fluid.ts';
import {
  logRegularizedGammaUpper,
  regularizedGammaLower,
  regularizedGammaUpper,
} from '../../src/math/gamma-functions.ts';
import { halfinWhitt, halfinWhittBeta } from '../../src/math/halfin-whitt.ts';
import { handleTimeFunctions } from '../../src/math/handle-time.ts';
import { hypergeometricAtLeast, hypergeometricCdf, hypergeometricPmf } from '../../src/math/hypergeometric.ts';
import { betaQuantile, incompleteBeta } from '../../src/math/incomplete-beta.ts';
import { pairingGain } from '../../src/math/paired-difference.ts';
import { type Patience, patienceFunctions } from '../../src/math/patience.ts';
import { quantileInterval } from '../../src/math/quantile-interval.ts';
import { serviceLevelBase } from '../../src/math/queue-measures.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';
import { requiredAgents } from '../../src/math/required-agents.ts';
import { sampleForMargin } from '../../src/math/sample-size.ts';
import { expLessOnePlus } from '../../src/math/small-differences.ts';
import { laggedBy } from '../../src/math/stationary-independent.ts';
import {
  neymanAllocation,
  proportionalAllocation,
  rateSpread,
  simpleRandomVariance,
} from '../../src/math/stratified.ts';
import { studentTCdf, studentTQuantile } from '../../src/math/student-t.ts';
import { expectClose } from './golden.ts';

const ranks = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('arguments of exactly 0', () => {
  const queue = { arrivalRate: 0.1, agents: 3, answerWithinSeconds: 10 };
  const day = { intervalStarts: [0, 60], agents: [1], arrivalRate: stepCurve([0, 60], [0.1]) };
  it.each<[string, () => unknown]>([
    ['seconds', () => patienceFunctions({ kind: 'deterministic', seconds: 0 })],
    ['meanSeconds', () => patienceFunctions({ kind: 'exponential', meanSeconds: 0 })],
    ['meanSeconds', () => patienceFunctions({ kind: 'erlang', stages: 2, meanSeconds: 0 })],
    ['stages', () => patienceFunctions({ kind: 'erlang', stages: 0, meanSeconds: 60 })],
    ['meanSeconds', () => patienceFunctions({ kind: 'log-normal', meanSeconds: 0, cv: 1 })],
    ['cv', () => patienceFunctions({ kind: 'log-normal', meanSeconds: 60, cv: 0 })],
    ['shape', () => patienceFunctions({ kind: 'weibull', shape: 0, scaleSeconds: 60 })],
    ['scaleSeconds', () => patienceFunctions({ kind: 'weibull', shape: 1, scaleSeconds: 0 })],
    ['shares', () => patienceFunctions({ kind: 'hyperexponential', shares: [], meansSeconds: [] })],
    ['shares', () => patienceFunctions({ kind: 'hyperexponential', shares: [1], meansSeconds: [60, 90] })],
    ['meanHandleSeconds', () => fluidDay({ ...day, meanHandleSeconds: 0, meanPatienceSeconds: 60 })],
    ['meanPatienceSeconds', () => fluidDay({ ...day, meanHandleSeconds: 60, meanPatienceSeconds: 0 })],
    ['snapshotSeconds', () => fluidDay({ ...day, meanHandleSeconds: 60, meanPatienceSeconds: 60, snapshotSeconds: 0 })],
    ['meanPatienceSeconds', () => chat({ ...queue, handleSecondsByConcurrency: [60], meanPatienceSeconds: 0 })],
    ['width', () => ewma([1], 0.5, 0)],
    ['weight', () => ewma([1], 0, 3)],
    ['s', () => regularizedGammaLower(0, 1)],
    ['s', () => regularizedGammaUpper(0, 1)],
    ['s', () => logRegularizedGammaUpper(0, 1)],
    ['a', () => incompleteBeta(0.5, 0, 1)],
    ['b', () => incompleteBeta(0.5, 1, 0)],
    ['a', () => betaQuantile(0.5, 0, 1)],
    ['b', () => betaQuantile(0.5, 1, 0)],
    [
      'meanHandleSeconds',
      () =>
        requiredAgents({
          arrivalRate: 0.1,
          meanHandleSeconds: 0,
          meanPatienceSeconds: 60,
          targets: [{ measure: 'abandonment', atMost: 0.1 }],
        }),
    ],
  ])('are refused where 0 means nothing: %s', (name, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(new RegExp(`^${name} must`));
  });

  it('are refused beyond a million points too', () => {
    expect(() => ewmaWidth(0.1, 1_000_001)).toThrow(/^points must/);
    expect(() => cusumDecision(0.5, 1_000_001)).toThrow(/^points must/);
  });

  it.each<Patience>([
    { kind: 'exponential', meanSeconds: 60 },
    { kind: 'deterministic', seconds: 60 },
    { kind: 'erlang', stages: 3, meanSeconds: 60 },
    { kind: 'hyperexponential', shares: [0.5, 0.5], meansSeconds: [30, 90] },
    { kind: 'log-normal', meanSeconds: 60, cv: 1 },
    { kind: 'weibull', shape: 2, scaleSeconds: 60 },
  ])('nobody is gone after no time: $kind', (patience) => {
    const { left, gone, waitedByGone } = patienceFunctions(patience);
    expect([left(0), gone(0), waitedByGone(0)]).toEqual([1, expect.closeTo(0, 15), expect.closeTo(0, 15)]);
    const { leftIntegral, leftSecondIntegral } = handleTimeFunctions(patience);
    expect([leftIntegral(0), leftSecondIntegral(0)]).toEqual([expect.closeTo(0, 15), expect.closeTo(0, 15)]);
  });

  it('a time that is always the same is over at that time, and its integrals go on without a jump', () => {
    const { left, gone, waitedByGone, jumps } = patienceFunctions({ kind: 'deterministic', seconds: 60 });
    expect([left(60), gone(60), waitedByGone(60), jumps]).toEqual([0, 1, 60, [60]]);
    const { leftSecondIntegral } = handleTimeFunctions({ kind: 'deterministic', seconds: 60 });
    expect(leftSecondIntegral(60)).toBe(1800);
    expect(leftSecondIntegral(60 - 1e-9)).toBeCloseTo(1800, 6);
  });
});

describe('Erlang B', () => {
  it('erlangB is exact where its inverse is', () => {
    expect([erlangB(1, 4), erlangB(2, 2), erlangB(2, 3)]).toEqual([1 / 65, 2 / 5, 4 / 19]);
  });

  it('erlangB goes on below the smallest normal number, where its inverse overflows', () => {
    expect(inverseErlangB(1, 171)).toBe(Infinity);
    // B(1, 171) = B(1, 170) ÷ (171 + B(1, 170)).
    const exact = erlangB(1, 170) / 171;
    expect(erlangB(1, 171) / exact).toBeCloseTo(1, 10);
  });

  it.each([1, 2.5, 1000, 2000])('erlangB without load blocks nobody: %d agents', (agents) => {
    expect(erlangB(0, agents)).toBe(0);
    expect(inverseErlangB(0, agents)).toBe(Infinity);
  });

  it('halfinWhittBeta of certainty is 0', () => {
    expect(halfinWhittBeta(1)).toBe(0);
    expect(halfinWhitt(0)).toBe(1);
  });

  it('carriedVolume is 0 where so small a part of an agent keeps no target at any volume a double can tell', () => {
    const targets = [{ measure: 'waitProbability', atMost: 0.3 }] as const;
    expect(carriedVolume({ meanHandleSeconds: 180, meanPatienceSeconds: 60, targets }, 0.001)).toBe(0);
  });

  it('serviceLevelBase is the denominator of each definition as a share of those offered', () => {
    const desk = erlangA({
      arrivalRate: 1,
      meanHandleSeconds: 60,
      meanPatienceSeconds: 60,
      agents: 50,
      answerWithinSeconds: 10,
    });
    expect(serviceLevelBase(desk, 'offered')).toBe(1);
    expect(serviceLevelBase(desk, 'answered')).toBe(1 - desk.abandonment);
    expect(serviceLevelBase(desk, 'shortAbandonsExcluded')).toBe(1 - desk.abandonedWithin);
    expect(desk.abandonedWithin).toBeGreaterThan(0);
    expect(desk.abandonedWithin).toBeLessThan(desk.abandonment);
  });
});

describe('a chance that equals its bound', () => {
  it('binomialQuantile of a value of the distribution function is where it is reached', () => {
    for (let k = 0; k < 10; k++) expect(binomialQuantile(binomialCdf(k, 10, 0.3), 10, 0.3)).toBe(k);
  });

  it('quantileInterval leaves out exactly half of the error probability where the ranks allow it', () => {
    const tail = binomialCdf(4, 10, 0.5);
    const { low, high, coverage } = quantileInterval(ranks(10), 0.5, 1 - 2 * tail);
    expect([low, high]).toEqual([5, 6]);
    expect(coverage).toBeCloseTo(1 - 2 * tail, 12);
  });

  it('quantileInterval of one value, and of one among infinite ones, is that value', () => {
    expect(quantileInterval([7], 0.3).point).toBe(7);
    expect(quantileInterval([3, 7, Infinity], 0.5).point).toBe(7);
  });

  it('defectsInterval leaves out a number that the finding contradicts at just half the error probability', () => {
    const one = hypergeometricAtLeast(1, { population: 4, defects: 1, sample: 1 });
    expect(defectsInterval(1, 1, 4, 1 - 2 * one).low).toBe(2);
    const none = hypergeometricCdf(0, { population: 4, defects: 3, sample: 1 });
    expect(defectsInterval(0, 1, 4, 1 - 2 * none).high).toBe(2);
  });

  it('a chart calls beyond its limit, not on it', () => {
    expect(ewma([1], 1, 1)).toEqual({ averages: [1], limit: 1, firstCall: -1 });
    expect(ewma([1.5], 1, 1).firstCall).toBe(0);
    expect(cusum([2, 2], 0, 4).firstCall).toBe(-1);
    expect(cusum([-2, -2], 0, 4).firstCall).toBe(-1);
    expect(cusum([2, 2.5], 0, 4).firstCall).toBe(1);
    expect(cusum([-2, -2.5], 0, 4).firstCall).toBe(1);
  });
});

describe('counts', () => {
  it('logBinomialTerm changes from one count to the next as it should, to all its digits, among a billion', () => {
    const n = 1e9;
    // b(k + 1) ÷ b(k) = (n − k) ÷ (k + 1) · p ÷ q.
    for (const [p, k] of [
      [0.5, 5e8 + 1e4],
      [0.5, 5e8 - 1e4],
      [0.2, 2e8 + 9e3],
    ]) {
      const step = logBinomialTerm(k + 1, n - k - 1, p) - logBinomialTerm(k, n - k, p);
      expect(step).toBeCloseTo(Math.log((((n - k) / (k + 1)) * p) / (1 - p)), 12);
    }
  });

  it('logBinomialTerm of no trials is certain, and of one sided counts a power', () => {
    expect(logBinomialTerm(0, 0, 0.3)).toBe(0);
    expect(logBinomialTerm(0, 0, 1)).toBe(0);
    // A chance too near 1 for its complement to be told by subtraction.
    expect(logBinomialTerm(0, 3, 1, 1e-20)).toBeCloseTo(3 * Math.log(1e-20), 10);
    expect(logBinomialTerm(3, 0, 1e-20, 1)).toBeCloseTo(3 * Math.log(1e-20), 10);
    expectClose(logBinomialTerm(0, 3, 1e-20), -3e-20, 1e-14, 0, 'log');
    expectClose(logBinomialTerm(3, 0, 1, 1e-20), -3e-20, 1e-14, 0, 'log');
  });

  it('a sample of nothing, or of everything, leaves nothing to chance', () => {
    expect(hypergeometricPmf(0, { population: 5, defects: 2, sample: 0 })).toBe(1);
    expect(hypergeometricPmf(2, { population: 5, defects: 2, sample: 5 })).toBe(1);
    expect(simpleRandomVariance(0.5, 1, 1)).toBe(0);
    expect([rateSpread(0, 0.5), rateSpread(1, 0.5)]).toEqual([0, 0]);
    expect(proportionalAllocation([0, 0], 0)).toEqual({ real: [0, 0], whole: [0, 0] });
    expect(neymanAllocation([0, 0], [1, 1], 0)).toEqual({ real: [0, 0], whole: [0, 0] });
    expect(neymanAllocation([3, 3], [1, 1], 6)).toEqual({ real: [3, 3], whole: [3, 3] });
  });

  it('sampleForMargin corrects for a small population by one less than the sample of a large one', () => {
    // 1.96² × 0.25 ÷ 0.3² = 10.67; 10.67 ÷ (1 + 9.67 ÷ 10) = 5.43.
    expect(sampleForMargin({ population: 10, margin: 0.3 })).toBe(6);
    // 10.67 ÷ (1 + 9.67 ÷ 2) = 1.83.
    expect(sampleForMargin({ population: 2, margin: 0.3 })).toBe(2);
    expect(sampleForMargin({ population: 1, margin: 0.3 })).toBe(1);
  });

  it('pairingGain is the sum of two variances over that of the difference', () => {
    // Denominators of 1: the ratios are means of x and y, with variances 5/3 and 8/3 and covariance 2.
    const runs = [1, 2, 3, 4].map((x, i) => [x, 1, [2, 2, 4, 5.2][i], 1]);
    const y = runs.map((run) => run[2]);
    const mean = y.reduce((a, b) => a + b, 0) / 4;
    const variance = y.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 3;
    const difference = runs.map(([x, , other]) => x - other);
    const middle = difference.reduce((a, b) => a + b, 0) / 4;
    const paired = difference.reduce((sum, one) => sum + (one - middle) ** 2, 0) / 3;
    expect(pairingGain(coMoments(4, runs))).toBeCloseTo((5 / 3 + variance) / paired, 12);
    expect(
      pairingGain(
        coMoments(4, [
          [1, 1, 1, 1],
          [1, 1, 1, 1],
        ]),
      ),
    ).toBe(1);
    expect(pairingGain(coMoments(4, [[1, 1, 1, 1]]))).toBeUndefined();
    expect(
      pairingGain(
        coMoments(4, [
          [1, 0, 1, 1],
          [1, 0, 1, 2],
        ]),
      ),
    ).toBeUndefined();
    expect(
      pairingGain(
        coMoments(4, [
          [1, 1, 1, 0],
          [1, 2, 1, 0],
        ]),
      ),
    ).toBeUndefined();
    expect(
      pairingGain(
        coMoments(4, [
          [1, 1, 1, 1],
          [3, 1, 3, 1],
        ]),
      ),
    ).toBe(Infinity);
    expect(() =>
      pairingGain(
        coMoments(2, [
          [1, 1],
          [1, 2],
        ]),
      ),
    ).toThrow('moments must hold 4 quantities, got 2');
    // Two runs are enough.
    expect(
      pairingGain(
        coMoments(4, [
          [1, 1, 2, 1],
          [3, 1, 2, 1],
        ]),
      ),
    ).toBe(1);
  });
});

describe('special functions', () => {
  it('studentTQuantile of one half is 0, and the distribution function there one half', () => {
    for (const degrees of [0.3, 1, 5.5, 30, 1e6]) {
      expect(studentTQuantile(0.5, degrees)).toBe(0);
      expect(studentTCdf(0, degrees)).toBe(0.5);
    }
  });

  it('betaQuantile of 0 and 1 are the ends, and with the complement given the upper end keeps its digits', () => {
    expect(betaQuantile(0, 2, 3)).toEqual({ x: 0, complement: 1 });
    expect(betaQuantile(1, 2, 3)).toEqual({ x: 1, complement: 0 });
    // I_x(1, b) = 1 − (1 − x)ᵇ.
    expectClose(betaQuantile(1, 1, 2, 1e-40).complement, 1e-20, 1e-13, 0, 'complement');
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });

  it('logRegularizedGammaUpper is the logarithm on both sides of s + 1', () => {
    for (const [s, x] of [
      [3, 0],
      [3, 2],
      [3, 4],
      [3, 4.5],
      [3, 30],
      [0.5, 0.1],
    ]) {
      expect(logRegularizedGammaUpper(s, x)).toBeCloseTo(Math.log(regularizedGammaUpper(s, x)), 12);
    }
    // Q(1, x) = e^(−x); Q(2, x) = (1 + x) e^(−x).
    expect(logRegularizedGammaUpper(1, 5000)).toBeCloseTo(-5000, 9);
    expect(logRegularizedGammaUpper(2, 5000)).toBeCloseTo(Math.log(5001) - 5000, 9);
  });

  it('expLessOnePlus has all its digits where the series is longest', () => {
    for (const x of [-0.49, -0.25, -0.2499, 0.2499, 0.25, 0.49]) {
      let term = 1;
      let sum = 0;
      const terms: number[] = [];
      for (let k = 1; k < 30; k++) {
        term *= x / k;
        if (k > 1) terms.push(term);
      }
      for (const one of terms.reverse()) sum += one;
      expectClose(expLessOnePlus(x), sum, 1e-15, 0, `x = ${x}`);
    }
  });

  it('laggedBy gives one load for each interval', () => {
    const demand = {
      arrivalRate: stepCurve([0, 60, 120], [0.5, 1]),
      intervalStarts: [0, 60, 120],
      meanHandleSeconds: 10,
    };
    expect(laggedBy(demand, 30)).toEqual([
      { from: 0, to: 60, offeredLoad: 2.5 },
      { from: 60, to: 120, offeredLoad: 7.5 },
    ]);
  });
});
