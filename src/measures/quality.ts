/** How well contacts are truly handled. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumQuality } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  return { met: sumQuality(record, scope, 'quality'), of: 100 * sumQuality(record, scope, 'scored') };
}

/** True points ÷ (100 × contacts handled). */
export const quality: MeasureKind = computeMeasure('quality', tally);
