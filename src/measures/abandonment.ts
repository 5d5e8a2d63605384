/** Abandonment: who asked for a person and hung up while waiting. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumContacts } from './sum-columns.ts';

/** Abandoned ÷ requests for a person. */
export const abandonment: MeasureKind = computeMeasure('abandonment', (record, scope) => ({
  met: sumContacts(record, scope, 'abandoned'),
  of: sumContacts(record, scope, 'requests'),
}));
