/** The pictures about callers who differ, come first, come again, and about agents who hold several conversations. */
import { chat } from '../../../src/math/chat.ts';
import { erlangA } from '../../../src/math/erlang-a.ts';
import { erlangB } from '../../../src/math/erlang-b.ts';
import { erlangC } from '../../../src/math/erlang-c.ts';
import { erlangX } from '../../../src/math/erlang-x.ts';
import { garnett } from '../../../src/math/garnett.ts';
import { halfinWhitt } from '../../../src/math/halfin-whitt.ts';
import { mmnGeneralPatience } from '../../../src/math/mmn-general-patience.ts';
import type { Patience } from '../../../src/math/patience.ts';
import { priorityQueue } from '../../../src/math/priority-queue.ts';
import { retrial } from '../../../src/math/retrial.ts';
import { type Chart, countAxis, palette } from '../../../src/report/charts/chart.ts';
import { formatNumber, formatPercent } from '../../../src/words/format.ts';
import { counts, curve, draw, even, factors, shares, spread, spreadByFactor, whole } from './plot.ts';

const { demand, served, alarm, ink, muted } = palette;
const percent = (share: number, decimals = 0): string => formatPercent('en', share, decimals);
const number = (value: number, decimals = 0): string => formatNumber('en', value, decimals);

/** The same mean patience in several shapes. */
export function drawGeneralPatience(): Chart {
  const agents = whole(14, 28);
  const lost = (patience: Patience) => (n: number) =>
    mmnGeneralPatience({
      arrivalRate: 20 / 240,
      meanHandleSeconds: 240,
      agents: n,
      answerWithinSeconds: 20,
      patience,
    }).abandonment;
  const alike = lost({ kind: 'deterministic', seconds: 120 });
  const exponential = lost({ kind: 'exponential', meanSeconds: 120 });
  const apart = lost({ kind: 'hyperexponential', shares: [0.5, 0.5], meansSeconds: [10, 230] });
  return draw({
    name: 'general-patience',
    title: `Mean patience 2 min: 22 agents lose ${percent(alike(22), 1)}, ${percent(exponential(22), 1)} or ${percent(apart(22), 1)} of the callers, by its shape`,
    reading:
      'Share of callers who hang up against agents, for the same mean patience. Most are lost where half of the callers are hasty, fewest where all are alike; the three come together in deep overload, where only the missing agents count.',
    x: even('agents', [14, 28]),
    plots: [
      {
        title: 'callers who hang up',
        y: shares(0.35),
        curves: [
          curve('half hasty, half patient', demand, agents, apart),
          curve('exponential (Erlang A)', alarm, agents, exponential),
          curve('all alike', ink, agents, alike, 'dashed'),
        ],
        mark: { at: 22, label: '22 agents' },
      },
    ],
  });
}

/** What the low class pays. */
export function drawPriorities(): Chart {
  const parts = spread(0.02, 0.98, 96);
  const waits = (part: number) =>
    priorityQueue({
      arrivalRates: [(part * 20) / 240, ((1 - part) * 20) / 240],
      meanHandleSeconds: 240,
      agents: 22,
      answerWithinSeconds: 20,
    });
  const [first, second] = waits(0.2).classes;
  return draw({
    name: 'priorities',
    title: `A fifth of the callers first: they wait ${number(first.asa)} s, the others ${number(second.asa)} s, all together ${number(waits(0.2).asa)} s as before`,
    reading:
      'Mean wait of the first class, of the second and of all callers against the share of the first class. The mean of all is level; the second pays more the larger the first class is, and pays most when it is small itself.',
    x: even('share of callers in the first class', [0, 1], (at) => percent(at)),
    plots: [
      {
        title: 'mean wait, seconds',
        y: counts(700),
        curves: [
          curve('second class', alarm, parts, (part) => waits(part).classes[1].asa),
          curve('all callers', muted, parts, (part) => waits(part).asa, 'dotted'),
          curve('first class', served, parts, (part) => waits(part).classes[0].asa),
        ],
        mark: { at: 0.2, label: 'a fifth' },
      },
    ],
  });
}

/** Blocked callers who go away, and who try again soon or late. */
export function drawRetrials(): Chart {
  const loads = spread(0.3, 0.95, 65);
  const blocked = (meanRetrySeconds: number) => (each: number) =>
    retrial({ arrivalRate: (10 * each) / 300, meanHandleSeconds: 300, agents: 10, meanRetrySeconds })
      .firstAttemptBlocking;
  const loss = (each: number): number => erlangB(10 * each, 10);
  return draw({
    name: 'retrials',
    title: `At 0.8 Erlangs an agent ${percent(loss(0.8))} find everybody busy if the blocked go away, ${percent(blocked(300)(0.8))} if they try again`,
    reading:
      'Share of first attempts that find all 10 agents busy, against the load per agent: lowest for Erlang B; higher when the blocked try again after 5 minutes, and higher still after 30 seconds. The gap opens with the load.',
    x: even('load of first calls per agent, Erlangs', [0.3, 1]),
    plots: [
      {
        title: 'first attempts blocked',
        y: shares(),
        curves: [
          curve('again after 30 s', alarm, loads, blocked(30)),
          curve('again after 5 min', demand, loads, blocked(300)),
          curve('gone for good (Erlang B)', ink, loads, loss, 'dashed'),
        ],
        mark: { at: 0.8, label: '0.8 Erlangs an agent' },
      },
    ],
    key: 'curves',
  });
}

/** Attempts for each first call, by who redials. */
export function drawRedials(): Chart {
  const loads = spread(10, 40);
  const inflation = (redialAfterAbandonment: number) => (load: number) =>
    erlangX({
      arrivalRate: load / 240,
      meanHandleSeconds: 240,
      meanPatienceSeconds: 120,
      agents: 20,
      answerWithinSeconds: 20,
      redialAfterAbandonment,
    }).inflation;
  return draw({
    name: 'redials',
    title: `With half as many calls again as 20 agents can answer, 100 callers make ${number(100 * inflation(0.5)(30))} calls if half of those who hang up redial, ${number(100 * inflation(0.9)(30))} if nine in ten do`,
    reading:
      'Attempts for each first call against the load of first calls, for shares of redialling of 30, 50, 70 and 90 %. All are near 1 up to 15 Erlangs and climb beyond 20, the more people redial the steeper.',
    x: even('load of first calls, Erlangs', [10, 40]),
    plots: [
      {
        title: 'attempts for each first call',
        y: { domain: [1, 6], axis: countAxis([1, 2, 3, 4, 5, 6]) },
        curves: [
          curve('90 % redial', alarm, loads, inflation(0.9)),
          curve('70 %', demand, loads, inflation(0.7)),
          curve('50 %', served, loads, inflation(0.5)),
          curve('30 %', ink, loads, inflation(0.3)),
        ],
        mark: { at: 20, label: '20 agents' },
      },
    ],
    key: 'curves',
  });
}

/** One, two or three conversations an agent. */
export function drawChat(): Chart {
  const perHour = spread(60, 220);
  const paces = [300, 420, 600];
  const inTime = (limit: number) => (chats: number) =>
    chat({
      arrivalRate: chats / 3600,
      agents: 10,
      handleSecondsByConcurrency: paces.slice(0, limit),
      meanPatienceSeconds: 120,
      answerWithinSeconds: 30,
    }).serviceLevel.offered;
  return draw({
    name: 'chat',
    title: `At 140 chats an hour, 10 agents answer ${percent(inTime(1)(140))} in time with one chat each, ${percent(inTime(2)(140))} with two, ${percent(inTime(3)(140))} with three`,
    reading:
      'Share answered within 30 s against chats an hour, for at most one, two and three chats an agent. The step from one to two moves the curve far to the right; the third moves it less, since each chat then takes twice as long.',
    x: even('chats an hour', [60, 220]),
    plots: [
      {
        title: 'answered within 30 s',
        y: shares(),
        curves: [
          curve('one chat', ink, perHour, inTime(1)),
          curve('up to two', demand, perHour, inTime(2)),
          curve('up to three', served, perHour, inTime(3)),
        ],
        mark: { at: 140, label: '140 an hour' },
      },
    ],
  });
}

/** How soon the limits are true. */
export function drawSquareRootRule(): Chart {
  const loads = spreadByFactor(1, 1000);
  const agents = (load: number, beta: number): number => load + beta * Math.sqrt(load);
  const patient = (beta: number) => (load: number) => erlangC(load, agents(load, beta));
  const impatient = (beta: number) => (load: number) =>
    erlangA({
      arrivalRate: load,
      meanHandleSeconds: 1,
      meanPatienceSeconds: 1,
      agents: agents(load, beta),
      answerWithinSeconds: 0,
    }).waitProbability;
  const limit = (name: string, value: number) => curve(name, muted, [1, 1000], () => value, 'dotted');
  const off = (load: number): string => percent(Math.abs(halfinWhitt(1) / patient(1)(load) - 1));
  return draw({
    name: 'square-root-rule',
    title: `With β = 1 the rule errs by ${off(10)} at 10 Erlangs, by ${off(100)} at 100, by ${off(1000)} at 1,000`,
    reading:
      'Exact chance of waiting with n = a + β √a agents against the load, on a scale of equal factors, each curve falling towards the dotted line of its limit. The rule says too little for small groups.',
    x: factors('offered load, Erlangs', [1, 3, 10, 30, 100, 300, 1000], (at) => number(at)),
    plots: [
      {
        title: 'callers who wait',
        height: 240,
        y: shares(),
        curves: [
          curve('β = −0.5, patience = AHT', alarm, loads, impatient(-0.5)),
          curve('β = 0.5, nobody hangs up', ink, loads, patient(0.5)),
          curve('β = 1, nobody hangs up', demand, loads, patient(1)),
          limit('', garnett(-0.5, 1)),
          limit('', halfinWhitt(0.5)),
          limit('', halfinWhitt(1)),
        ],
      },
    ],
    key: [{ name: 'the limit', colour: muted, swatch: 'dotted' }],
  });
}
