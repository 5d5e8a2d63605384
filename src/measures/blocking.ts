/** Blocking: who found no line, or no place to wait. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumContacts } from './sum-columns.ts';

/** Blocked ÷ requests for a person. */
export const blocking: MeasureKind = computeMeasure('blocking', (record, scope) => ({
  met: sumContacts(record, scope, 'blocked'),
  of: sumContacts(record, scope, 'requests'),
}));
