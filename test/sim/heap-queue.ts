/** A second, plain implementation of the pending events, to hold the calendar queue against: a binary heap that knows its places. */
import { type EventQueue, enlarge, none } from '../../src/sim/event-queue.ts';

export class HeapQueue implements EventQueue {
  time = Float64Array.of(Number.POSITIVE_INFINITY);
  kind = new Uint8Array(1);
  #order = new Float64Array(1);
  #scheduled = 0;
  #heap: number[] = [];
  #place = new Map<number, number>();

  reset(): void {
    this.#heap = [];
    this.#place.clear();
    this.#scheduled = 0;
  }

  grow(nodes: number): void {
    if (nodes <= this.time.length) return;
    this.time = enlarge(this.time, new Float64Array(nodes));
    this.kind = enlarge(this.kind, new Uint8Array(nodes));
    this.#order = enlarge(this.#order, new Float64Array(nodes));
  }

  schedule(node: number, kind: number): void {
    if (this.#place.has(node)) throw new Error(`node ${node} has a pending event already`);
    this.kind[node] = kind;
    this.#order[node] = this.#scheduled++;
    this.#heap.push(node);
    this.#rise(this.#heap.length - 1);
  }

  cancel(node: number): void {
    const place = this.#place.get(node);
    if (place === undefined) throw new Error(`node ${node} has no pending event`);
    const last = this.#heap.pop() as number;
    this.#place.delete(node);
    if (last === node) return;
    this.#put(last, place);
    this.#rise(place);
    this.#sink(this.#place.get(last) as number);
  }

  takeFirst(): void {
    this.cancel(this.first());
  }

  first(): number {
    return this.#heap.length === 0 ? none : this.#heap[0];
  }

  #precedes(a: number, b: number): boolean {
    return (
      this.time[a] - this.time[b] < 0 ||
      (this.time[a] === this.time[b] &&
        (this.kind[a] < this.kind[b] || (this.kind[a] === this.kind[b] && this.#order[a] < this.#order[b])))
    );
  }

  #put(node: number, place: number): void {
    this.#heap[place] = node;
    this.#place.set(node, place);
  }

  #rise(start: number): void {
    const node = this.#heap[start];
    let place = start;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#precedes(this.#heap[parent], node)) break;
      this.#put(this.#heap[parent], place);
      place = parent;
    }
    this.#put(node, place);
  }

  #sink(start: number): void {
    const node = this.#heap[start];
    let place = start;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#heap.length) break;
      if (child + 1 < this.#heap.length && this.#precedes(this.#heap[child + 1], this.#heap[child])) child++;
      if (this.#precedes(node, this.#heap[child])) break;
      this.#put(this.#heap[child], place);
      place = child;
    }
    this.#put(node, place);
  }
}
