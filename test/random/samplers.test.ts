import { describe, expect, it } from 'vitest';
import { regularizedGammaLower, regularizedGammaUpper } from '../../src/math/gamma-functions.ts';
import { fillExponential, fillGamma, fillNormal, fillUniform } from '../../src/random/samplers.ts';
import { type Stream, startStream, streamKey } from '../../src/random/stream.ts';

type Fill = (stream: Stream, out: Float64Array, from: number, to: number) => void;

const normalBelow = (z: number) => {
  const tail = regularizedGammaUpper(0.5, (z * z) / 2) / 2;
  return z > 0 ? 1 - tail : tail;
};

/** Name, sampler, distribution function. */
const samplers: [string, Fill, (x: number) => number][] = [
  ['fillUniform', fillUniform, (x) => x],
  ['fillExponential', (s, o, a, b) => fillExponential(s, o, a, b, 3), (x) => -Math.expm1(-x / 3)],
  ['fillNormal', fillNormal, normalBelow],
  ['fillGamma of shape 0.3', (s, o, a, b) => fillGamma(s, o, a, b, 0.3, 2), (x) => regularizedGammaLower(0.3, x / 2)],
  [
    'fillGamma of shape 28.7',
    (s, o, a, b) => fillGamma(s, o, a, b, 28.7, 2),
    (x) => regularizedGammaLower(28.7, x / 2),
  ],
];

describe('the samplers', () => {
  for (const [name, fill, below] of samplers) {
    it(`${name} agrees with its distribution function by Kolmogorov and Smirnov at 99.99 % confidence`, () => {
      const count = 100_000;
      const out = new Float64Array(count);
      fill(startStream(streamKey('ks', name), 0), out, 0, count);
      out.sort();
      let distance = 0;
      for (let i = 0; i < count; i++) {
        const p = below(out[i]);
        distance = Math.max(distance, p - i / count, (i + 1) / count - p);
      }
      // Limit of Kolmogorov's distribution: P(√n·D > x) = 2·exp(−2x²) for large x.
      expect(distance * Math.sqrt(count)).toBeLessThan(Math.sqrt(-Math.log(0.0001 / 2) / 2));
    });

    it(`${name} fills the asked stretch only, from its stream only`, () => {
      const a = new Float64Array(20).fill(-99);
      const b = new Float64Array(20).fill(-99);
      fill(startStream(streamKey('1', name), 5), a, 3, 11);
      fill(startStream(streamKey('1', name), 5), b, 3, 11);
      expect(a).toEqual(b);
      expect([...a.slice(0, 3), ...a.slice(11)].every((x) => x === -99)).toBe(true);
      expect(a.slice(3, 11).every((x) => x !== -99)).toBe(true);
    });
  }

  it('fillExponential reaches the tail beyond the last layer as often as it should (99.99 % confidence)', () => {
    const count = 4_000_000;
    const out = new Float64Array(count);
    fillExponential(startStream(streamKey('tail', 'exponential'), 0), out, 0, count, 1);
    const beyond = out.reduce((sum, x) => sum + (x > 9 ? 1 : 0), 0);
    const expected = count * Math.exp(-9);
    expect(Math.abs(beyond - expected)).toBeLessThan(3.9 * Math.sqrt(expected));
  });
});
