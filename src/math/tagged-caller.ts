/**
 * One caller waiting in a queue whose staff changes by the clock: the chance of an answer, or of hanging up, within T. Those who come
 * later do not matter, so the caller's state is only how many are ahead, and how many agents too many are still talking.
 */
import { poissonWeights } from './poisson-weights.ts';

/** What becomes of agents who are talking when the staff drops; see `exactDay`. */
export type Leaving = 'pooled' | 'named' | 'preempted';

/** Rates per second of the queue's people. */
export interface QueueRates {
  /** Calls that one busy agent finishes per second. */
  readonly service: number;
  /** Callers that hang up per second and waiting caller. */
  readonly abandonment: number;
}

/** A stretch of time with the same staff. */
export interface StaffPiece {
  readonly duration: number;
  readonly agents: number;
}

/** A table by overhang (agents too many still talking) and by callers ahead in the queue. */
export type QueueTable = Float64Array[];

/** Chances of a waiting caller's fate within T. */
export interface CallerFate {
  /** Answered, if the caller never hangs up. */
  readonly virtual: QueueTable;
  /** Answered before hanging up. */
  readonly answered: QueueTable;
  /** Hung up. */
  readonly abandoned: QueueTable;
}

/**
 * Where a waiting caller stands just after the staff changed.
 *
 * @param leaving what becomes of agents who are talking when the staff drops
 * @param before agents before the change
 * @param after agents after the change
 * @param overhang agents too many who were still talking, 0 unless `leaving` is `pooled`
 * @param ahead callers ahead in the queue
 * @returns the new overhang and callers ahead; `ahead` below 0 means that the caller is answered at once
 * Source: the definitions of `Leaving`.
 * @example
 * ```ts
 * afterChange('pooled', 10, 7, 0, 4); // => { overhang: 3, ahead: 4 }
 * afterChange('named', 7, 10, 0, 4); // => { overhang: 0, ahead: 1 }
 * afterChange('preempted', 10, 7, 0, 4); // => { overhang: 0, ahead: 7 }
 * ```
 */
export function afterChange(
  leaving: Leaving,
  before: number,
  after: number,
  overhang: number,
  ahead: number,
): { overhang: number; ahead: number } {
  const talking = before + overhang;
  if (after >= talking) return { overhang: 0, ahead: ahead - (after - talking) };
  if (leaving === 'pooled') return { overhang: talking - after, ahead };
  return { overhang: 0, ahead: leaving === 'named' ? ahead : ahead + talking - after };
}

/** The ways a wait can end within T. */
const ends = {
  virtual: { hangsUp: false, ifAnswered: 1, ifAbandoned: 0 },
  answered: { hangsUp: true, ifAnswered: 1, ifAbandoned: 0 },
  abandoned: { hangsUp: true, ifAnswered: 0, ifAbandoned: 1 },
} as const;
const fates = ['virtual', 'answered', 'abandoned'] as const;

/**
 * The chances of callers who wait at the start of their first piece, by overhang and callers ahead.
 *
 * @param courses per caller the staff over the next T seconds, at least one piece; the callers arrive in order before the same
 * changes of staff, so that only the first and the last piece differ in length, the last getting longer
 * @param rates service and abandonment per second
 * @param leaving what becomes of agents who are talking when the staff drops
 * @param overhangs greatest overhang at the start
 * @param most greatest number of callers ahead at the start
 * @returns one table of chances per caller
 * Source: the backward equations of the pure death process of the callers ahead (Feller 1968, chapter XVII), solved by
 * uniformization (Jensen 1953).
 * @example
 * ```ts
 * const rates = { service: 0.1, abandonment: 0 };
 * callerFates([[{ duration: 10, agents: 1 }]], rates, 'pooled', 0, 0)[0].virtual[0][0]; // => 0.632120558829
 * ```
 */
export function callerFates(
  courses: readonly (readonly StaffPiece[])[],
  rates: QueueRates,
  leaving: Leaving,
  overhangs: number,
  most: number,
): CallerFate[] {
  const staff = courses[0].map(({ agents }) => agents);
  const lastPiece = staff.length - 1;
  // The tables of a later piece must reach as far as a caller can be carried.
  const sizes = [{ overhang: overhangs, ahead: most }];
  for (let i = 1; i < staff.length; i++) {
    const { overhang, ahead } = afterChange(leaving, staff[i - 1], staff[i], sizes[i - 1].overhang, sizes[i - 1].ahead);
    sizes.push({ overhang, ahead: Math.max(ahead, 0) });
  }
  const tables = (i: number): CallerFate => {
    const table = () => Array.from({ length: sizes[i].overhang + 1 }, () => new Float64Array(sizes[i].ahead + 1));
    return { virtual: table(), answered: table(), abandoned: table() };
  };
  const evolveAll = (fate: CallerFate, piece: StaffPiece) => {
    for (const name of fates) evolve(fate[name], piece, rates, ends[name]);
  };
  // Within the last piece chances depend on the time left alone: each caller's continue from those of the caller before.
  const last = tables(lastPiece);
  let reached = 0;
  return courses.map((pieces) => {
    evolveAll(last, { duration: pieces[lastPiece].duration - reached, agents: staff[lastPiece] });
    reached = pieces[lastPiece].duration;
    let fate = last;
    for (let i = lastPiece - 1; i >= 0; i--) {
      const next = fate;
      fate = tables(i);
      for (const name of fates)
        carryBack(fate[name], next[name], leaving, staff[i], staff[i + 1], ends[name].ifAnswered);
      evolveAll(fate, pieces[i]);
    }
    return lastPiece === 0 ? copied(last) : fate;
  });
}

function copied(fate: CallerFate): CallerFate {
  const copy = (table: QueueTable) => table.map((row) => row.slice());
  return { virtual: copy(fate.virtual), answered: copy(fate.answered), abandoned: copy(fate.abandoned) };
}

/** Fills a table just before a change of staff from the one just after it. */
function carryBack(
  table: QueueTable,
  next: QueueTable,
  leaving: Leaving,
  before: number,
  after: number,
  ifAnswered: number,
): void {
  table.forEach((row, overhang) => {
    for (let q = 0; q < row.length; q++) {
      const place = afterChange(leaving, before, after, overhang, q);
      row[q] = place.ahead < 0 ? ifAnswered : next[place.overhang][place.ahead];
    }
  });
}

/** Carries a table back over one piece of time, in place. */
function evolve(
  table: QueueTable,
  { duration, agents }: StaffPiece,
  { service, abandonment }: QueueRates,
  { hangsUp, ifAnswered, ifAbandoned }: { hangsUp: boolean; ifAnswered: number; ifAbandoned: number },
): void {
  const most = table[0].length - 1;
  const own = hangsUp ? abandonment : 0;
  const jumpRate = (agents + table.length - 1) * service + most * abandonment + own;
  if (duration <= 0 || jumpRate === 0) return;
  const { exactly } = poissonWeights(jumpRate * duration);
  const current = table.map((row) => row.slice());
  for (const row of table) row.fill(0);
  const hangUp = own / jumpRate;
  const leave = abandonment / jumpRate;
  for (let n = 0; n < exactly.length; n++) {
    const weight = exactly[n];
    // From the highest overhang and the most callers ahead down, so that what a value is made of is still unchanged.
    for (let e = table.length - 1; e >= 0; e--) {
      const row = current[e];
      const sum = table[e];
      const finish = ((agents + e) * service) / jumpRate;
      for (let j = most; j >= 0; j--) {
        const value = row[j];
        sum[j] += weight * value;
        const nextInLine = j > 0 ? row[j - 1] : ifAnswered;
        const afterFinish = e > 0 ? current[e - 1][j] : nextInLine;
        const moved = finish * afterFinish + j * leave * nextInLine + hangUp * ifAbandoned;
        row[j] = value * (1 - finish - j * leave - hangUp) + moved;
      }
    }
  }
}
