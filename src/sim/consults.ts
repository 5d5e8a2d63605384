/**
 * Consultations: an agent asks somebody else while his caller waits, so that a contact holds two people. The question is an item of its
 * own, which waits and is handled like any other; the contact that asked goes on when nothing that it asked is open.
 */
import type { Center } from './center.ts';
import { none } from './event-queue.ts';
import { consultEnds } from './events.ts';

/** A question of a contact has been made. */
export function ask(center: Center, contact: number, question: number): void {
  center.askedBy[question] = contact;
  center.openQuestions[contact]++;
}

/** A question is gone, answered or not: with the last one the contact that asked goes on. */
export function closeQuestion(center: Center, question: number): void {
  const contact = center.askedBy[question];
  if (contact === none) return;
  center.askedBy[question] = none;
  if (--center.openQuestions[contact] > 0) return;
  center.events.time[contact] = center.now;
  center.events.schedule(contact, consultEnds);
}
