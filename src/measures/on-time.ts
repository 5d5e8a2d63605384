/** How many clocks of one sort stopped in time. */
import type { RunRecord } from '../sim/run.ts';
import { computeMeasure, type MeasureKind, type MeasureScope, type Tally, unknownVariant } from './measure.ts';
import { sumClocks } from './sum-columns.ts';

function tally(record: RunRecord, scope: MeasureScope): Tally {
  const met = sumClocks(record, scope, 'met');
  switch (scope.variant) {
    case 'decided':
      return { met, of: met + sumClocks(record, scope, 'missed') };
    case 'started':
      return { met, of: sumClocks(record, scope, 'started') };
    default:
      return unknownVariant(onTime, scope);
  }
}

/** Stopped in time ÷ decided, or ÷ all that started; booked to the interval of the start. */
export const onTime: MeasureKind = computeMeasure('on-time', tally);
