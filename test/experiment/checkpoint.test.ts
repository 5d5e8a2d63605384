import { describe, expect, it } from 'vitest';
import {
  type Checkpoint,
  CheckpointError,
  Journal,
  readCheckpoint,
  type WorkOwner,
  writeCheckpoint,
} from '../../src/experiment/checkpoint.ts';
import type { Outcome } from '../../src/experiment/outcome.ts';
import { buildRoster } from '../../src/experiment/roster/build-roster.ts';
import { runComparison } from '../../src/experiment/run-comparison.ts';
import { type ExperimentOptions, runExperiment } from '../../src/experiment/run-experiment.ts';
import { runUncertainInputs } from '../../src/experiment/uncertain-inputs.ts';
import { explainMiss } from '../../src/experiment/why/explain-miss.ts';
import { multiplyCurve } from '../../src/math/rate-curve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { bytes, inPieces, owner, seed, throughFile } from './in-pieces.ts';
import { rosterable } from './roster/rosterable.ts';
import { smallScenario } from './small-day.ts';

/** What endless runs of the day show, nearly: a promise on it is not decided. */
const { verdicts } = await runExperiment(smallScenario([{}]), { seed: 'edge', runs: 2000, threads: 1 });
const edge = verdicts[0].estimate?.value ?? 0;

const open = smallScenario([{ target: 0.861 }, { measure: 'asa', target: 20, sense: 'at-most', scope: 'interval' }]);
const busier = (scenario: Scenario, c: number): Scenario => {
  const [work] = scenario.work;
  if (work.arrivals.process !== 'poisson') throw new Error('the small day is Poisson');
  const curve = multiplyCurve(work.arrivals.curve, { from: 0, to: 7200, terms: [{ c, n: 0, k: 0 }] });
  return { ...scenario, work: [{ ...work, arrivals: { ...work.arrivals, curve } }] };
};

describe('Journal', () => {
  it.each([
    ['runs asked for', { runs: 700 }, open],
    ['runs until the limit', {}, smallScenario([{ target: edge }])],
    ['runs until decided', {}, smallScenario([{ target: 0.82 }], { confidence: 0.95, minRuns: 400, maxRuns: 6400 })],
  ])('lets runExperiment() end in the same bytes as one that was never stopped: %s', async (_, more, scenario) => {
    const work = (journal?: Journal, signal?: AbortSignal) =>
      runExperiment(scenario, { seed, threads: 1, ...more, journal, ...(signal && { signal }) });
    const whole = bytes(await work());
    for (const batches of [1, 2]) {
      const [pieces, stops] = await inPieces(owner(scenario), work, batches);
      expect(stops).toBeGreaterThan(0);
      expect(pieces).toBe(whole);
    }
  });

  it.each([
    ['runs asked for', { runs: 300 }],
    ['looks until all is decided', {}],
    ['the days on which all hold', { by: 'all-hold' as const }],
  ])('lets runComparison() end in the same bytes as one that was never stopped: %s', async (_, more) => {
    const plans = [open, busier(open, 1.02), busier(open, 1.3)];
    const work = (journal?: Journal, signal?: AbortSignal) =>
      runComparison(plans, { seed, threads: 1, ...more, journal, ...(signal && { signal }) });
    const whole = bytes(await work());
    const [pieces, stops] = await inPieces(owner(...plans), work, 2);
    expect(stops).toBeGreaterThan(0);
    expect(pieces).toBe(whole);
  });

  it('lets explainMiss() end in the same bytes as one that was never stopped', async () => {
    const missed = busier(smallScenario([{ target: 0.8, scope: 'interval' }]), 1.2);
    const work = (journal?: Journal, signal?: AbortSignal) =>
      explainMiss(missed, { seed, threads: 1, runs: 30, journal, signal });
    const whole = await work();
    expect(whole.mend).not.toBe(null);
    const [pieces, stops] = await inPieces(owner(missed), work, 3);
    expect(stops).toBeGreaterThan(2);
    expect(pieces).toBe(bytes(whole));
  });

  it('lets runUncertainInputs() and buildRoster() end in the same bytes as if they had never stopped', async () => {
    const unsure: Scenario = {
      ...open,
      uncertainty: [{ name: 'volume', affects: ['arrivals'], work: [0], spread: 'uniform', size: 0.2 }],
    };
    const inputs = (journal?: Journal, signal?: AbortSignal) =>
      runUncertainInputs(unsure, ([factor]) => busier(unsure, factor), {
        ...{ seed, threads: 1, draws: 10, runs: 60, journal },
        ...(signal && { signal }),
      });
    const [pieces, stops] = await inPieces(owner(unsure), inputs, 2);
    expect(stops).toBeGreaterThan(0);
    expect(pieces).toBe(bytes(await inputs()));

    const scenario = rosterable();
    const building = (journal?: Journal, signal?: AbortSignal) =>
      buildRoster(scenario, { seed, threads: 1, teachRuns: 50, checkRuns: 60, journal, ...(signal && { signal }) });
    const [built, stopped] = await inPieces(owner(scenario), building, 8);
    expect(stopped).toBeGreaterThan(1);
    expect(built).toBe(bytes(await building()));
  }, 60_000);

  it('knows of an experiment that had ended already, and of more runs asked for than before', async () => {
    const scenario = smallScenario([{ target: 0.3 }]);
    const run = async (runs?: number, kept?: Checkpoint): Promise<[Outcome, Checkpoint | undefined]> => {
      const journal = new Journal(owner(scenario), kept);
      const outcome = await runExperiment(scenario, { seed, threads: 1, journal, ...(runs && { runs }) });
      return [outcome, throughFile(journal.take())];
    };
    const [whole, kept] = await run();
    expect(whole.ended).toBe('decided');
    expect(bytes((await run(undefined, kept))[0])).toBe(bytes(whole));
    const [, thirty] = await run(30);
    const [more] = await run(50, thirty);
    expect(bytes(more)).toBe(bytes((await run(50))[0]));
    await expect(run(10, thirty)).rejects.toMatchObject({ fault: 'runs', got: '30', expected: '10' });
  });

  it('keeps what is to come where work is stopped again before it comes there', async () => {
    const scenario = busier(smallScenario([{ target: 0.8 }]), 1.2);
    const journal = new Journal(owner(scenario));
    await explainMiss(scenario, { seed, threads: 1, runs: 10, journal });
    const kept = throughFile(journal.take());
    expect(new Journal(owner(scenario), kept).take()).toEqual(kept);
    expect(new Journal(owner(scenario)).take()).toBe(undefined);
  });

  it('refuses a checkpoint that is none, was damaged, or belongs elsewhere, and says which', async () => {
    const own: WorkOwner = { scenarios: [open], seed, options: { command: 'simulate', '--runs': true } };
    const journal = new Journal(own);
    await runExperiment(open, { seed, threads: 1, runs: 5, journal } satisfies ExperimentOptions);
    const kept = throughFile(journal.take()) as Checkpoint;
    const text = writeCheckpoint(kept);
    const fault = (resume: string, changes: Partial<WorkOwner> = {}) => {
      try {
        new Journal({ ...own, ...changes }, readCheckpoint(resume));
        return 'accepted';
      } catch (error) {
        return error instanceof CheckpointError ? error.fault : error;
      }
    };
    expect(fault(text)).toBe('accepted');
    for (const other of [
      'null',
      '7',
      '[]',
      '{}',
      '{"format":"callfloor-report"}',
      text.replace(/"formatVersion":\d+/, '"formatVersion":0'),
    ]) {
      expect(fault(other)).toBe('format');
    }
    const digit = text.search(/\d\d\D*$/);
    for (const damaged of [JSON.stringify(kept), text.slice(0, -9), `${text.slice(0, digit)}7${text.slice(digit)}`]) {
      expect(fault(damaged)).toBe('damaged');
    }
    expect(fault(text.replace('"runs":5', '"runs":6'))).toBe('damaged');
    expect(fault(text, { seed: 'other' })).toBe('seed');
    expect(fault(text, { scenarios: [{ hash: 'other' }] })).toBe('scenario');
    expect(fault(text, { scenarios: [open, open] })).toBe('scenario');
    expect(fault(text, { options: { command: 'norm', '--runs': true } })).toBe('options');
    expect(() => new Journal({ ...own, options: { command: 'simulate', '--runs': false } }, kept)).toThrow(
      'got --runs …, expected –',
    );
  });
});
