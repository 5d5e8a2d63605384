/** How many contacts are truly below the pass mark. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumQuality } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  return { met: sumQuality(record, scope, 'poor'), of: sumQuality(record, scope, 'scored') };
}

/** Contacts truly below the mark ÷ contacts handled. */
export const poorQuality: MeasureKind = computeMeasure('poor-quality', tally);
