/**
 * The Erlang models against the same sums in sixty-digit fixed-point arithmetic on BigInt, and, where those would take too long,
 * against their recurrences: n to a million, loads to five times n, probabilities down to 1e-250.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/math/erlang-a.ts';
import { inverseErlangB, lnErlangB } from '../../src/math/erlang-b.ts';
import { erlangC, erlangCMeasures, lnErlangC } from '../../src/math/erlang-c.ts';
import { expectClose } from './golden.ts';

const digits = 60;
const one = 10n ** BigInt(digits);

/** A double as it is, without its decimal rounding, in fixed point. */
function fixed(value: number): bigint {
  let exponent = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    exponent++;
  }
  return (BigInt(whole) * one) / 2n ** BigInt(exponent);
}

/** A quotient of two fixed-point numbers as a double, however small. */
function ratio(above: bigint, below: bigint): number {
  if (above === 0n) return 0;
  const length = above.toString().length - below.toString().length;
  const shift = 20 - length;
  const scaled = shift >= 0 ? (above * 10n ** BigInt(shift)) / below : above / (below * 10n ** BigInt(-shift));
  return Number(`${scaled}e${-shift}`);
}

/** 1 / B(a, n) by the recursion, exactly rounded at every step to sixty digits. */
function inverseLoss(load: number, agents: number): bigint {
  const a = fixed(load);
  let inverse = one;
  for (let n = 1; n <= agents; n++) inverse = one + (BigInt(n) * one * inverse) / a;
  return inverse;
}

const anyQueue = {
  load: fc.double({ min: 0.01, max: 200, noNaN: true }),
  agents: fc.integer({ min: 1, max: 150 }),
};

describe('the Erlang models in sixty digits', () => {
  it('inverseErlangB, erlangC and their logarithms are right to the last digits, tiny values too', () => {
    fc.assert(
      fc.property(anyQueue.load, anyQueue.agents, (load, agents) => {
        const about = `a ${load} n ${agents}`;
        const inverse = inverseLoss(load, agents);
        if (ratio(inverse, one) === Infinity) return;
        expectClose(inverseErlangB(load, agents), ratio(inverse, one), 1e-12, 0, about);
        expectClose(lnErlangB(load, agents), -Math.log(ratio(inverse, one)), 1e-12, 1e-12, about);
        const a = fixed(load);
        const n = BigInt(agents) * one;
        if (n <= a) return;
        // C = n / [a + (n − a) / B].
        const c = ratio(n * one, a * one + (n - a) * inverse);
        if (c < 1e-250) return;
        expectClose(erlangC(load, agents), c, 1e-11, 0, about);
        expectClose(lnErlangC(load, agents), Math.log(c), 1e-11, 1e-11, about);
        const { asa } = erlangCMeasures({ arrivalRate: load, meanHandleSeconds: 1, agents, answerWithinSeconds: 0 });
        expectClose(asa, ratio(n * one * one, (a * one + (n - a) * inverse) * (n - a)), 1e-10, 0, about);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('erlangA is its birth–death chain, summed in sixty digits from the mode outwards', () => {
    fc.assert(
      fc.property(
        anyQueue.load,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(0.125, 0.5, 1, 2, 8, 64),
        (load, agents, patience) => {
          const a = fixed(load);
          let weight = one;
          let total = one;
          let waiting = 0n;
          let queue = 0n;
          let busy = 0n;
          // Until what is left cannot show in the sums: rates of leaving grow without bound.
          for (let k = 1; k < 20_000; k++) {
            const leave = BigInt(Math.min(k, agents)) * one + fixed(Math.max(0, k - agents) / patience);
            weight = (weight * a) / leave;
            total += weight;
            busy += weight * BigInt(Math.min(k, agents));
            if (k >= agents) waiting += weight;
            if (k > agents) queue += weight * BigInt(k - agents);
            if (leave > a && weight * 10n ** 40n < total) break;
          }
          const options = { arrivalRate: load, meanHandleSeconds: 1, meanPatienceSeconds: patience, agents };
          const m = erlangA({ ...options, answerWithinSeconds: 0.1 });
          const about = `a ${load} n ${agents} patience ${patience}`;
          expectClose(m.waitProbability, ratio(waiting, total), 1e-10, 1e-14, about);
          expectClose(m.meanQueue, ratio(queue, total), 1e-10, 1e-14, about);
          expectClose(m.abandonment, ratio(queue, total) / patience / load, 1e-10, 1e-14, about);
          expectClose(m.occupancy, ratio(busy, total) / agents, 1e-10, 0, about);
        },
      ),
      { seed: 22, numRuns: 120 },
    );
  });

  it('inverseErlangB keeps its recurrence and its order up to a million lines and loads of five times as many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1_000_000 }),
        fc.double({ min: 0.001, max: 5, noNaN: true }),
        (agents, share) => {
          const load = agents * share;
          const inverse = inverseErlangB(load, agents);
          const about = `a ${load} n ${agents}`;
          if (inverse < 1e280) {
            expectClose(inverseErlangB(load, agents + 1), 1 + ((agents + 1) / load) * inverse, 1e-9, 0, about);
          }
          expect(lnErlangB(load, agents + 1)).toBeLessThan(lnErlangB(load, agents));
          expect(lnErlangB(load * 1.001, agents)).toBeGreaterThan(lnErlangB(load, agents));
        },
      ),
      { seed: 23, numRuns: 60 },
    );
  });

  it('erlangA stays a set of probabilities, and each agent helps, up to a hundred thousand agents', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 100_000 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        (agents, share, patience) => {
          const options = { arrivalRate: agents * share, meanHandleSeconds: 1, meanPatienceSeconds: patience };
          const [few, more] = [agents, agents + Math.ceil(Math.sqrt(agents))].map((n) =>
            erlangA({ ...options, agents: n, answerWithinSeconds: 0.05 }),
          );
          for (const m of [few, more]) {
            expectClose(m.throughput / options.arrivalRate + m.abandonment, 1, 1e-10, 0, 'flow');
            expectClose(m.meanQueue, options.arrivalRate * m.meanWaitAll, 1e-10, 1e-300, 'Little');
            for (const level of Object.values(m.serviceLevel)) {
              expect(level).toBeGreaterThanOrEqual(0);
              expect(level).toBeLessThanOrEqual(1);
            }
          }
          expect(more.abandonment).toBeLessThanOrEqual(few.abandonment);
          expect(more.serviceLevel.offered).toBeGreaterThanOrEqual(few.serviceLevel.offered * (1 - 1e-12));
        },
      ),
      { seed: 24, numRuns: 60 },
    );
  });
});
