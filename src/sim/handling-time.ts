/** The parts of a contact's handling together: talk, and where its type has steps, hold and wrap-up. */
import type { Center } from './center.ts';
import { toTick } from './ticks.ts';
import { steps } from './traits.ts';

/** Talk, hold and wrap-up together, seconds. */
export function handlingTime(center: Center, contact: number, type: number): number {
  const hasSteps = (center.plan.traits[type] & steps) !== 0;
  return center.talk[contact] + (hasSteps ? center.hold[contact] + center.wrapUp[contact] : 0);
}

/** Has all of it take so many times as long. */
export function stretchHandling(center: Center, contact: number, type: number, factor: number): void {
  center.talk[contact] = toTick(center.talk[contact] * factor);
  if ((center.plan.traits[type] & steps) === 0) return;
  center.hold[contact] = toTick(center.hold[contact] * factor);
  center.wrapUp[contact] = toTick(center.wrapUp[contact] * factor);
}
