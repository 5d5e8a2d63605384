/** Occupancy: the share of their time on queue that agents spend on contacts. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumGroups } from './sum-columns.ts';

/** Handling ÷ (handling + available) of the scope's groups; time ringing is in neither. */
export const occupancy: MeasureKind = computeMeasure('occupancy', (record, scope) => ({
  met: sumGroups(record, scope, 'handling'),
  of: sumGroups(record, scope, 'loggedIn') - sumGroups(record, scope, 'ringing'),
}));
