/** What holds for every kind of sampling: whole items, each at most once, each as likely as the draw says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Handled, sampling } from '../../../src/kinds/sampling/index.ts';
import { signs } from '../../../src/kinds/sampling/sampling-kind.ts';
import { binomialCdf } from '../../../src/math/binomial.ts';
import { nextUniform, type Stream, startStream, streamKey } from '../../../src/random/stream.ts';

/** One rule of every kind, groups by index. */
const rules: Record<string, Record<string, unknown>> = {
  simple: { percent: 10 },
  stratified: { percent: 20, by: ['agent'] },
  'per-agent': { contacts: 3 },
  'risk-based': { percent: 20, signs: ['repeat', 'dissatisfied'], longerThanSeconds: 500, share: 0.5 },
  'newcomers-first': { percent: 20, groups: [1], newcomerPercent: 40 },
  automatic: { percent: 20, machineNoise: 10, share: 0.5 },
};

function dayOf(size: number, seed: number): Handled {
  const stream: Stream = startStream(streamKey('sampling', 'day'), seed);
  const column = (most: number) => Array.from({ length: size }, () => Math.floor(nextUniform(stream) * most));
  const agent = column(6);
  return {
    size,
    agent,
    group: agent.map((one) => (one < 2 ? 1 : 0)),
    work: column(2),
    hour: column(24),
    seconds: column(900),
    signs: column(8),
    quality: column(100),
    error: column(5).map((one) => one / 2 - 1),
  };
}

const draws = startStream(streamKey('sampling', 'draws'), 0);

describe('every kind of sampling', () => {
  it('has a rule here', () => {
    expect(Object.keys(rules).sort()).toEqual(
      sampling
        .all()
        .map(({ kind }) => kind)
        .sort(),
    );
  });
});

describe.each(sampling.all().map(({ kind }) => kind))('%s', (kind) => {
  const draw = (handled: Handled, rule = rules[kind]) => sampling.get(kind).draw(rule, handled, draws);

  it('draws nothing from nothing', () => {
    expect(draw(dayOf(0, 1)).items).toEqual([]);
  });

  it('draws whole contacts, each at most once, as many as their chances sum to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1e6 }), (size, seed) => {
        const { chance, items } = draw(dayOf(size, seed));
        expect(items.every((item, i) => item >= 0 && item < size && (i === 0 || items[i - 1] < item))).toBe(true);
        expect(chance.length).toBe(size);
        expect(chance.every((one) => one >= 0 && one <= 1 + 1e-12)).toBe(true);
        expect(items.length).toBeCloseTo(
          chance.reduce((sum, one) => sum + one, 0),
          6,
        );
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('draws every contact as often as it says (two-sided binomial, 99.9 % over all contacts together)', () => {
    const handled = dayOf(48, 7);
    const times = 20_000;
    const counts = new Int32Array(handled.size);
    const { chance } = draw(handled);
    for (let i = 0; i < times; i++) for (const item of draw(handled).items) counts[item]++;
    counts.forEach((count, item) => {
      const p = chance[item];
      const tail =
        p === 0 || p >= 1
          ? count === times * Math.round(p)
            ? 1
            : 0
          : Math.min(binomialCdf(count, times, p), 1 - binomialCdf(count - 1, times, p));
      expect(tail, `${kind}, contact ${item}: ${count} of ${times}, stated ${p}`).toBeGreaterThan(
        0.001 / 2 / handled.size,
      );
    });
  });

  it('gives the same contacts for the same stream', () => {
    const handled = dayOf(90, 3);
    const once = () =>
      sampling.get(kind).draw(rules[kind], handled, startStream(streamKey('sampling', 'again'), 4)).items;
    expect(once()).toEqual(once());
  });
});

describe('simple', () => {
  it('draws exactly 10 and 20 percent, rounded up', () => {
    const drawsOf = (size: number, percent: number) =>
      sampling.get('simple').draw({ percent }, dayOf(size, 1), draws).items.length;
    expect([7, 10, 11, 4000].map((size) => drawsOf(size, 10))).toEqual([1, 1, 2, 400]);
    expect([7, 10, 11, 4000].map((size) => drawsOf(size, 20))).toEqual([2, 2, 3, 800]);
  });

  it('draws every pair alike: n(n − 1) ÷ N(N − 1) (two-sided binomial, 99.9 % over all pairs together)', () => {
    const handled = dayOf(9, 2);
    const times = 30_000;
    const pairs = new Map<string, number>();
    for (let i = 0; i < times; i++) {
      const { items } = sampling.get('simple').draw({ percent: 33 }, handled, draws);
      const key = items.join(' ');
      for (const a of items)
        for (const b of items) if (a < b) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
      expect(key).not.toBe('');
    }
    const p = (3 * 2) / (9 * 8);
    expect(pairs.size).toBe(36);
    for (const count of pairs.values()) {
      const tail = Math.min(binomialCdf(count, times, p), 1 - binomialCdf(count - 1, times, p));
      expect(tail).toBeGreaterThan(0.001 / 2 / 36);
    }
  });
});

describe('stratified', () => {
  it('leaves no stratum more than one contact from its share', () => {
    const handled = dayOf(500, 9);
    const { items } = sampling.get('stratified').draw({ percent: 10, by: ['agent', 'work'] }, handled, draws);
    for (let agent = 0; agent < 6; agent++) {
      for (let work = 0; work < 2; work++) {
        const isHere = (index: number) => handled.agent[index] === agent && handled.work[index] === work;
        const size = Array.from({ length: 500 }, (_, index) => index).filter(isHere).length;
        expect(Math.abs(items.filter(isHere).length - size / 10)).toBeLessThan(1);
      }
    }
  });
});

describe('per-agent', () => {
  it('draws so many of each agent, and all of who has fewer', () => {
    const handled = dayOf(20, 5);
    const { items } = sampling.get('per-agent').draw({ contacts: 3 }, handled, draws);
    for (let agent = 0; agent < 6; agent++) {
      const own = Array.from({ length: 20 }, (_, index) => index).filter((index) => handled.agent[index] === agent);
      expect(items.filter((index) => handled.agent[index] === agent).length).toBe(Math.min(3, own.length));
    }
  });
});

describe('risk-based', () => {
  it('fills half of the sample with suspicious contacts where there are enough', () => {
    const handled = { ...dayOf(100, 5), signs: Array.from({ length: 100 }, (_, i) => (i < 30 ? signs.repeat : 0)) };
    const { items } = sampling.get('risk-based').draw({ percent: 20, signs: ['repeat'], share: 0.5 }, handled, draws);
    expect(items.length).toBe(20);
    expect(items.filter((index) => index < 30).length).toBeGreaterThanOrEqual(10);
  });
});
