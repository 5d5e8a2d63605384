/** What holds for every kind of routing: its table is well formed for any centre. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoutingSetting, type RoutingTable, routing } from '../../../src/kinds/routing/index.ts';
import type { FaultMessage } from '../../../src/words/faults.ts';

const centres = fc
  .record({
    priorities: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 5 }),
    speeds: fc.array(fc.array(fc.constantFrom(0, 0.8, 1, 1.2), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ priorities, speeds }) => {
    const faults: FaultMessage[] = [];
    const setting: RoutingSetting & { faults: FaultMessage[] } = {
      work: priorities.map((priority, type) => ({ name: `work ${type}`, priority })),
      groups: speeds.map((all, group) => {
        const own = all.slice(0, priorities.length);
        const skills = own.flatMap((speed, type) => (speed > 0 ? [type] : [])).reverse();
        return { name: `group ${group}`, speeds: own, skills };
      }),
      tiers: ['core', 'ordinary'],
      fault: (_, message) => {
        faults.push(message);
      },
      faults,
    };
    return setting;
  });

const written: Record<string, Record<string, unknown>> = {
  'longest-wait': { agentChoice: 'longest-idle' },
  priority: { agentChoice: 'random' },
  'skill-order': {
    order: {},
    overflowAfterSeconds: 20,
    overflowWhen: { waitingAtLeast: 3, idleThereAtLeast: 1 },
    ownFirst: true,
    agentChoice: 'listed',
  },
  'earliest-deadline': { withinSeconds: { 'work 0': 20 }, agentChoice: 'longest-idle' },
  score: {
    base: { 'work 0': 60 },
    perSecond: { 'work 0': 2 },
    passedOn: 30,
    tiers: { core: 60 },
    agentChoice: 'longest-idle',
  },
};

function checkTable({ queues, groups, agentChoice, order }: RoutingTable, { work, groups: all }: RoutingSetting): void {
  expect(['longest-idle', 'random', 'listed']).toContain(agentChoice);
  const byType = order === undefined ? work : order.by === 'deadline' ? order.withinSeconds : order.perSecond;
  expect(byType.length).toBe(work.length);
  expect(queues.length).toBe(all.length);
  expect(groups.length).toBe(work.length);
  for (const [group, list] of queues.entries()) {
    expect(new Set(list.map(({ type }) => type)).size).toBe(list.length);
    for (const { type, tier, base, perSecond } of list) {
      expect(all[group].speeds[type]).toBeGreaterThan(0);
      expect(groups[type].some((one) => one.group === group)).toBe(true);
      expect([tier, base, perSecond].every(Number.isFinite)).toBe(true);
      expect(perSecond).toBeGreaterThanOrEqual(0);
    }
  }
  for (const [type, list] of groups.entries()) {
    expect(new Set(list.map(({ group }) => group)).size).toBe(list.length);
    for (const { group, afterSeconds } of list) {
      expect(queues[group].some((one) => one.type === type)).toBe(true);
      expect(afterSeconds).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(afterSeconds)).toBe(true);
    }
  }
}

describe('every kind of routing', () => {
  it.each(routing.all())('resolve(…) of $kind gives a well-formed table for any centre', ({ kind, resolve }) => {
    fc.assert(
      fc.property(centres, (centre) => {
        const table = resolve(written[kind], centre);
        if (table === undefined) throw new Error('no table');
        expect(table.kind).toBe(kind);
        expect(centre.faults).toEqual([]);
        checkTable(table, centre);
      }),
      { seed: 1 },
    );
  });

  it.each(routing.all())('$kind says what it is in both languages', ({ summary, schema }) => {
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
    for (const property of Object.values(schema.properties)) expect(property).toHaveProperty('description');
  });
});

describe('the kinds of routing', () => {
  const faults: FaultMessage[] = [];
  const centre: RoutingSetting = {
    work: [
      { name: 'vip', priority: 2 },
      { name: 'all', priority: 0 },
    ],
    groups: [
      { name: 'one', speeds: [0.8, 1], skills: [1, 0] },
      { name: 'two', speeds: [1, 0], skills: [0] },
    ],
    tiers: [],
    fault: (_, message) => {
      faults.push(message);
    },
  };

  it('longest-wait looks at one tier, in the order of the skills', () => {
    const table = routing.get('longest-wait').resolve({ agentChoice: 'longest-idle' }, centre);
    expect(table?.queues[0].map(({ type, tier, perSecond }) => [type, tier, perSecond])).toEqual([
      [1, 0, 1],
      [0, 0, 1],
    ]);
    expect(table?.groups).toEqual([
      [
        { group: 0, afterSeconds: 0 },
        { group: 1, afterSeconds: 0 },
      ],
      [{ group: 0, afterSeconds: 0 }],
    ]);
  });

  it('priority makes the priority of the work its tier', () => {
    const table = routing.get('priority').resolve({ agentChoice: 'longest-idle' }, centre);
    expect(table?.queues[0].map(({ type, tier }) => [type, tier])).toEqual([
      [1, 0],
      [0, 2],
    ]);
  });

  it('skill-order puts the fastest group first and lets the others wait; a written order stands', () => {
    const fields = { order: {}, overflowAfterSeconds: 15, ownFirst: true, agentChoice: 'listed' };
    const free = routing.get('skill-order').resolve(fields, centre);
    expect(free?.groups[0]).toEqual([
      { group: 1, afterSeconds: 0 },
      { group: 0, afterSeconds: 15 },
    ]);
    expect(free?.queues[0].map(({ type, tier }) => [type, tier])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const narrow = routing.get('skill-order').resolve({ ...fields, order: { vip: ['one'] } }, centre);
    expect(narrow?.groups[0]).toEqual([{ group: 0, afterSeconds: 0 }]);
    expect(narrow?.queues[1]).toEqual([]);
  });

  it('skill-order has groups after the first help out by the state of the floor', () => {
    const fields = { order: {}, overflowAfterSeconds: 0, ownFirst: false, agentChoice: 'listed' };
    const overflowWhen = { waitingAtLeast: 4, expectedWaitAtLeastSeconds: 60, idleThereAtLeast: 2 };
    expect(routing.get('skill-order').resolve({ ...fields, overflowWhen }, centre)?.groups[0]).toEqual([
      { group: 1, afterSeconds: 0 },
      { group: 0, afterSeconds: 0, when: { waiting: 4, expectedWait: 60, idleThere: 2 } },
    ]);
  });

  it('earliest-deadline and score take what is not written from no deadline, the priority and 1 a second', () => {
    const deadline = routing
      .get('earliest-deadline')
      .resolve({ ...written['earliest-deadline'], withinSeconds: { all: 9 } }, centre);
    expect(deadline?.order).toEqual({ by: 'deadline', withinSeconds: [null, 9] });
    const points = routing
      .get('score')
      .resolve({ ...written.score, base: {}, perSecond: { all: 3 }, tiers: {} }, centre);
    expect(points?.queues[0]).toEqual([
      { type: 1, tier: 0, base: 0, perSecond: 3 },
      { type: 0, tier: 0, base: 2, perSecond: 1 },
    ]);
    expect(points?.order).toEqual({ by: 'points', perSecond: [1, 3], arisen: 30 });
  });

  it('skill-order reports names it does not know and groups without the skill', () => {
    const fields = {
      order: { vpi: ['one'], all: ['two'] },
      overflowAfterSeconds: 0,
      ownFirst: false,
      agentChoice: 'listed',
    };
    expect(routing.get('skill-order').resolve(fields, centre)).toBeUndefined();
    expect(faults.map(({ key, values }) => [key, values])).toEqual([
      ['unknownName', { what: 'work', got: 'vpi', allowed: ['vip', 'all'] }],
      ['unknownName', { what: 'group', got: 'two', allowed: ['one'] }],
    ]);
  });
});
