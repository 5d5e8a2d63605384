/** How many breaks of named people are taken when the roster has them. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally, unknownVariant } from './measure.ts';
import { sumGroups } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  const of = sumGroups(record, scope, 'breaksDue');
  const taken = of - sumGroups(record, scope, 'breaksMissed');
  switch (scope.variant) {
    case 'within-5-minutes':
      return { met: taken - sumGroups(record, scope, 'breaksLate'), of };
    case 'taken':
      return { met: taken, of };
    default:
      return unknownVariant(breaksOnTime, scope);
  }
}

/** Breaks begun in time, or at all before the shift ended ÷ breaks planned; booked to the interval in which they were planned. */
export const breaksOnTime: MeasureKind = computeMeasure('breaks-on-time', tally);
