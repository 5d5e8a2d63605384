/** What customers think: their points as a fraction of 100. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumOutcomes } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  return { met: sumOutcomes(record, scope, 'points'), of: 100 * sumOutcomes(record, scope, 'rated') };
}

/** Points ÷ (100 × customers who gave points). */
export const satisfaction: MeasureKind = computeMeasure('satisfaction', tally);
