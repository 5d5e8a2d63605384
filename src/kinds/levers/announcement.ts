/** A message in the IVR to those who would have to wait: some get their answer, some hang up. */
import { type LeverKind, leverSchema, shareField } from './lever-kind.ts';

const schema = leverSchema(
  'work',
  { delayMinutes: 3 },
  {
    informs: shareField('Fraction (0–1) whose question it answers; they leave as self-served.', 0.2),
    discourages: shareField('Fraction (0–1) of the others who hang up (counted as balked).', 0.1),
  },
);

/** Tells callers what is going on. */
export const announcement: LeverKind<typeof schema> = {
  kind: 'announcement',
  summary: { en: 'Callers who would wait hear what is going on', zh: '向需排队的来电播报情况说明' },
  schema,
  touched: 'work',
  counted: false,
  effect: ({ discourages, informs }) => ({ announcement: { informs, discourages, callsBack: 0 } }),
};
