/**
 * The engine against the formulas: 40 independent runs, the first part of each left out, and the interval of the ratio of sums at
 * 99.9 % confidence must hold the exact value.
 */
import { describe, expect, it } from 'vitest';
import { answerWithin, atRate, clock, exponential, group, scenario, workType } from '../../bench/scenario-builder.ts';
import { coMoments } from '../../src/math/co-moments.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangB } from '../../src/math/erlang-b.ts';
import { erlangC, erlangCMeasures } from '../../src/math/erlang-c.ts';
import { ratioInterval } from '../../src/math/ratio-interval.ts';
import type { WorkType } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import type { ContactColumn, RunRecord } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { contacts, within } from './figures.ts';

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
