/**
 * The pending events in order of time: a calendar queue (Brown 1988, Communications of the ACM 31), which schedules, cancels
 * and takes the next event at a cost that does not grow with their number. Every contact and every named agent is a node with at
 * most one pending event; node 0 stands for none.
 */

/** The node that stands for no node; its time is Infinity. */
export const none = 0;

/** A queue of pending events; a caller writes `time[node]` and then schedules. */
export interface EventQueue {
  /** When the node's event is due. Handed over in this column because a double passed to a function may be boxed. */
  time: Float64Array;
  /** What is due (`events.ts`). */
  kind: Uint8Array;
  /** Forgets all events. */
  reset(): void;
  /** Makes room for nodes below `nodes`. */
  grow(nodes: number): void;
  /** Plans the event `kind` of a node without a pending event at `time[node]`. */
  schedule(node: number, kind: number): void;
  /** Takes a node's pending event out. */
  cancel(node: number): void;
  /** Takes out the node that `first` returned last. */
  takeFirst(): void;
  /** The node whose event is next: least time, then least kind, then first scheduled; `none` when there is none. */
  first(): number;
}

const fewest = 64;
/** Places in a node's links; its day stands first. */
const next = 1;
const previous = 2;
/** Days are 32-bit integers; what lies beyond the last day lies in it, in order of time like everything in a bucket. */
const lastDay = 2 ** 31 - 1;

/**
 * The calendar: time is cut into days of `width` seconds, day d lies in bucket d modulo the number of buckets, and each bucket is
 * a list in order of time. Number and width of the buckets follow the events: about one event a day.
 */
export class CalendarQueue implements EventQueue {
  time = new Float64Array(fewest);
  kind = new Uint8Array(fewest);
  /** Of a node n, from 4n: its day, the node after it in its bucket, and the node before: together, since all are needed at once. */
  private links = new Int32Array(4 * fewest);
  /** Bucket b: its first node at 2b, its last at 2b + 1. */
  private ends = new Int32Array(2 * fewest);
  private mask = fewest - 1;
  private daysPerSecond = 1;
  private readonly leastWidth: number;
  private size = 0;
  /** No event lies before this day. */
  private today = 0;
  private known = none;
  /** Searches until the width is looked at again, their number between two looks, and the day of the last look. */
  private untilTuning = fewest;
  private betweenTunings = fewest;
  private tunedOn = 0;

  /** @param horizon events beyond four times this are kept in order, but at a greater cost; seconds */
  constructor(horizon: number) {
    this.leastWidth = horizon / 2 ** 29;
    this.time[none] = Number.POSITIVE_INFINITY;
  }

  reset(): void {
    this.ends.fill(none);
    this.size = 0;
    this.today = 0;
    this.known = none;
    this.untilTuning = fewest;
    this.betweenTunings = fewest;
    this.tunedOn = 0;
  }

  grow(nodes: number): void {
    if (nodes <= this.time.length) return;
    this.time = enlarge(this.time, new Float64Array(nodes));
    this.kind = enlarge(this.kind, new Uint8Array(nodes));
    this.links = enlarge(this.links, new Int32Array(4 * nodes));
  }

  schedule(node: number, kind: number): void {
    this.kind[node] = kind;
    this.insert(node);
    const known = this.known;
    if (this.size === 0 || (known !== none && this.precedes(node, known))) this.known = node;
    const day = this.links[node << 2];
    if (day < this.today) this.today = day;
    this.size++;
    if (this.size > this.mask) this.layOut(1 / this.daysPerSecond);
  }

  cancel(node: number): void {
    const links = this.links;
    const at = node << 2;
    const bucket = (links[at] & this.mask) << 1;
    const after = links[at + next];
    const before = links[at + previous];
    if (before === none) this.ends[bucket] = after;
    else links[(before << 2) + next] = after;
    if (after === none) this.ends[bucket + 1] = before;
    else links[(after << 2) + previous] = before;
    this.size--;
    if (this.known === node) this.known = none;
  }

  takeFirst(): void {
    const links = this.links;
    const at = this.known << 2;
    const bucket = (links[at] & this.mask) << 1;
    const after = links[at + next];
    // Nothing lies before the first.
    this.ends[bucket] = after;
    if (after === none) this.ends[bucket + 1] = none;
    else links[(after << 2) + previous] = none;
    this.size--;
    this.known = none;
  }

  first(): number {
    if (this.known !== none || this.size === 0) return this.known;
    if (--this.untilTuning === 0) this.tune();
    const ends = this.ends;
    const links = this.links;
    const mask = this.mask;
    const lastOfRound = this.today + mask;
    for (let day = this.today; day <= lastOfRound; day++) {
      const node = ends[(day & mask) << 1];
      if (node !== none && links[node << 2] === day) {
        this.today = day;
        this.known = node;
        return node;
      }
    }
    return this.searchAll();
  }

  /** The least of all buckets' first nodes, when the next event is more than a round of the calendar away. */
  private searchAll(): number {
    let best = none;
    for (let bucket = 0; bucket <= this.mask; bucket++) {
      const node = this.ends[bucket << 1];
      if (node !== none && (best === none || this.precedes(node, best))) best = node;
    }
    this.today = this.links[best << 2];
    this.known = best;
    return best;
  }

  private precedes(a: number, b: number): boolean {
    return this.time[a] < this.time[b] || (this.time[a] === this.time[b] && this.kind[a] < this.kind[b]);
  }

  /** Puts a node into its bucket behind all that are not later: what was scheduled first stays first. */
  private insert(node: number): void {
    const { ends, links, time } = this;
    const due = time[node];
    const days = due * this.daysPerSecond;
    const day = days < lastDay ? days | 0 : lastDay;
    const bucket = (day & this.mask) << 1;
    let before = ends[bucket + 1];
    while (before !== none && due <= time[before] && this.precedes(node, before))
      before = links[(before << 2) + previous];
    const after = before === none ? ends[bucket] : links[(before << 2) + next];
    const at = node << 2;
    links[at] = day;
    links[at + next] = after;
    links[at + previous] = before;
    if (before === none) ends[bucket] = node;
    else links[(before << 2) + next] = node;
    if (after === none) ends[bucket + 1] = node;
    else links[(after << 2) + previous] = node;
  }

  /** Looks at the time that the last events took, and cuts the days anew when they fit badly. */
  private tune(): void {
    const perEvent = (this.today - this.tunedOn) / this.betweenTunings;
    if (perEvent > 2 || perEvent < 0.5) this.layOut(Math.max(this.leastWidth, perEvent / this.daysPerSecond));
    this.tunedOn = this.today;
    this.betweenTunings = this.mask + 1;
    this.untilTuning = this.betweenTunings;
  }

  /** Lays all events out in days of the given width. Equal times share a bucket, and are moved in order, so they keep theirs. */
  private layOut(width: number): void {
    let chain = none;
    for (let bucket = 2 * this.mask; bucket >= 0; bucket -= 2) {
      if (this.ends[bucket] === none) continue;
      this.links[(this.ends[bucket + 1] << 2) + next] = chain;
      chain = this.ends[bucket];
    }
    const now = this.today / this.daysPerSecond;
    const tuned = this.tunedOn / this.daysPerSecond;
    if (this.size > this.mask) {
      this.mask = 4 * (this.mask + 1) - 1;
      this.ends = new Int32Array(2 * (this.mask + 1));
    } else this.ends.fill(none);
    this.daysPerSecond = 1 / width;
    // One day early, because the two roundings of a day need not agree.
    this.today = Math.max(0, Math.floor(now / width) - 1);
    this.tunedOn = Math.floor(tuned / width);
    while (chain !== none) {
      const following = this.links[(chain << 2) + next];
      this.insert(chain);
      chain = following;
    }
  }
}

/** Copies a column into a larger one. */
export function enlarge<Column extends Float64Array | Int32Array | Uint8Array>(column: Column, larger: Column): Column {
  larger.set(column);
  return larger;
}
