/** Which contacts a complaint may arise of: what the measure of complaints counts, and what the report lists. */
import type { FollowUp, WorkType } from './scenario.ts';

/** Outcomes after which an item goes on, or never was in the centre: what arises then is no complaint about how it was served. */
const otherOutcomes: readonly FollowUp['outcome'][] = ['outsideHours', 'calledBack', 'consulted'];

/**
 * Whether a follow-up makes a complaint of what was none: what follows from a complaint is the same complaint at a later step.
 * @param work all types
 * @param type the type that it follows from, by index
 */
export function isComplaintAbout(work: readonly WorkType[], type: number, { becomes, outcome }: FollowUp): boolean {
  return (
    work[type].complaint === undefined && work[becomes].complaint !== undefined && !otherOutcomes.includes(outcome)
  );
}

/** Whether a follow-up takes a complaint further: to another department, or to a graver level. */
export function isSameComplaint(work: readonly WorkType[], type: number, { becomes }: FollowUp): boolean {
  return work[type].complaint !== undefined && work[becomes].complaint !== undefined;
}

/**
 * Whether a complaint may arise of items of a type, directly.
 * @param work all types
 * @param type by index
 */
export function leadsToComplaint(work: readonly WorkType[], type: number): boolean {
  return (work[type].followUps ?? []).some((followUp) => isComplaintAbout(work, type, followUp));
}
