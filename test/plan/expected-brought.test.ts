import { describe, expect, it } from 'vitest';
import { stepCurve } from '../../src/math/rate-curve.ts';
import { expectedBrought } from '../../src/plan/expected-brought.ts';
import type { Duration, Scenario, WorkType } from '../../src/scenario/scenario.ts';

const means = (...steps: [from: number, mean: number][]): Duration => ({
  steps: steps.map(([from, mean]) => ({ from, mean, kind: 'fixed', parameters: [mean], cv: 0 })),
});
const nothing = means([0, 0]);

function brought(work: Partial<WorkType>[], intervalStarts: number[]): number[] {
  const usual = { talk: nothing, hold: nothing, wrapUp: nothing, selfService: { completed: 0, seconds: nothing } };
  const clock = { intervalStarts } as Scenario['clock'];
  return [...expectedBrought({ clock, work: work.map((one) => ({ ...usual, ...one }) as WorkType) })];
}

const poisson = (curve: ReturnType<typeof stepCurve>) => ({
  process: 'poisson' as const,
  curve,
  busyness: { cv: 0.3, intervalCorrelation: 1 },
});

describe('expectedBrought', () => {
  it('is contacts times talk, hold and wrap-up, less those done in self-service', () => {
    const one = {
      arrivals: poisson(stepCurve([0, 1000, 2000], [0.02, 0.05])),
      ...{ talk: means([0, 100]), hold: means([0, 20]), wrapUp: means([0, 30]) },
      selfService: { completed: 0.4, seconds: nothing },
    };
    const [first, second] = brought([one], [0, 1000, 2000]);
    expect(first).toBeCloseTo(20 * 150 * 0.6, 9);
    expect(second).toBeCloseTo(50 * 150 * 0.6, 9);
  });

  it('knows rates and handling that change within an interval', () => {
    const one = {
      arrivals: poisson({ segments: [{ from: 300, to: 1500, terms: [{ c: 0.001, n: 1, k: 0 }] }] }),
      talk: means([0, 100], [900, 200]),
    };
    // The rate is 0.001 per second more with every second from 300 on: 0.0005·τ² have come by then.
    const until = (time: number) => 0.0005 * (time - 300) ** 2;
    const [first, second] = brought([one], [0, 1200, 1800]);
    expect(first).toBeCloseTo(100 * until(900) + 200 * (until(1200) - until(900)), 6);
    expect(second).toBeCloseTo(200 * (until(1500) - until(1200)), 6);
  });

  it('spreads recorded counts evenly, keeps types apart, and leaves out what lies after the end', () => {
    const recorded = { process: 'recorded' as const, spans: [{ from: 0, to: 900 }], counts: [90] };
    const late = poisson(stepCurve([0, 1200], [1]));
    const rows = brought(
      [
        { arrivals: recorded, wrapUp: means([0, 10]) },
        { arrivals: late, talk: means([0, 1]) },
      ],
      [0, 300, 1000],
    );
    [300, 600, 300, 700].forEach((seconds, i) => {
      expect(rows[i]).toBeCloseTo(seconds, 9);
    });
  });
});
