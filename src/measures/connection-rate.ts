/** Connection rate: who asked for a person and got one. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally, unknownVariant } from './measure.ts';
import { sumContacts, sumWithin } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  const answered = sumContacts(record, scope, 'answered');
  switch (scope.variant) {
    case 'per-attempt':
      return { met: answered, of: sumContacts(record, scope, 'requests') };
    case 'without-short-abandons': {
      const short = sumWithin(record, scope, 'abandonedWithin', scope.shortThreshold);
      return { met: answered, of: sumContacts(record, scope, 'requests') - short };
    }
    case 'per-caller':
      return { met: sumContacts(record, scope, 'callersAnswered'), of: sumContacts(record, scope, 'callers') };
    case 'self-service-counted-in': {
      const selfServed = sumContacts(record, scope, 'selfServed');
      return { met: selfServed + answered, of: sumContacts(record, scope, 'arrived') };
    }
    default:
      return unknownVariant(connectionRate, scope);
  }
}

/** Answered ÷ requests for a person, with the variants of the reference page. */
export const connectionRate: MeasureKind = computeMeasure('connection-rate', tally);
