/** One caller in a queue, against closed forms: what a caller ahead does takes an exponential time whatever the others do. */
import { describe, expect, it } from 'vitest';
import { regularizedGammaLower } from '../../src/math/gamma-functions.ts';
import { incompleteBeta } from '../../src/math/incomplete-beta.ts';
import { poissonWeights } from '../../src/math/poisson-weights.ts';
import { afterChange, callerFates, type Leaving, type StaffPiece } from '../../src/math/tagged-caller.ts';

const everyLeaving: Leaving[] = ['pooled', 'named', 'preempted'];
const patient = { service: 0.01, abandonment: 0 };
const restless = { service: 0.01, abandonment: 0.004 };

/** P(N = n) of a Poisson variable, term by term. */
function poisson(n: number, mean: number): number {
  let term = Math.exp(-mean);
  for (let k = 1; k <= n; k++) term *= mean / k;
  return n < 0 ? 0 : term;
}

function fateOf(pieces: readonly StaffPiece[], rates = patient, leaving: Leaving = 'pooled', overhangs = 0, most = 6) {
  return callerFates([pieces], rates, leaving, overhangs, most)[0];
}

describe('poissonWeights', () => {
  it.each([0, 0.3, 2, 7.5, 40])('gives P(X = n) and P(X > n) for a mean of %d', (mean) => {
    const { exactly, more } = poissonWeights(mean);
    expect(exactly.length).toBe(more.length);
    let below = 0;
    exactly.forEach((weight, n) => {
      expect(weight).toBeCloseTo(poisson(n, mean), 14);
      below += weight;
      expect(more[n]).toBeCloseTo(1 - below, 14);
    });
    // The list ends after the last that matters.
    expect(exactly[exactly.length - 1]).toBeGreaterThanOrEqual(mean === 0 ? 1 : 1e-22);
    expect(poisson(exactly.length, mean)).toBeLessThan(1e-22);
    expect(more[more.length - 1]).toBe(0);
  });

  it('leaves out what is negligible below the mode too, and keeps the rest to the last digit', () => {
    const { exactly } = poissonWeights(200);
    const first = exactly.findIndex((weight) => weight > 0);
    // e^−200 · 200^n ÷ n! passes 10⁻²² between 83 and 84 (sums of logarithms).
    const logTerm = (n: number) => {
      let log = -200;
      for (let k = 1; k <= n; k++) log += Math.log(200 / k);
      return log / Math.LN10;
    };
    expect(logTerm(first)).toBeLessThan(-22);
    expect(logTerm(first + 1)).toBeGreaterThanOrEqual(-22);
    expect(exactly.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 13);
    expect(() => poissonWeights(-1)).toThrow(/^mean must/);
  });
});

describe('afterChange', () => {
  it('lets those ahead be answered when agents come, after those who were too many have been counted among them', () => {
    for (const leaving of everyLeaving) expect(afterChange(leaving, 4, 6, 0, 5)).toEqual({ overhang: 0, ahead: 3 });
    expect(afterChange('pooled', 4, 7, 2, 5)).toEqual({ overhang: 0, ahead: 4 });
    expect(afterChange('pooled', 4, 6, 2, 5)).toEqual({ overhang: 0, ahead: 5 });
    expect(afterChange('pooled', 4, 5, 2, 5)).toEqual({ overhang: 1, ahead: 5 });
  });

  it('keeps those who are talking, lets them go with their calls, or sends their callers back to the head of the queue', () => {
    expect(afterChange('pooled', 6, 4, 1, 5)).toEqual({ overhang: 3, ahead: 5 });
    expect(afterChange('named', 6, 4, 0, 5)).toEqual({ overhang: 0, ahead: 5 });
    expect(afterChange('preempted', 6, 4, 0, 5)).toEqual({ overhang: 0, ahead: 7 });
  });
});

describe('callerFates', () => {
  const seconds = 90;
  const agents = 3;
  const alone = [{ duration: seconds, agents }];

  it('waits for as many calls to end as there are callers ahead and one more: a gamma distribution', () => {
    const { virtual, answered, abandoned } = fateOf(alone);
    for (let ahead = 0; ahead <= 6; ahead++) {
      const chance = regularizedGammaLower(ahead + 1, agents * patient.service * seconds);
      expect(virtual[0][ahead]).toBeCloseTo(chance, 13);
      expect(answered[0][ahead]).toBeCloseTo(chance, 13);
      expect(abandoned[0][ahead]).toBe(0);
    }
  });

  it('moves up as others hang up: a beta distribution, tilted by the caller’s own patience', () => {
    // Rates nμ + jθ with j ahead: 1 − e^(−θ wait) has a beta distribution of ahead + 1 and nμ ÷ θ.
    const { service, abandonment } = restless;
    const calls = (agents * service) / abandonment;
    const gone = -Math.expm1(-abandonment * seconds);
    const { virtual, answered, abandoned } = fateOf(alone, restless);
    for (let ahead = 0; ahead <= 6; ahead++) {
      const never = incompleteBeta(gone, ahead + 1, calls);
      const own = (calls / (calls + ahead + 1)) * incompleteBeta(gone, ahead + 1, calls + 1);
      expect(virtual[0][ahead]).toBeCloseTo(never, 13);
      expect(answered[0][ahead]).toBeCloseTo(own, 13);
      expect(abandoned[0][ahead]).toBeCloseTo(1 - own - (1 - gone) * (1 - never), 13);
    }
  });

  it('without agents only hangs up, and without time or rates does nothing', () => {
    const { answered, abandoned } = fateOf([{ duration: seconds, agents: 0 }], restless);
    for (const chance of abandoned[0]) expect(chance).toBeCloseTo(-Math.expm1(-restless.abandonment * seconds), 13);
    for (const chance of answered[0]) expect(chance).toBe(0);
    for (const pieces of [[{ duration: 0, agents: 5 }], [{ duration: seconds, agents: 0 }]]) {
      expect([...fateOf(pieces).virtual[0]]).toEqual(new Array(7).fill(0));
    }
  });

  it('waits for agents who are too many first, who are no successors', () => {
    // One agent and one too many, nobody ahead: the longer of two exponential times.
    const { virtual } = fateOf([{ duration: seconds, agents: 1 }], patient, 'pooled', 2, 1);
    const ended = -Math.expm1(-patient.service * seconds);
    expect(virtual[0][0]).toBeCloseTo(ended, 14);
    expect(virtual[1][0]).toBeCloseTo(ended ** 2, 14);
    expect(virtual[2][0]).toBeCloseTo(ended ** 3, 14);
  });

  const [before, after] = [100, 60];
  /** P(answered), by what of the calls of the first piece ended, and how far the change then carries the caller. */
  function acrossChange(agents: number, later: number, ahead: number, shift: number): number {
    let chance = 1;
    for (let ended = 0; ended <= ahead; ended++) {
      const left = ahead - ended + shift;
      const reached = left < 0 ? 1 : regularizedGammaLower(left + 1, later * patient.service * after);
      chance -= poisson(ended, agents * patient.service * before) * (1 - reached);
    }
    return chance;
  }

  it.each(everyLeaving)('carries a caller over a change of staff, %s', (leaving) => {
    const course = (agents: number, later: number) => [
      { duration: before, agents },
      { duration: after, agents: later },
    ];
    const more = fateOf(course(2, 4), patient, leaving);
    const fewer = fateOf(course(4, 2), patient, leaving);
    for (let ahead = 0; ahead <= 6; ahead++) {
      expect(more.virtual[0][ahead]).toBeCloseTo(acrossChange(2, 4, ahead, -2), 13);
      const shift = { pooled: null, named: 0, preempted: 2 }[leaving];
      if (shift !== null) expect(fewer.virtual[0][ahead]).toBeCloseTo(acrossChange(4, 2, ahead, shift), 13);
    }
    // Whoever never hangs up is answered or is not, and the three tables agree on it.
    expect(fewer.answered).toEqual(fewer.virtual);
    expect(fewer.abandoned[0].every((chance) => chance === 0)).toBe(true);
  });

  it('carries a caller over a fall of the staff by two, who finish their calls', () => {
    // Nobody ahead, three agents, then one: until the change any of three calls, after it the longest of three.
    const { virtual } = fateOf(
      [
        { duration: before, agents: 3 },
        { duration: after, agents: 1 },
      ],
      patient,
      'pooled',
      0,
      0,
    );
    const still = Math.exp(-3 * patient.service * before);
    const longest = (-Math.expm1(-patient.service * after)) ** 3;
    expect(virtual[0][0]).toBeCloseTo(1 - still + still * longest, 13);
  });

  it.each(everyLeaving)('gives callers who arrive one after another what each would get alone, %s', (leaving) => {
    const courses = [0, 20, 55].map((later) => [
      { duration: 60 - later, agents: 3 },
      { duration: 40, agents: 2 },
      { duration: 10 + later, agents: 5 },
    ]);
    const together = callerFates(courses, restless, leaving, 1, 4);
    courses.forEach((course, i) => {
      const one = fateOf(course, restless, leaving, 1, 4);
      for (const name of ['virtual', 'answered', 'abandoned'] as const) {
        one[name].forEach((row, overhang) => {
          row.forEach((chance, ahead) => {
            expect(together[i][name][overhang][ahead]).toBeCloseTo(chance, 12);
          });
        });
      }
    });
  });

  it('gives several callers of one piece tables of their own', () => {
    const courses = [30, 90].map((duration) => [{ duration, agents: 3 }]);
    const [soon, late] = callerFates(courses, restless, 'pooled', 0, 2);
    expect(soon.answered[0][1]).toBeCloseTo(fateOf(courses[0], restless).answered[0][1], 13);
    expect(late.answered[0][1]).toBeCloseTo(fateOf(courses[1], restless).answered[0][1], 13);
    expect(soon.virtual[0][1]).toBeCloseTo(fateOf(courses[0], restless).virtual[0][1], 13);
    expect(soon.abandoned[0][1]).toBeCloseTo(fateOf(courses[0], restless).abandoned[0][1], 13);
  });
});
