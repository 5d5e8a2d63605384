/** Mean wait of all who queued, whatever became of them. */
import { computeMeasure, type MeasureKind } from './measure.ts';
import { sumContacts } from './sum-columns.ts';

/** Total wait ÷ contacts that entered the queue: answered, abandoned and sent away at the close, seconds. */
export const meanWait: MeasureKind = computeMeasure('mean-wait', (record, scope) => ({
  met:
    sumContacts(record, scope, 'answeredWait') +
    sumContacts(record, scope, 'abandonedWait') +
    sumContacts(record, scope, 'waitingWait'),
  of:
    sumContacts(record, scope, 'answered') +
    sumContacts(record, scope, 'abandoned') +
    sumContacts(record, scope, 'waiting'),
}));
