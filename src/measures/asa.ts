/** Average speed of answer: the mean wait of those who were answered; who hung up is not in it. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumContacts } from './sum-columns.ts';

/** Total wait of answered contacts ÷ answered contacts, seconds. */
export const asa: MeasureKind = computeMeasure('asa', (record, scope) => ({
  met: sumContacts(record, scope, 'answeredWait'),
  of: sumContacts(record, scope, 'answered'),
}));
