/** Who is served first, against exact values for queues in which the order of service changes who waits how long. */
import { describe, expect, it } from 'vitest';
import {
  answerWithin,
  atRate,
  clock,
  exponential,
  fixed,
  group,
  scenario,
  workType,
} from '../../bench/scenario-builder.ts';
import { earliestDeadline } from '../../src/kinds/routing/earliest-deadline.ts';
import type { RoutingSetting, RoutingTable } from '../../src/kinds/routing/index.ts';
import { score } from '../../src/kinds/routing/score.ts';
import { erlangB } from '../../src/math/erlang-b.ts';
import { erlangC, erlangCMeasures } from '../../src/math/erlang-c.ts';
import { solveLinear } from '../../src/math/linear-system.ts';
import { priorityQueue } from '../../src/math/priority-queue.ts';
import { compile } from '../../src/sim/compile.ts';
import {
  type ContactColumn,
  outcomeOffset,
  type QueueColumn,
  queueOffset,
  type RunRecord,
  tierOffset,
  tierThresholdOffset,
} from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { contacts, figuresByColumn, groupTime } from './figures.ts';
import { longHorizon, longRun, onePool, type Read } from './long-run.ts';

const setting = (types: number): RoutingSetting => ({
  work: Array.from({ length: types }, (_, i) => ({ name: `type ${i}`, priority: 0 })),
  tiers: [],
  groups: [{ name: 'agents', speeds: Array(types).fill(1), skills: Array.from({ length: types }, (_, i) => i) }],
  fault: (_, message) => {
    throw new Error(message.key);
  },
});
const byScore = (perSecond: Record<string, number>, base: Record<string, number> = {}): RoutingTable =>
  score.resolve({ base, perSecond, passedOn: 0, tiers: {}, agentChoice: 'longest-idle' }, setting(2))!;
const byScoreOf = (types: number): RoutingTable =>
  score.resolve({ base: {}, perSecond: {}, passedOn: 0, tiers: {}, agentChoice: 'longest-idle' }, setting(types))!;
const byDeadline = (withinSeconds: Record<string, number>): RoutingTable =>
  earliestDeadline.resolve({ withinSeconds, agentChoice: 'longest-idle' }, setting(2))!;

const meanHandleSeconds = 60;
const column =
  (name: ContactColumn, type: number): Read =>
  (run, interval) =>
    contacts(run, name, type, interval);
const rates = [0.008, 0.005];
const twoTypes = rates.map((rate) => ({ arrivals: atRate(rate, longHorizon), talk: exponential(meanHandleSeconds) }));

/** 99.9 % intervals of the mean waits of both types. */
function waits(routing: RoutingTable) {
  const ratio = longRun(onePool(1, twoTypes, { routing }), 120);
  return [0, 1].map((type) => ratio([column('answeredWait', type)], column('answered', type)));
}

function expectInside(interval: { low: number; high: number }, exact: number) {
  expect(interval.low).toBeLessThanOrEqual(exact);
  expect(interval.high).toBeGreaterThanOrEqual(exact);
}

describe('simulate serves', () => {
  it('by points that grow with the wait as the delay-dependent priority of Kleinrock (1964) says', () => {
    const [low, high] = rates.map((rate) => rate * meanHandleSeconds);
    const firstComeFirstServed = ((low + high) * meanHandleSeconds) / (1 - low - high);
    const slower = 1 - 1 / 3;
    const lowWait = firstComeFirstServed / (1 - high * slower);
    const [first, second] = waits(byScore({ 'type 1': 3 }));
    expectInside(first, lowWait);
    expectInside(second, firstComeFirstServed - low * lowWait * slower);
  });

  it('by points far apart, and by deadlines far apart, as priorities', () => {
    const exact = priorityQueue({
      ...{ arrivalRates: [rates[1], rates[0]], meanHandleSeconds, agents: 1, answerWithinSeconds: 10 },
    }).classes.map(({ asa }) => asa);
    for (const routing of [byScore({}, { 'type 1': 1e6 }), byDeadline({ 'type 0': 1e6, 'type 1': 10 })]) {
      const [first, second] = waits(routing);
      expectInside(second, exact[0]);
      expectInside(first, exact[1]);
    }
  });

  it('customers of one queue by the points of their tier, as priorities', () => {
    const all = rates[0] + rates[1];
    const table = score.resolve(
      { base: {}, perSecond: {}, passedOn: 0, tiers: { core: 1e6 }, agentChoice: 'longest-idle' },
      { ...setting(1), tiers: ['ordinary', 'core'] },
    )!;
    const tiers = rates.map((rate, i) => ({ name: ['ordinary', 'core'][i], share: rate / all }));
    const work = [{ arrivals: atRate(all, longHorizon), talk: exponential(meanHandleSeconds) }];
    const ratio = longRun(onePool(1, work, { routing: table, tiers, promises: answerWithin(20) }), 120);
    const exact = priorityQueue({
      ...{ arrivalRates: [rates[1], rates[0]], meanHandleSeconds, agents: 1, answerWithinSeconds: 20 },
    }).classes;
    [1, 0].forEach((tier, place) => {
      const of: Read = (run, i) => run.data[tierOffset(run.layout, 0, tier, 'answered') + i];
      const waited: Read = (run, i) => run.data[tierOffset(run.layout, 0, tier, 'answeredWait') + i];
      const inTime: Read = (run, i) => run.data[tierThresholdOffset(run.layout, 0, tier, 0, 'answeredWithin') + i];
      expectInside(ratio([waited], of), exact[place].asa);
      expectInside(ratio([inTime], of), exact[place].serviceLevel);
      expectInside(ratio([of], column('answered', 0)), tiers[tier].share);
    });
  });

  it('by the same deadline for all as by longest wait, to the last bit', () => {
    const run = (routing: RoutingTable) => {
      const ratio = longRun(onePool(1, twoTypes, { routing }), 4);
      return ratio([column('answeredWait', 0), column('answeredWait', 1)], column('answered', 0));
    };
    const longest = byScore({});
    const { order: _, ...plain } = longest;
    expect(run(byDeadline({ 'type 0': 20, 'type 1': 20 }))).toEqual(run(plain));
    expect(run(longest)).toEqual(run(plain));
  });

  it('outbound work only while others stay idle, as the chain of a blended team says', () => {
    const agents = 8;
    const handle = 120;
    const rate = 0.045;
    for (const leavesIdle of [1, 3]) {
      const centre = onePool(
        agents,
        [
          { arrivals: atRate(rate, longHorizon), talk: exponential(handle) },
          {
            // More than the team can do: there is always outbound work to do.
            arrivals: { process: 'recorded', spans: [{ from: 0, to: 3600 }], counts: [4000] },
            ...{ talk: exponential(handle), closing: 'keep' as const, channel: 'outbound', leavesIdle },
          },
        ],
        { routing: byScore({}, { 'type 0': 1e6 }) },
      );
      // Everybody but `leavesIdle` is busy at least: a birth–death chain on the number in the centre from there on.
      let weight = 1;
      let below = 0;
      let inbound = agents - leavesIdle;
      for (; inbound < agents; inbound++) {
        below += weight;
        weight *= (rate * handle) / (inbound + 1);
      }
      const waiting = weight / (1 - (rate * handle) / agents);
      const mustWait = waiting / (below + waiting);
      expect(mustWait).toBeGreaterThan(erlangC(rate * handle, agents));
      const ratio = longRun(centre, 60);
      expectInside(ratio([column('delayed', 0)], column('answered', 0)), mustWait);
      expectInside(
        ratio([column('answeredWait', 0)], column('answered', 0)),
        (mustWait * handle) / (agents - rate * handle),
      );
    }
  });

  it.each([
    ['customers', {}],
    ['urgent cases', { channel: 'case', closing: 'keep', interrupts: true }],
  ] as const)(
    '%s by laying other work aside: they never meet it, and it is handled when they leave room',
    (_, urgent) => {
      const agents = 3;
      const [calls, cases] = [0.02, 0.018];
      const centre = onePool(
        agents,
        [
          { arrivals: atRate(calls, longHorizon), talk: exponential(meanHandleSeconds), ...urgent },
          {
            ...{ arrivals: atRate(cases, longHorizon), talk: exponential(meanHandleSeconds) },
            ...{ channel: 'case', closing: 'keep' as const, interruptible: true as const },
          },
        ],
        { routing: byScore({}, { 'type 0': 1e6 }) },
      );
      const ratio = longRun(centre, 120);
      const alone = (rate: number) =>
        erlangCMeasures({ arrivalRate: rate, meanHandleSeconds, agents, answerWithinSeconds: 10 }).asa;
      expectInside(ratio([column('answeredWait', 0)], column('answered', 0)), alone(calls));
      // Whoever is served, the number in the centre is that of one queue; by Little's law the cases have what the calls leave.
      const all = calls + cases;
      const inCentre = (rate: number) => rate * (alone(rate) + meanHandleSeconds);
      const heldUp: Read = (run, i) => run.data[outcomeOffset(run.layout, 1, 'heldUp') + i];
      const caseTime = (inCentre(all) - inCentre(calls)) / cases;
      const times = [column('answeredWait', 1), heldUp, column('talk', 1)];
      expectInside(ratio(times, column('answered', 1)), caseTime);
    },
  );

  it('everybody as before where a call-back is never offered, the ring included', () => {
    const work = { arrivals: atRate(0.045, longHorizon), ring: fixed(4), talk: exponential(meanHandleSeconds) };
    const data = (changes: object) => {
      const centre = onePool(3, [{ ...work, ...changes }], { routing: byScoreOf(1) });
      return figuresByColumn(simulate(compile(centre, 'offer'), 0));
    };
    expect(data({ callBack: { fraction: 1, waiting: 1_000_000, expectedWait: 0 } })).toEqual(data({}));
  });

  it('who takes a call-back in turn with those who wait on the line, as one queue', () => {
    const [rate, agents, fraction] = [0.045, 3, 0.5];
    const only = [0, 1].map((type) => ({ type, tier: 0, base: 0, perSecond: 1 }));
    const called = { outcome: 'calledBack' as const, becomes: 1, fraction: 1, perMinuteWaited: 0, byGroup: [1] };
    const centre = onePool(
      agents,
      [
        {
          ...{ arrivals: atRate(rate, longHorizon), talk: exponential(meanHandleSeconds) },
          ...{ callBack: { fraction, waiting: 1, expectedWait: 0 }, followUps: [{ ...called, after: fixed(0) }] },
        },
        { talk: exponential(meanHandleSeconds) },
      ],
      {
        routing: {
          ...{ kind: 'longest-wait', queues: [only], agentChoice: 'listed' },
          groups: [[{ group: 0, afterSeconds: 0 }], [{ group: 0, afterSeconds: 0 }]],
        },
      },
    );
    const ratio = longRun(centre, 100);
    const mustWait = erlangC(rate * meanHandleSeconds, agents);
    const exact = erlangCMeasures({ arrivalRate: rate, meanHandleSeconds, agents, answerWithinSeconds: 10 });
    expectInside(ratio([column('calledBack', 0)], column('requests', 0)), mustWait * fraction);
    expectInside(ratio([column('answeredWait', 1)], column('answered', 1)), exact.asa / mustWait);
    expectInside(ratio([column('answeredWait', 0), column('answeredWait', 1)], column('requests', 0)), exact.asa);
  });

  it('with questions that hold two people: the agents lose what Erlang B says for talk and answers together', () => {
    const agents = 10;
    const [rate, talk, fraction, answer] = [0.05, 120, 0.4, 100];
    const only = (type: number) => [{ type, tier: 0, base: 0, perSecond: 1 }];
    const consulted = { outcome: 'consulted' as const, becomes: 1, fraction, perMinuteWaited: 0, byGroup: [1, 1] };
    const centre = onePool(
      agents,
      [
        {
          ...{ arrivals: atRate(rate, longHorizon), talk: exponential(talk), waitingRoom: 0 },
          followUps: [{ ...consulted, after: fixed(0) }],
        },
        { talk: exponential(answer) },
      ],
      {
        groups: [
          { ...group('agents', agents), speeds: [1, 0] },
          { ...group('experts', 200), speeds: [0, 1] },
        ],
        routing: {
          ...{ kind: 'longest-wait', queues: [only(0), only(1)], agentChoice: 'listed' },
          groups: [[{ group: 0, afterSeconds: 0 }], [{ group: 1, afterSeconds: 0 }]],
        },
      },
    );
    const ratio = longRun(centre, 80);
    expectInside(
      ratio([column('blocked', 0)], column('requests', 0)),
      erlangB(rate * (talk + fraction * answer), agents),
    );
    expectInside(ratio([column('talk', 0), column('hold', 0)], column('answered', 0)), talk + fraction * answer);
    expectInside(ratio([column('requests', 1)], column('answered', 0)), fraction);
  });

  it('with the help of a group that takes only from a queue of a certain length, as its chain says', () => {
    const [own, others, atLeast] = [2, 2, 3];
    const rate = 0.045;
    const [handle, patience, longest] = [60, 120, 60];
    // States: own agents busy, helpers busy, waiting. Somebody waits only while all own agents are busy.
    const states: [number, number, number][] = [];
    for (let helpers = 0; helpers <= others; helpers++) {
      for (let busy = 0; busy <= own; busy++) states.push([busy, helpers, 0]);
      const most = helpers < others ? atLeast - 1 : longest;
      for (let waiting = 1; waiting <= most; waiting++) states.push([own, helpers, waiting]);
    }
    const index = new Map(states.map((state, i) => [state.join(), i]));
    const settled = (busy: number, helpers: number, waiting: number): string => {
      if (waiting > 0 && busy < own) return settled(busy + 1, helpers, waiting - 1);
      if (waiting >= atLeast && helpers < others) return settled(busy, helpers + 1, waiting - 1);
      return `${busy},${helpers},${waiting}`;
    };
    const share = stationary(states.length, (move) => {
      states.forEach(([busy, helpers, waiting], i) => {
        const to = (state: string, speed: number) => {
          const j = index.get(state);
          if (j !== undefined) move(i, j, speed);
        };
        to(settled(busy, helpers, waiting + 1), rate);
        to(settled(busy - 1, helpers, waiting), busy / handle);
        to(settled(busy, helpers - 1, waiting), helpers / handle);
        to(settled(busy, helpers, waiting - 1), waiting / patience);
      });
    });
    const mean = (of: (state: [number, number, number]) => number) =>
      states.reduce((sum, state, i) => sum + share[i] * of(state), 0);
    const centre = onePool(
      own,
      [{ arrivals: atRate(rate, longHorizon), talk: exponential(handle), patience: exponential(patience) }],
      {
        routing: {
          kind: 'skill-order',
          queues: [[{ type: 0, tier: 0, base: 0, perSecond: 1 }], [{ type: 0, tier: 0, base: 0, perSecond: 1 }]],
          groups: [
            [
              { group: 0, afterSeconds: 0 },
              { group: 1, afterSeconds: 0, when: { waiting: atLeast } },
            ],
          ],
          agentChoice: 'listed',
        },
        groups: [
          { ...group('own', own), speeds: [1] },
          { ...group('others', others), speeds: [1] },
        ],
      },
    );
    const ratio = longRun(centre, 60);
    expectInside(
      ratio([column('abandoned', 0)], column('requests', 0)),
      mean(([, , waiting]) => waiting) / patience / rate,
    );
    const handling = (run: RunRecord, interval: number, who: number) => groupTime(run, 'handling', who, interval);
    expectInside(
      ratio([(run, i) => handling(run, i, 1)], () => 3600),
      mean(([, helpers]) => helpers),
    );
    expectInside(
      ratio([(run, i) => handling(run, i, 0)], () => 3600),
      mean(([busy]) => busy),
    );
  });
});

describe('simulate counts what is left at the end of a day', () => {
  it('by its age: nobody works, and everything grows older', () => {
    const day = 86_400;
    const centre = scenario({
      clock: clock(3 * day, 3600, 3),
      work: [
        workType('case', 3 * day, {
          arrivals: {
            process: 'recorded',
            spans: [
              { from: 0, to: 3600 },
              { from: 2 * day, to: 2 * day + 3600 },
            ],
            counts: [10, 5],
          },
          ...{ talk: fixed(60), closing: 'keep' as const, channel: 'case' },
        }),
      ],
      groups: [group('nobody', 0)],
    });
    const run = simulate(compile(centre, 'ages'), 0);
    const ends = [23, 47, 71];
    const at = (column: QueueColumn) => ends.map((i) => run.data[queueOffset(run.layout, 0, column) + i]);
    expect(at('queueAtEnd')).toEqual([10, 10, 15]);
    expect(at('over24Hours')).toEqual([0, 10, 10]);
    expect(at('over48Hours')).toEqual([0, 0, 10]);
  });
});

/** Shares of time in the states of a chain, by elimination. */
function stationary(size: number, moves: (move: (from: number, to: number, rate: number) => void) => void): number[] {
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  moves((from, to, rate) => {
    rows[to][from] += rate;
    rows[from][from] -= rate;
  });
  rows[size - 1].fill(1);
  const right = new Array<number>(size).fill(0);
  right[size - 1] = 1;
  return solveLinear(rows, right);
}
