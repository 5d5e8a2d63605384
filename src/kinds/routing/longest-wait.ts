/** Who has waited longest is served first, whatever he wants; anybody with the skill may serve him. */
import { Type } from 'typebox';
import { agentChoiceField, everyGroup, queuesByWait, type RoutingKind } from './routing-kind.ts';

const schema = Type.Object(agentChoiceField('longest-idle'));

/** First come, first served over all queues an agent can serve. */
export const longestWait: RoutingKind<typeof schema> = {
  kind: 'longest-wait',
  summary: { en: 'Who has waited longest is served first', zh: '等待最久者优先' },
  schema,
  resolve: ({ agentChoice }, setting) => ({
    kind: 'longest-wait',
    queues: queuesByWait(setting, () => 0),
    groups: everyGroup(setting),
    agentChoice,
  }),
};
