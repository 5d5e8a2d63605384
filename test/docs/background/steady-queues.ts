/** The pictures about steady queues: loss, delay, impatience, lines. */
import { erlangA } from '../../../src/math/erlang-a.ts';
import { erlangB } from '../../../src/math/erlang-b.ts';
import { erlangCMeasures } from '../../../src/math/erlang-c.ts';
import { mmnk } from '../../../src/math/mmnk.ts';
import { type Chart, palette } from '../../../src/report/charts/chart.ts';
import { formatNumber, formatPercent } from '../../../src/words/format.ts';
import { counts, curve, draw, even, shares, spread, whole } from './plot.ts';

const { demand, served, alarm, ink, muted } = palette;
const percent = (share: number, decimals = 0): string => formatPercent('en', share, decimals);

/** Loss against the load per line, in small and in large groups. */
export function drawErlangB(): Chart {
  const loads = spread(0.3, 1.3);
  const lost = (lines: number) => (each: number) => erlangB(each * lines, lines);
  return draw({
    name: 'erlang-b',
    title: `Loaded to 0.8 Erlangs a line, 5 lines lose ${percent(lost(5)(0.8))} of calls, 100 lines ${percent(lost(100)(0.8), 1)}`,
    reading:
      'Three curves of the share of calls lost, rising with the load per line: the larger the group, the later and the sharper the rise.',
    x: even('load per line, Erlangs', [0.3, 1.3]),
    plots: [
      {
        title: 'calls lost',
        y: shares(0.4),
        curves: [
          curve('5 lines', alarm, loads, lost(5)),
          curve('20 lines', demand, loads, lost(20)),
          curve('100 lines', served, loads, lost(100)),
        ],
        mark: { at: 0.8, label: '0.8 Erlangs a line' },
      },
    ],
  });
}

/** The tail of the wait with few spare agents and with more. */
export function drawErlangC(): Chart {
  const waits = spread(0, 120);
  const later = (agents: number) => (answerWithinSeconds: number) =>
    erlangCMeasures({ arrivalRate: 20 / 240, meanHandleSeconds: 240, agents, answerWithinSeconds }).waitTail;
  return draw({
    name: 'erlang-c',
    title: `Of 20 Erlangs, 22 agents leave ${percent(later(22)(20))} waiting longer than 20 s, 25 agents ${percent(later(25)(20))}`,
    reading:
      'Four falling curves: the share of callers who wait longer than the time on the axis, for 21, 22, 25 and 28 agents. Each more agent lowers the start and steepens the fall.',
    x: even('seconds', [0, 120]),
    plots: [
      {
        title: 'callers who wait longer',
        y: shares(),
        curves: [
          curve('21 agents', alarm, waits, later(21)),
          curve('22 agents', demand, waits, later(22)),
          curve('25 agents', served, waits, later(25)),
          curve('28 agents', ink, waits, later(28)),
        ],
        mark: { at: 20, label: '20 s' },
      },
    ],
  });
}

/** One queue by four definitions of service level. */
export function drawErlangA(): Chart {
  const agents = whole(12, 30);
  const queue = { arrivalRate: 20 / 240, meanHandleSeconds: 240, answerWithinSeconds: 20 };
  const a = (n: number) => erlangA({ ...queue, meanPatienceSeconds: 120, agents: n });
  const c = (n: number) => erlangCMeasures({ ...queue, agents: n }).serviceLevel.offered;
  const { offered, answered, abandonsMet } = a(18).serviceLevel;
  return draw({
    name: 'erlang-a',
    title: `Of 20 Erlangs, 18 agents answer ${percent(offered)}, ${percent(abandonsMet)} or ${percent(answered)} in time, by definition; Erlang C says ${percent(c(18))}`,
    reading:
      'Share answered within 20 s against agents. Of all calls is the lowest of the three definitions of Erlang A, and they close up as agents are added. Erlang C is 0 up to 20 agents, then rises steeply and stays below all three.',
    x: even('agents', [12, 30]),
    plots: [
      {
        title: 'answered within 20 s',
        height: 240,
        y: shares(),
        curves: [
          curve('of the answered', demand, agents, (n) => a(n).serviceLevel.answered),
          curve('hung up in time = met', ink, agents, (n) => a(n).serviceLevel.abandonsMet, 'dashed'),
          curve('of all calls', alarm, agents, (n) => a(n).serviceLevel.offered),
          curve('Erlang C', muted, agents, c, 'dotted'),
        ],
        mark: { at: 18, label: '18 agents' },
      },
    ],
  });
}

/** Service and loss against agents. */
export function drawTwoAgents(): Chart {
  const agents = whole(3, 14);
  const at = (n: number) =>
    erlangA({
      arrivalRate: 120 / 3600,
      meanHandleSeconds: 200,
      meanPatienceSeconds: 90,
      agents: n,
      answerWithinSeconds: 20,
    });
  const inTime = (n: number): number => at(n).serviceLevel.offered;
  return draw({
    name: 'two-agents',
    title: `Six agents answer ${percent(inTime(6))} in time, eight ${percent(inTime(8))}, ten ${percent(inTime(10))}, fourteen ${percent(inTime(14), 1)}`,
    reading:
      'Against agents: the share answered within 20 s rises steeply from 5 to 9 agents and flattens out towards 14; the share that hangs up falls as it rises. The stretch from 6 to 10 agents is shaded, 80 % is marked.',
    x: even('agents', [3, 14]),
    plots: [
      {
        title: 'share of callers',
        height: 240,
        y: shares(),
        curves: [
          curve('answered within 20 s', alarm, agents, inTime),
          curve('hang up', demand, agents, (n) => at(n).abandonment, 'dashed'),
        ],
        mark: { at: 8, label: '8 agents' },
        band: [6, 10],
        level: { at: 0.8, label: '80 % promised' },
      },
    ],
  });
}

/** What more lines do. */
export function drawTrunkLines(): Chart {
  const lines = whole(10, 40);
  const at = (k: number, meanPatienceSeconds: number) =>
    mmnk({
      arrivalRate: 10 / 300,
      meanHandleSeconds: 300,
      meanPatienceSeconds,
      agents: 10,
      lines: k,
      answerWithinSeconds: 20,
    });
  const [few, many] = [at(12, Infinity), at(30, Infinity)];
  const minutes = (seconds: number): string => formatNumber('en', seconds / 60, 1);
  return draw({
    name: 'trunk-lines',
    title: `From 12 to 30 lines the engaged tone falls from ${percent(few.blocking)} to ${percent(many.blocking)}, and the wait rises from ${minutes(few.asa)} to ${minutes(many.asa)} min`,
    reading:
      'Two plots against the number of lines for 10 agents and 10 Erlangs. Above, blocked attempts fall towards 0, faster with impatient callers. Below, the mean wait of the answered rises without end for patient callers and levels off for impatient ones.',
    x: even('lines', [10, 40]),
    plots: [
      {
        title: 'attempts that meet the engaged tone',
        height: 130,
        y: shares(0.25),
        curves: [
          curve('nobody hangs up', muted, lines, (k) => at(k, Infinity).blocking, 'dotted'),
          curve('patience 2 min', alarm, lines, (k) => at(k, 120).blocking),
        ],
      },
      {
        title: 'mean wait of the answered, seconds',
        height: 130,
        y: counts(450),
        curves: [
          curve('nobody hangs up', muted, lines, (k) => at(k, Infinity).asa, 'dotted'),
          curve('patience 2 min', alarm, lines, (k) => at(k, 120).asa),
        ],
      },
    ],
  });
}
