/** Back-office, QA and training people at the telephones: slower, and their own work waits meanwhile. */
import { Type } from 'typebox';
import { agentsField, type LeverKind, leverSchema, skillsField } from './lever-kind.ts';

const schema = leverSchema(
  'nothing',
  { delayMinutes: 10, costPerHour: 1 },
  {
    agents: agentsField,
    skills: skillsField,
    from: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'Group of head-counts that they come from: its own work waits, and its clocks run. Default: none that is simulated.',
        examples: ['back office'],
      }),
    ),
  },
);

/** Moves people to the telephones. */
export const backOffice: LeverKind<typeof schema> = {
  kind: 'back-office',
  summary: {
    en: 'Back-office and QA people take calls; their own work waits',
    zh: '后台与质检人员支援接听，本职工作顺延',
  },
  schema,
  touched: 'nothing',
  counted: true,
  effect: ({ agents, from, skills }) => ({
    staff: { agents, skills, like: undefined, afterSeconds: 0, leastSeconds: 0, takenFrom: from, owed: false },
  }),
};
