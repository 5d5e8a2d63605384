/** People of a group who stay longer, or come earlier: as good as the group, and dearer. */
import { Type } from 'typebox';
import { agentsField, type LeverKind, leverSchema } from './lever-kind.ts';

const schema = leverSchema(
  'nothing',
  { delayMinutes: 10, longestMinutes: 180, costPerHour: 1.5 },
  {
    group: Type.String({ description: 'The group they belong to.', examples: ['tariff'] }),
    agents: agentsField,
  },
);

/** Lets people work on. */
export const overtime: LeverKind<typeof schema> = {
  kind: 'overtime',
  summary: { en: 'People of a group work longer', zh: '班组人员加班' },
  schema,
  touched: 'nothing',
  counted: true,
  effect: ({ agents, group }) => ({
    staff: { agents, skills: undefined, like: group, afterSeconds: 0, leastSeconds: 0, owed: false },
  }),
};
