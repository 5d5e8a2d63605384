/** Each work has its groups in order: the first at once, the later ones only after a wait (overflow). */
import { Type } from 'typebox';
import { agentChoiceField, queuesByWait, type RoutingKind, type RoutingSetting } from './routing-kind.ts';

const schema = Type.Object({
  order: Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1, uniqueItems: true }), {
    default: {},
    description:
      'For each work the names of its groups, first choice first. Work left out: the fastest group first, then in the order of the scenario.',
    examples: [{ tariff: ['tariff', 'all-round'] }],
  }),
  overflowAfterSeconds: Type.Number({
    minimum: 0,
    maximum: 86_400,
    default: 0,
    description:
      'Wait in seconds after which a contact may use the groups after its first. 0: at once if the first is busy.',
    examples: [20],
  }),
  ownFirst: Type.Boolean({
    default: false,
    description:
      'true: a freed agent serves work whose first choice is his group before any overflow; false: who has waited longest.',
    examples: [true],
  }),
  ...agentChoiceField('listed'),
});

function orderOf(type: number, written: readonly string[] | undefined, setting: RoutingSetting): number[] | undefined {
  const able = setting.groups.flatMap(({ speeds }, group) => (speeds[type] > 0 ? [group] : []));
  const work = setting.work[type].name;
  if (written === undefined) {
    return able.sort((a, b) => setting.groups[b].speeds[type] - setting.groups[a].speeds[type] || a - b);
  }
  const allowed = able.map((group) => setting.groups[group].name);
  let sound = true;
  const order = written.map((name, position) => {
    const group = able.find((one) => setting.groups[one].name === name);
    if (group !== undefined) return group;
    setting.fault(['order', work, position], { key: 'unknownName', values: { what: 'group', got: name, allowed } });
    sound = false;
    return -1;
  });
  return sound ? withRosterGroups(order, able, setting) : undefined;
}

/** The groups that a roster added take the place of those like them; who is like none comes last. */
function withRosterGroups(order: readonly number[], able: readonly number[], { groups }: RoutingSetting): number[] {
  const beside = (place: number) => able.filter((group) => groups[group].like === place);
  return [...order.flatMap((group) => [group, ...beside(group)]), ...beside(-1)];
}

/** Whether a group is the first choice, or a roster's group in its place. */
function isFirst(group: number, order: readonly number[], { groups }: RoutingSetting): boolean {
  return group === order[0] || groups[group].like === order[0];
}

/** Groups in order per work, with overflow after a delay. */
export const skillOrder: RoutingKind<typeof schema> = {
  kind: 'skill-order',
  summary: { en: 'Groups in order for each work, overflow after a wait', zh: '按业务设定班组顺序，等待后溢出' },
  schema,
  resolve: ({ order, overflowAfterSeconds, ownFirst, agentChoice }, setting) => {
    const works = setting.work.map(({ name }) => name);
    for (const name of Object.keys(order)) {
      if (!works.includes(name)) {
        setting.fault(['order', name], { key: 'unknownName', values: { what: 'work', got: name, allowed: works } });
      }
    }
    const orders = setting.work.map(({ name }, type) =>
      orderOf(type, Object.hasOwn(order, name) ? order[name] : undefined, setting),
    );
    if (!orders.every((one) => one !== undefined)) return undefined;
    const queues = queuesByWait(setting, (type, group) => (ownFirst && isFirst(group, orders[type], setting) ? 1 : 0));
    return {
      kind: 'skill-order',
      // A group that the order of a work leaves out does not serve it, whatever its skills.
      queues: queues.map((ofGroup, group) => ofGroup.filter(({ type }) => orders[type].includes(group))),
      groups: orders.map((groups) =>
        groups.map((group) => ({ group, afterSeconds: isFirst(group, groups, setting) ? 0 : overflowAfterSeconds })),
      ),
      agentChoice,
    };
  },
};
