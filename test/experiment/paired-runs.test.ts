import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { replayRun } from '../../src/experiment/run-experiment.ts';
import { smallScenario } from './small-day.ts';

// A thread reads built JavaScript only.
const built = pathToFileURL(resolve(import.meta.dirname, '../../dist/src/experiment/paired-runs.js')).href;
const { pairedRuns } = (await import(built)) as typeof import('../../src/experiment/paired-runs.ts');

describe('pairedRuns', () => {
  it('gives each run of each scenario exactly as it is alone, whatever the layouts and the number of threads', async () => {
    const scenarios = [smallScenario([{ target: 0.5 }]), smallScenario([{ answerWithin: 90 }, { answerWithin: 5 }])];
    for (const threads of [1, 3]) {
      let run = 5;
      for await (const row of pairedRuns(scenarios, { seed: 'pairs', from: 5, runs: 40, threads })) {
        expect(row.length).toBe(2);
        if (run % 13 === 0) {
          for (const [i, scenario] of scenarios.entries()) {
            const alone = await replayRun(scenario, 'pairs', run);
            expect(row[i].layout).toEqual(alone.layout);
            expect(row[i].data).toEqual(alone.data);
          }
        }
        run++;
      }
      expect(run).toBe(45);
    }
  });

  it('ends at a signal with whole runs', async () => {
    const controller = new AbortController();
    const scenarios = [smallScenario([{}]), smallScenario([{}])];
    let rows = 0;
    for await (const row of pairedRuns(scenarios, { seed: 'p', runs: 1e6, threads: 2, signal: controller.signal })) {
      expect(row.length).toBe(2);
      if (++rows === 50) controller.abort();
    }
    expect(rows).toBeLessThan(20_000);
  });
});
