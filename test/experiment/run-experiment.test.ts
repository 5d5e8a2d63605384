import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/experiment/outcome.ts';
import { replayRun, runExperiment } from '../../src/experiment/run-experiment.ts';
import { contactOffset } from '../../src/sim/run.ts';
import type { TraceRow } from '../../src/sim/trace.ts';
import { smallScenario } from './small-day.ts';

/** The sum of the first runs, each simulated alone. */
async function sumOfReplays(scenario: ReturnType<typeof smallScenario>, seed: string, runs: number) {
  const { data } = await replayRun(scenario, seed, 0);
  for (let run = 1; run < runs; run++) {
    const next = await replayRun(scenario, seed, run);
    for (let i = 0; i < data.length; i++) data[i] += next.data[i];
  }
  return data;
}

describe('runExperiment', () => {
  it('does the runs asked for and judges them once, at the full confidence', async () => {
    const outcome = await runExperiment(smallScenario([{ target: 0.5 }]), { seed: 'a', runs: 30, threads: 1 });
    expect(outcome).toMatchObject({ seed: 'a', runs: 30, ended: 'runs-asked', version: expect.stringMatching(/^\d/) });
    expect(outcome.total.runs).toBe(30);
    expect(outcome.verdicts[0].estimate?.confidence).toBe(0.95);
    expect(outcome.allHold?.confidence).toBe(0.95);
  });

  it('adds exactly the runs that replayRun gives one by one', async () => {
    const scenario = smallScenario([{ target: 0.5 }]);
    const outcome = await runExperiment(scenario, { seed: 'b', runs: 25, threads: 1 });
    expect(outcome.total.data).toEqual(await sumOfReplays(scenario, 'b', 25));
  });

  it('ends at the first look that decides every promise', async () => {
    const outcome = await runExperiment(smallScenario([{ target: 0.3 }, { target: 0.99 }]), { seed: 'c', threads: 1 });
    expect(outcome.ended).toBe('decided');
    expect(outcome.runs).toBe(40);
    expect(outcome.verdicts.map(({ judgement }) => judgement)).toEqual(['held', 'broken']);
    expect(outcome.verdicts[0].estimate?.confidence).toBeCloseTo(1 - 0.05 / 5, 12);
  });

  it('gives up at the greatest number of runs, at one of the looks and nowhere between', async () => {
    const { verdicts } = await runExperiment(smallScenario([{}]), { seed: 'd', runs: 2000, threads: 1 });
    const target = verdicts[0].estimate?.value ?? 0;
    const outcome = await runExperiment(smallScenario([{ target }]), { seed: 'e', threads: 1 });
    expect(outcome.ended).toBe('max-runs');
    expect(outcome.runs).toBe(640);
    expect(outcome.verdicts[0].judgement).toBe('undecided');
    expect(outcome.verdicts[0].furtherRuns).toBeGreaterThan(0);
  });

  it('without promises does the fewest runs', async () => {
    const outcome = await runExperiment(smallScenario([]), { seed: 'f', threads: 1 });
    expect(outcome).toMatchObject({ runs: 40, ended: 'decided', verdicts: [], allHold: null });
  });

  it('stops at a signal with a first part of the runs, and says so', async () => {
    const scenario = smallScenario([{ target: 0.5 }]);
    const controller = new AbortController();
    const outcome = await runExperiment(scenario, {
      seed: 'g',
      runs: 1_000_000,
      threads: 1,
      signal: controller.signal,
      onProgress: ({ runs }) => {
        if (runs > 100) controller.abort();
      },
    });
    expect(outcome.ended).toBe('stopped');
    // No look was planned so early: however good it looks, nothing is decided.
    expect(outcome.judgedAfter).toBe(0);
    expect(outcome.verdicts[0]).toMatchObject({ judgement: 'undecided', furtherRuns: 1_000_000 - outcome.runs });
    expect(outcome.verdicts[0].estimate?.low).toBeGreaterThan(0.5);
    expect(outcome.runs).toBeGreaterThan(100);
    expect(outcome.runs).toBeLessThan(10_000);
    const { total } = await runExperiment(scenario, { seed: 'g', runs: outcome.runs, threads: 1 });
    expect(outcome.total.data).toEqual(total.data);
  });

  it('stopped before the first run has nothing to judge', async () => {
    const outcome = await runExperiment(smallScenario([{}]), { seed: 'h', threads: 1, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ runs: 0, ended: 'stopped', allHold: null });
    expect(outcome.verdicts[0]).toMatchObject({ judgement: 'nothing-to-judge', estimate: null });
  });

  it('tells its progress, rising, the last time with all its runs', async () => {
    const heard: Progress[] = [];
    const { runs } = await runExperiment(smallScenario([{}]), {
      seed: 'i',
      runs: 2000,
      threads: 1,
      onProgress: (progress) => heard.push(progress),
    });
    const counts = heard.map((progress) => progress.runs);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(heard.at(-1)).toMatchObject({ runs, atMost: 2000, threadsLost: 0 });
    expect(heard.length).toBeGreaterThan(3);
  });

  it.each([
    [{ threads: 0 }, /^threads: /],
    [{ threads: 1.5 }, /^threads: /],
    [{ threads: 1, runs: 0 }, /^runs: /],
    [{ threads: 1, runs: 2.5 }, /^runs: /],
  ])('refuses %j', async (options, message) => {
    await expect(runExperiment(smallScenario([{}]), { seed: 'j', ...options })).rejects.toThrow(message);
  });
});

describe('replayRun', () => {
  it('gives a run of its own for every number, and the same one every time', async () => {
    const scenario = smallScenario([{}]);
    const [first, again, other] = await Promise.all([7, 7, 8].map((run) => replayRun(scenario, 'k', run)));
    expect(first.data).toEqual(again.data);
    expect(first.data).not.toEqual(other.data);
  });

  it('hands one row per attempt to the trace', async () => {
    const rows: TraceRow[] = [];
    const { layout, data } = await replayRun(smallScenario([{}]), 'l', 3, (row) => rows.push(row));
    const offset = contactOffset(layout, 0, 'requests');
    expect(rows.length).toBe(data.slice(offset, offset + layout.intervals).reduce((a, b) => a + b, 0));
  });

  it('refuses a run that is no whole number', async () => {
    await expect(replayRun(smallScenario([{}]), 'm', -1)).rejects.toThrow(/^run: /);
  });
});
