/** Small centres to be rostered. */
import { accept } from '../../../src/scenario/parse.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import type { WrittenScenario } from '../../../src/scenario/schema.ts';

/** A desk open from nine to five, some twenty contacts an hour at the height. */
export function rosterable(change: Partial<WrittenScenario> = {}): Scenario {
  const written: WrittenScenario = {
    clock: { timeZone: 'Europe/Berlin' },
    work: {
      desk: {
        hours: '09:00-17:00',
        arrivals: {
          kind: 'interval-profile',
          from: '09:00',
          intervalMinutes: 60,
          counts: [60, 90, 110, 80, 80, 90, 70, 40],
          busyness: { cv: 0.05 },
        },
        talkSeconds: { kind: 'exponential', mean: 240 },
        patienceSeconds: { kind: 'exponential', mean: 180 },
      },
    },
    people: { groups: { front: { skills: { desk: 1 } } } },
    shifts: {
      patterns: {
        day: {
          hours: [4, 6],
          start: { from: '09:00', to: '13:00', everyMinutes: 60 },
          breaks: [{ minutes: 15, afterHours: [1.5, 2.5], everyMinutes: 30 }],
        },
      },
    },
    promises: [{ id: 'answer', measure: 'answered-within', seconds: 20, atLeast: 0.8, variant: 'offered' }],
    ...change,
  };
  return resolve(accept(written, 'rosterable'), {
    name: 'rosterable',
    reader: { size: () => undefined, read: () => new Uint8Array() },
    withoutStaff: true,
  });
}
