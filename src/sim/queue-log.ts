/**
 * Who may have made a queue its longest, and who hung up, during an interval in which abandonment is no event: the greatest number waiting is worked out
 * when the interval ends, because only then everybody is known who hung up in it.
 *
 * Somebody joins: the number waiting then is the number seen, less those who have hung up unseen. It is the number seen and those noticed
 * before, less all who had hung up by then. The last part only grows, so a join that does not raise the first two together above all before it cannot make the queue
 * its longest, and is not logged.
 */
import type { Center } from './center.ts';

/** Logs of all queues; a queue's entries lie in its own columns, which grow. */
export interface QueueLog {
  /** 1: somebody may hang up in this queue, so a log is kept. */
  readonly isKept: Uint8Array;
  /** When contacts joined, in order, and the number seen waiting then with those noticed before that they had hung up. */
  readonly joins: Float64Array[];
  readonly lengths: Float64Array[];
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
    lengths: columns(),
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

/** Logs that a contact has joined its queue, which may now be its longest: `queueMax` is the number seen waiting with those noticed. */
export function logJoin({ queuedAt, queueLog, queueMax }: Center, contact: number, queue: number): void {
  const { isKept, joinCount, joins, lengths } = queueLog;
  if (isKept[queue] === 0) return;
  const count = joinCount[queue];
  makeRoom(joins, queue, count);
  makeRoom(lengths, queue, count);
  joins[queue][count] = queuedAt[contact];
  lengths[queue][count] = queueMax[queue];
  joinCount[queue] = count + 1;
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
  const { hangUpCount, hangUps, joinCount, joins, left, leftCount, lengths, maxBefore } = queueLog;
  for (let i = 0; i < leftCount; i++) {
    const queue = left[i];
    const leaving = hangUpCount[queue];
    const times = hangUps[queue];
    sortFirst(times, leaving);
    let gone = 0;
    let most = maxBefore[queue];
    for (let join = 0; join < joinCount[queue]; join++) {
      while (gone < leaving && times[gone] <= joins[queue][join]) gone++;
      most = Math.max(most, lengths[queue][join] - gone);
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
