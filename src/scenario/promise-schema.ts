/** What every promise has, whatever its measure. */
import { Type } from 'typebox';
import { datePattern, namePattern } from './schema-parts.ts';

/** A promise as written: the fields that every measure has, and those of its own. */
export interface WrittenPromise {
  id?: string;
  measure: string;
  variant: string;
  seconds?: number;
  shortAbandonSeconds?: number;
  clock?: string;
  tier?: string;
  atLeast?: number;
  atMost?: number;
  scope: 'day' | 'interval';
  work?: string[];
  hours?: string;
  from?: string;
  dayShare: number;
}

/** The fields that every promise has. */
export const promiseFields = {
  id: Type.Optional(
    Type.String({
      pattern: namePattern,
      description: 'Name in the report. Default: the measure.',
      examples: ['hotline.answer'],
    }),
  ),
  scope: Type.Enum(['day', 'interval'], {
    default: 'day',
    description: 'Judged over the day as a whole, or in every interval as well.',
    examples: ['interval'],
  }),
  work: Type.Optional(
    Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'Work it covers. Default: all.',
      examples: [['inquiry']],
    }),
  ),
  hours: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'Hours it covers, by arrival: a calendar or local times. Default: the opening hours of the work.',
      examples: ['09:00-17:00'],
    }),
  ),
  from: Type.Optional(
    Type.String({
      pattern: datePattern,
      description: 'First day it covers: what comes before is a run-up. Default: the first day simulated.',
      examples: ['2026-04-27'],
    }),
  ),
  dayShare: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 0.9,
    description: 'Share of days (0–1) on which it shall hold; the report compares P(day holds) with it.',
    examples: [0.9],
  }),
};
