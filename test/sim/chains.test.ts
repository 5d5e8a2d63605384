/** What follows from what, and the clocks over it, on centres small enough to follow by hand. */
import { describe, expect, it } from 'vitest';
import { atRate, clock, exponential, fixed, group, scenario, workType } from '../../bench/scenario-builder.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import type { FollowUp, Scenario, ServiceClock, WorkType } from '../../src/scenario/scenario.ts';
import type { ClockRow } from '../../src/sim/chains.ts';
import { compile } from '../../src/sim/compile.ts';
import { clockOffset, followUpOffset, outcomeOffset } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import type { TraceRow } from '../../src/sim/trace.ts';
import { contacts } from './figures.ts';

const horizon = 10_000;

function at(...times: number[]): WorkType['arrivals'] {
  return { process: 'recorded', spans: times.map((t) => ({ from: t, to: t })), counts: times.map(() => 1) };
}

function centre(work: Partial<WorkType>[], agents: number, more: Partial<Scenario> = {}): Scenario {
  const types = work.map((changes, i) => workType(`type ${i}`, horizon, changes));
  return scenario({ clock: clock(horizon, 1000), work: types, groups: [group('g', agents)], ...more });
}

function run(of: Scenario) {
  const rows: TraceRow[] = [];
  const clocks: ClockRow[] = [];
  const record = simulate(
    compile(of, '1'),
    0,
    (row) => rows.push(row),
    (row) => clocks.push(row),
  );
  return { record, rows, clocks };
}

const followUp = (outcome: FollowUp['outcome'], becomes: number, changes: Partial<FollowUp> = {}): FollowUp => ({
  outcome,
  becomes,
  fraction: 1,
  perMinuteWaited: 0,
  byGroup: [1],
  after: fixed(0),
  ...changes,
});

const clockOf = (changes: Partial<ServiceClock>): ServiceClock => ({
  name: 'clock',
  starts: [{ work: 0, point: 'created' }],
  stops: [{ work: 0, point: 'handled' }],
  pauses: { from: [], until: [] },
  within: 100,
  hours: null,
  moments: [],
  extension: { fraction: 0, seconds: 0, noticed: 1 },
  remindBefore: 0,
  ...changes,
});

describe('simulate, what follows from what', () => {
  it('makes an item after its delay, with the origin’s customer and what it follows from', () => {
    const { rows } = run(
      centre(
        [
          { arrivals: at(100, 200), talk: fixed(50), followUps: [followUp('handled', 1, { after: fixed(1000) })] },
          { talk: fixed(10) },
        ],
        1,
      ),
    );
    const second = rows.filter(({ type }) => type === 'type 1');
    expect(second.map(({ arrival, customer }) => ({ arrival, customer }))).toEqual([
      { arrival: 1150, customer: 0 },
      { arrival: 1250, customer: 1 },
    ]);
    expect(second[0]).toMatchObject({ origin: 'type 0', after: { work: 'type 0', outcome: 'handled' } });
    expect(rows[0]).not.toHaveProperty('after');
  });

  it.each([
    ['abandoned', { patience: fixed(30) }, 0],
    ['blocked', { waitingRoom: 0 }, 0],
    ['balked', { balking: 1 }, 0],
    ['selfServed', { selfService: { completed: 1, seconds: fixed(5) } }, 0],
    ['outsideHours', { hours: [{ from: 0, to: 50 }] }, 0],
    ['sentAway', { hours: [{ from: 0, to: 500 }], closing: 'send-away' }, 0],
    ['handled', {}, 1],
    ['resolved', {}, 1],
    ['unresolved', { outcome: { resolved: [0] } }, 1],
    [
      'dissatisfied',
      {
        outcome: {
          resolved: [1],
          satisfaction: { base: 50, perMinuteWaited: 0, unresolved: 0, spread: 0, rated: 1, dissatisfiedBelow: 70 },
        },
      },
      1,
    ],
  ] satisfies [FollowUp['outcome'], Partial<WorkType>, number][])(
    'follows an item that is %s',
    (outcome, changes, agents) => {
      const { rows } = run(
        centre([{ arrivals: at(100), talk: fixed(50), ...changes, followUps: [followUp(outcome, 1)] }, {}], agents),
      );
      expect(rows.filter(({ type }) => type === 'type 1')).toHaveLength(1);
    },
  );

  it('draws a follow-up with its fraction, and one that grows with the wait', () => {
    // Two agents, so somebody always waits: the second contact of each pair waits the talk of the first.
    const many = centre(
      [
        {
          arrivals: atRate(1, horizon),
          talk: exponential(0.5),
          followUps: [followUp('handled', 1, { fraction: 0.3 })],
        },
        {},
      ],
      4,
    );
    const { record } = run(many);
    const handled = contacts(record, 'answered', 0);
    const made = contacts(record, 'answered', 1);
    const { high, low } = proportionInterval(made, handled, 0.999);
    expect(low).toBeLessThan(0.3);
    expect(high).toBeGreaterThan(0.3);
    // One agent, 600 s each: the second waits 300 s, five minutes, which adds all of the fraction.
    const { rows } = run(
      centre(
        [
          {
            arrivals: at(0, 300),
            talk: fixed(600),
            followUps: [followUp('handled', 1, { fraction: 0, perMinuteWaited: 0.2 })],
          },
          {},
        ],
        1,
      ),
    );
    expect(rows.filter(({ type }) => type === 'type 1').map(({ customer }) => customer)).toEqual([1]);
  });

  it('counts the contacts after which a complaint arises, each once, and no step of a complaint', () => {
    const complaint = { level: 'ordinary', about: 'other' } as const;
    const { record, rows } = run(
      centre(
        [
          {
            arrivals: atRate(1, horizon),
            hours: [{ from: 2000, to: 8000 }],
            talk: exponential(0.5),
            outcome: { resolved: [0.6] },
            followUps: [
              followUp('outsideHours', 1),
              followUp('handled', 2),
              followUp('unresolved', 1, { fraction: 0.5 }),
              followUp('unresolved', 3, { fraction: 0.25, after: exponential(100) }),
            ],
          },
          { complaint, followUps: [followUp('handled', 3)] },
          {},
          { complaint: { level: 'escalated', about: 'other' } },
        ],
        50,
      ),
    );
    const sum = (from: number) => record.data.slice(from, from + 10).reduce((a, b) => a + b, 0);
    const followed = [0, 1, 2, 3].map((type) => sum(outcomeOffset(record.layout, type, 'complained')));
    expect(followed.slice(1)).toEqual([0, 0, 0]);
    // Of 40 % unsettled all but those without either complaint: 0.4 · (1 − 0.5 · 0.75).
    const { high, low } = proportionInterval(followed[0], contacts(record, 'arrived', 0), 0.999);
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
    // Every complaint that arose of a contact in hours came, for all was over long before the end.
    const direct = rows.filter(({ after }) => after?.work === 'type 0' && after.outcome === 'unresolved');
    expect(new Set(direct.map(({ customer }) => customer)).size).toBe(followed[0]);
    expect(direct.length).toBeGreaterThan(followed[0]);
    // Outside hours two fifths of the contacts complain as well, without having been served.
    const same = [0, 1, 2, 3].map((type) => sum(outcomeOffset(record.layout, type, 'sameComplaint')));
    expect(same).toEqual([0, 0, 0, contacts(record, 'answered', 1)]);
  });

  it('makes at most one of follow-ups that exclude each other', () => {
    const { rows } = run(
      centre(
        [
          {
            arrivals: atRate(0.5, horizon),
            talk: exponential(0.5),
            followUps: [
              followUp('handled', 1, { above: 0, fraction: 0.7 }),
              followUp('handled', 2, { above: 0.7, fraction: 0.3 }),
            ],
          },
          {},
          {},
        ],
        40,
      ),
    );
    const made = (type: string) => rows.filter((row) => row.type === type).map(({ customer }) => customer);
    const [one, other] = [made('type 1'), made('type 2')];
    expect(one.filter((customer) => other.includes(customer))).toEqual([]);
    const handled = rows.filter(
      ({ arrival, talk, type, wait }) => type === 'type 0' && arrival + wait + talk < horizon,
    );
    expect(one.length + other.length).toBe(handled.length);
    const { high, low } = proportionInterval(one.length, one.length + other.length, 0.999);
    expect(low).toBeLessThan(0.7);
    expect(high).toBeGreaterThan(0.7);
  });

  it('makes the same items of a customer under another roster', () => {
    const of = (agents: number) =>
      centre(
        [
          {
            arrivals: atRate(0.05, horizon),
            talk: exponential(60),
            followUps: [followUp('handled', 1, { fraction: 0.4, after: exponential(300) })],
          },
          { talk: exponential(30) },
        ],
        agents,
      );
    const made = (agents: number) =>
      new Map(
        run(of(agents))
          .rows.filter(({ after }) => after !== undefined)
          .map((row) => [row.customer, row.talk]),
      );
    const [few, many] = [made(5), made(50)];
    // What lies near the end begins or not as its parent ended earlier or later; of the others all are the same.
    let shared = 0;
    for (const [customer, talk] of few) {
      if (!many.has(customer)) continue;
      shared++;
      expect(many.get(customer)).toBe(talk);
    }
    expect(shared).toBeGreaterThan(0.95 * Math.min(few.size, many.size));
  });

  it('lets nothing begin after the last interval', () => {
    const { rows, record } = run(
      centre(
        [{ arrivals: at(9990), talk: fixed(5), followUps: [followUp('handled', 1, { after: fixed(100) })] }, {}],
        1,
      ),
    );
    expect(rows.filter(({ type }) => type === 'type 1')).toEqual([]);
    expect(record.data[followUpOffset(record.layout, 0) + 9]).toBe(1);
  });
});

describe('simulate, items that are kept', () => {
  it('takes an item at any hour and serves it at the next opening', () => {
    const hours = [
      { from: 1000, to: 2000 },
      { from: 5000, to: 6000 },
    ];
    const { rows } = run(
      centre([{ arrivals: at(100, 2500, 5500), hours, closing: 'keep', talk: fixed(10), patience: fixed(9000) }], 1),
    );
    expect(rows.map(({ arrival, wait }) => arrival + wait)).toEqual([1000, 5000, 5500]);
    expect(rows.every(({ outcome }) => outcome === 'answered')).toBe(true);
  });

  it('begins nothing after the close, and goes on with the rest at the opening', () => {
    const hours = [
      { from: 0, to: 1000 },
      { from: 5000, to: 6000 },
    ];
    const { rows } = run(centre([{ arrivals: at(0, 1, 2), hours, closing: 'keep', talk: fixed(600) }], 1));
    expect(rows.map(({ arrival, wait }) => arrival + wait)).toEqual([0, 600, 5000]);
  });

  it('leaves open what no opening follows', () => {
    const { record } = run(
      centre([{ arrivals: at(5000), hours: [{ from: 0, to: 1000 }], closing: 'keep', talk: fixed(10) }], 1),
    );
    expect(contacts(record, 'waiting')).toBe(1);
    expect(contacts(record, 'outsideHours')).toBe(0);
  });
});

describe('simulate, clocks', () => {
  it.each([
    ['met at the very deadline', { within: 100 }, 'met', 100],
    ['missed after it', { within: 99 }, 'missed', 100],
    [
      'counted in its hours alone',
      {
        within: 40,
        hours: [
          { from: 0, to: 130 },
          { from: 190, to: 9000 },
        ],
      },
      'met',
      40,
    ],
    [
      'late in its hours',
      {
        within: 39,
        hours: [
          { from: 0, to: 130 },
          { from: 190, to: 9000 },
        ],
      },
      'missed',
      40,
    ],
    ['not started before its hours', { within: 1, hours: [{ from: 9000, to: 9500 }] }, 'met', 0],
    ['due at the first moment after the start', { within: Infinity, moments: [100, 150, 900] }, 'missed', 100],
    ['in time for a moment', { within: Infinity, moments: [100, 200, 900] }, 'met', 100],
    ['extended', { within: 50, extension: { fraction: 1, seconds: 50, noticed: 1 } }, 'met', 100],
    ['extended without notice', { within: 50, extension: { fraction: 1, seconds: 50, noticed: 0 } }, 'missed', 100],
  ] as const)('is %s', (_, changes, result, elapsed) => {
    const clocks = [clockOf(changes as Partial<ServiceClock>)];
    const ended = run(centre([{ arrivals: at(100), talk: fixed(100) }], 1, { clocks })).clocks;
    expect(ended).toEqual([{ clock: 'clock', origin: 'type 0', customer: 0, at: 200, result, elapsed }]);
  });

  it('may stop when somebody begins', () => {
    const clocks = [clockOf({ stops: [{ work: 0, point: 'started' }], within: 10 })];
    const { clocks: ended } = run(centre([{ arrivals: at(100), talk: fixed(100) }], 1, { clocks }));
    expect(ended).toMatchObject([{ at: 100, result: 'met', elapsed: 0 }]);
  });

  it('runs along a chain, from the first start to the first stop', () => {
    const clocks = [
      clockOf({ starts: [{ work: 0, point: 'created' }], stops: [{ work: 2, point: 'handled' }], within: 660 }),
    ];
    const { clocks: ended } = run(
      centre(
        [
          { arrivals: at(1000), talk: fixed(100), followUps: [followUp('handled', 1, { after: fixed(200) })] },
          { talk: fixed(50), followUps: [followUp('handled', 2, { after: fixed(300) })] },
          { talk: fixed(10) },
        ],
        1,
        { clocks },
      ),
    );
    expect(ended).toEqual([{ clock: 'clock', origin: 'type 0', customer: 0, at: 1660, result: 'met', elapsed: 660 }]);
  });

  it('stands still in a pause', () => {
    const clocks = [
      clockOf({
        stops: [{ work: 1, point: 'handled' }],
        pauses: { from: [{ work: 0, point: 'handled' }], until: [{ work: 1, point: 'created' }] },
        within: 120,
      }),
    ];
    const { clocks: ended } = run(
      centre(
        [
          { arrivals: at(0), talk: fixed(100), followUps: [followUp('handled', 1, { after: fixed(5000) })] },
          { talk: fixed(20) },
        ],
        1,
        { clocks },
      ),
    );
    expect(ended).toMatchObject([{ result: 'met', elapsed: 120, at: 5120 }]);
  });

  it('is late when its chain ends without a stop, and open when only the days end', () => {
    const clocks = [clockOf({ stops: [{ work: 1, point: 'handled' }], within: 5000 })];
    const follow = { followUps: [followUp('handled', 1, { fraction: 0 })] };
    const lost = run(centre([{ arrivals: at(100), talk: fixed(10), ...follow }, {}], 1, { clocks }));
    expect(lost.clocks).toMatchObject([{ result: 'missed', at: 110 }]);
    const ended = run(centre([{ arrivals: at(9000), talk: fixed(1), ...follow }, {}], 0, { clocks }));
    expect(ended.clocks).toMatchObject([{ result: 'open', at: horizon }]);
    const late = run(centre([{ arrivals: at(4000), talk: fixed(1), ...follow }, {}], 0, { clocks }));
    expect(late.clocks).toMatchObject([{ result: 'missed' }]);
  });

  it('is booked to the interval in which it started', () => {
    const clocks = [clockOf({ remindBefore: 50 })];
    const { record } = run(centre([{ arrivals: at(2990), talk: fixed(80) }], 1, { clocks }));
    const of = (column: Parameters<typeof clockOffset>[2]) => record.data[clockOffset(record.layout, 0, column) + 2];
    expect(['started', 'met', 'missed', 'open', 'elapsed', 'reminded'].map((c) => of(c as 'met'))).toEqual([
      1, 1, 0, 0, 80, 1,
    ]);
  });
});

describe('simulate, how handling ends', () => {
  const sum = (record: ReturnType<typeof run>['record'], column: Parameters<typeof outcomeOffset>[2]) => {
    const from = outcomeOffset(record.layout, 0, column);
    return record.data.slice(from, from + record.layout.intervals).reduce((a, b) => a + b, 0);
  };

  it('settles the stated share, and takes points off for the wait and for what is not settled', () => {
    const satisfaction = {
      ...{ base: 90, perMinuteWaited: 6, unresolved: 30, spread: 0 },
      ...{ rated: 1, dissatisfiedBelow: 70 },
    };
    const settled = run(
      centre([{ arrivals: at(0, 300), talk: fixed(600), outcome: { resolved: [1], satisfaction } }], 1),
    ).record;
    // 90 for the first; the second waited 5 minutes: 60.
    expect([sum(settled, 'points'), sum(settled, 'dissatisfied'), sum(settled, 'resolved')]).toEqual([150, 1, 2]);
    const open = run(centre([{ arrivals: at(0), talk: fixed(6), outcome: { resolved: [0], satisfaction } }], 1)).record;
    expect([sum(open, 'points'), sum(open, 'firstHandled'), sum(open, 'firstResolved')]).toEqual([60, 1, 0]);
  });

  it('handles longer and settles less when a search fails, more often while an update is open', () => {
    const knowledge = { found: 1, foundOutdated: 0, missedHandling: 2, missedResolved: 0, outdatedBy: 1 };
    const { rows, record } = run(
      centre(
        [
          { arrivals: at(50, 300), talk: fixed(10), outcome: { resolved: [1], knowledge } },
          { arrivals: at(100), talk: fixed(400), followUps: [followUp('handled', 2)] },
          {},
        ],
        3,
      ),
    );
    expect(rows.filter(({ type }) => type === 'type 0').map(({ talk }) => talk)).toEqual([10, 20]);
    expect([sum(record, 'searches'), sum(record, 'found'), sum(record, 'resolved')]).toEqual([2, 1, 1]);
  });
});
