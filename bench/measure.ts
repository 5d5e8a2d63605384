/** Measures one workload in this process: contacts per second of processor time, and what happened to them. */
import { compile } from '../src/sim/compile.ts';
import { type ContactColumn, contactOffset } from '../src/sim/run.ts';
import { giveBack, simulate } from '../src/sim/simulate.ts';
import type { Workload } from './workloads.ts';

/** A warm-up lasts at least this long, a measurement twice that: until then the compiler of Node takes its share. */
const warmUpSeconds = 1;
const leastSeconds = 2;

/** What a measurement says. */
export interface Measurement {
  workload: string;
  contacts: number;
  cpuSeconds: number;
  contactsPerCpuSecond: number;
  answered: number;
  abandoned: number;
  delayed: number;
  meanWaitSeconds: number;
}

const columns = ['requests', 'answered', 'abandoned', 'delayed', 'answeredWait', 'abandonedWait'] as const;
type Totals = Record<(typeof columns)[number] & ContactColumn, number>;

/** Repeats a workload's runs, first to warm up, then for the measurement. */
export function measure({ name, runs, scenario }: Workload): Measurement {
  const center = compile(scenario, 'bench');
  let run = 0;
  /** Simulates and adds up; returns the time that the simulation took. */
  const work = (totals: Totals): number => {
    let spent = 0;
    for (let i = 0; i < runs; i++, run++) {
      const start = cpuSeconds();
      const record = simulate(center, run);
      spent += cpuSeconds() - start;
      const { data, layout } = record;
      for (const column of columns) {
        for (let type = 0; type < layout.types; type++) {
          const at = contactOffset(layout, type, column);
          for (let j = at; j < at + layout.intervals; j++) totals[column] += data[j];
        }
      }
      giveBack(center, record);
    }
    return spent;
  };
  const nothing = (): Totals => ({
    requests: 0,
    answered: 0,
    abandoned: 0,
    delayed: 0,
    answeredWait: 0,
    abandonedWait: 0,
  });
  const begin = cpuSeconds();
  do work(nothing());
  while (cpuSeconds() - begin < warmUpSeconds);
  const totals = nothing();
  let spent = 0;
  do spent += work(totals);
  while (spent < leastSeconds);
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

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
