/** Agents who are suddenly not there: illness, a site lost, a call to another duty. */
import { Type } from 'typebox';
import { lossOf, type ShockKind, shockSchema } from './shock-kind.ts';

const schema = shockSchema('group', {
  share: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: 'Fraction (0–1) of each group that is gone.', examples: [0.3] }),
  ),
  agents: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 100_000,
      description: 'Number of agents of each group who are gone.',
      examples: [5],
    }),
  ),
});

/** Takes agents off the groups it touches. */
export const agentsLost: ShockKind<typeof schema> = {
  kind: 'agents-lost',
  summary: { en: 'Agents are missing for a while', zh: '一段时间内缺员' },
  schema,
  touched: 'group',
  effect: ({ share, agents }, { fault }) => {
    const loss = lossOf(share, agents, 'agents', fault);
    return loss === undefined ? undefined : { agentsLost: loss };
  },
};
