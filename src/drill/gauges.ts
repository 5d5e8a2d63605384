/** What the wall board shows: the state of the floor now, and shares over the last minutes; conditions are read off it. */
import type { FloorView, QueueView } from '../sim/control.ts';
import type { Clause, Condition } from './condition.ts';
import type { FrontLine } from './front-line.ts';

/** Names of work and groups, for conditions that name one. */
interface Names {
  types: readonly string[];
  groups: readonly string[];
}

/** The longest window that a condition may ask for, seconds. */
export const longestWindow = 3600;

/** The last views of a run, in order. */
export class Gauges {
  readonly #names: Names;
  /** Index of the threshold that the service level is taken at; -1 without. */
  readonly #threshold: number;
  /** What is looked at where no name is given. */
  readonly #front: FrontLine;
  #views: FloorView[] = [];

  /** @param threshold index into the thresholds of the run, -1 when it has none */
  constructor(names: Names, threshold: number, front: FrontLine) {
    this.#names = names;
    this.#front = front;
    this.#threshold = threshold;
  }

  /** Takes a view; those older than the longest window are forgotten. */
  add(view: FloorView): void {
    this.#views.push(view);
    if (view.time - this.#views[0].time > 2 * longestWindow) {
      this.#views = this.#views.filter(({ time }) => view.time - time <= longestWindow);
    }
  }

  /** The view at hand. */
  get now(): FloorView {
    return this.#views[this.#views.length - 1];
  }

  /** What a clause looks at; null when there is nothing to go by, as a share of no calls. */
  read({ of, overSeconds, quantity }: Pick<Clause, 'of' | 'overSeconds' | 'quantity'>): number | null {
    const { now } = this;
    const queues = this.#queues(now, of);
    switch (quantity) {
      case 'queue':
        return queues.reduce((sum, { waiting }) => sum + waiting, 0);
      case 'longest wait':
        return Math.max(...queues.map(({ longestWait }) => longestWait));
      case 'idle':
        return this.#groups(now, of).reduce((sum, { idle }) => sum + idle, 0);
      case 'lines': {
        const busy = now.lines.reduce((sum, line) => sum + line.busy, 0);
        return ratio(
          busy,
          now.lines.reduce((sum, line) => sum + line.working, 0),
        );
      }
      case 'occupancy': {
        const before = this.#before(overSeconds);
        const since = (what: 'handled' | 'present') =>
          this.#groups(now, of).reduce((sum, group) => sum + group[what], 0) -
          this.#groups(before, of).reduce((sum, group) => sum + group[what], 0);
        return ratio(since('handled'), since('present'));
      }
      default:
        return this.#shareOfContacts(quantity, of, overSeconds);
    }
  }

  #shareOfContacts(quantity: 'service level' | 'connected' | 'abandoned', of: string | null, over: number) {
    if (quantity === 'service level' && this.#threshold < 0) return null;
    const before = this.#queues(this.#before(over), of);
    const now = this.#queues(this.now, of);
    const since = (read: (queue: QueueView) => number) =>
      now.reduce((sum, queue, i) => sum + read(queue) - read(before[i]), 0);
    const ended = since((queue) => queue.answered + queue.abandoned + queue.blocked + queue.balked);
    if (quantity === 'service level')
      return ratio(
        since((queue) => queue.answeredWithin[this.#threshold]),
        ended,
      );
    return ratio(
      since((queue) => (quantity === 'connected' ? queue.answered : queue.abandoned)),
      ended,
    );
  }

  /** The view from which a window of that length reaches to now. */
  #before(seconds: number): FloorView {
    const { time } = this.now;
    return this.#views.find((view) => time - view.time <= seconds) ?? this.now;
  }

  #queues(view: FloorView, of: string | null): QueueView[] {
    return of === null
      ? this.#front.types.map((type) => view.queues[type])
      : [view.queues[this.#names.types.indexOf(of)]];
  }

  #groups(view: FloorView, of: string | null) {
    return of === null
      ? this.#front.groups.map((group) => view.groups[group])
      : [view.groups[this.#names.groups.indexOf(of)]];
  }
}

function ratio(met: number, of: number): number | null {
  return of > 0 ? met / of : null;
}

/** Watches a condition over time: whether all of its clauses have held for as long as they must. */
export class ConditionWatch {
  readonly #condition: Condition;
  /** Since when each clause holds; null while it does not. */
  readonly #since: (number | null)[];

  constructor(condition: Condition) {
    this.#condition = condition;
    this.#since = condition.map(() => null);
  }

  /** Looks at the gauges, once an instant, and says whether the condition holds. */
  holds(gauges: Gauges): boolean {
    const { time } = gauges.now;
    let all = true;
    this.#condition.forEach((clause, i) => {
      const value = gauges.read(clause);
      const { above, forSeconds, orEqual } = clause;
      const beyond = value !== null && (above ? value > clause.value : value < clause.value);
      if (!beyond && !(orEqual && value === clause.value)) this.#since[i] = null;
      else this.#since[i] ??= time;
      const since = this.#since[i];
      if (since === null || time - since < forSeconds) all = false;
    });
    return all;
  }
}
