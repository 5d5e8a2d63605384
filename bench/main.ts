/**
 * Measures the engine: `npm run bench` prints a table, `npm run bench -- --workload W1 --json` one JSON object with the contacts
 * per second of processor time, after a warm-up of the same work in the same process.
 */
import { parseArgs } from 'node:util';
import { compile } from '../src/sim/compile.ts';
import { type ContactColumn, contactOffset } from '../src/sim/run.ts';
import { simulate } from '../src/sim/simulate.ts';
import { type Workload, workloads } from './workloads.ts';

/** A warm-up lasts at least this long, a measurement twice that: until then the compiler of Node takes its share. */
const warmUpSeconds = 1;
const leastSeconds = 2;

/** What a measurement says. */
interface Measurement {
  workload: string;
  contacts: number;
  cpuSeconds: number;
  contactsPerCpuSecond: number;
  answered: number;
  abandoned: number;
  delayed: number;
  meanWaitSeconds: number;
}

function measure({ name, runs, scenario }: Workload): Measurement {
  const center = compile(scenario, 'bench');
  const columns = ['requests', 'answered', 'abandoned', 'delayed', 'answeredWait', 'abandonedWait'] as const;
  const totals: Record<string, number> = {};
  let run = 0;
  const work = () => {
    for (let i = 0; i < runs; i++, run++) {
      const { layout, data } = simulate(center, run);
      for (const column of columns) {
        for (let type = 0; type < layout.types; type++) {
          const at = contactOffset(layout, type, column satisfies ContactColumn);
          for (let j = at; j < at + layout.intervals; j++) totals[column] = (totals[column] ?? 0) + data[j];
        }
      }
    }
  };
  const cpuSeconds = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const begin = cpuSeconds();
  do work();
  while (cpuSeconds() - begin < warmUpSeconds);
  for (const column of columns) totals[column] = 0;
  const start = cpuSeconds();
  do work();
  while (cpuSeconds() - start < leastSeconds);
  const spent = cpuSeconds() - start;
  return {
    workload: name,
    contacts: totals.requests,
    cpuSeconds: spent,
    contactsPerCpuSecond: totals.requests / spent,
    answered: totals.answered / totals.requests,
    abandoned: totals.abandoned / totals.requests,
    delayed: totals.delayed / totals.requests,
    meanWaitSeconds: (totals.answeredWait + totals.abandonedWait) / totals.requests,
  };
}

const { values } = parseArgs({ options: { workload: { type: 'string' }, json: { type: 'boolean' } } });
const chosen = workloads.filter(({ name }) => values.workload === undefined || values.workload === name);
if (chosen.length === 0) throw new RangeError(`workload: expected one of ${workloads.map((w) => w.name).join(', ')}`);
for (const workload of chosen) {
  const measurement = measure(workload);
  if (values.json === true) console.log(JSON.stringify(measurement));
  else {
    const { abandoned, contactsPerCpuSecond, delayed, meanWaitSeconds } = measurement;
    const percent = (share: number) => `${(100 * share).toFixed(3)} %`;
    console.log(
      `${workload.name}  ${(contactsPerCpuSecond / 1e6).toFixed(2)} million contacts/s  ` +
        `abandoned ${percent(abandoned)}  delayed ${percent(delayed)}  wait ${meanWaitSeconds.toFixed(3)} s  ${workload.what}`,
    );
  }
}
