import { describe, expect, it } from 'vitest';
import { type Checkpoint, CheckpointError } from '../../src/experiment/checkpoint.ts';
import type { Outcome } from '../../src/experiment/outcome.ts';
import { type ExperimentOptions, runExperiment } from '../../src/experiment/run-experiment.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { smallScenario } from './small-day.ts';

function bytes({ total, squares, ...rest }: Outcome): string {
  return JSON.stringify([rest, [...total.data], [...squares]]);
}

/** Runs until at least `after` runs are done, stops, and hands out the checkpoint as a file would keep it. */
async function stopAfter(
  after: number,
  scenario: Scenario,
  more: Partial<ExperimentOptions> = {},
): Promise<Checkpoint> {
  const controller = new AbortController();
  let kept: string | undefined;
  const outcome = await runExperiment(scenario, {
    seed: 'stop',
    threads: 1,
    ...more,
    signal: controller.signal,
    onProgress: ({ runs }, take) => {
      kept = JSON.stringify(take());
      if (runs >= after) controller.abort();
    },
  });
  expect(outcome.ended).toBe('stopped');
  return JSON.parse(kept ?? '') as Checkpoint;
}

/** What endless runs of the day show, nearly: a promise on it is not decided. */
const { verdicts } = await runExperiment(smallScenario([{}]), { seed: 'edge', runs: 2000, threads: 1 });
const edge = verdicts[0].estimate?.value ?? 0;

const open = smallScenario([{ target: 0.861 }, { measure: 'asa', target: 20, sense: 'at-most', scope: 'interval' }]);

describe('runExperiment, resumed', () => {
  it.each([
    ['the runs asked for', { runs: 700 }, open],
    ['runs until the limit', {}, smallScenario([{ target: edge }])],
    ['runs until decided', {}, smallScenario([{ target: 0.82 }], { confidence: 0.95, minRuns: 400, maxRuns: 6400 })],
  ])('ends in the same bytes as an experiment that was never stopped: %s', async (_, more, scenario) => {
    const whole = await runExperiment(scenario, { seed: 'stop', threads: 1, ...more });
    for (const after of [1, 41]) {
      const resume = await stopAfter(after, scenario, more);
      expect(resume.ledger.runs).toBeLessThan(whole.runs);
      expect(bytes(await runExperiment(scenario, { seed: 'stop', threads: 1, ...more, resume }))).toBe(bytes(whole));
    }
  });

  it('knows of an experiment that had ended already, and of more runs asked for than before', async () => {
    let last: Checkpoint | undefined;
    const options = { seed: 'stop', threads: 1 };
    const keep: ExperimentOptions['onProgress'] = (_, take) => {
      last = take();
    };
    const scenario = smallScenario([{ target: 0.3 }]);
    const whole = await runExperiment(scenario, { ...options, onProgress: keep });
    expect(whole.ended).toBe('decided');
    expect(bytes(await runExperiment(scenario, { ...options, resume: last }))).toBe(bytes(whole));
    await runExperiment(scenario, { ...options, runs: 30, onProgress: keep });
    const more = await runExperiment(scenario, { ...options, runs: 50, resume: last });
    expect(bytes(more)).toBe(bytes(await runExperiment(scenario, { ...options, runs: 50 })));
  });

  it('refuses a checkpoint that is none, was damaged, or belongs elsewhere, and says which', async () => {
    const kept = await stopAfter(50, open, { runs: 700 });
    const fault = async (resume: unknown, changes: Partial<ExperimentOptions> = {}, scenario = open) =>
      runExperiment(scenario, { seed: 'stop', threads: 1, runs: 700, resume, ...changes }).then(
        () => 'accepted',
        (error: unknown) => (error instanceof CheckpointError ? error.fault : error),
      );
    expect(await fault(kept)).toBe('accepted');
    for (const other of [null, 7, [], {}, { format: 'callfloor-report' }]) expect(await fault(other)).toBe('format');
    const [first, ...others] = kept.ledger.total;
    const damaged = { ...kept, ledger: { ...kept.ledger, total: [first + 2 ** -30, ...others] } };
    expect(await fault(damaged)).toBe('damaged');
    expect(await fault({ ...kept, check: undefined })).toBe('damaged');
    expect(await fault(kept, { seed: 'other' })).toBe('seed');
    expect(await fault(kept, {}, { ...open, hash: 'other' })).toBe('scenario');
    expect(await fault(kept, { runs: 10 })).toBe('runs');
    const mode = runExperiment(open, { seed: 'stop', threads: 1, resume: kept });
    await expect(mode).rejects.toMatchObject({ fault: 'mode' });
  });
});
