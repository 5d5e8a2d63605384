/** Balking: who left at once on hearing that there is a queue. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumContacts } from './sum-columns.ts';

/** Balked ÷ requests for a person. */
export const balking: MeasureKind = computeMeasure('balking', (record, scope) => ({
  met: sumContacts(record, scope, 'balked'),
  of: sumContacts(record, scope, 'requests'),
}));
