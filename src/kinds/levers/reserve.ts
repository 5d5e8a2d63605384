/** People on call at home: they have to travel, and are paid for some hours once they come. */
import { Type } from 'typebox';
import { agentsField, type LeverKind, leverSchema, skillsField } from './lever-kind.ts';

const schema = leverSchema(
  'nothing',
  { delayMinutes: 45, costPerHour: 1 },
  {
    agents: agentsField,
    skills: skillsField,
    leastHours: Type.Number({
      minimum: 0,
      maximum: 24,
      default: 2,
      description: 'Hours for which they are paid at least once they are called.',
      examples: [2],
    }),
  },
);

/** Calls people in. */
export const reserve: LeverKind<typeof schema> = {
  kind: 'reserve',
  summary: { en: 'People on call come in', zh: '召回备班人员到岗' },
  schema,
  touched: 'nothing',
  counted: true,
  effect: ({ agents, leastHours, skills }) => ({
    staff: { agents, skills, like: undefined, afterSeconds: 0, leastSeconds: leastHours * 3600, owed: false },
  }),
};
