/** Work that is stopped again and again, and goes on from its checkpoint each time: it has to end in the bytes of work that never stopped. */
import { setImmediate } from 'node:timers/promises';
import {
  type Checkpoint,
  Journal,
  readCheckpoint,
  type WorkOwner,
  writeCheckpoint,
} from '../../src/experiment/checkpoint.ts';
import { fingerprint } from '../../src/scenario/hash.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export const seed = 'stop';

/** What tells apart all that is in values, in typed arrays and infinities too. */
export function bytes(value: unknown): string {
  return fingerprint(
    JSON.stringify(value, (_, one: unknown) =>
      ArrayBuffer.isView(one)
        ? [...(one as Float64Array)]
        : typeof one === 'number' && !Number.isFinite(one)
          ? `${one}`
          : one,
    ),
  );
}

export const owner = (...scenarios: Scenario[]): WorkOwner => ({ scenarios, seed, options: {} });
export const throughFile = (checkpoint: Checkpoint | undefined) =>
  checkpoint === undefined ? undefined : readCheckpoint(writeCheckpoint(checkpoint));

/** Does a piece of work, stopped after a few batches, and then after one more each time; returns its result and how often it was stopped. */
export async function inPieces<Result>(
  ownedBy: WorkOwner,
  work: (journal: Journal, signal: AbortSignal) => Promise<Result>,
  batches: number,
): Promise<[string, number]> {
  let kept: Checkpoint | undefined;
  for (let stops = 0; stops < 500; stops++) {
    const journal = new Journal(ownedBy, kept);
    const controller = new AbortController();
    const stopping = (async () => {
      for (let batch = 0; batch < batches + stops; batch++) await setImmediate();
      controller.abort();
    })();
    const result = await work(journal, controller.signal).catch((error: unknown) => {
      if (error !== controller.signal.reason) throw error;
      return undefined;
    });
    const { ended, isWhole = true } = (result ?? {}) as { ended?: string; isWhole?: boolean };
    const isStopped = controller.signal.aborted && (result === undefined || ended === 'stopped' || !isWhole);
    kept = throughFile(journal.take());
    await stopping;
    if (!isStopped) return [bytes(result), stops];
  }
  throw new Error('the work makes no progress');
}
