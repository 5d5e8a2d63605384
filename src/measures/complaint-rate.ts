/** How many contacts end in a complaint. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumContacts, sumOutcomes } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  return { met: sumOutcomes(record, scope, 'complained'), of: sumContacts(record, scope, 'arrived') };
}

/** Contacts after which a complaint arises ÷ all that arrived; booked to the interval of the contact. */
export const complaintRate: MeasureKind = computeMeasure('complaint-rate', tally);
