/** Runs in the order of their numbers, from as many threads as wished: whoever reads them cannot tell how many. */
import type { RunRecord } from '../sim/run.ts';
import { type RunsWanted, simulateHere } from './run-source.ts';
import { simulateInThreads } from './simulate-in-threads.ts';

/**
 * Simulates in one thread or several.
 *
 * @param wanted runs, and a signal that ends the stream
 * @param threads whole, at least 1; 1 simulates in the calling thread
 * @param onLoss hears of a thread that died; its runs are done again
 * @returns batches of records run by run and within a run scenario by scenario, all of them unless the signal ends the stream
 * @throws RangeError when `threads` is not a whole number of at least 1; what a run throws, once those before it are read
 */
export function simulateRuns(wanted: RunsWanted, threads: number, onLoss: () => void): AsyncGenerator<RunRecord[]> {
  if (!(Number.isSafeInteger(threads) && threads >= 1)) {
    throw new RangeError(`threads: expected a whole number of at least 1, got ${threads}`);
  }
  return threads === 1 ? simulateHere(wanted) : simulateInThreads(wanted, threads, onLoss);
}
