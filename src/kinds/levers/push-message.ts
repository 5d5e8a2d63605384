/** SMS or APP push to customers: many need not call any more, some call because of it. */
import { type LeverKind, leverSchema, shareField } from './lever-kind.ts';

const schema = leverSchema(
  'work',
  { delayMinutes: 15, longestMinutes: 120, costEach: 1 },
  {
    avoids: shareField('Fraction (0–1) of those who would call that need not any more.', 0.25),
    causes: shareField('For every customer who would call, so many (0–1) call because of the message.', 0.05),
  },
);

/** Tells customers before they call. */
export const pushMessage: LeverKind<typeof schema> = {
  kind: 'push-message',
  summary: { en: 'A message to customers by SMS or APP, while it is fresh', zh: '短信或 APP 推送告知客户，时效内有效' },
  schema,
  touched: 'work',
  counted: false,
  effect: ({ avoids, causes }) => ({ message: { avoids, causes } }),
};
