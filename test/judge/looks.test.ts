import { describe, expect, it } from 'vitest';
import { anyTimeConfidence, fewestToldRuns, lookOnce, planLooks } from '../../src/judge/looks.ts';
import { binomialQuantile } from '../../src/math/binomial.ts';
import { normalQuantile } from '../../src/math/normal.ts';
import { nextNormal } from '../../src/random/samplers.ts';
import { startStream, streamKey } from '../../src/random/stream.ts';

describe('planLooks', () => {
  it('looks after each doubling and at last after the greatest number, sharing the error among the looks', () => {
    expect(planLooks({ confidence: 0.95, minRuns: 100, maxRuns: 1000 })).toMatchObject({
      at: [100, 200, 400, 800, 1000],
      confidence: 0.99,
    });
    expect(planLooks({ confidence: 0.9, minRuns: 50, maxRuns: 200 })).toMatchObject({
      at: [50, 100, 200],
      confidence: 1 - (1 - 0.9) / 3,
    });
  });

  it('looks once when the least is the greatest', () => {
    expect(planLooks({ confidence: 0.95, minRuns: 30, maxRuns: 30 }).at).toEqual([30]);
    expect(planLooks({ confidence: 0.95, minRuns: 1, maxRuns: 1 }).at).toEqual([1]);
    expect(planLooks({ confidence: 0.95, minRuns: 30, maxRuns: 30 }).confidence).toBeCloseTo(0.95, 15);
  });

  it.each([
    [0, 10, /^minRuns: expected a whole number of at least 1, got 0/],
    [1.5, 10, /^minRuns: /],
    [10, 10.5, /^maxRuns: expected a whole number of at least 1, got 10.5/],
    [20, 10, /^minRuns: expected at most maxRuns \(10\), got 20/],
  ])('refuses %f to %f runs', (minRuns, maxRuns, message) => {
    expect(() => planLooks({ confidence: 0.95, minRuns, maxRuns })).toThrow(message);
  });
});

describe('lookOnce', () => {
  it('looks after the runs asked for, at the full confidence', () => {
    expect(lookOnce({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }, 30)).toMatchObject({
      at: [30],
      confidence: 0.95,
    });
    expect(() => lookOnce({ confidence: 0.95, minRuns: 100, maxRuns: 1000 }, 0)).toThrow(/^runs: /);
  });
});

describe('anyTimeConfidence', () => {
  it('misses as seldom as it says, over all normal means that are watched from ten on', () => {
    const [last, paths, confidence] = [400, 4000, 0.95];
    const z = -normalQuantile((1 - anyTimeConfidence(confidence, fewestToldRuns, last)) / 2);
    const stream = startStream(streamKey('looks', 'any-time'), 0);
    let left = 0;
    let leftAtOnce = 0;
    for (let path = 0; path < paths; path++) {
      let sum = 0;
      let furthest = 0;
      for (let n = 1; n <= last; n++) {
        sum += nextNormal(stream);
        if (n >= fewestToldRuns) furthest = Math.max(furthest, Math.abs(sum) / Math.sqrt(n));
      }
      if (furthest > z) left++;
      if (furthest > -normalQuantile((1 - confidence) / 2)) leftAtOnce++;
    }
    // One by one they leave a little less often than in continuous time, of which the formula speaks; at 95 % each, who watches is wrong in a third.
    expect(left).toBeLessThanOrEqual(binomialQuantile(0.999, paths, 1 - confidence));
    expect(left).toBeGreaterThanOrEqual(binomialQuantile(0.001, paths, (1 - confidence) / 2));
    expect(leftAtOnce).toBeGreaterThan(0.3 * paths);
  });

  it('misses as seldom as it says where the estimate is made in another way from thirty on', () => {
    const [last, turn, paths, confidence] = [400, 30, 4000, 0.95];
    const z = -normalQuantile((1 - anyTimeConfidence(confidence, fewestToldRuns, last)) / 2);
    const asOne = -normalQuantile((1 - anyTimeConfidence(confidence, fewestToldRuns, last, 1)) / 2);
    const stream = startStream(streamKey('looks', 'turn'), 0);
    let [left, leftAsOne] = [0, 0];
    for (let path = 0; path < paths; path++) {
      const sums = [0, 0];
      let furthest = 0;
      for (let n = 1; n <= last; n++) {
        sums[0] += nextNormal(stream);
        sums[1] += nextNormal(stream);
        const told = Math.abs(sums[n < turn ? 0 : 1]) / Math.sqrt(n);
        if (n >= fewestToldRuns) furthest = Math.max(furthest, told);
      }
      if (furthest > z) left++;
      if (furthest > asOne) leftAsOne++;
    }
    expect(left).toBeLessThanOrEqual(binomialQuantile(0.999, paths, 1 - confidence));
    expect(left).toBeGreaterThanOrEqual(binomialQuantile(0.001, paths, (1 - confidence) / 2));
    expect(leftAsOne).toBeGreaterThan(left);
    // Below thirty there is one way.
    expect(anyTimeConfidence(confidence, fewestToldRuns, 29)).toBe(
      anyTimeConfidence(confidence, fewestToldRuns, 29, 1),
    );
  });

  it('grows slowly with the runs, and is never less than asked for', () => {
    const confidences = [1, 10, 30, 100, 1000, 1e7].map((last) => anyTimeConfidence(0.95, fewestToldRuns, last));
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    expect(confidences.at(-1)).toBeLessThan(0.9995);
    for (const confidence of [1e-6, 0.05, 0.5, 0.999]) {
      expect(anyTimeConfidence(confidence, fewestToldRuns, 1000)).toBeGreaterThanOrEqual(confidence);
    }
  });
});
