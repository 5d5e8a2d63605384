/**
 * Measures the engine.
 *
 * `npm run bench`: a table of all workloads beside the baseline, and which figure moved by more than the noise; `--save` makes the
 * measurement the new baseline. `npm run bench -- --workload W1 --json`: one JSON object with the contacts per second of processor
 * time, after a warm-up of the same work in the same process. `npm run bench -- --growth`: the chart of `docs/performance.md`.
 * `npm run bench -- --staffing`: the formulas instead, over the half-hours of a year. `npm run bench -- --variance`: how many runs
 * variance reduction saves on the shipped scenarios.
 */
import { parseArgs } from 'node:util';
import { compareWithBaseline } from './compare.ts';
import { drawGrowth } from './draw-growth.ts';
import { growthWorkloads } from './growth.ts';
import { measure } from './measure.ts';
import { measureStaffing } from './staffing.ts';
import { measureVarianceReduction } from './variance-reduction.ts';
import { workloads } from './workloads.ts';

const values = readOptions();
const chosen =
  values.workload === undefined
    ? workloads
    : [...workloads, ...growthWorkloads()].filter(({ name }) => name === values.workload);
if (chosen.length === 0) refuse(`--workload must be one of ${workloads.map((w) => w.name).join(', ')}`);
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds >= 1)) {
  refuse(`--rounds must be a whole number of at least 1, got "${values.rounds}"`);
}

if (values.growth === true) await drawGrowth();
else if (values.staffing === true) measureStaffing(rounds);
else if (values.variance === true) await measureVarianceReduction();
else if (values.json === true) for (const workload of chosen) console.log(JSON.stringify(measure(workload)));
else compareWithBaseline(chosen, rounds, values.save === true);

function readOptions() {
  try {
    return parseArgs({
      options: {
        workload: { type: 'string' },
        json: { type: 'boolean' },
        rounds: { type: 'string', default: '5' },
        save: { type: 'boolean' },
        growth: { type: 'boolean' },
        staffing: { type: 'boolean' },
        variance: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    // What the parser refuses is a mistake of who typed it.
    refuse((error as Error).message);
  }
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}
