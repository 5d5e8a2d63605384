/**
 * Answered within T, the service level: how many did not wait longer than promised. Blocked, balked and sent-away contacts
 * are outside all its variants; the connection rate sees those.
 */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally, unknownVariant } from './measure.ts';
import { sumContacts, sumWithin } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  const answered = sumContacts(record, scope, 'answered');
  const abandoned = sumContacts(record, scope, 'abandoned');
  const inTime = sumWithin(record, scope, 'answeredWithin', scope.threshold);
  switch (scope.variant) {
    case 'offered':
      return { met: inTime, of: answered + abandoned };
    case 'answered':
      return { met: inTime, of: answered };
    case 'abandons-met': {
      const short = sumWithin(record, scope, 'abandonedWithin', scope.threshold);
      return { met: inTime + short, of: answered + abandoned };
    }
    case 'short-abandons-excluded': {
      const short = sumWithin(record, scope, 'abandonedWithin', scope.threshold);
      return { met: inTime, of: answered + abandoned - short };
    }
    case 'very-short-abandons-met': {
      const veryShort = sumWithin(record, scope, 'abandonedWithin', scope.shortThreshold);
      return { met: inTime + veryShort, of: answered + abandoned };
    }
    default:
      return unknownVariant(answeredWithin, scope);
  }
}

/** Answered with a wait (queue + ring) of at most T, by five definitions of the denominator. */
export const answeredWithin: MeasureKind = computeMeasure('answered-within', tally);
