import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarQueue, type EventQueue, none } from '../../src/sim/event-queue.ts';
import { evenly } from '../evenly.ts';
import { HeapQueue } from './heap-queue.ts';

/** What a run does to a queue: schedules after now, cancels, takes the next. */
type Step = { do: 'schedule'; after: number; kind: number } | { do: 'cancel'; which: number } | { do: 'take' };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('schedule' as const),
        after: fc.oneof(fc.constantFrom(0, 1, 1, 5), evenly(0, 100), evenly(0, 1e9)),
        kind: fc.integer({ min: 0, max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat() }) },
    { weight: 4, arbitrary: fc.constant({ do: 'take' as const }) },
  ),
  { minLength: 1, maxLength: 1500 },
);

function play(queue: EventQueue, script: Step[]): number[] {
  const taken: number[] = [];
  const pending: number[] = [];
  let now = 0;
  let nodes = 1;
  queue.reset();
  for (const step of script) {
    if (step.do === 'schedule') {
      const node = nodes++;
      queue.grow(nodes);
      queue.time[node] = now + step.after;
      queue.schedule(node, step.kind);
      pending.push(node);
    } else if (step.do === 'cancel') {
      if (pending.length > 0) queue.cancel(pending.splice(step.which % pending.length, 1)[0]);
    } else {
      const node = queue.first();
      if (node !== none) {
        expect(queue.time[node]).toBeGreaterThanOrEqual(now);
        now = queue.time[node];
        queue.takeFirst();
        pending.splice(pending.indexOf(node), 1);
      }
      taken.push(node);
    }
  }
  for (let node = queue.first(); node !== none; node = queue.first()) {
    queue.cancel(node);
    taken.push(node);
  }
  return taken;
}

describe('CalendarQueue', () => {
  it('takes events in the same order as a heap, ties included, and again after a reset', () => {
    fc.assert(
      fc.property(steps, steps, (first, second) => {
        const calendar = new CalendarQueue(1000);
        expect(play(calendar, first)).toEqual(play(new HeapQueue(), first));
        expect(play(calendar, second)).toEqual(play(new HeapQueue(), second));
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('takes 50,000 events of one instant in the order in which they were scheduled', () => {
    const queue = new CalendarQueue(1000);
    queue.grow(50_001);
    for (let node = 1; node <= 50_000; node++) {
      queue.time[node] = 7;
      queue.schedule(node, 1);
    }
    const taken = Array.from({ length: 50_000 }, () => {
      const node = queue.first();
      queue.cancel(node);
      return node;
    });
    expect(taken.every((node, i) => node === i + 1)).toBe(true);
  });
});
