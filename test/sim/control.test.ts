import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { type Command, type ControlledRun, type FloorView, openControlled, openFloor } from '../../src/sim/control.ts';
import { simulate } from '../../src/sim/simulate.ts';
import type { TraceRow } from '../../src/sim/trace.ts';
import { anyScenario, leanScenario, plainScenario } from '../laws/any-scenario.ts';
import { resolveText } from '../scenario/files.ts';
import { contacts, figuresByColumn, groupTime } from './figures.ts';

/** Orders by the number of the instant at which they are given. */
type Orders = ReadonlyMap<number, readonly Command[]>;

function steer(scenario: Scenario, run: number, orders: Orders, trace?: (row: TraceRow) => void, stepSeconds = 60) {
  const controlled = openControlled(scenario, 'law', { stepSeconds });
  return { controlled, ...drive(controlled, run, orders, trace) };
}

function drive(
  controlled: ReturnType<typeof openControlled>,
  run: number,
  orders: Orders,
  trace?: (row: TraceRow) => void,
): ControlledRun & { views: FloorView[] } {
  const floor = openFloor(controlled, run, trace);
  const views: FloorView[] = [];
  for (let view = floor.next(); view !== null; view = floor.next()) {
    floor.command(orders.get(views.length) ?? []);
    views.push(view);
  }
  return { ...floor.finish(), views };
}

const share = fc.constantFrom(0, 0.2, 0.5, 1);

/** Any orders that a scenario can obey. */
const anyOrders = (scenario: Scenario): fc.Arbitrary<Orders> => {
  const type = fc.nat(scenario.work.length - 1);
  const headCounts = scenario.groups.flatMap(({ staff }, group) => (staff.source === 'head-counts' ? [group] : []));
  const skills = scenario.work.flatMap((_, type) =>
    scenario.routing.groups[type]
      .filter(({ group }) => scenario.groups[group].speeds[type] > 0)
      .map(({ group }) => ({ group, type })),
  );
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({
      kind: fc.constant('announcement' as const),
      ...{ type, informs: share, discourages: share, callsBack: share },
    }),
    fc.record({ kind: fc.constant('message' as const), type, avoids: share, causes: share }),
    fc.record({ kind: fc.constant('wrap-up' as const), type, times: fc.constantFrom(0, 0.5, 1), repeats: share }),
    fc.record({ kind: fc.constant('rank' as const), type, tiers: fc.integer({ min: -1, max: 2 }) }),
    fc.record({ kind: fc.constant('door' as const), type, open: fc.boolean() }),
    ...(headCounts.length === 0
      ? []
      : [
          fc.record({
            kind: fc.constant('staff' as const),
            group: fc.constantFrom(...headCounts),
            agents: fc.integer({ min: -8, max: 12 }),
          }),
        ]),
    ...(skills.length === 0
      ? []
      : [
          fc
            .tuple(fc.constantFrom(...skills), fc.boolean())
            .map(([pair, open]) => ({ kind: 'skill' as const, ...pair, open })),
        ]),
  );
  return fc
    .array(fc.tuple(fc.nat(240), fc.array(command, { minLength: 1, maxLength: 3 })), { maxLength: 12 })
    .map((list) => new Map(list));
};

const steered = anyScenario.chain((scenario) => fc.tuple(fc.constant(scenario), fc.nat(1000), anyOrders(scenario)));

describe('openFloor', () => {
  it('without commands writes the figures of a run that nobody steers, bit for bit', () => {
    fc.assert(
      fc.property(fc.oneof(leanScenario, anyScenario, plainScenario), fc.nat(1000), (scenario, run) => {
        const { record } = steer(scenario, run, new Map());
        // A run that may be steered keeps all columns.
        expect(figuresByColumn(record)).toEqual(figuresByColumn(simulate(compile(scenario, 'law'), run)));
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  it('changes nothing when every type of work is ranked where it stood, or all by as many tiers', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(1000), fc.constantFrom(0, 2), (scenario, run, tiers) => {
        const all = scenario.work.map((_, type): Command => ({ kind: 'rank', type, tiers }));
        expect(steer(scenario, run, new Map([[1, all]])).record.data).toEqual(
          steer(scenario, run, new Map()).record.data,
        );
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('loses nobody, whatever is ordered: who does not come is counted, who comes ends once', () => {
    fc.assert(
      fc.property(steered, ([scenario, run, orders]) => {
        const rows: TraceRow[] = [];
        const { controlled, record, steered } = steer(scenario, run, orders, (row) => rows.push(row));
        scenario.work.forEach(({ name }, type) => {
          const mine = rows.filter((row) => row.type === name);
          const { customers, sources } = controlled.center;
          const drawn = customers.nextRow[type] + sources[type].toCustomer;
          const { avoided, caused, discouraged, informed, shutOut, shutOutAgain } = steered[type];
          // What follows from another item is no customer who came by himself.
          const own = mine.filter(({ after }) => after === undefined);
          expect(own.filter(({ attempt }) => attempt === 1).length).toBe(drawn - avoided + caused);
          expect(new Set(own.map(({ customer, attempt }) => `${customer}/${attempt}`)).size).toBe(own.length);
          const at = (column: Parameters<typeof contacts>[1]) => contacts(record, column, type);
          expect(mine.length).toBe(at('arrived') + at('outsideHours'));
          expect(at('arrived')).toBe(at('selfServed') + at('requests'));
          expect(at('requests')).toBe(
            at('answered') + at('abandoned') + at('blocked') + at('balked') + at('calledBack') + at('waiting'),
          );
          expect(informed).toBeLessThanOrEqual(at('selfServed'));
          expect(discouraged).toBeLessThanOrEqual(at('balked'));
          expect(shutOut + shutOutAgain).toBeLessThanOrEqual(at('outsideHours'));
        });
        for (const pool of controlled.center.linesBusy) expect(pool).toBe(0);
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('is a function of scenario, seed, run and commands: a second run on the same centre writes the same bytes', () => {
    fc.assert(
      fc.property(steered, ([scenario, run, orders]) => {
        const { controlled, record, views } = steer(scenario, run, orders);
        drive(controlled, run + 1, new Map());
        const again = drive(controlled, run, orders);
        expect(again.record.data).toEqual(record.data);
        expect(again.views).toEqual(views);
        expect(drive(controlled, run, new Map()).record.data).toEqual(steer(scenario, run, new Map()).record.data);
      }),
      { seed: 10, numRuns: 25 },
    );
  });
});

const centre = resolveText(`
work:
  a: &a
    hours: "00:00-24:00"
    arrivals: { kind: constant-rate, perHour: 300 }
    talkSeconds: { kind: exponential, mean: 180 }
    wrapUpSeconds: 60
    patienceSeconds: { kind: exponential, mean: 120 }
  b: *a
people:
  groups:
    one: { skills: { a: 1 }, staff: 17 }
    two: { skills: { b: 1, a: 1 }, staff: 17 }
promises: [{ measure: answered-within, seconds: 20, atLeast: 0.5 }]
`);
const all = (commands: readonly Command[]) => steer(centre, 0, new Map([[0, commands]]));
const calm = all([]);

describe('command', () => {
  it('staff brings people, who are booked as scheduled and paid', () => {
    const { record } = all([{ kind: 'staff', group: 0, agents: 5 }]);
    expect(contacts(record, 'abandoned', 0)).toBeLessThan(contacts(calm.record, 'abandoned', 0));
    for (const column of ['scheduled', 'paid'] as const) {
      expect(groupTime(record, column, 0)).toBe(22 * 86_400);
    }
    const fewer = all([{ kind: 'staff', group: 0, agents: -100 }]);
    expect(groupTime(fewer.record, 'scheduled', 0)).toBe(0);
  });

  it('skill closes and opens what a group can do', () => {
    const closed = all([{ kind: 'skill', group: 1, type: 0, open: false }]);
    expect(contacts(closed.record, 'answered', 0)).toBeLessThan(contacts(calm.record, 'answered', 0));
    const both = all([
      { kind: 'skill', group: 1, type: 0, open: false },
      { kind: 'skill', group: 1, type: 0, open: true },
    ]);
    expect(both.record.data).toEqual(calm.record.data);
  });

  it('message keeps away the share that it says, and causes the share that it says', () => {
    const { steered, record } = all([{ kind: 'message', type: 0, avoids: 0.3, causes: 0.1 }]);
    const came = contacts(calm.record, 'arrived', 0);
    // 99.9 % intervals of a binomial share.
    const spread = (share: number) => 3.29 * Math.sqrt(share * (1 - share) * came);
    expect(Math.abs(steered[0].avoided - 0.3 * came)).toBeLessThan(spread(0.3));
    expect(Math.abs(steered[0].caused - 0.1 * came)).toBeLessThan(spread(0.1));
    // Those caused in the last minutes come after midnight, when nobody is there.
    const late = contacts(record, 'outsideHours', 0);
    expect(contacts(record, 'arrived', 0) + late).toBe(came - steered[0].avoided + steered[0].caused);
    expect(steered[1]).toEqual(calm.steered[1]);
  });

  it('announcement: who takes a call-back never hangs up', () => {
    const { record, steered } = all([
      { kind: 'announcement', type: 0, informs: 0, discourages: 0, callsBack: 1 },
      { kind: 'announcement', type: 1, informs: 0.5, discourages: 0.5, callsBack: 0 },
    ]);
    expect(contacts(record, 'abandoned', 0)).toBe(0);
    expect(steered[0].calledBack).toBeGreaterThan(1000);
    expect(steered[1].informed).toBe(contacts(record, 'selfServed', 1));
    expect(steered[1].discouraged).toBe(contacts(record, 'balked', 1));
  });

  it('wrap-up shortens, and makes some call again', () => {
    const { record, steered } = all([{ kind: 'wrap-up', type: 0, times: 0.5, repeats: 0.05 }]);
    expect(contacts(record, 'wrapUp', 0)).toBe(30 * contacts(record, 'answered', 0));
    const answered = contacts(record, 'answered', 0);
    expect(Math.abs(steered[0].caused - 0.05 * answered)).toBeLessThan(3.29 * Math.sqrt(0.0475 * answered));
  });

  it('rank serves a type first, and 0 puts it back', () => {
    const first = all([{ kind: 'rank', type: 0, tiers: 1 }]);
    expect(contacts(first.record, 'answeredWait', 0)).toBeLessThan(contacts(calm.record, 'answeredWait', 0));
    const back = all([
      { kind: 'rank', type: 0, tiers: 1 },
      { kind: 'rank', type: 1, tiers: 3 },
      { kind: 'rank', type: 0, tiers: 0 },
      { kind: 'rank', type: 1, tiers: 0 },
    ]);
    expect(back.record.data).toEqual(calm.record.data);
  });

  it('door turns away who comes, and says so', () => {
    const { record, steered } = steer(
      centre,
      0,
      new Map([
        [60, [{ kind: 'door', type: 0, open: false }]],
        [120, [{ kind: 'door', type: 0, open: true }]],
      ]),
    );
    expect(steered[0].shutOut).toBe(contacts(record, 'outsideHours', 0));
    expect(contacts(record, 'outsideHours', 0, 2)).toBeGreaterThan(0);
    expect(contacts(record, 'outsideHours', 0, 4)).toBe(0);
  });

  it.each<[string, Command]>([
    ['group: expected a whole number from 0 to 1, got 2', { kind: 'staff', group: 2, agents: 1 }],
    ['agents: expected a whole number, got 1.5', { kind: 'staff', group: 0, agents: 1.5 }],
    ['type: expected a whole number from 0 to 1, got -1', { kind: 'door', type: -1, open: true }],
    ['avoids: expected a share from 0 to 1, got 2', { kind: 'message', type: 0, avoids: 2, causes: 0 }],
    ['times: expected a number of at least 0, got -1', { kind: 'wrap-up', type: 0, times: -1, repeats: 0 }],
    ['tiers: expected a number, got NaN', { kind: 'rank', type: 0, tiers: Number.NaN }],
    ['group: expected one that can serve b, got one', { kind: 'skill', group: 0, type: 1, open: true }],
  ])('refuses with "%s"', (message, command) => {
    expect(() => all([command])).toThrow(message);
  });
});

describe('FloorView', () => {
  it('shows at every instant what has happened and who is there', () => {
    const { views, record } = steer(centre, 3, new Map());
    expect(views.length).toBe(1440);
    const last = views[views.length - 1];
    expect(last.time).toBe(86_340);
    for (const { groups, queues } of views) {
      for (const { busy, idle, loggedIn } of groups) expect(busy + idle).toBe(loggedIn);
      for (const { longestWait, waiting } of queues) expect(longestWait > 0).toBe(waiting > 0);
    }
    for (const name of ['answered', 'abandoned', 'balked', 'blocked'] as const) {
      const counts = views.map(({ queues }) => queues[0][name]);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(contacts(record, name, 0)).toBeGreaterThanOrEqual(last.queues[0][name]);
      expect(contacts(record, name, 0) - last.queues[0][name]).toBeLessThan(60);
    }
    const { answered, answeredWithin } = last.queues[0];
    expect(answeredWithin[0]).toBeLessThan(answered);
    expect(last.groups[0].handled).toBeLessThan(last.groups[0].present);
    expect(last.groups[0].handled / last.groups[0].present).toBeGreaterThan(0.8);
  });
});
