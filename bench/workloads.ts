/** The work on which speed is measured: ordinary scenarios with published answers. */
import { stepCurve } from '../src/math/rate-curve.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import {
  answerWithin,
  clock,
  exponential,
  exponentialSteps,
  group,
  poisson,
  scenario,
  workType,
} from './scenario-builder.ts';

/** A named scenario and how many runs of it make one measurement. */
export interface Workload {
  name: string;
  what: string;
  scenario: Scenario;
  runs: number;
}

/** A thousand contacts per ten minutes, mean handle time five minutes, one queue: a million contacts in a run. */
function oneQueue(agents: number, meanPatience: number | undefined): Scenario {
  const horizon = 600_000;
  return scenario({
    clock: clock(horizon, 2000),
    work: [
      workType('call', horizon, {
        arrivals: poisson(stepCurve([0, horizon], [100 / 60])),
        talk: exponential(300),
        ...(meanPatience === undefined ? {} : { patience: exponential(meanPatience) }),
      }),
    ],
    groups: [group('agents', agents)],
    promises: answerWithin(20),
  });
}

/** Three types, two groups, three periods of two hours, rates multiplied by one gamma factor a day. */
function twoGroups(): Scenario {
  const starts = [0, 7200, 14_400];
  const horizon = 21_600;
  const perMinute = [
    [4.2, 5.3, 3.2],
    [5.1, 4.3, 4.8],
    [6.3, 5.2, 4.8],
  ];
  const steps = (agents: number[]) => agents.map((count, i) => ({ from: starts[i], agents: count }));
  return scenario({
    clock: clock(horizon, 7200),
    busyness: { cv: 1 / Math.sqrt(28.7), intervalCorrelation: 1 },
    work: perMinute.map((rates, type) =>
      workType(`type ${type}`, horizon, {
        arrivals: poisson(
          stepCurve(
            [...starts, horizon],
            rates.map((rate) => rate / 60),
          ),
        ),
        talk: exponentialSteps(starts, [60 / 0.5, 60 / 0.6, 60 / 0.4]),
        patience: exponentialSteps(starts, [60 / 0.3, 60 / 0.4, 60 / 0.2]),
      }),
    ),
    groups: [
      group('group 0', steps([12, 18, 9]), { speeds: [1, 1, 0] }),
      group('group 1', steps([15, 20, 11]), { speeds: [0, 1, 1] }),
    ],
    routing: {
      kind: 'longest-wait',
      queues: [
        [1, 0].map((type) => ({ type, tier: 0, base: 0, perSecond: 1 })),
        [2, 1].map((type) => ({ type, tier: 0, base: 0, perSecond: 1 })),
      ],
      groups: [[0], [0, 1], [1]].map((groups) => groups.map((g) => ({ group: g, afterSeconds: 0 }))),
      agentChoice: 'listed',
    },
    promises: answerWithin(20),
  });
}

/** All workloads. */
export const workloads: Workload[] = [
  { name: 'W1', what: 'one queue, nobody leaves, 520 agents', scenario: oneQueue(520, undefined), runs: 1 },
  { name: 'W2', what: 'one queue, callers leave, 490 agents', scenario: oneQueue(490, 300), runs: 1 },
  { name: 'W3', what: 'three types, two groups, a busy or quiet day', scenario: twoGroups(), runs: 300 },
];
