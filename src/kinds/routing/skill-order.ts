/** Each work has its groups in order: the first at once, the later ones only after a wait (overflow). */
import { type Static, Type } from 'typebox';
import {
  agentChoiceField,
  checkWork,
  type OverflowState,
  queuesByWait,
  type RoutingKind,
  type RoutingSetting,
} from './routing-kind.ts';

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
  overflowWhen: Type.Optional(
    Type.Object(
      {
        waitingAtLeast: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 1_000_000,
            description: 'So many contacts of the work wait.',
            examples: [5],
          }),
        ),
        expectedWaitAtLeastSeconds: Type.Optional(
          Type.Number({
            minimum: 0,
            maximum: 86_400,
            description:
              'The next contact would wait so long, seconds: those waiting times the mean handle time, divided by the agents logged in of its own groups.',
            examples: [60],
          }),
        ),
        idleThereAtLeast: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 100_000,
            description: 'So many agents are idle in the group that helps.',
            examples: [3],
          }),
        ),
      },
      {
        additionalProperties: false,
        minProperties: 1,
        description:
          'What must be so on the floor, all of it, that the groups after the first help out. Default: nothing.',
      },
    ),
  ),
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

function stateOf(written: Static<typeof schema>['overflowWhen']): { when?: OverflowState } {
  if (written === undefined) return {};
  const { expectedWaitAtLeastSeconds: expectedWait, idleThereAtLeast: idleThere, waitingAtLeast: waiting } = written;
  return {
    when: {
      ...(waiting === undefined ? {} : { waiting }),
      ...(expectedWait === undefined ? {} : { expectedWait }),
      ...(idleThere === undefined ? {} : { idleThere }),
    },
  };
}

/** Groups in order per work, with overflow after a delay or by the state of the floor. */
export const skillOrder: RoutingKind<typeof schema> = {
  kind: 'skill-order',
  summary: {
    en: 'Groups in order for each work, overflow after a wait or by the state of the floor',
    zh: '按业务设定班组顺序，按等待或现场状态溢出',
  },
  schema,
  resolve: ({ order, overflowAfterSeconds, overflowWhen, ownFirst, agentChoice }, setting) => {
    const when = stateOf(overflowWhen);
    checkWork(order, 'order', setting);
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
        groups.map((group) =>
          isFirst(group, groups, setting)
            ? { group, afterSeconds: 0 }
            : { group, afterSeconds: overflowAfterSeconds, ...when },
        ),
      ),
      agentChoice,
    };
  },
};
