/** Average handle time of the contacts that were handled. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumContacts } from './sum-columns.ts';

/** (Talk + hold + wrap-up) ÷ answered contacts, seconds. */
export const aht: MeasureKind = computeMeasure('aht', (record, scope) => ({
  met: sumContacts(record, scope, 'talk') + sumContacts(record, scope, 'hold') + sumContacts(record, scope, 'wrapUp'),
  of: sumContacts(record, scope, 'answered'),
}));
