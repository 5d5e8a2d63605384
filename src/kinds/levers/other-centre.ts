/** Another city's centre takes what has waited for a while. */
import { Type } from 'typebox';
import { agentsField, type LeverKind, leverSchema, skillsField } from './lever-kind.ts';

const schema = leverSchema(
  'nothing',
  { delayMinutes: 15, costPerHour: 1 },
  {
    agents: agentsField,
    skills: skillsField,
    afterSeconds: Type.Number({
      minimum: 0,
      maximum: 3600,
      default: 30,
      description: 'How long a call must have waited before it flows over, seconds.',
      examples: [30],
    }),
  },
);

/** Lets calls flow over to another centre. */
export const otherCentre: LeverKind<typeof schema> = {
  kind: 'other-centre',
  summary: { en: 'Calls that have waited flow over to another centre', zh: '等待超时的来电溢出至其他中心' },
  schema,
  touched: 'nothing',
  counted: true,
  effect: ({ afterSeconds, agents, skills }) => ({
    staff: { agents, skills, like: undefined, afterSeconds, leastSeconds: 0, owed: false },
  }),
};
