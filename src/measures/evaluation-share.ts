/** How many contacts are drawn for evaluation, or evaluated. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally, unknownVariant } from './measure.ts';
import { sumQuality } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  const scored = sumQuality(record, scope, 'scored');
  const sampled = sumQuality(record, scope, 'sampled');
  const evaluated = sumQuality(record, scope, 'evaluated');
  switch (scope.variant) {
    case 'drawn':
      return { met: sampled, of: scored };
    case 'evaluated':
      return { met: evaluated, of: scored };
    case 'done':
      return { met: evaluated, of: sampled };
    default:
      return unknownVariant(evaluationShare, scope);
  }
}

/** Contacts drawn or evaluated ÷ contacts handled, or evaluated ÷ drawn. */
export const evaluationShare: MeasureKind = computeMeasure('evaluation-share', tally);
