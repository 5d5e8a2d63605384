/**
 * Experiments over threads. A thread reads built JavaScript only, so these tests take the experiment from `dist`, which
 * `npm test` builds before.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { poisson } from '../../bench/scenario-builder.ts';
import type { Outcome, Progress } from '../../src/experiment/outcome.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { rosterable } from './roster/rosterable.ts';
import { smallScenario } from './small-day.ts';

const dist = resolve(import.meta.dirname, '../../dist/src');
const built = pathToFileURL(join(dist, 'experiment/run-experiment.js')).href;
const { runExperiment } = (await import(built)) as typeof import('../../src/experiment/run-experiment.ts');
const beside = (name: string) => import(pathToFileURL(join(dist, 'experiment', name)).href) as Promise<unknown>;
const { runComparison } = (await beside(
  'run-comparison.js',
)) as typeof import('../../src/experiment/run-comparison.ts');
const { explainMiss } = (await beside(
  'why/explain-miss.js',
)) as typeof import('../../src/experiment/why/explain-miss.ts');
const { buildRoster } = (await beside(
  'roster/build-roster.js',
)) as typeof import('../../src/experiment/roster/build-roster.ts');
const { hearOfLosses } = (await beside('threads.js')) as typeof import('../../src/experiment/threads.ts');

const folder = mkdtempSync(join(tmpdir(), 'callfloor-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A module that threads load, written for one test. */
function plugin(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A scenario whose talk times are drawn by a kind that a plugin brings: exponential, with `deed` done at every filling. */
function withOwnTalk(name: string, deed: string): Scenario {
  const kinds = JSON.stringify(pathToFileURL(join(dist, 'kinds/durations/index.js')).href);
  const path = plugin(
    `${name}.mjs`,
    `import { existsSync, writeFileSync } from 'node:fs';
     import { isMainThread } from 'node:worker_threads';
     import { durations } from ${kinds};
     const exponential = durations.get('exponential');
     let fillings = 0;
     durations.add({ ...exponential, kind: '${name}', fill(parameters, stream, out, from, to) {
       exponential.fill(parameters, stream, out, from, to);
       fillings++;
       ${deed}
     } });`,
  );
  const scenario = smallScenario([{ target: 0.5 }]);
  const [work] = scenario.work;
  const talk = { steps: [{ from: 0, kind: name, parameters: [180], mean: 180, cv: 1 }] };
  return { ...scenario, work: [{ ...work, talk }], plugins: [path] };
}

/** Dies in the first thread that has drawn for a while, once. */
function dieOnce(name: string, death: string): string {
  const flag = JSON.stringify(join(folder, `${name}.flag`));
  return `if (!isMainThread && fillings === 100 && !existsSync(${flag})) { writeFileSync(${flag}, ''); ${death} }`;
}

/** Everything in a value, typed arrays and infinities too. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    ArrayBuffer.isView(one) ? [...(one as Float64Array)] : one === Number.POSITIVE_INFINITY ? 'Infinity' : one,
  );
}

function bytes({ total, squares, ...rest }: Outcome): string {
  const hex = (columns: Float64Array) => Buffer.from(columns.buffer, columns.byteOffset, columns.byteLength);
  return JSON.stringify([rest, hex(total.data).toString('base64'), hex(squares).toString('base64')]);
}

function run(
  scenario: Scenario,
  threads: number,
  more: { runs?: number; onProgress?: (progress: Progress) => void } = {},
) {
  return runExperiment(scenario, { seed: 'threads', threads, ...more });
}

describe('runExperiment over threads', () => {
  it.each([
    ['the runs asked for', { runs: 1501 }, [{ target: 0.5 }]],
    ['runs until decided', {}, [{ target: 0.3 }, { target: 0.7, scope: 'interval' as const }]],
    ['runs until the limit', {}, [{ target: 0.861 }]],
  ])('gives the same bytes with 1, 2 and 3 threads: %s', async (_, more, promises) => {
    const scenario = smallScenario(promises);
    const one = bytes(await run(scenario, 1, more));
    expect(bytes(await run(scenario, 2, more))).toBe(one);
    expect(bytes(await run(scenario, 3, more))).toBe(one);
  });

  it.each([
    ['is-killed', 'process.exit(1);'],
    ['throws-where-nobody-catches', 'queueMicrotask(() => { throw new Error("out of luck"); });'],
  ])('does the runs of a thread that %s again, says so, and gives the same bytes', async (name, death) => {
    const scenario = withOwnTalk(name, dieOnce(name, death));
    const whole = bytes(await run(scenario, 1, { runs: 2000 }));
    let lost = 0;
    const outcome = await run(scenario, 2, {
      runs: 2000,
      onProgress: ({ threadsLost }) => {
        lost = threadsLost;
      },
    });
    expect(bytes(outcome)).toBe(whole);
    expect(lost).toBe(1);
  });

  it.each(['compare', 'why', 'roster'] as const)(
    'does the runs of a thread that is killed again in work of many steps, says so, and gives the same bytes: %s',
    async (name) => {
      const own = withOwnTalk(`killed-in-${name}`, dieOnce(`killed-in-${name}`, 'process.exit(1);'));
      const [{ talk }] = own.work;
      const desk = rosterable();
      const rostered = { ...desk, work: [{ ...desk.work[0], talk }], plugins: own.plugins };
      const broken = { ...own, promises: [{ ...own.promises[0], target: 0.9, scope: 'interval' as const }] };
      const options = { seed: 'threads', teachRuns: 300, checkRuns: 300 };
      const does = {
        compare: (threads: number) => runComparison([own, broken], { ...options, runs: 2000, threads }),
        why: (threads: number) => explainMiss(broken, { ...options, runs: 400, threads }),
        roster: (threads: number) => buildRoster(rostered, { ...options, threads }),
      };
      const whole = plain(await does[name](1));
      let lost = 0;
      const deaf = hearOfLosses(() => lost++);
      const again = plain(await does[name](2));
      deaf();
      expect(lost).toBe(1);
      expect(again === whole).toBe(true);
    },
    60_000,
  );

  it('does the runs of a thread that runs out of memory again, and gives the same bytes', async () => {
    const death = 'const hog = []; for (;;) hog.push(new Array(1000).fill(fillings));';
    const scenario = withOwnTalk('hungry', dieOnce('hungry', death));
    const script = plugin(
      'main.mjs',
      `import { runExperiment } from ${JSON.stringify(built)};
       const scenario = ${JSON.stringify(scenario, (_, value) => (value === Infinity ? 1e300 : value))};
       let lost = 0;
       const onProgress = ({ threadsLost }) => { lost = threadsLost; };
       const sums = [];
       for (const threads of [2, 1]) {
         const { total } = await runExperiment(scenario, { seed: 'threads', runs: 12_000, threads, onProgress });
         sums.push(Buffer.from(total.data.buffer).toString('base64'));
         if (threads === 2) console.log(lost);
       }
       console.log(sums[0] === sums[1]);`,
    );
    const { stdout } = spawnSync(process.execPath, ['--max-old-space-size=100', script], { encoding: 'utf8' });
    expect(stdout).toBe('1\ntrue\n');
  });

  it('gives up when threads keep dying under the same runs', async () => {
    const scenario = withOwnTalk('deadly', 'if (!isMainThread) process.exit(1);');
    await expect(run(scenario, 2, { runs: 20_000 })).rejects.toThrow(/^threads died 3 times on the runs from \d+ on/);
  });

  it('goes on alone where threads die before they simulate anything', async () => {
    const scenario = { ...smallScenario([{}]), plugins: [plugin('hopeless.mjs', hopeless)] };
    let lost = 0;
    const outcome = await run(scenario, 2, {
      runs: 20_000,
      onProgress: ({ threadsLost }) => {
        lost = threadsLost;
      },
    });
    expect(outcome.runs).toBe(20_000);
    expect(lost).toBe(3);
  });

  it('gives up where threads die before they simulate anything and days are too long for this one', async () => {
    const small = smallScenario([{}]);
    const scenario = {
      ...small,
      work: [{ ...small.work[0], arrivals: poisson(stepCurve([0, 7200], [50])) }],
      plugins: [plugin('hopeless.mjs', hopeless)],
    };
    await expect(run(scenario, 2, { runs: 2 })).rejects.toThrow(/^threads died 3 times before they simulated anything/);
  });

  it('loads the modules that bring kinds of their own', async () => {
    const scenario = withOwnTalk('own-talk', 'for (let i = from; i < to; i++) out[i] = 200;');
    const one = await run(scenario, 1, { runs: 50 });
    expect(bytes(await run(scenario, 2, { runs: 50 }))).toBe(bytes(one));
    expect(bytes(one)).not.toBe(bytes(await run(smallScenario([{ target: 0.5 }]), 1, { runs: 50 })));
  });

  it('throws what a run throws, the same with any number of threads, and only if that run counts', async () => {
    const fragile = withOwnTalk(
      'fragile',
      `for (let i = from; i < to; i++) if (out[i] > 2000) throw new RangeError('talk: too long, ' + out[i]);`,
    );
    const refusal = (threads: number) =>
      run(fragile, threads, { runs: 5000 }).then(
        () => undefined,
        (error: unknown) => String(error),
      );
    const one = await refusal(1);
    expect(one).toMatch(/^RangeError: talk: too long/);
    expect(await refusal(2)).toBe(one);
    const few = await run(fragile, 1, { runs: 10 });
    expect(bytes(await run(fragile, 3, { runs: 10 }))).toBe(bytes(few));
  });

  it('stops at a signal with a first part of the runs', async () => {
    const scenario = smallScenario([{ target: 0.5 }]);
    const controller = new AbortController();
    const outcome = await runExperiment(scenario, {
      seed: 'threads',
      runs: 10_000_000,
      threads: 2,
      signal: controller.signal,
      onProgress: ({ runs }) => {
        if (runs > 500) controller.abort();
      },
    });
    expect(outcome.ended).toBe('stopped');
    // Its verdicts are those of its looks, its sums those of as many runs.
    const { ended, judgedAfter, verdicts, allHold } = outcome;
    const whole = await run(scenario, 1, { runs: outcome.runs });
    expect(bytes(outcome)).toBe(bytes({ ...whole, ended, judgedAfter, verdicts, allHold }));
  });

  it('holds few runs at a time: its memory does not grow with their number', async () => {
    const scenario = smallScenario([{ target: 0.5 }]);
    const peak = async (runs: number) => {
      let most = 0;
      await run(scenario, 2, {
        runs,
        onProgress: () => {
          most = Math.max(most, process.memoryUsage().arrayBuffers);
        },
      });
      return most;
    };
    await peak(500);
    expect(await peak(8000)).toBeLessThan(64 * 2 ** 20);
  });

  // The last: its threads load on.
  it('does itself what it has sent to a thread that loads for long', async () => {
    const flag = join(folder, 'loaded.flag');
    const slow = plugin(
      'slow.mjs',
      `import { writeFileSync } from 'node:fs';
       import { setTimeout } from 'node:timers/promises';
       import { isMainThread } from 'node:worker_threads';
       if (!isMainThread) { await setTimeout(20_000); writeFileSync(${JSON.stringify(flag)}, ''); }`,
    );
    const scenario = { ...smallScenario([{ target: 0.5 }]), plugins: [slow] };
    const one = bytes(await run(scenario, 1, { runs: 300 }));
    expect(bytes(await run(scenario, 3, { runs: 300 }))).toBe(one);
    expect(existsSync(flag)).toBe(false);
  });
});

/** Every thread dies while it loads its modules. */
const hopeless = `import { isMainThread } from 'node:worker_threads';
if (!isMainThread) process.exit(1);`;
