/**
 * Who may have made a queue its longest, and who hung up, during an interval in which abandonment is no event: the greatest number waiting is worked out
 * when the interval ends, because only then everybody is known who hung up in it.
 *
 * The number waiting when somebody joins is the number seen with those noticed before that they had hung up, less all who had hung up by then. What is taken off
 * only grows, so a join that does not raise the former above all before it cannot make the queue its longest, and is not logged.
 */
import type { Center } from './center.ts';
import { lengthenQueue } from './queues.ts';

/** Logs of all queues; a queue's entries lie in its own columns, which grow. */
export interface QueueLog {
  /** 1: somebody may hang up in this queue, so a log is kept. */
  readonly isKept: Uint8Array;
  /** When contacts joined, in order, and by how much each raised the number seen waiting with those noticed before that they had hung up. */
  readonly joins: Float64Array[];
  readonly rises: Float64Array[];
  readonly joinCount: Int32Array;
  /** When contacts hung up, in any order. */
  readonly hangUps: Float64Array[];
  readonly hangUpCount: Int32Array;
  /** The queues in which somebody hung up, the first `leftCount`. */
  readonly left: Int32Array;
  leftCount: number;
  /** The greatest number waiting in the interval up to where the log starts. */
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
    joins: columns(),
    rises: columns(),
    joinCount: new Int32Array(queues),
    hangUps: columns(),
    hangUpCount: new Int32Array(queues),
    left: new Int32Array(queues),
    leftCount: 0,
    maxBefore: new Int32Array(queues),
  };
}

/** Starts the logs from the queues as they are. */
export function startQueueLog({ queueLog, queueMax }: Center): void {
  queueLog.joinCount.fill(0);
  queueLog.hangUpCount.fill(0);
  queueLog.leftCount = 0;
  queueLog.maxBefore.set(queueMax);
}

/** Starts the logs anew at the end of an interval, whose figures are about to be booked. */
export function restartQueueLog({ queueLength, queueLog, usedQueueCount, usedQueues }: Center): void {
  const { hangUpCount, joinCount, maxBefore } = queueLog;
  for (let i = 0; i < usedQueueCount; i++) {
    const queue = usedQueues[i];
    joinCount[queue] = 0;
    hangUpCount[queue] = 0;
    maxBefore[queue] = queueLength[queue];
  }
  queueLog.leftCount = 0;
}

/** Logs that a contact has joined its queue, which may now be its longest; `seen` is the number seen waiting with those noticed, above all before. */
export function logJoin(center: Center, contact: number, queue: number, seen: number): void {
  const { queuedAt, queueLog, queueMax } = center;
  const { isKept, joinCount, joins, rises } = queueLog;
  if (isKept[queue] === 1) {
    const count = joinCount[queue];
    makeRoom(joins, queue, count);
    makeRoom(rises, queue, count);
    joins[queue][count] = queuedAt[contact];
    rises[queue][count] = seen - queueMax[queue];
    joinCount[queue] = count + 1;
  }
  lengthenQueue(center, queue, seen);
}

/** Logs that a contact hung up when its patience ended. */
export function logHangUp({ events, queueLog }: Center, contact: number, queue: number): void {
  const { hangUpCount, hangUps, left } = queueLog;
  const count = hangUpCount[queue];
  if (count === 0) left[queueLog.leftCount++] = queue;
  makeRoom(hangUps, queue, count);
  hangUps[queue][count] = events.time[contact];
  hangUpCount[queue] = count + 1;
}

function makeRoom(columns: Float64Array[], queue: number, count: number): void {
  if (count < columns[queue].length) return;
  const larger = new Float64Array(2 * count);
  larger.set(columns[queue]);
  columns[queue] = larger;
}

/**
 * Corrects the greatest numbers waiting by those who hung up unseen; all who hung up are logged. Without any, the numbers seen
 * were true. Who hangs up at the instant at which another joins makes room for him (`events.ts`).
 */
export function correctQueueMax({ queueLog, queueMax }: Center): void {
  const { hangUpCount, hangUps, joinCount, joins, left, leftCount, maxBefore, rises } = queueLog;
  for (let i = 0; i < leftCount; i++) {
    const queue = left[i];
    const count = joinCount[queue];
    const rise = rises[queue];
    for (let hangUp = 0; hangUp < hangUpCount[queue]; hangUp++) {
      const join = firstFrom(joins[queue], count, hangUps[queue][hangUp]);
      if (join < count) rise[join]--;
    }
    let length = maxBefore[queue];
    let most = length;
    for (let join = 0; join < count; join++) {
      length += rise[join];
      if (length > most) most = length;
    }
    queueMax[queue] = most;
  }
}

/** The first of `count` ascending times that is not before another; `count` when all are. */
function firstFrom(times: Float64Array, count: number, time: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
