/** The pictures about demand that changes over the day, and about questions asked from the other side. */
import { erlangA } from '../../../src/math/erlang-a.ts';
import { exactDay } from '../../../src/math/exact-day.ts';
import { fluidDay } from '../../../src/math/fluid.ts';
import { lagged } from '../../../src/math/lagged.ts';
import { modifiedOfferedLoad } from '../../../src/math/modified-offered-load.ts';
import { type IntervalLoad, offeredLoadAt } from '../../../src/math/offered-load.ts';
import { stepCurve } from '../../../src/math/rate-curve.ts';
import { fractionalAgents, requiredAgents, type StaffingTarget } from '../../../src/math/required-agents.ts';
import { requiredByInterval } from '../../../src/math/required-by-interval.ts';
import { planConfidence } from '../../../src/math/staffing-range.ts';
import { stationaryIndependent } from '../../../src/math/stationary-independent.ts';
import { type Chart, palette } from '../../../src/report/charts/chart.ts';
import type { Curve } from '../../../src/report/lesson/curve-panel.ts';
import { formatNumber, formatPercent } from '../../../src/words/format.ts';
import { counts, curve, draw, even, shares, spread, whole } from './plot.ts';

const { demand, served, alarm, ink, muted } = palette;
const percent = (share: number, decimals = 0): string => formatPercent('en', share, decimals);
const number = (value: number, decimals = 0): string => formatNumber('en', value, decimals);
const clock = (hours: number): string =>
  `${String(Math.floor(hours)).padStart(2, '0')}:${hours % 1 === 0 ? '00' : '30'}`;
const half = 1800;

/** Values that hold over half-hours from 8 o'clock, as steps over the hours of the day. */
function steps(name: string, colour: string, values: readonly number[], swatch: Curve['swatch']): Curve {
  const points = [...values, values[values.length - 1]].map((y, i) => ({ x: 8 + i / 2, y }));
  return { name, colour, swatch, points, step: true };
}

/** Starts of so many half-hours and the end of the last, seconds from 8 o'clock. */
function halves(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i * half);
}

/** The load of a morning whose calls last twenty minutes. */
export function drawDemandOverTheDay(): Chart {
  const perHour = [20, 60, 120, 160, 160, 120, 80, 40, 20, 20];
  const intervalStarts = halves(perHour.length);
  const arrivalRate = stepCurve(
    intervalStarts,
    perHour.map((calls) => calls / 3600),
  );
  const meanHandleSeconds = 1200;
  const handleTime = { kind: 'exponential' as const, meanSeconds: meanHandleSeconds };
  const loads = (of: readonly IntervalLoad[]) => of.map(({ offeredLoad }) => offeredLoad);
  const alone = loads(stationaryIndependent({ arrivalRate, intervalStarts, meanHandleSeconds }));
  const late = loads(lagged({ arrivalRate, intervalStarts, meanHandleSeconds }));
  const real = loads(modifiedOfferedLoad({ arrivalRate, intervalStarts, handleTime }));
  const hours = spread(8, 13, 150);
  return draw({
    name: 'demand-over-the-day',
    title: `Calls of 20 minutes: from 09:00 to 09:30 there is work for ${number(real[2])} agents, not ${number(alone[2])}; from 11:00 for ${number(real[6])}, not ${number(alone[6])}`,
    reading:
      'Offered load from 8 to 13 o’clock. The load by the arrivals of each half-hour jumps up and down early; the load that is there at each moment is a smooth hill some twenty minutes later and lower; its mean by half-hour, and the arrivals of one handle time earlier, follow it.',
    x: even('', [8, 13], clock),
    plots: [
      {
        title: 'offered load, Erlangs',
        height: 240,
        y: counts(60),
        curves: [
          steps('by own arrivals', ink, alone, 'dashed'),
          curve('at each moment', alarm, hours, (hour) => offeredLoadAt(arrivalRate, handleTime, (hour - 8) * 3600)),
          steps('mean of the half-hour', demand, real, 'line'),
          steps('arrivals of 20 min earlier', muted, late, 'dotted'),
        ],
      },
    ],
    key: 'curves',
  });
}

/** A launch in liquid and in callers. */
export function drawFluidDay(): Chart {
  const perHour = [80, 80, 240, 240, 240, 80, 80, 80];
  const intervalStarts = halves(perHour.length);
  const day = {
    arrivalRate: stepCurve(
      intervalStarts,
      perHour.map((calls) => calls / 3600),
    ),
    intervalStarts,
    agents: perHour.map(() => 8),
    meanHandleSeconds: 300,
    meanPatienceSeconds: 600,
    snapshotSeconds: 120,
  };
  const liquid = fluidDay(day).path.map(({ time, content }) => ({ x: 8 + time / 3600, y: Math.max(0, content - 8) }));
  const callers = exactDay({ ...day, answerWithinSeconds: 20 }).snapshots.map(({ time, meanQueue }) => ({
    x: 8 + time / 3600,
    y: meanQueue,
  }));
  const greatest = Math.max(...liquid.map(({ y }) => y));
  const exact = Math.max(...callers.map(({ y }) => y));
  const early = callers.find(({ x }) => x >= 8.9)?.y ?? 0;
  return draw({
    name: 'fluid-day',
    title: `In overload the fluid path is right: ${number(greatest, 1)} callers wait at the height, exactly ${number(exact, 1)}; before the launch it sees none, and ${number(early, 1)} wait`,
    reading:
      'Queue from 8 to 12 o’clock. Both curves rise steeply at 9 o’clock, level off and fall after 10:30. They are as good as one while the queue is long; before and after, the fluid has no queue where the exact mean keeps a small one.',
    x: even('', [8, 12], clock),
    plots: [
      {
        title: 'callers waiting',
        y: counts(25),
        curves: [
          { name: 'fluid', colour: ink, swatch: 'dashed', points: liquid },
          { name: 'exact mean', colour: alarm, swatch: 'line', points: callers },
        ],
        band: [9, 10.5],
      },
    ],
    key: 'curves',
  });
}

/** A queue that carries over, and half-hours that stand alone. */
export function drawExactDay(): Chart {
  const perHour = [60, 120, 200, 260, 260, 200, 140, 100, 80, 80];
  const intervalStarts = halves(perHour.length);
  const arrivalRate = stepCurve(
    intervalStarts,
    perHour.map((calls) => calls / 3600),
  );
  const meanHandleSeconds = 600;
  const targets: StaffingTarget[] = [
    { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 20, atLeast: 0.8 },
  ];
  const loads = stationaryIndependent({ arrivalRate, intervalStarts, meanHandleSeconds });
  const staffing = { meanHandleSeconds, meanPatienceSeconds: 180, targets };
  const agents = requiredByInterval(loads, staffing).map(({ required }) => required);
  const day = exactDay({
    arrivalRate,
    intervalStarts,
    agents,
    meanHandleSeconds,
    meanPatienceSeconds: 180,
    answerWithinSeconds: 20,
    snapshotSeconds: 120,
  });
  const alone = agents.map(
    (n, i) =>
      erlangA({
        arrivalRate: perHour[i] / 3600,
        meanHandleSeconds,
        meanPatienceSeconds: 180,
        agents: n,
        answerWithinSeconds: 20,
      }).serviceLevel.offered,
  );
  const exact = day.intervals.map(({ answeredWithin, offered }) => answeredWithin / offered);
  const worst = exact.indexOf(Math.min(...exact));
  return draw({
    name: 'exact-day',
    title: `Staffed half-hour by half-hour, each should answer at least 80 %; the one from ${clock(8 + worst / 2)} answers ${percent(exact[worst])}`,
    reading:
      'Share answered within 20 s from 8 to 13 o’clock. Each half-hour alone lies just above 80 %. With the queue and the calls carried over, the morning’s rise is better than that; once agents are cut back while long calls still go on, it falls far below. Under it the agents, rising to 46 and falling to 16.',
    x: even('', [8, 13], clock),
    plots: [
      {
        title: 'answered within 20 s',
        y: shares(),
        curves: [
          steps('each half-hour alone', muted, alone, 'dotted'),
          steps('carried over (exact)', alarm, exact, 'line'),
        ],
        level: { at: 0.8, label: '80 % promised' },
      },
      {
        title: 'agents',
        height: 90,
        y: counts(60),
        curves: [steps('agents', ink, agents, 'line')],
      },
    ],
    key: 'curves',
  });
}

/** The staircase of required agents. */
export function drawInverseQuestions(): Chart {
  const calls = spread(10, 120, 440);
  const targets: StaffingTarget[] = [
    { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 },
  ];
  const asked = (perHour: number, meanPatienceSeconds: number) => ({
    arrivalRate: perHour / 3600,
    meanHandleSeconds: 240,
    meanPatienceSeconds,
    targets,
  });
  const agents = (perHour: number) => requiredAgents(asked(perHour, 120));
  return draw({
    name: 'inverse-questions',
    title: `60 calls an hour of 4 minutes are 4 Erlangs and take ${agents(60)} agents for 90 % in 10 s; 120 take ${agents(120)}`,
    reading:
      'Agents against calls an hour. The required agents are a staircase, the fractional answer a smooth line that reaches each step where it ends, the load a straight line far below; the distance between them grows, but more slowly than the load.',
    x: even('calls an hour', [10, 120]),
    plots: [
      {
        title: 'agents',
        height: 240,
        y: counts(14),
        curves: [
          { ...curve('fewest agents', ink, calls, agents), step: true },
          curve('before rounding', alarm, calls, (perHour) => fractionalAgents(asked(perHour, 120))),
          curve('offered load', demand, calls, (perHour) => perHour / 15, 'dotted'),
        ],
      },
    ],
  });
}

/** How likely a staff holds when the forecast may be wrong. */
export function drawForecastErrors(): Chart {
  const agents = whole(110, 150);
  const targets: StaffingTarget[] = [
    { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 },
  ];
  const plan = { arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets };
  const holds = (volume: number) => (n: number) => planConfidence(plan, n, { volume, handleTime: 0 });
  const planned = requiredAgents(plan);
  const sure = agents.find((n) => holds(0.05)(n) >= 0.9);
  return draw({
    name: 'forecast-errors',
    title: `${planned} agents are right for the forecast; if it may be 5 % off they hold with ${percent(holds(0.05)(planned))}, and 9 in 10 takes ${sure}`,
    reading:
      'Probability that the promise is kept against agents, for a forecast that is off by 2, 5 and 10 % (standard deviation). The curves cross near 50 % at the planned staff; the surer the forecast the steeper they are.',
    x: even('agents', [110, 150]),
    plots: [
      {
        title: 'probability that the promise is kept',
        y: shares(),
        curves: [
          curve('2 % off', served, agents, holds(0.02)),
          curve('5 % off', demand, agents, holds(0.05)),
          curve('10 % off', alarm, agents, holds(0.1)),
        ],
        mark: { at: planned, label: `${planned} agents` },
      },
    ],
    key: 'curves',
  });
}
