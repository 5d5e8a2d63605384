/**
 * Days that others have simulated and printed, computed exactly: the examples MMC and MMCAb of ContactCenters
 * (github.com/umontreal-simul/contactcenters, doc/examples, f5ddb4a0) and the CallCenter of SSJ's tutorial (umontreal-simul/ssj, 98d9a6af).
 */
import { describe, expect, it } from 'vitest';
import { erlangCMeasures } from '../../src/math/erlang-c.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { logGamma } from '../../src/math/gamma-functions.ts';
import { gaussRule } from '../../src/math/quadrature.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';

const eightHours = {
  arrivalRate: stepCurve([0, 28_800], [4.2 / 60]),
  intervalStarts: [0, 28_800],
  agents: [12],
  meanHandleSeconds: 120,
  answerWithinSeconds: 20,
};

describe('exactDay', () => {
  it('exactDay agrees with MMC, whose eight hours start empty: the steady state lies outside the printed interval', () => {
    const { total } = exactDay({ ...eightHours, meanPatienceSeconds: Infinity });
    expect(total.answeredWithin).toBeCloseTo(1815.2717371083925, 4);
    const level = total.answeredWithin / total.answered;
    expect(level).toBeCloseTo(0.9004324092799992, 7);
    // Printed: 0.902, between 0.900 and 0.904.
    expect(level).toBeGreaterThan(0.9);
    const steady = erlangCMeasures({
      arrivalRate: 4.2 / 60,
      meanHandleSeconds: 120,
      agents: 12,
      answerWithinSeconds: 20,
    });
    expect(steady.serviceLevel.offered).toBeCloseTo(0.8990797798946537, 10);
    expect(total.answeredWaitSeconds / total.answered / 60).toBeCloseTo(0.10068074101802055, 7);
  });

  it('exactDay agrees with MMCAb, by each of the two definitions of service level that it prints', () => {
    const { total } = exactDay({ ...eightHours, meanPatienceSeconds: 60 });
    const { answered, answeredWithin, abandoned, abandonedWithin } = total;
    expect(abandoned).toBeCloseTo(59.263218373846925, 5);
    // "Service level": printed 0.975 (0.974 to 0.975). "With abandonment": 0.968 (0.968 to 0.969).
    expect(answeredWithin / answered).toBeCloseTo(0.9744381116388905, 7);
    expect(answeredWithin / (answered + abandoned - abandonedWithin)).toBeCloseTo(0.9681890685867927, 7);
  });

  it('exactDay, mixed over busy and quiet days, lies within the intervals of SSJ’s 10,000 simulated days', () => {
    const perHour = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60];
    const intervalStarts = [...perHour, 0].map((_, hour) => hour * 3600);
    const expected = perHour.reduce((sum, calls) => sum + calls, 0);
    // Busyness is gamma with shape 400 and mean 1: within 4.4 standard deviations of 0.05.
    const { nodes, weights } = gaussRule(16);
    const sums = { weight: 0, wait: 0, within: 0, lost: 0 };
    for (const [i, node] of nodes.entries()) {
      const busyness = 0.78 + 0.44 * node;
      const density = Math.exp(400 * Math.log(400) - logGamma(400) + 399 * Math.log(busyness) - 400 * busyness);
      const weight = 0.44 * weights[i] * density;
      const { total } = exactDay({
        arrivalRate: stepCurve(
          intervalStarts,
          perHour.map((calls) => (busyness * calls) / 3600),
        ),
        intervalStarts,
        agents: [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4],
        meanHandleSeconds: 100,
        meanPatienceSeconds: 1000,
        balking: 0.1,
        answerWithinSeconds: 20,
      });
      sums.weight += weight;
      // Its means divide by the calls expected, count those who hang up within 20 s as good, and their waits as waits.
      sums.wait += (weight * total.waitSeconds) / expected;
      sums.within += (weight * (total.answeredWithin + total.abandonedWithin)) / expected;
      sums.lost += (weight * total.abandoned) / expected;
    }
    expect(sums.weight).toBeCloseTo(1, 4);
    // Printed: 4.713 s (4.680 to 4.746, 90 % confidence), 0.925 and 0.020.
    expect(sums.wait / sums.weight).toBeGreaterThan(4.68);
    expect(sums.wait / sums.weight).toBeLessThan(4.746);
    expect(sums.within / sums.weight).toBeCloseTo(0.92468, 4);
    expect(sums.lost / sums.weight).toBeCloseTo(0.01986, 4);
  });
});
