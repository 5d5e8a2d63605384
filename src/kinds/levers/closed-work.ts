/** A type of work is closed for a while: who calls is turned away and counted. */
import { type LeverKind, leverSchema } from './lever-kind.ts';

const schema = leverSchema('work', { delayMinutes: 2 }, {});

/** Lets nobody in. */
export const closedWork: LeverKind<typeof schema> = {
  kind: 'closed-work',
  summary: { en: 'A type of work is closed', zh: '暂停受理指定业务' },
  schema,
  touched: 'work',
  counted: false,
  effect: () => ({ shut: true }),
};
