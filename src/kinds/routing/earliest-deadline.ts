/** What is due first is served first: live calls beside tickets, each by the time that it was promised. */
import { Type } from 'typebox';
import { agentChoiceField, checkWork, everyGroup, type RoutingKind } from './routing-kind.ts';

const schema = Type.Object({
  withinSeconds: Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 31_536_000 }), {
    default: {},
    description:
      'For each work the time allowed from the moment at which it asks for a person, seconds. Clocks that run over a contact and stop when somebody begins with it or has handled it count as well: the earlier deadline decides. Work with neither comes last.',
    examples: [{ inquiry: 10, chat: 60 }],
  }),
  ...agentChoiceField('longest-idle'),
});

/** Earliest deadline first, over all queues and within each (Liu and Layland 1973, section 7); a contact in hand is finished. */
export const earliestDeadline: RoutingKind<typeof schema> = {
  kind: 'earliest-deadline',
  summary: { en: 'What is due first is served first', zh: '最先到期者优先' },
  schema,
  resolve: ({ withinSeconds, agentChoice }, setting) => {
    if (!checkWork(withinSeconds, 'withinSeconds', setting)) return undefined;
    return {
      kind: 'earliest-deadline',
      queues: setting.groups.map(({ skills }) => skills.map((type) => ({ type, tier: 0, base: 0, perSecond: 0 }))),
      groups: everyGroup(setting),
      order: { by: 'deadline', withinSeconds: setting.work.map(({ name }) => withinSeconds[name] ?? null) },
      agentChoice,
    };
  },
};
