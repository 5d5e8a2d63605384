/** The threads of a command, which load while it reads its files. */
import { availableParallelism } from 'node:os';
import { startThreads } from '../experiment/threads.ts';

/**
 * Starts the threads that a command is about to simulate in.
 *
 * @param asked how many, the calling one counted; as many as there are processors unless given
 * @returns how many they are
 */
export function openThreads(asked: number | undefined): number {
  const threads = asked ?? availableParallelism();
  startThreads(threads - 1);
  return threads;
}
