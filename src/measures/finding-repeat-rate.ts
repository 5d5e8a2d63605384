/** How many findings come back with the same agent after they were talked over. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally, unknownVariant } from './measure.ts';
import { sumQuality } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  switch (scope.variant) {
    case 'next-review':
      return { met: sumQuality(record, scope, 'againNext'), of: sumQuality(record, scope, 'followedNext') };
    case 'within-28-days':
      return { met: sumQuality(record, scope, 'againAny'), of: sumQuality(record, scope, 'followedAny') };
    default:
      return unknownVariant(findingRepeatRate, scope);
  }
}

/** Findings talked over whose cause shows again in a later evaluation of the agent ÷ findings talked over and followed up. */
export const findingRepeatRate: MeasureKind = computeMeasure('finding-repeat-rate', tally);
