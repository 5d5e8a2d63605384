/** One test per promise of the engine's semantics, on centres small enough to follow by hand. */
import { describe, expect, it } from 'vitest';
import {
  clock,
  duration,
  exponential,
  fixed,
  group,
  noRedial,
  scenario,
  workType,
} from '../../bench/scenario-builder.ts';
import type { AgentGroup, NamedAgent, Scenario, WorkType } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { RunLimitError } from '../../src/sim/run-limit-error.ts';
import { simulate } from '../../src/sim/simulate.ts';
import type { TraceRow } from '../../src/sim/trace.ts';
import { contacts, groupTime, queue } from './figures.ts';

const horizon = 10_000;

/** Contacts that come at exactly these times: spans too short for a double to move within. */
function at(...times: number[]): WorkType['arrivals'] {
  return { process: 'recorded', spans: times.map((t) => ({ from: t, to: t })), counts: times.map(() => 1) };
}

function center(work: Partial<WorkType>[], groups: AgentGroup[], more: Partial<Scenario> = {}): Scenario {
  const types = work.map((changes, i) => workType(`type ${i}`, horizon, changes));
  return scenario({ clock: clock(horizon, 1000), work: types, groups, ...more });
}

function run(of: Scenario, seed = '1') {
  const rows: TraceRow[] = [];
  const record = simulate(compile(of, seed), 0, (row) => rows.push(row));
  return { record, rows };
}

function named(name: string, agents: Partial<NamedAgent>[]): AgentGroup {
  return {
    name,
    speeds: [],
    staff: {
      source: 'named',
      agents: agents.map((agent, i) => {
        const onQueue = agent.onQueue ?? [{ from: 0, to: horizon }];
        return {
          name: `${name}-${i}`,
          onQueue,
          paid: [{ from: onQueue[0].from, to: onQueue[onQueue.length - 1].to }],
          breaks: onQueue.slice(1).map(({ from }, next) => ({ from: onQueue[next].to, to: from })),
          ...agent,
        };
      }),
    },
  };
}

const speaks = ({ arrival, selfService, wait }: TraceRow) => arrival + selfService + wait;

describe('simulate, when things fall on one instant', () => {
  it('answers the caller whose patience ends as an agent comes free', () => {
    const { rows } = run(center([{ arrivals: at(0, 10), talk: fixed(50), patience: fixed(40) }], [group('g', 1)]));
    expect(rows.map(({ outcome, wait }) => [outcome, wait])).toEqual([
      ['answered', 0],
      ['answered', 40],
    ]);
  });

  it('answers the caller whose patience ends as the ringing ends', () => {
    const { rows } = run(
      center([{ arrivals: at(0), ring: fixed(5), talk: fixed(1), patience: fixed(5) }], [group('g', 1)]),
    );
    expect(rows[0].outcome).toBe('answered');
  });

  it('frees the agent for who comes at the same instant', () => {
    const { rows } = run(center([{ arrivals: at(0, 50), talk: fixed(50), waitingRoom: 0 }], [group('g', 1)]));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
  });

  it('turns away who comes at closing time and takes who comes at opening time', () => {
    const { rows } = run(
      center([{ arrivals: at(100, 200), hours: [{ from: 100, to: 200 }], talk: fixed(5) }], [group('g', 1)]),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'outside-hours']);
  });

  it('takes nobody for an agent whose shift ends as he becomes free', () => {
    const { rows } = run(
      center(
        [{ arrivals: at(0, 10), talk: fixed(100), patience: fixed(500) }],
        [
          group('g', [
            { from: 0, agents: 1 },
            { from: 100, agents: 0 },
          ]),
        ],
      ),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'abandoned']);
  });

  it('frees the line for who calls at the same instant', () => {
    const { rows } = run(
      center([{ arrivals: at(0, 50), talk: fixed(50), wrapUp: fixed(100), linePool: 0 }], [group('g', 2)], {
        linePools: [{ name: 'lines', steps: [{ from: 0, lines: 1 }] }],
      }),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
  });

  it('lets the overflow group answer the caller whose patience ends as it opens', () => {
    const { rows } = run(
      center(
        [{ arrivals: at(0, 10), talk: fixed(500), patience: fixed(20) }],
        [group('first', 1), group('second', 1)],
        {
          routing: {
            kind: 'skill-order',
            queues: [0, 1].map(() => [{ type: 0, tier: 0, base: 0, perSecond: 1 }]),
            groups: [
              [
                { group: 0, afterSeconds: 0 },
                { group: 1, afterSeconds: 20 },
              ],
            ],
            agentChoice: 'listed',
          },
        },
      ),
    );
    expect(rows.map(({ outcome, group, wait }) => [outcome, group, wait])).toEqual([
      ['answered', 'first', 0],
      ['answered', 'second', 20],
    ]);
  });
});

describe('simulate, before a contact is answered', () => {
  it('counts ringing in the wait, and hangs up when patience ends while it rings', () => {
    const { record, rows } = run(
      center(
        [{ arrivals: at(0, 100), ring: fixed(8), talk: fixed(1), patience: duration('recorded', { values: [5] }) }],
        [group('g', 1)],
      ),
    );
    expect(rows.map(({ outcome, wait, ring }) => [outcome, wait, ring])).toEqual([
      ['abandoned', 5, 5],
      ['abandoned', 5, 5],
    ]);
    expect(groupTime(record, 'ringing', 0)).toBe(10);
    expect(groupTime(record, 'handling', 0)).toBe(0);
  });

  it('holds a line through self-service, queue, ringing and talk, but not through wrap-up', () => {
    const { rows } = run(
      center(
        [
          {
            arrivals: at(0, 59, 60, 61),
            selfService: { completed: 0, seconds: fixed(10) },
            ring: fixed(5),
            talk: fixed(40),
            hold: fixed(5),
            wrapUp: fixed(100),
            linePool: 0,
          },
        ],
        [group('g', 2)],
        { linePools: [{ name: 'lines', steps: [{ from: 0, lines: 1 }] }] },
      ),
    );
    expect(rows.map(({ arrival, outcome }) => [arrival, outcome])).toEqual([
      [0, 'answered'],
      [59, 'blocked'],
      [61, 'blocked'],
      [60, 'answered'],
    ]);
  });

  it('cuts no call when lines fail, and blocks new ones until fewer are held', () => {
    const { rows } = run(
      center([{ arrivals: at(0, 1, 20, 110, 130), talk: fixed(100), linePool: 0 }], [group('g', 9)], {
        linePools: [
          {
            name: 'lines',
            steps: [
              { from: 0, lines: 2 },
              { from: 10, lines: 1 },
            ],
          },
        ],
      }),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'blocked', 'answered', 'blocked']);
  });

  it('keeps out of the queue who finds the waiting room full', () => {
    const { rows } = run(center([{ arrivals: at(0, 1, 2, 3), talk: fixed(100), waitingRoom: 2 }], [group('g', 1)]));
    expect(rows.map(({ arrival, outcome }) => [arrival, outcome])).toEqual([
      [0, 'answered'],
      [3, 'blocked'],
      [1, 'answered'],
      [2, 'answered'],
    ]);
  });

  it('lets nobody balk who is answered at once, and a tenth of those who would wait', () => {
    const { record } = run(
      center(
        [
          {
            arrivals: { process: 'recorded', spans: [{ from: 1, to: 9000 }], counts: [4000] },
            balking: 0.1,
            talk: fixed(9000),
            patience: fixed(1),
          },
        ],
        [group('g', 40)],
      ),
    );
    expect(contacts(record, 'answered')).toBe(40);
    const share = contacts(record, 'balked') / 3960;
    // 99.9 % interval of a binomial share.
    expect(Math.abs(share - 0.1)).toBeLessThan(3.29 * Math.sqrt(0.09 / 3960));
  });

  it('completes the stated share in self-service, with nobody asked', () => {
    const { record, rows } = run(
      center(
        [
          {
            arrivals: { process: 'recorded', spans: [{ from: 0, to: 5000 }], counts: [4000] },
            selfService: { completed: 0.35, seconds: exponential(60) },
            talk: fixed(0),
          },
        ],
        [group('g', 1)],
      ),
    );
    expect(contacts(record, 'selfServed') + contacts(record, 'requests')).toBe(4000);
    expect(Math.abs(contacts(record, 'selfServed') / 4000 - 0.35)).toBeLessThan(3.29 * Math.sqrt((0.35 * 0.65) / 4000));
    expect(rows.filter(({ outcome }) => outcome === 'self-served').every(({ wait }) => wait === 0)).toBe(true);
  });
});

describe('simulate, when callers try again', () => {
  const again = { ...noRedial, fraction: 1, after: fixed(100), maxAttempts: 3 };

  it('redials as often as is allowed, and knows the caller', () => {
    const { record, rows } = run(
      center(
        [
          {
            arrivals: at(5),
            talk: fixed(50),
            patience: fixed(10),
            redial: { abandoned: again, blocked: noRedial, balked: noRedial },
          },
        ],
        [group('g', 0)],
      ),
    );
    expect(rows.map(({ arrival, attempt, customer, outcome }) => [arrival, attempt, customer, outcome])).toEqual([
      [5, 1, 0, 'abandoned'],
      [115, 2, 0, 'abandoned'],
      [225, 3, 0, 'abandoned'],
    ]);
    expect([contacts(record, 'callers'), contacts(record, 'redials'), contacts(record, 'arrived')]).toEqual([1, 2, 3]);
  });

  it('books the answered caller to the interval of his first attempt', () => {
    const late = { ...again, after: fixed(1500) };
    const { record } = run(
      center(
        [
          {
            arrivals: at(5),
            talk: fixed(50),
            patience: fixed(10),
            redial: { abandoned: late, blocked: noRedial, balked: noRedial },
          },
        ],
        [
          group('g', [
            { from: 0, agents: 0 },
            { from: 1000, agents: 1 },
          ]),
        ],
      ),
    );
    expect(contacts(record, 'callersAnswered', 0, 0)).toBe(1);
    expect(contacts(record, 'answered', 0, 1)).toBe(1);
    expect(contacts(record, 'redials', 0, 1)).toBe(1);
  });

  const lengths = (keeps: object) =>
    run(
      center(
        [
          {
            arrivals: at(0, 1, 2),
            talk: exponential(50),
            patience: exponential(10),
            redial: { abandoned: { ...again, maxAttempts: 2, ...keeps }, blocked: noRedial, balked: noRedial },
          },
        ],
        [
          group('g', [
            { from: 0, agents: 0 },
            { from: 5000, agents: 1 },
          ]),
        ],
      ),
    ).rows;

  it('keeps patience or draws it afresh', () => {
    const waits = (keepsPatience: boolean, customer: number) =>
      lengths({ keepsPatience })
        .filter((row) => row.customer === customer)
        .map(({ wait }) => wait);
    const [first, second] = waits(true, 0);
    expect(second).toBeCloseTo(first, 9);
    expect(waits(false, 0)[1]).not.toBeCloseTo(first, 3);
  });

  it('keeps the clock of the wait or starts it again', () => {
    const [first, second] = lengths({ keepsWaitClock: true }).filter(({ customer }) => customer === 1);
    const fresh = lengths({}).filter(({ customer }) => customer === 1)[1];
    expect(second.wait).toBeCloseTo(second.arrival - first.arrival + fresh.wait, 9);
  });

  it('keeps the matter or brings another', () => {
    const talks = (keepsMatter: boolean) => {
      const early = { ...again, maxAttempts: 9, keepsMatter };
      return run(
        center(
          [
            {
              arrivals: at(0),
              talk: exponential(50),
              patience: fixed(1),
              redial: { abandoned: early, blocked: noRedial, balked: noRedial },
            },
          ],
          [
            group('g', [
              { from: 0, agents: 0 },
              { from: 300, agents: 1 },
            ]),
          ],
        ),
      ).rows.map(({ talk }) => talk);
    };
    const direct = run(center([{ arrivals: at(0), talk: exponential(50) }], [group('g', 1)])).rows[0].talk;
    expect(talks(true).at(-1)).toBe(direct);
    expect(talks(false).at(-1)).not.toBe(direct);
  });

  it('turns a redial outside hours away', () => {
    const { record } = run(
      center(
        [
          {
            arrivals: at(90),
            hours: [{ from: 0, to: 120 }],
            patience: fixed(10),
            redial: { abandoned: again, blocked: noRedial, balked: noRedial },
          },
        ],
        [group('g', 0)],
      ),
    );
    expect([contacts(record, 'outsideHours'), contacts(record, 'redials')]).toEqual([1, 0]);
  });

  it('stops a run that redials for ever at one instant, and names queue, seed and run', () => {
    const forever = { fraction: 1, after: fixed(0), maxAttempts: Number.POSITIVE_INFINITY };
    const endless = { ...noRedial, ...forever };
    const stuck = center(
      [{ arrivals: at(5), waitingRoom: 0, redial: { abandoned: noRedial, blocked: endless, balked: noRedial } }],
      [group('g', 0)],
    );
    const start = compile(stuck, 'seed 9', undefined, { attempts: 10_000, contacts: 1000 });
    expect(() => simulate(start, 3)).toThrow(RunLimitError);
    expect(() => simulate(start, 3)).toThrow(/run 3 with seed seed 9 stopped at 10000 attempts; .*"type 0"/);
  });

  it('stops a run whose queue grows beyond the limit', () => {
    const flood = center(
      [{ arrivals: { process: 'recorded', spans: [{ from: 0, to: 100 }], counts: [5000] } }],
      [group('g', 0)],
    );
    expect(() => simulate(compile(flood, '1', undefined, { attempts: 1e6, contacts: 2000 }), 0)).toThrow(/"type 0"/);
  });
});

describe('simulate, while a contact is handled', () => {
  it('divides handling by the speed of the group', () => {
    const { rows } = run(
      center(
        [{ arrivals: at(0), talk: fixed(100), hold: fixed(20), wrapUp: fixed(10) }],
        [{ ...group('g', 1), speeds: [0.8] }],
      ),
    );
    expect([rows[0].talk, rows[0].hold, rows[0].wrapUp]).toEqual([125, 25, 12.5]);
  });

  it('draws handling anew for a group that handles the type in its own way, the same whoever else there is', () => {
    const own = [{ group: 1, talk: exponential(30), hold: fixed(1), wrapUp: fixed(2) }];
    const talks = (agents: [number, number]) =>
      run(
        center(
          [{ arrivals: at(0, 1000, 2000), talk: fixed(100), handlingByGroup: own }],
          [group('plain', agents[0]), group('own', agents[1])],
        ),
      ).rows.map(({ talk, hold, wrapUp }) => [talk, hold, wrapUp]);
    expect(talks([1, 0])[0]).toEqual([100, 0, 0]);
    expect(talks([0, 1])[0].slice(1)).toEqual([1, 2]);
    expect(talks([0, 1])).toEqual(talks([0, 2]));
  });

  it('slows what begins while a shock lasts, part by part', () => {
    const { rows } = run(
      center([{ arrivals: at(0, 50), talk: fixed(100), hold: fixed(20), wrapUp: fixed(10) }], [group('g', 2)], {
        shocks: [
          {
            ...{ kind: 'slower-handling', name: 's', why: '', from: 40, to: 110, touches: [] },
            ...{ slowdown: 2, slows: [0] },
          },
        ],
      }),
    );
    expect(rows.map(({ talk, hold, wrapUp }) => [talk, hold, wrapUp])).toEqual([
      [100, 40, 10],
      [200, 20, 10],
    ]);
  });
});

describe('simulate, when agents come and go', () => {
  it('lets a named agent finish the contact in hand and then go', () => {
    const { record, rows } = run(
      center(
        [{ arrivals: at(90, 95), talk: fixed(100), patience: fixed(500) }],
        [named('g', [{ onQueue: [{ from: 0, to: 100 }] }])],
      ),
    );
    expect(rows.map(({ outcome, agent }) => [outcome, agent])).toEqual([
      ['answered', 'g-0'],
      ['abandoned', ''],
    ]);
    expect(groupTime(record, 'loggedIn', 0)).toBeCloseTo(190, 9);
    expect(groupTime(record, 'scheduled', 0)).toBe(100);
  });

  it('gives a break that a call delays its whole length', () => {
    const { rows } = run(
      center(
        [{ arrivals: at(90, 150, 350), talk: fixed(50), patience: fixed(1000) }],
        [
          named('g', [
            {
              onQueue: [
                { from: 0, to: 100 },
                { from: 200, to: 1000 },
              ],
            },
          ]),
        ],
      ),
    );
    // The call lasts until 140, the break of 100 s until 240.
    expect(rows.map(speaks)).toEqual([90, 240, 350]);
  });

  it('lets the next shift start on time when the one before ended late', () => {
    const shifts = [
      { from: 0, to: 100 },
      { from: 200, to: 1000 },
    ];
    const { rows } = run(
      center(
        [{ arrivals: at(90, 150), talk: fixed(50) }],
        [named('g', [{ onQueue: shifts, paid: shifts, breaks: [] }])],
      ),
    );
    expect(rows.map(speaks)).toEqual([90, 200]);
  });

  it('keeps who is on duty at the close until the queue is empty', () => {
    const open = { hours: [{ from: 0, to: 100 }], arrivals: at(10, 20, 30), talk: fixed(80) };
    const rosters = [
      group('g', [
        { from: 0, agents: 1 },
        { from: 100, agents: 0 },
      ]),
      group(
        'g',
        [
          { from: 0, agents: 1 },
          { from: 100, agents: 0 },
        ],
        { leaving: 'named' },
      ),
      named('g', [{ onQueue: [{ from: 0, to: 100 }] }]),
    ];
    for (const roster of rosters) {
      const { record, rows } = run(center([{ ...open, closing: 'serve' }], [roster]));
      expect(rows.map(speaks)).toEqual([10, 90, 170]);
      expect(groupTime(record, 'loggedIn', 0)).toBeCloseTo(250, 9);
      const away = run(center([{ ...open, closing: 'send-away' }], [roster]));
      expect(away.rows.map(({ outcome, wait }) => [outcome, wait])).toEqual([
        ['answered', 0],
        ['answered', 70],
        ['waiting', 70],
      ]);
    }
  });

  it('sends away who leaves self-service after the close, when nobody is served then', () => {
    const { rows } = run(
      center(
        [
          {
            ...{ arrivals: at(95), hours: [{ from: 0, to: 100 }], talk: fixed(5), closing: 'send-away' },
            selfService: { completed: 0, seconds: fixed(10) },
          },
        ],
        [group('g', 1)],
      ),
    );
    expect(rows.map(({ outcome, wait }) => [outcome, wait])).toEqual([['waiting', 0]]);
  });

  it('starts no contact while pooled staff is over strength, and takes the overhang up when staff rises', () => {
    const { rows } = run(
      center(
        [{ arrivals: at(0, 1, 2, 10, 11, 12), talk: duration('recorded', { values: [100] }) }],
        [
          group('g', [
            { from: 0, agents: 3 },
            { from: 5, agents: 1 },
            { from: 101.5, agents: 2 },
          ]),
        ],
      ),
    );
    // Two finish at 100 and 101 and go; at 102 one is left, and the second place is from 101.5 on.
    expect(rows.slice(3).map(speaks)).toEqual([101.5, 102, 201.5]);
  });
});

describe('simulate, choosing who serves whom', () => {
  const choose = (
    agentChoice: 'listed' | 'longest-idle' | 'random',
    groups: AgentGroup[],
    arrivals: number[],
    seed = '1',
  ) =>
    run(
      center([{ arrivals: at(...arrivals), talk: fixed(50) }], groups, {
        routing: {
          ...{ kind: 'test', agentChoice },
          queues: groups.map(() => [{ type: 0, tier: 0, base: 0, perSecond: 1 }]),
          groups: [groups.map((_, i) => ({ group: i, afterSeconds: 0 }))],
        },
      }),
      seed,
    ).rows;

  it('takes the first group that is listed', () => {
    const rows = choose('listed', [group('a', 1), group('b', 1)], [0, 100, 110]);
    expect(rows.map(({ group }) => group)).toEqual(['a', 'a', 'b']);
  });

  it('takes the group whose agent is idle longest, named or not', () => {
    const both = [
      [group('a', 1), group('b', 1)],
      [named('a', [{}]), named('b', [{}])],
      [group('a', 1), named('b', [{}])],
    ];
    for (const groups of both) {
      const rows = choose('longest-idle', groups, [0, 100, 200, 300]);
      expect(rows.map(({ group }) => group)).toEqual(['a', 'b', 'a', 'b']);
    }
  });

  it('takes every idle agent equally often at random', () => {
    const times = Array.from({ length: 150 }, (_, i) => 60 * i);
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 20; seed++) {
      for (const { agent } of choose('random', [named('a', [{}, {}]), named('b', [{}])], times, `${seed}`)) {
        seen.set(agent, (seen.get(agent) ?? 0) + 1);
      }
    }
    // 3,000 choices: each agent 1,000 times, standard deviation 25.8; 99.9 % for three of them.
    for (const agent of ['a-0', 'a-1', 'b-0']) expect(Math.abs((seen.get(agent) ?? 0) - 1000)).toBeLessThan(3.6 * 25.8);
  });

  it('takes named agents of a group in the listed order, or by idle time', () => {
    const agents = [named('a', [{}, {}])];
    expect(choose('listed', agents, [0, 100, 110]).map(({ agent }) => agent)).toEqual(['a-0', 'a-0', 'a-1']);
    expect(choose('longest-idle', agents, [0, 100, 200]).map(({ agent }) => agent)).toEqual(['a-0', 'a-1', 'a-0']);
  });

  const twoQueues = (queues: { type: number; tier: number; base: number; perSecond: number }[]) =>
    run(
      center(
        [
          { arrivals: at(0, 10), talk: fixed(50) },
          { arrivals: at(20), talk: fixed(50) },
        ],
        [group('g', 1)],
        {
          routing: {
            kind: 'test',
            agentChoice: 'listed',
            queues: [queues],
            groups: [0, 1].map(() => [{ group: 0, afterSeconds: 0 }]),
          },
        },
      ),
    ).rows.map(({ type }) => type);

  it('serves the longest wait, the higher tier or the higher score', () => {
    const queue = (type: number, tier = 0, base = 0, perSecond = 1) => ({ type, tier, base, perSecond });
    expect(twoQueues([queue(0), queue(1)])).toEqual(['type 0', 'type 0', 'type 1']);
    expect(twoQueues([queue(0), queue(1, 1)])).toEqual(['type 0', 'type 1', 'type 0']);
    expect(twoQueues([queue(0), queue(1, 0, 11)])).toEqual(['type 0', 'type 1', 'type 0']);
    expect(twoQueues([queue(0), queue(1, 0, 0, 2)])).toEqual(['type 0', 'type 1', 'type 0']);
  });

  it('serves the queue listed first when scores are equal', () => {
    const queue = (type: number) => ({ type, tier: 0, base: 0, perSecond: 0 });
    expect(twoQueues([queue(0), queue(1)])).toEqual(['type 0', 'type 0', 'type 1']);
    expect(twoQueues([queue(1), queue(0)])).toEqual(['type 0', 'type 1', 'type 0']);
  });

  it('keeps a freed agent of a further group from a contact that has not waited long enough', () => {
    const { rows } = run(
      center([{ arrivals: at(0, 1, 2), talk: fixed(30) }], [group('first', 1), group('second', 1)], {
        routing: {
          ...{ kind: 'skill-order', agentChoice: 'listed' },
          queues: [0, 1].map(() => [{ type: 0, tier: 0, base: 0, perSecond: 1 }]),
          groups: [
            [
              { group: 0, afterSeconds: 0 },
              { group: 1, afterSeconds: 20 },
            ],
          ],
        },
      }),
    );
    expect(rows.map((row) => [row.group, speaks(row)])).toEqual([
      ['first', 0],
      ['second', 21],
      ['first', 30],
    ]);
  });
});

describe('simulate, counting by the clock', () => {
  it('cuts queue and agent time at the ends of intervals', () => {
    const { record } = run(center([{ arrivals: at(900, 950), talk: fixed(200) }], [group('g', 1)]));
    expect([0, 1].map((i) => queue(record, 'queueSeconds', 0, i))).toEqual([50, 100]);
    expect([0, 1].map((i) => queue(record, 'queueAtEnd', 0, i))).toEqual([1, 0]);
    expect([0, 1, 2].map((i) => queue(record, 'queueMax', 0, i))).toEqual([1, 1, 0]);
    expect([0, 1].map((i) => groupTime(record, 'handling', 0, i))).toEqual([100, 300]);
    expect([0, 1].map((i) => groupTime(record, 'loggedIn', 0, i))).toEqual([1000, 1000]);
  });
});
