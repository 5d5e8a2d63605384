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
import { giveBack, simulate } from '../sim/simulate.ts';

/** Which runs of which scenarios, and when to stop early. */
export interface RunsWanted {
  /** Every run is simulated of each of them in turn, on the same customers; at least one. */
  scenarios: readonly Scenario[];
  seed: string;
  /** Runs `from` to `until` − 1. */
  from: number;
  until: number;
  signal: AbortSignal | undefined;
  /** Whether the records of a batch are read for good when the next is asked for, so that their memory may be used again. */
  readsAtOnce?: boolean;
}

/** How many records that makes: one for every run and scenario. */
export function recordsWanted({ scenarios, from, until }: RunsWanted): number {
  return Math.max(0, until - from) * scenarios.length;
}

/** Arrivals a batch of runs should have: enough to take some 20 ms, so that handing it over costs nothing. */
export const arrivalsPerBatch = 50_000;
/** A batch's columns take at most this much memory, unless one run alone does. */
const bytesPerBatch = 4 * 2 ** 20;

/** Loads the modules that bring the scenarios' own kinds; those already loaded are not loaded again. */
export async function loadPlugins(...scenarios: readonly Scenario[]): Promise<void> {
  const paths = new Set(scenarios.flatMap(({ plugins }) => plugins));
  for (const path of paths) await import(pathToFileURL(path).href);
}

/**
 * How many runs make a batch, judged by one of them. It decides when work changes hands, never a result.
 *
 * @param record any run of the scenario
 */
export function runsPerBatch(record: RunRecord): number {
  const byWork = Math.ceil(arrivalsPerBatch / Math.max(arrivalsOf(record), 1));
  const byMemory = Math.floor(bytesPerBatch / (8 * record.layout.length));
  return Math.max(1, Math.min(byWork, byMemory, 1000));
}

/** Contacts that came in a run in hours. */
export function arrivalsOf({ data, layout }: RunRecord): number {
  let arrived = 0;
  for (let type = 0; type < layout.types; type++) {
    const offset = contactOffset(layout, type, 'arrived');
    for (let i = 0; i < layout.intervals; i++) arrived += data[offset + i];
  }
  return arrived;
}

/** Records in order; `refused` is what the run after them threw. */
export interface RunBatch {
  records: RunRecord[];
  refused?: unknown;
}

/**
 * Simulates `count` records from number `first` on, or up to the first that throws. Records are numbered run by run, and within
 * a run scenario by scenario.
 *
 * @param centers of the scenarios, in their order
 * @param from the first run of all
 */
export function simulateBatch(centers: readonly Center[], from: number, first: number, count: number): RunBatch {
  const records: RunRecord[] = [];
  try {
    for (let record = first; record < first + count; record++) {
      records.push(simulate(centers[record % centers.length], from + Math.floor(record / centers.length)));
    }
  } catch (refused) {
    return { records, refused };
  }
  return { records };
}

/** Gives the memory of a batch's records, which are numbered from `first` on, back to their centres. */
export function giveBackBatch(centers: readonly Center[], first: number, records: readonly RunRecord[]): void {
  records.forEach((record, i) => {
    giveBack(centers[(first + i) % centers.length], record);
  });
}

/**
 * Simulates in this thread and lets the program breathe between batches, so that a signal is heard and progress is drawn.
 *
 * @returns batches of records in their order, all of them unless the signal ends the stream
 * @throws what a run throws, once the runs before it are read
 */
export async function* simulateHere(wanted: RunsWanted): AsyncGenerator<RunRecord[]> {
  const { scenarios, seed, from, signal } = wanted;
  const centers = scenarios.map((scenario) => compile(scenario, seed));
  const all = recordsWanted(wanted);
  let first = 0;
  let size = 1;
  while (first < all) {
    await setImmediate();
    if (signal?.aborted) return;
    const { records, refused } = simulateBatch(centers, from, first, Math.min(size, all - first));
    yield records;
    if (refused !== undefined) throw refused;
    size = runsPerBatch(records[0]);
    if (wanted.readsAtOnce === true) giveBackBatch(centers, first, records);
    first += records.length;
  }
}
