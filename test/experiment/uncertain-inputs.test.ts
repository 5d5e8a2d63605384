import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/run-experiment.ts';
import { drawInputs, runUncertainInputs } from '../../src/experiment/uncertain-inputs.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { multiplyCurve } from '../../src/math/rate-curve.ts';
import type { InputFactor, Scenario } from '../../src/scenario/scenario.ts';
import { smallDay, smallScenario } from './small-day.ts';

const volume: InputFactor = { name: 'volume', affects: ['arrivals'], work: [0], spread: 'uniform', size: 0.2 };
const nothing: InputFactor = { ...volume, name: 'nothing', affects: ['patience'] };
const whole = (c: number) => ({ from: 0, to: 7200, terms: [{ c, n: 0, k: 0 }] });

/** The expectation of the service level if the volume is so many times as large, exactly. */
function exactLevel(factor: number): number {
  const arrivalRate = multiplyCurve(smallDay.arrivalRate, whole(factor));
  const { answeredWithin, offered } = exactDay({ ...smallDay, arrivalRate, leaving: 'pooled' }).total;
  return answeredWithin / offered;
}

const target = exactLevel(1.05);
const scenario: Scenario = { ...smallScenario([{ target }]), uncertainty: [volume, nothing] };
const withInputs = ([factor]: readonly number[]): Scenario => {
  const [work] = scenario.work;
  const { arrivals } = work;
  if (arrivals.process !== 'poisson') throw new Error('a rate is expected');
  const curve = multiplyCurve(arrivals.curve, whole(factor));
  return { ...scenario, work: [{ ...work, arrivals: { ...arrivals, curve } }] };
};

describe('runUncertainInputs', () => {
  it('parts ignorance of the volume from the chance of the day, near what an exact model says', async () => {
    const found = await runUncertainInputs(scenario, withInputs, { seed: '1', threads: 1, draws: 100, runs: 30 });
    const [{ fromInputs, fromChance, low, middle, high, holds, factors, estimate }] = found?.promises ?? [];
    // Exactly, over a factor uniform on 0.8 to 1.2: by the midpoint rule.
    const exact = Array.from({ length: 40 }, (_, i) => exactLevel(0.8 + (0.4 * (i + 0.5)) / 40));
    const mean = exact.reduce((sum, value) => sum + value, 0) / 40;
    const sd = Math.sqrt(exact.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 40);
    // The sd of 100 uniform draws varies by some 4.5 % of itself; 15 % is beyond three of that.
    expect(Math.abs(fromInputs / sd - 1)).toBeLessThan(0.15);
    expect(estimate.low).toBeLessThan(mean);
    expect(estimate.high).toBeGreaterThan(mean);
    expect(low).toBeLessThan(exactLevel(1.1));
    expect(high).toBeGreaterThan(exactLevel(0.9));
    expect(middle).toBeGreaterThan(low);
    expect(fromChance).toBeGreaterThan(0.02);
    // It is kept up to 1.05 times the volume: in 62.5 % of the cases.
    expect(holds.low).toBeLessThan(0.625);
    expect(holds.high).toBeGreaterThan(0.625);
    expect(factors[0]).toBeGreaterThan(0.9);
    expect(factors[1]).toBeLessThan(0.2);
  });

  it('takes off how kind the shared days were, where the scenario as written is known better', async () => {
    const known = [{ value: 0.9, low: 0.899, high: 0.901, confidence: 0.95 }];
    const options = { seed: '1', threads: 1, draws: 40, runs: 6 };
    const plain = await runUncertainInputs(scenario, withInputs, options);
    const moved = await runUncertainInputs(scenario, withInputs, { ...options, known });
    const { verdicts } = await runExperiment(scenario, { seed: '1', runs: 6, threads: 1 });
    const shift = 0.9 - (verdicts[0].estimate?.value ?? Number.NaN);
    const [before] = plain?.promises ?? [];
    const [after] = moved?.promises ?? [];
    for (const key of ['low', 'middle', 'high'] as const) expect(after[key] - before[key]).toBeCloseTo(shift, 12);
    expect(after.estimate.value - before.estimate.value).toBeCloseTo(shift, 12);
    expect([after.fromInputs, after.fromChance]).toEqual([before.fromInputs, before.fromChance]);
  });

  it('lets no share pass 1, wherever the shared days carry it', async () => {
    const known = [{ value: 0.999, low: 0.998, high: 1, confidence: 0.95 }];
    const found = await runUncertainInputs(scenario, withInputs, { seed: '1', threads: 1, draws: 10, runs: 4, known });
    const [{ estimate, high, low, middle }] = found?.promises ?? [];
    expect(high).toBe(1);
    expect(estimate.high).toBe(1);
    expect(low).toBeLessThanOrEqual(middle);
    expect(low).toBeGreaterThan(0);
  });

  it('gives the same again, and nothing when it is stopped', async () => {
    const options = { seed: '2', threads: 1, draws: 10, runs: 4 };
    const once = await runUncertainInputs(scenario, withInputs, options);
    expect(await runUncertainInputs(scenario, withInputs, options)).toEqual(once);
    const { signal } = { signal: AbortSignal.abort() };
    expect(await runUncertainInputs(scenario, withInputs, { ...options, signal })).toBeUndefined();
  });

  it('refuses a scenario without uncertainty, and too few draws or runs', async () => {
    const options = { seed: '3', threads: 1 };
    const known = { ...scenario, uncertainty: [] };
    await expect(runUncertainInputs(known, withInputs, options)).rejects.toThrow(/^scenario: expected an entry/);
    await expect(runUncertainInputs(scenario, withInputs, { ...options, draws: 5 })).rejects.toThrow(/^draws: /);
    await expect(runUncertainInputs(scenario, withInputs, { ...options, runs: 1 })).rejects.toThrow(/^runs: /);
  });
});

describe('drawInputs', () => {
  it('draws factors of mean 1 with the spread asked for, whatever other factors there are', () => {
    const shaky: InputFactor = { ...volume, name: 'shaky', spread: 'log-normal', size: 0.1 };
    const rows = drawInputs([volume, shaky], '1', 20_000);
    const column = (i: number) => rows.map((row) => row[i]);
    for (const [values, sd] of [
      [column(0), 0.2 / Math.sqrt(3)],
      [column(1), 0.1],
    ] as const) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      // 99.9 % of means lie within 3.3 standard errors.
      expect(Math.abs(mean - 1)).toBeLessThan((3.3 * sd) / Math.sqrt(20_000));
      expect(Math.abs(spread / sd - 1)).toBeLessThan(0.03);
    }
    expect(drawInputs([shaky], '1', 20_000).map(([one]) => one)).toEqual(column(1));
  });
});
