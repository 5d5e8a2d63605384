/** How many contacts come back because of an earlier one. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumContacts, sumOutcomes } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  return { met: sumOutcomes(record, scope, 'arisen'), of: sumContacts(record, scope, 'arrived') };
}

/** Items that arose of other work ÷ all that arrived. */
export const repeatRate: MeasureKind = computeMeasure('repeat-rate', tally);
