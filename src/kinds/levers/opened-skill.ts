/** A group takes work that it does not do on ordinary days: it is slower at it, and its own work shares its time. */
import { Type } from 'typebox';
import { type LeverKind, leverSchema } from './lever-kind.ts';

const schema = leverSchema(
  'nothing',
  { delayMinutes: 5 },
  {
    group: Type.String({ description: 'The group that takes it.', examples: ['service'] }),
    work: Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'The work it takes.',
      examples: [['inquiry']],
    }),
    speed: Type.Number({
      exclusiveMinimum: 0,
      maximum: 10,
      default: 0.8,
      description: 'How fast it does that work; 1 is the time of the work itself.',
      examples: [0.8],
    }),
  },
);

/** Opens a skill. */
export const openedSkill: LeverKind<typeof schema> = {
  kind: 'opened-skill',
  summary: { en: 'A group takes work that is not its own', zh: '开放技能：班组兼接其他业务' },
  schema,
  touched: 'nothing',
  counted: false,
  effect: ({ group, speed, work }) => ({ skill: { group, work, speed } }),
};
