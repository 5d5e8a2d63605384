/** How many customers give few points. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumOutcomes } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  return { met: sumOutcomes(record, scope, 'dissatisfied'), of: sumOutcomes(record, scope, 'rated') };
}

/** Dissatisfied ÷ customers who gave points. */
export const dissatisfaction: MeasureKind = computeMeasure('dissatisfaction', tally);
