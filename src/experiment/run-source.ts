/**
 * Runs as a stream, in the order of their numbers: in this thread here, over several in `simulate-in-threads.ts`. Who reads
 * the stream cannot tell which, so neither can the result.
 */
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Scenario } from '../scenario/scenario.ts';
import type { Center } from '../sim/center.ts';
import { compile } from '../sim/compile.ts';
import { contactOffset, type RunRecord } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';

/** Which runs, and when to stop early. */
export interface RunsWanted {
  scenario: Scenario;
  seed: string;
  /** Runs 0 to `runs` − 1. */
  runs: number;
  signal: AbortSignal | undefined;
}

/** Arrivals a batch of runs should have: enough to take some 20 ms, so that handing it over costs nothing. */
const arrivalsPerBatch = 50_000;
/** A batch's columns take at most this much memory, unless one run alone does. */
const bytesPerBatch = 4 * 2 ** 20;

/** Loads the modules that bring the scenario's own kinds; those already loaded are not loaded again. */
export async function loadPlugins(scenario: Scenario): Promise<void> {
  for (const path of scenario.plugins) await import(pathToFileURL(path).href);
}

/**
 * How many runs make a batch, judged by one of them. It decides when work changes hands, never a result.
 *
 * @param record any run of the scenario
 */
export function runsPerBatch(record: RunRecord): number {
  const { layout, data } = record;
  let arrived = 0;
  for (let type = 0; type < layout.types; type++) {
    const offset = contactOffset(layout, type, 'arrived');
    for (let i = 0; i < layout.intervals; i++) arrived += data[offset + i];
  }
  const byWork = Math.ceil(arrivalsPerBatch / Math.max(arrived, 1));
  const byMemory = Math.floor(bytesPerBatch / (8 * layout.length));
  return Math.max(1, Math.min(byWork, byMemory, 1000));
}

/** Runs in order; `refused` is what the run after them threw. */
export interface RunBatch {
  records: RunRecord[];
  refused?: unknown;
}

/** Simulates `count` runs from number `first` on, or up to the first that throws. */
export function simulateBatch(center: Center, first: number, count: number): RunBatch {
  const records: RunRecord[] = [];
  try {
    for (let run = first; run < first + count; run++) records.push(simulate(center, run));
  } catch (refused) {
    return { records, refused };
  }
  return { records };
}

/**
 * Simulates in this thread and lets the program breathe between batches, so that a signal is heard and progress is drawn.
 *
 * @returns batches of records in the order of their runs, all of them unless the signal ends the stream
 * @throws what a run throws, once the runs before it are read
 */
export async function* simulateHere({ scenario, seed, runs, signal }: RunsWanted): AsyncGenerator<RunRecord[]> {
  const center = compile(scenario, seed);
  let first = 0;
  let size = 1;
  while (first < runs) {
    await setImmediate();
    if (signal?.aborted) return;
    const { records, refused } = simulateBatch(center, first, Math.min(size, runs - first));
    yield records;
    if (refused !== undefined) throw refused;
    first += records.length;
    size = runsPerBatch(records[0]);
  }
}
