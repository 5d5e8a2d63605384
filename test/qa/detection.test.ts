import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/math/normal.ts';
import { chanceCalled, detection, reviewCounts } from '../../src/qa/detection.ts';
import { nextUniform, startStream, streamKey } from '../../src/random/stream.ts';

const model = { mean: 86, betweenAgents: 6, withinAgent: 9, evaluatorNoise: 4, pass: 80 };
const one = (reviews: number) => [{ reviews, probability: 1 }];

describe('reviewCounts', () => {
  it('is a distribution with the mean of the sample’s share', () => {
    const counts = reviewCounts(300, 12_000, 1200);
    expect(counts.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    expect(counts.reduce((sum, { probability, reviews }) => sum + probability * reviews, 0)).toBeCloseTo(30, 6);
  });

  it('gives an agent without contacts no review, and the only agent all', () => {
    expect(reviewCounts(0, 100, 10)).toEqual([{ reviews: 0, probability: 1 }]);
    expect(reviewCounts(100, 100, 10)).toEqual([{ reviews: 10, probability: 1 }]);
  });
});

describe('chanceCalled', () => {
  it('is one half for an agent exactly at the mark, and the stated error for the rule beyond doubt', () => {
    expect(chanceCalled(80, one(7), model, 'average')).toBeCloseTo(0.5, 15);
    expect(chanceCalled(80, one(7), model, 'certain')).toBeCloseTo(0.05, 12);
  });

  it('falls with the quality, and with the reviews above the mark', () => {
    expect(chanceCalled(79, one(4), model, 'average')).toBeGreaterThan(chanceCalled(80.5, one(4), model, 'average'));
    expect(chanceCalled(82, one(4), model, 'average')).toBeGreaterThan(chanceCalled(82, one(16), model, 'average'));
  });

  it('never calls whom nobody reviewed, and is certain when scores do not stray', () => {
    expect(chanceCalled(10, one(0), model, 'average')).toBe(0);
    const exact = { ...model, withinAgent: 0, evaluatorNoise: 0 };
    expect(chanceCalled(79.9, one(1), exact, 'certain')).toBe(1);
    expect(chanceCalled(80, one(1), exact, 'average')).toBe(0);
  });
});

describe('detection', () => {
  it('agrees with the orthant probability of two normals: mean at the mark (Sheppard 1899)', () => {
    // With the mean at the mark, P(called | below) = 1 − 2·arccos(ρ)/(2π) with ρ = between ÷ √(between² + error²).
    for (const [between, error] of [
      [5, 5],
      [3, 12],
      [8, 2],
    ]) {
      const at = { mean: 80, betweenAgents: between, withinAgent: error, evaluatorNoise: 0, pass: 80 };
      const { found, accused, below } = detection(one(1), at, 'average');
      const expected = 1 - Math.acos(between / Math.hypot(between, error)) / Math.PI;
      expect(below).toBeCloseTo(0.5, 14);
      expect(found).toBeCloseTo(expected, 10);
      expect(accused).toBeCloseTo(1 - expected, 10);
    }
  });

  it('agrees with drawing agents and reviews (99.9 % confidence)', () => {
    const stream = startStream(streamKey('detection', 'agents'), 0);
    const normal = () => normalQuantile(nextUniform(stream));
    const deviation = Math.hypot(model.withinAgent, model.evaluatorNoise);
    const tally = { weak: 0, found: 0, good: 0, accused: 0 };
    for (let i = 0; i < 400_000; i++) {
      const quality = model.mean + model.betweenAgents * normal();
      let sum = 0;
      for (let review = 0; review < 5; review++) sum += quality + deviation * normal();
      const called = sum / 5 < model.pass;
      tally[quality < model.pass ? 'weak' : 'good']++;
      if (called) tally[quality < model.pass ? 'found' : 'accused']++;
    }
    const exact = detection(one(5), model, 'average');
    const z = (hits: number, of: number, p: number) => (hits - of * p) / Math.sqrt(of * p * (1 - p));
    const limit = normalQuantile(1 - 0.0005);
    expect(Math.abs(z(tally.found, tally.weak, exact.found))).toBeLessThan(limit);
    expect(Math.abs(z(tally.accused, tally.good, exact.accused))).toBeLessThan(limit);
  });

  it('judges a centre of equal agents by its one quality', () => {
    const equal = { ...model, betweenAgents: 0, mean: 78 };
    expect(detection(one(9), equal, 'average')).toEqual({
      below: 1,
      found: chanceCalled(78, one(9), equal, 'average'),
      accused: 0,
    });
  });
});
