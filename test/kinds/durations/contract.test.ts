/** What every kind of duration must keep: one suite for all. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { durations } from '../../../src/kinds/durations/index.ts';
import { startStream, streamKey } from '../../../src/random/stream.ts';

/** Ways to write each kind, in minutes. */
const written: Record<string, Record<string, unknown>[]> = {
  fixed: [{ value: 0 }, { value: 3 }],
  uniform: [
    { min: 0, max: 2 },
    { min: 1.5, max: 1.75 },
  ],
  exponential: [{ mean: 5 }],
  gamma: [
    { mean: 4, cv: 0.2 },
    { mean: 4, cv: 1 },
    { mean: 4, cv: 2 },
  ],
  'log-normal': [
    { mean: 3, cv: 0.5 },
    { mean: 3, cv: 1.2 },
  ],
  weibull: [
    { mean: 2, shape: 0.8 },
    { mean: 2, shape: 3 },
  ],
  hyperexponential: [
    { mean: 4, cv: 1 },
    { mean: 4, cv: 2.5 },
  ],
  mixture: [
    {
      parts: [
        { share: 3, mean: 1 },
        { share: 1, mean: 9 },
      ],
    },
    { parts: [{ share: 1, mean: 2 }] },
  ],
  recorded: [{ values: [1, 1, 2, 10] }],
  never: [{}],
};
const count = 200_000;

for (const kind of durations.all()) {
  describe(`the duration kind ${kind.kind}`, () => {
    it('has examples here, and a summary in both languages', () => {
      expect(written[kind.kind].length).toBeGreaterThan(0);
      expect(kind.summary.en).not.toBe('');
      expect(kind.summary.zh).toMatch(/[\u4e00-\u9fff]/);
    });

    for (const fields of written[kind.kind]) {
      const { parameters, mean, cv } = kind.resolve(fields, 60);
      const sample = new Float64Array(count);
      kind.fill(parameters, startStream(streamKey('contract', kind.kind), 0), sample, 0, count);
      const title = JSON.stringify(fields);

      it(`accepts ${title} by its schema`, () => {
        const ajv = new Ajv2020({ strict: true });
        expect(ajv.validate({ ...kind.schema, additionalProperties: false }, fields), ajv.errorsText()).toBe(true);
      });

      it(`draws nothing negative from ${title}`, () => {
        expect(sample.every((x) => x >= 0)).toBe(true);
      });

      it(`draws the same bytes from the same stream for ${title}`, () => {
        const again = new Float64Array(count);
        kind.fill(parameters, startStream(streamKey('contract', kind.kind), 0), again, 0, count);
        expect(Buffer.from(again.buffer).equals(Buffer.from(sample.buffer))).toBe(true);
      });

      it(`resolves ${title} to minutes as 60 times seconds`, () => {
        expect(mean).toBeCloseTo(60 * kind.resolve(fields, 1).mean, 9);
        expect(cv).toBeCloseTo(kind.resolve(fields, 1).cv, 9);
      });

      it(`draws ${title} with the mean it states (99.99 % confidence)`, () => {
        const average = sample.reduce((sum, x) => sum + x, 0) / count;
        if (mean === Number.POSITIVE_INFINITY) expect(average).toBe(Number.POSITIVE_INFINITY);
        else expect(Math.abs(average - mean)).toBeLessThanOrEqual((3.9 * cv * mean) / Math.sqrt(count) + 1e-9 * mean);
      });

      it(`draws ${title} as its survival function says (99.99 % confidence at each of 9 points)`, () => {
        const sorted = Float64Array.from(sample).sort();
        for (let decile = 1; decile <= 9; decile++) {
          const seconds = sorted[Math.floor((decile * count) / 10)] + 1e-9;
          if (!Number.isFinite(seconds)) continue;
          const expected = kind.survival(parameters, seconds);
          const longer = sample.reduce((sum, x) => sum + (x > seconds ? 1 : 0), 0) / count;
          const error = Math.sqrt((expected * (1 - expected)) / count);
          expect(Math.abs(longer - expected)).toBeLessThanOrEqual(3.9 * error + 1e-12);
        }
      });

      it(`integrates the survival of ${title} to its mean and its square mean to its cv`, () => {
        if (mean === Number.POSITIVE_INFINITY) return;
        // E[X] = ∫ S, E[X²] = ∫ 2x·S, on a grid in the square of the fraction of a far end, by the midpoint rule.
        const end = mean * (1 + 60 * Math.max(1, cv) ** 2);
        const steps = 400_000;
        let first = 0;
        let second = 0;
        for (let i = 0; i < steps; i++) {
          const u = (i + 0.5) / steps;
          const x = end * u * u;
          const width = (2 * end * u) / steps;
          const survival = kind.survival(parameters, x);
          first += survival * width;
          second += 2 * x * survival * width;
        }
        expect(Math.abs(first - mean)).toBeLessThanOrEqual(1e-3 * mean + 1e-12);
        expect(Math.abs(second - mean * mean * (1 + cv * cv))).toBeLessThanOrEqual(5e-3 * mean * mean * (1 + cv * cv));
      });
    }
  });
}

describe('uniform', () => {
  it('refuses a least length that is not below the greatest, naming the field', () => {
    expect(() => durations.get('uniform').resolve({ min: 2, max: 1 }, 1)).toThrow(/^min: /);
  });
});
