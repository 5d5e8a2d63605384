import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Center } from '../../src/sim/center.ts';
import { type Endings, enter, handBack, openDay, takeOver } from '../../src/sim/endings.ts';
import { CalendarQueue, none } from '../../src/sim/event-queue.ts';
import { handled } from '../../src/sim/events.ts';

const contacts = 200;

/** What of a centre the calendar uses. Four buckets: nearly everything lies rounds away. */
function someCenter(daysPerSecond: number): Center {
  const endings: Endings = { daysPerSecond, mask: 3, buckets: new Int32Array(4), today: 0, first: none };
  const events = new CalendarQueue(1000);
  events.grow(contacts + 1);
  const columns = { next: new Int32Array(contacts + 1), withAgent: new Int32Array(contacts + 1).fill(7) };
  return { now: 0, endings, events, ...columns } as unknown as Center;
}

/** Times on a coarse grid, so that many are equal. */
const times = fc.array(
  fc.integer({ min: 0, max: 80 }).map((n) => n / 4),
  { minLength: 1, maxLength: contacts },
);

/** Contacts by time, and of equal times in the order in which they were entered. */
const inOrder = (due: readonly number[]) => due.map((_, i) => i + 1).sort((a, b) => due[a - 1] - due[b - 1] || a - b);

describe('Endings', () => {
  it('gives out contacts by time, and who was entered first first', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(0.3, 1, 3), (due, daysPerSecond) => {
        const center = someCenter(daysPerSecond);
        due.forEach((time, i) => {
          center.events.time[i + 1] = time;
          enter(center, i + 1);
        });
        const seen: number[] = [];
        for (let day = 0; seen.length < due.length; day++) {
          if (day > 0) {
            center.endings.today = day;
            center.endings.first = openDay(center, day);
          }
          for (; center.endings.first !== none; center.endings.first = center.next[center.endings.first]) {
            seen.push(center.endings.first);
          }
          expect(day).toBeLessThanOrEqual(20 * daysPerSecond);
        }
        expect(seen).toEqual(inOrder(due));
      }),
      { seed: 2026 },
    );
  });

  it('takes contacts over from the pending events, and hands them back in the same order', () => {
    fc.assert(
      fc.property(times, fc.nat(20), (due, now) => {
        const center = someCenter(1);
        center.now = now;
        due.forEach((time, i) => {
          center.events.time[i + 1] = time + now;
          center.events.schedule(i + 1, handled);
        });
        takeOver(center);
        expect(center.events.first()).toBe(none);
        handBack(center);
        expect(center.endings.buckets.every((contact) => contact === none)).toBe(true);
        const seen: number[] = [];
        for (let contact = center.events.first(); contact !== none; contact = center.events.first()) {
          expect([center.events.kind[contact], center.withAgent[contact]]).toEqual([handled, none]);
          seen.push(contact);
          center.events.takeFirst();
        }
        expect(seen).toEqual(inOrder(due));
      }),
      { seed: 2026 },
    );
  });
});
