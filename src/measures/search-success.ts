/** How many searches in the knowledge base succeed. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumOutcomes } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  return { met: sumOutcomes(record, scope, 'found'), of: sumOutcomes(record, scope, 'searches') };
}

/** Successful searches ÷ searches. */
export const searchSuccess: MeasureKind = computeMeasure('search-success', tally);
