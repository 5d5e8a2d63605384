/** How many matters are settled at the first contact. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally, unknownVariant } from './measure.ts';
import { sumOutcomes } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  switch (scope.variant) {
    case 'handled':
      return { met: sumOutcomes(record, scope, 'firstResolved'), of: sumOutcomes(record, scope, 'firstHandled') };
    case 'all':
      return { met: sumOutcomes(record, scope, 'resolved'), of: sumOutcomes(record, scope, 'handled') };
    default:
      return unknownVariant(firstContactResolution, scope);
  }
}

/** Settled at the first contact ÷ first contacts handled; or over all contacts. */
export const firstContactResolution: MeasureKind = computeMeasure('first-contact-resolution', tally);
