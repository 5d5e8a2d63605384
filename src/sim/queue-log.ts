/**
 * Who joined and left the queues during an interval, where abandonment is no event: the greatest number waiting is worked out when
 * the interval ends, because only then everybody is known who hung up in it.
 */
import type { Center } from './center.ts';

/** Logs of all queues; a queue's entries lie in its own columns, which grow. */
export interface QueueLog {
  /** 1: somebody may hang up in this queue, so a log is kept. */
  readonly isKept: Uint8Array;
  /** Joins as their times, answers as minus their times, in order. */
  readonly moves: Float64Array[];
  readonly moveCount: Int32Array;
  /** When contacts hung up, in any order. */
  readonly hangUps: Float64Array[];
  readonly hangUpCount: Int32Array;
  /** The queues in which somebody hung up, the first `leftCount`. */
  readonly left: Int32Array;
  leftCount: number;
  /** Number waiting where the log starts, and the greatest number in the interval up to there. */
  readonly lengthBefore: Int32Array;
  readonly maxBefore: Int32Array;
}

/**
 * Empty logs of all queues.
 * @param mayHangUp whether the contacts of each queue may hang up
 */
export function makeQueueLog(mayHangUp: readonly boolean[]): QueueLog {
  const queues = mayHangUp.length;
  const columns = () => Array.from({ length: queues }, () => new Float64Array(64));
  return {
    isKept: Uint8Array.from(mayHangUp, Number),
    moves: columns(),
    moveCount: new Int32Array(queues),
    hangUps: columns(),
    hangUpCount: new Int32Array(queues),
    left: new Int32Array(queues),
    leftCount: 0,
    lengthBefore: new Int32Array(queues),
    maxBefore: new Int32Array(queues),
  };
}

/** Starts the logs from the queues as they are. */
export function startQueueLog({ queueLength, queueLog, queueMax }: Center): void {
  queueLog.moveCount.fill(0);
  queueLog.hangUpCount.fill(0);
  queueLog.leftCount = 0;
  queueLog.lengthBefore.set(queueLength);
  queueLog.maxBefore.set(queueMax);
}

/** Logs that a contact hung up. */
export function logHangUp(queueLog: QueueLog, queue: number, time: number): void {
  const { hangUpCount, hangUps, left } = queueLog;
  if (hangUpCount[queue] === 0) left[queueLog.leftCount++] = queue;
  append(hangUps, hangUpCount, queue, time);
}

/** Adds an entry to a queue's column. */
export function append(columns: Float64Array[], counts: Int32Array, queue: number, time: number): void {
  const count = counts[queue];
  if (count === columns[queue].length) {
    const larger = new Float64Array(2 * count);
    larger.set(columns[queue]);
    columns[queue] = larger;
  }
  columns[queue][count] = time;
  counts[queue] = count + 1;
}

/**
 * Corrects the greatest numbers waiting by those who hung up unseen; all who hung up are logged. Without any, the numbers seen
 * were true. Who hangs up at the instant at which another joins makes room for him (`events.ts`).
 */
export function correctQueueMax({ queueLog, queueMax }: Center): void {
  const { hangUpCount, hangUps, left, leftCount, lengthBefore, maxBefore, moveCount, moves } = queueLog;
  for (let i = 0; i < leftCount; i++) {
    const queue = left[i];
    const times = hangUps[queue];
    const leaving = hangUpCount[queue];
    const log = moves[queue];
    const count = moveCount[queue];
    sortFirst(times, leaving);
    let gone = 0;
    let length = lengthBefore[queue];
    let most = maxBefore[queue];
    for (let move = 0; move < count; move++) {
      if (log[move] < 0) length--;
      else {
        while (gone < leaving && times[gone] <= log[move]) gone++;
        if (++length - gone > most) most = length - gone;
      }
    }
    queueMax[queue] = most;
  }
}

/** Sorts the first `count` values: few by insertion, which they are nearly in order for, many by the language's own sort. */
function sortFirst(values: Float64Array, count: number): void {
  if (count > 64) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = values[i];
    let place = i;
    for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
    values[place] = value;
  }
}
