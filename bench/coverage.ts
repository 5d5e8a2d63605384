/**
 * How often every interval, verdict and probability is wrong, over repeated experiments on models whose answers are known:
 * `npm run coverage` prints the table of `docs/background/certainty.md`, and ends with 1 where a claim lies outside the range of counts
 * that it allows; the range is joint over the table. `--experiments 2000` unless given; `--part` does one, `--processes` so many at once.
 * `--keep folder` writes the counts of each part there when it ends; a part whose counts are there is not tried again.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type Claim, Claims, type Experiments, rowsOf } from './coverage/claims.ts';
import { tryCauses, tryChangesOfStaff, tryComparisons, tryMends } from './coverage/comparisons.ts';
import { tryForecasts, tryLessons } from './coverage/forecasts.ts';
import { tryBusyDays, tryFewRuns, trySeveralDays, trySinglePlans } from './coverage/plans.ts';
import { tryDesigns } from './coverage/sampling-designs.ts';
import { trySamplingPlans } from './coverage/sampling-plans.ts';
import { tryScores } from './coverage/scores.ts';
import { tryFreshDays, tryProportions, tryReplans } from './coverage/shares.ts';
import { trySteadyStates } from './coverage/steady-states.ts';
import { tryStops } from './coverage/stops.ts';
import { tryUncertainInputs } from './coverage/uncertain-inputs.ts';
import { tryVerifications } from './coverage/verifications.ts';

const { values } = parseArgs({
  options: {
    experiments: { type: 'string', default: '2000' },
    part: { type: 'string' },
    processes: { type: 'string', default: `${availableParallelism()}` },
    keep: { type: 'string' },
    counts: { type: 'boolean', default: false },
  },
});

function wholeNumber(name: 'experiments' | 'processes'): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new RangeError(`${name}: expected a whole number of at least 1, got ${values[name]}`);
}

const parts: Record<string, (claims: Claims, experiments: Experiments) => void | Promise<void>> = {
  'single-plans': trySinglePlans,
  stops: tryStops,
  'few-runs': tryFewRuns,
  'busy-days': tryBusyDays,
  'several-days': trySeveralDays,
  comparisons: tryComparisons,
  changes: tryChangesOfStaff,
  causes: tryCauses,
  mends: tryMends,
  'fresh-days': tryFreshDays,
  replans: tryReplans,
  proportions: tryProportions,
  'sampling-plans': trySamplingPlans,
  scores: tryScores,
  'sampling-designs': tryDesigns,
  forecasts: tryForecasts,
  lessons: tryLessons,
  verifications: tryVerifications,
  'uncertain-inputs': tryUncertainInputs,
  'steady-states': trySteadyStates,
};
/** They take longest, so they begin. */
const long = ['steady-states', 'uncertain-inputs'];

const experiments = wholeNumber('experiments');
const processes = wholeNumber('processes');
const chosen = Object.keys(parts).filter((name) => values.part === undefined || values.part === name);
if (chosen.length === 0) throw new RangeError(`part: expected one of ${Object.keys(parts).join(', ')}`);

if (values.counts) {
  for (const name of chosen) console.log(JSON.stringify(await count(name)));
} else {
  const found = chosen.length === 1 ? [await count(chosen[0])] : await countInProcesses();
  console.log('| claim | wrong | 95 % interval of that | promised | allowed | outside |\n|---|---|---|---|---|---|');
  for (const { isKept, row } of rowsOf(found.flat())) {
    console.log(row);
    if (!isKept) process.exitCode = 1;
  }
}

async function count(name: string): Promise<Claim[]> {
  const claims = new Claims();
  await parts[name](claims, { count: experiments, runs: 100 });
  return claims.all();
}

/** Every part in a process of its own, so many at a time; in the order of the parts. */
async function countInProcesses(): Promise<Claim[][]> {
  const found = new Map<string, Claim[]>();
  const waiting = [...long, ...chosen.filter((name) => !long.includes(name))];
  const run = promisify(execFile);
  if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const started = performance.now();
      const kept = values.keep === undefined ? undefined : join(values.keep, `${name}-${experiments}.json`);
      if (kept !== undefined && existsSync(kept)) {
        found.set(name, JSON.parse(readFileSync(kept, 'utf8')));
        continue;
      }
      const given = [process.argv[1], '--counts', '--part', name, '--experiments', `${experiments}`];
      const { stdout } = await run(process.execPath, given);
      found.set(name, JSON.parse(stdout));
      if (kept !== undefined) writeFileSync(kept, stdout);
      console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return chosen.map((name) => found.get(name) ?? []);
}
