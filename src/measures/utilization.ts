/** Utilization: the share of paid time that agents spend on contacts. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumGroups } from './sum-columns.ts';

/** Handling ÷ paid time of the scope's groups. */
export const utilization: MeasureKind = computeMeasure('utilization', (record, scope) => ({
  met: sumGroups(record, scope, 'handling'),
  of: sumGroups(record, scope, 'paid'),
}));
