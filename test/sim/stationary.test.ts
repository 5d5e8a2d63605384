/**
 * The engine against the formulas: 40 independent runs, the first part of each left out, and the interval of the ratio of sums at
 * 99.9 % confidence must hold the exact value.
 */
import { describe, expect, it } from 'vitest';
import {
  answerWithin,
  atRate,
  clock,
  exponential,
  group,
  noRedial,
  scenario,
  workType,
} from '../../bench/scenario-builder.ts';
import { chat } from '../../src/math/chat.ts';
import { coMoments } from '../../src/math/co-moments.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangB } from '../../src/math/erlang-b.ts';
import { erlangC, erlangCMeasures } from '../../src/math/erlang-c.ts';
import { ratioInterval } from '../../src/math/ratio-interval.ts';
import { redialExact } from '../../src/math/redial-exact.ts';
import type { FollowUp, WorkType } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import type { ContactColumn, RunRecord } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { singleAgents } from '../math/chat-chain.ts';
import { contacts, groupTime, within } from './figures.ts';

const meanHandleSeconds = 180;
const perInterval = 3600;
const intervals = 12;
/** The first hours, more than 30 handle times: nothing is left of the empty start. */
const warmUp = 2;
const runs = 40;

type Read = (run: RunRecord, interval: number) => number;
const column =
  (name: ContactColumn): Read =>
  (run, interval) =>
    contacts(run, name, 0, interval);
const answeredInTime: Read = (run, interval) => within(run, 'answeredWithin', 0, 0, interval);

/** Runs a single queue and returns a function that gives the interval of a ratio. */
function experiment(arrivalRate: number, agents: number, changes: Partial<WorkType>) {
  const horizon = intervals * perInterval;
  const center = compile(
    scenario({
      clock: clock(horizon, perInterval),
      work: [
        workType('call', horizon, {
          arrivals: atRate(arrivalRate, horizon),
          talk: exponential(meanHandleSeconds),
          ...changes,
        }),
      ],
      groups: [group('agents', agents)],
      promises: answerWithin(20),
    }),
    'stationary',
  );
  const records = Array.from({ length: runs }, (_, run) => simulate(center, run));
  return (met: Read[], of: Read) => {
    const sum = (record: RunRecord, read: Read) => {
      let total = 0;
      for (let i = warmUp; i < intervals; i++) total += read(record, i);
      return total;
    };
    const pairs = records.map((record) => [met.reduce((total, read) => total + sum(record, read), 0), sum(record, of)]);
    return ratioInterval(coMoments(2, pairs), 0.999)!;
  };
}

const requests = column('requests');

function expectInside(interval: { low: number; high: number }, exact: number) {
  expect(interval.low).toBeLessThanOrEqual(exact);
  expect(interval.high).toBeGreaterThanOrEqual(exact);
}

describe('simulate in the long run', () => {
  for (const [rate, agents] of [
    [0.05, 10],
    [0.3, 48],
    [0.3, 60],
  ]) {
    it(`blocks what Erlang B says without a waiting room (${rate}/s, ${agents} agents)`, () => {
      const ratio = experiment(rate, agents, { waitingRoom: 0 });
      expectInside(ratio([column('blocked')], requests), erlangB(rate * meanHandleSeconds, agents));
    });
  }

  for (const [rate, agents] of [
    [0.05, 11],
    [0.3, 60],
  ]) {
    it(`waits as Erlang C says (${rate}/s, ${agents} agents)`, () => {
      const ratio = experiment(rate, agents, {});
      const exact = erlangCMeasures({ arrivalRate: rate, meanHandleSeconds, agents, answerWithinSeconds: 20 });
      expectInside(ratio([column('delayed')], requests), erlangC(rate * meanHandleSeconds, agents));
      expectInside(ratio([column('answeredWait')], requests), exact.asa);
      expectInside(ratio([answeredInTime], requests), exact.serviceLevel.offered);
    });
  }

  for (const [rate, agents, meanPatienceSeconds] of [
    [0.05, 7, 60],
    [0.3, 52, 180],
    [0.3, 54, 600],
  ]) {
    it(`waits and hangs up as Erlang A says (${rate}/s, ${agents} agents, patience ${meanPatienceSeconds} s)`, () => {
      const ratio = experiment(rate, agents, { patience: exponential(meanPatienceSeconds) });
      const exact = erlangA({
        arrivalRate: rate,
        meanHandleSeconds,
        agents,
        meanPatienceSeconds,
        answerWithinSeconds: 20,
      });
      expectInside(ratio([column('abandoned')], requests), exact.abandonment);
      expectInside(ratio([column('answeredWait'), column('abandonedWait')], requests), exact.meanWaitAll);
      expectInside(ratio([column('answeredWait')], column('answered')), exact.asa);
      expectInside(ratio([answeredInTime], requests), exact.serviceLevel.offered);
      expectInside(ratio([answeredInTime], column('answered')), exact.serviceLevel.answered);
    });
  }
});

describe('simulate, where agents hold several conversations at once', () => {
  const talk = column('talk');
  const answered = column('answered');

  it('waits and hangs up as the formula says when they do not slow each other down', () => {
    const team = { arrivalRate: 0.1, agents: 7, meanPatienceSeconds: 60, answerWithinSeconds: 20 };
    const ratio = experiment(team.arrivalRate, team.agents, {
      ...{ patience: exponential(60), concurrency: { handlingFactor: [1, 1, 1] } },
    });
    const exact = chat({ ...team, handleSecondsByConcurrency: [180, 180, 180] });
    expectInside(ratio([column('abandoned')], requests), exact.abandonment);
    expectInside(ratio([answeredInTime], requests), exact.serviceLevel.offered);
    expectInside(ratio([column('answeredWait')], answered), exact.asa);
    expectInside(ratio([talk], answered), 180);
  });

  it('holds as many chats stacked as spread where they do not slow each other down, with fewer agents busy', () => {
    const run = (stacks: boolean) =>
      experiment(0.1, 7, {
        ...{ patience: exponential(60), concurrency: { handlingFactor: [1, 1, 1], ...(stacks ? { stacks } : {}) } },
      });
    const team = { arrivalRate: 0.1, agents: 7, meanPatienceSeconds: 60, answerWithinSeconds: 20 };
    const exact = chat({ ...team, handleSecondsByConcurrency: [180, 180, 180] });
    const handling = (record: RunRecord, interval: number) => groupTime(record, 'handling', 0, interval);
    const [spread, stacked] = [run(false), run(true)].map((ratio) => {
      expectInside(ratio([column('abandoned')], requests), exact.abandonment);
      return ratio([handling], () => 7 * perInterval);
    });
    expect(stacked.high).toBeLessThan(spread.low);
    // Nobody holds more than three.
    expect(stacked.high).toBeGreaterThan(exact.meanChats / 21);
  });

  for (const handlingFactor of [
    [1, 1.4, 2.2],
    [1, 0.9, 1.2],
  ]) {
    it(`agrees with the chain of three agents followed chat by chat (factors ${handlingFactor})`, () => {
      const chain = { arrivalRate: 0.045, agents: 3, meanPatienceSeconds: 90, answerWithinSeconds: 20 };
      const exact = singleAgents({ ...chain, handleSecondsByConcurrency: handlingFactor.map((f) => 180 * f) });
      const ratio = experiment(chain.arrivalRate, chain.agents, {
        ...{ patience: exponential(90), concurrency: { handlingFactor } },
      });
      expectInside(ratio([column('abandoned')], requests), 1 - exact.throughput / chain.arrivalRate);
      expectInside(ratio([talk], answered), exact.chats / exact.throughput);
    });
  }
});

describe('simulate, in the long run with what follows from contacts, agrees with', () => {
  const followUp = (outcome: FollowUp['outcome'], fraction: number, meanSeconds: number): FollowUp => ({
    ...{ outcome, becomes: 0, fraction, perMinuteWaited: 0, byGroup: [1] },
    after: exponential(meanSeconds),
  });

  it('the exact chain of redials, written as redials and as follow-ups', () => {
    const queue = { arrivalRate: 0.055, meanHandleSeconds, meanPatienceSeconds: 120, agents: 9 };
    const exact = redialExact({ ...queue, redialAfterAbandonment: 0.5, meanRedialSeconds: 600 });
    const redial = {
      ...{ fraction: 0.5, maxAttempts: Number.POSITIVE_INFINITY, after: exponential(600) },
      ...{ keepsPatience: false, keepsMatter: false, keepsWaitClock: false },
    };
    const patience = exponential(120);
    for (const changes of [
      { patience, redial: { abandoned: redial, blocked: noRedial, balked: noRedial } },
      { patience, followUps: [followUp('abandoned', 0.5, 600)] },
    ]) {
      const ratio = experiment(queue.arrivalRate, queue.agents, changes);
      expectInside(ratio([column('abandoned')], requests), exact.abandonment);
      expectInside(
        ratio([requests], () => perInterval),
        exact.attemptRate,
      );
    }
  });

  it('Erlang C at the load of first contacts and repeats together: a queue with feedback has product form (Jackson 1963)', () => {
    const rate = 0.04;
    const agents = 11;
    const ratio = experiment(rate, agents, { followUps: [followUp('handled', 0.2, 900)] });
    expectInside(
      ratio([requests], () => perInterval),
      rate / 0.8,
    );
    expectInside(ratio([column('delayed')], requests), erlangC((rate / 0.8) * meanHandleSeconds, agents));
  });
});
