/** Work of higher priority is served first; within a priority, who has waited longest. */
import { Type } from 'typebox';
import { agentChoiceField, everyGroup, queuesByWait, type RoutingKind } from './routing-kind.ts';

const schema = Type.Object(agentChoiceField('longest-idle'));

/** By the `priority` of the work, then by wait; a contact in hand is never interrupted. */
export const priority: RoutingKind<typeof schema> = {
  kind: 'priority',
  summary: { en: 'Higher priority first, then who has waited longest', zh: '优先级高者优先，同级按等待时长' },
  schema,
  resolve: ({ agentChoice }, setting) => ({
    kind: 'priority',
    queues: queuesByWait(setting, (type) => setting.work[type].priority),
    groups: everyGroup(setting),
    agentChoice,
  }),
};
