/** How many evaluations pass. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally } from './measure.ts';
import { sumQuality } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  const of = sumQuality(record, scope, 'evaluated');
  return { met: of - sumQuality(record, scope, 'failed'), of };
}

/** First evaluations at or above the pass mark ÷ first evaluations. */
export const qaPassRate: MeasureKind = computeMeasure('qa-pass-rate', tally);
