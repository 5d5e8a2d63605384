/** Priority as points: where a contact begins, what a second of waiting adds, and more for what was passed on. */
import { Type } from 'typebox';
import { agentChoiceField, checkWork, everyGroup, type RoutingKind } from './routing-kind.ts';

const points = Type.Number({ minimum: -1_000_000, maximum: 1_000_000 });

const schema = Type.Object({
  base: Type.Record(Type.String(), points, {
    default: {},
    description: 'Points with which a contact of a work begins. Work left out: its `priority`.',
    examples: [{ complaint: 60 }],
  }),
  perSecond: Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1_000_000 }), {
    default: {},
    description: 'Points that every second of waiting adds, by work. Work left out: 1.',
    examples: [{ complaint: 2 }],
  }),
  tiers: Type.Record(Type.String(), points, {
    default: {},
    description: 'Points more by tier of customers. Tier left out: none.',
    examples: [{ core: 60, important: 30 }],
  }),
  passedOn: {
    ...points,
    default: 0,
    description: 'Points more for a contact that follows from other work: it has waited before.',
    examples: [120],
  },
  ...agentChoiceField('longest-idle'),
});

/** Who has most points is served first: a priority that grows with the wait (Kleinrock 1964); a contact in hand is finished. */
export const score: RoutingKind<typeof schema> = {
  kind: 'score',
  summary: {
    en: 'Who has most points: a start by work, more for every second waited',
    zh: '得分最高者优先：按业务起评，随等待累加',
  },
  schema,
  resolve: ({ base, perSecond, passedOn, tiers, agentChoice }, setting) => {
    const known = checkWork(base, 'base', setting);
    if (!checkWork(perSecond, 'perSecond', setting) || !known) return undefined;
    const unknown = Object.keys(tiers).filter((tier) => !setting.tiers.includes(tier));
    for (const got of unknown) {
      setting.fault(['tiers', got], { key: 'unknownName', values: { what: 'tier', got, allowed: setting.tiers } });
    }
    if (unknown.length > 0) return undefined;
    const byTier = setting.tiers.length === 0 ? {} : { tiers: setting.tiers.map((tier) => tiers[tier] ?? 0) };
    const start = setting.work.map(({ name, priority }) => base[name] ?? priority);
    const growth = setting.work.map(({ name }) => perSecond[name] ?? 1);
    return {
      kind: 'score',
      queues: setting.groups.map(({ skills }) =>
        skills.map((type) => ({ type, tier: 0, base: start[type], perSecond: growth[type] })),
      ),
      groups: everyGroup(setting),
      order: { by: 'points', perSecond: growth, arisen: passedOn, ...byTier },
      agentChoice,
    };
  },
};
