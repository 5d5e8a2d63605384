/** Breaks are taken later: those who would be away now stay, and as many are missing for as long afterwards. */
import { Type } from 'typebox';
import { agentsField, type LeverKind, leverSchema } from './lever-kind.ts';

const schema = leverSchema(
  'nothing',
  { delayMinutes: 1, longestMinutes: 60 },
  {
    group: Type.String({
      description: 'The group whose breaks are delayed; its staff are head-counts.',
      examples: ['tariff'],
    }),
    agents: agentsField,
  },
);

/** Delays breaks. */
export const delayedBreaks: LeverKind<typeof schema> = {
  kind: 'delayed-breaks',
  summary: { en: 'Breaks are taken later, all of them', zh: '推迟休息，事后补休' },
  schema,
  touched: 'nothing',
  counted: true,
  effect: ({ agents, group }) => ({
    staff: { agents, skills: undefined, like: group, afterSeconds: 0, leastSeconds: 0, owed: true },
  }),
};
