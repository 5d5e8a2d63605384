/** An exercise over time: the number waiting, as played and with nobody acting, the agents, and when what happened and was decided. */
import { words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { AfterAction } from '../drill/drill-schemas.ts';
import { nameClock } from '../wording.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  frameOf,
  type Note,
  niceScale,
  palette,
  type Rule,
  sizes,
} from './chart.ts';
import { drawStepLines } from './step-line.ts';
import { type Block, layOutTime, timeAxisHeight } from './time-axis.ts';

/** Draws the exercise. */
export function drawExercise(report: AfterAction, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).drill.chart;
  const { narrow } = frameOf(setting);
  const { track } = report;
  const blocks: Block[] = track.map(({ time }, i) => ({
    from: i,
    to: i + 1,
    start: time,
    end: track[i + 1]?.time ?? time + (time - (track[i - 1]?.time ?? time - 60)),
  }));
  const axis = layOutTime(report, blocks, setting);
  const waiting = track.map((point) => point.queue);
  const idle = new Map(report.trackOfNobody.map((point) => [point.time, point]));
  const withoutAction = track.map(({ time }) => idle.get(time)?.queue ?? null);
  const keptOf = (by: readonly number[]) => report.cases.reduce((sum, type) => sum + by[type], 0);
  const cases = track.map((point) => keptOf(point.waiting));
  const casesWithoutAction = track.map(({ time }) => {
    const point = idle.get(time);
    return point === undefined ? null : keptOf(point.waiting);
  });
  const heights = { waiting: narrow ? 170 : 210, agents: narrow ? 90 : 110 };
  const compare = (played: number[], nobody: (number | null)[], height: number) =>
    drawStepLines(
      [
        { name: text.played, colour: palette.demand, swatch: 'line', width: 1.8, values: played },
        { name: text.nobody, colour: palette.muted, swatch: 'dashed', width: 1.3, values: nobody },
      ],
      {
        ...{ blocks, axis, height, last: false },
        scale: niceScale(Math.max(1, ...played, ...nobody.map((one) => one ?? 0))),
      },
      setting,
    );
  const queue = compare(waiting, withoutAction, heights.waiting);
  const kept = compare(cases, casesWithoutAction, heights.agents);
  const agents = drawStepLines(
    [
      {
        name: text.loggedIn,
        colour: palette.ink,
        swatch: 'line',
        width: 1.5,
        values: track.map(({ loggedIn }) => loggedIn),
      },
      { name: text.busy, colour: palette.served, swatch: 'line', width: 1.5, values: track.map(({ busy }) => busy) },
    ],
    { blocks, axis, height: heights.agents, scale: niceScale(Math.max(1, ...track.map(({ loggedIn }) => loggedIn))) },
    setting,
  );
  const signs = signsOf(report, axis.place, frameOf(setting).plot);
  const peak = waiting.indexOf(Math.max(...waiting));
  const values = {
    peak: formatNumber(lang, waiting[peak] ?? 0),
    time: nameClock(report, track[peak]?.time ?? report.drill.from, lang),
    nobody: formatNumber(lang, Math.max(0, ...withoutAction.map((one) => one ?? 0))),
    injects: formatNumber(lang, report.injects.length),
    decisions: formatNumber(lang, report.decisions.length),
  };
  const rules = (height: number): Rule[] =>
    signs.map(({ colour, dash, x }) => ({ x, x2: x, y: 0, y2: height, colour, width: 1, dash, opacity: 0.8 }));
  return assembleChart(
    {
      name: 'exercise',
      title: text.title(values),
      reading: text.reading(values),
      key: [...queue.key, ...agents.key],
      lanes: Math.max(0, ...signs.map(({ lane }) => lane + 1)),
      panels: [
        {
          height: heights.waiting,
          axisTitle: text.waiting,
          layers: queue.layers,
          rules: rules(heights.waiting),
          notes: [...queue.notes, ...signs.map(noteOf)],
        },
        // Work that waits without a customer.
        ...(cases.some((one) => one > 0)
          ? [
              {
                height: heights.agents,
                axisTitle: text.cases,
                layers: kept.layers,
                rules: rules(heights.agents),
                notes: kept.notes,
              },
            ]
          : []),
        {
          height: heights.agents,
          axisTitle: text.agents,
          layers: agents.layers,
          rules: rules(heights.agents),
          notes: agents.notes,
        },
      ],
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

/** A vertical line with a sign above it. */
interface Sign {
  x: number;
  text: string;
  colour: string;
  dash: number[];
  lane: number;
}

/** The sign of an inject: A, B, C, … */
export function injectSign(inject: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (inject % 26));
}

/** Injects and decisions; where their signs would touch they stand in rows. */
function signsOf(report: AfterAction, place: (seconds: number) => number, plot: number): Sign[] {
  const ends: number[] = [];
  const signs = [
    ...report.injects.map(({ at }, i) => ({ at, text: injectSign(i), colour: palette.alarm, dash: [1, 0] })),
    ...report.decisions.map(({ at }, i) => ({ at, text: `${i + 1}`, colour: palette.ink, dash: [4, 3] })),
  ].sort((a, b) => a.at - b.at);
  return signs.flatMap(({ at, colour, dash, text }) => {
    const x = place(at);
    if (x < 0 || x > plot) return [];
    let lane = ends.findIndex((end) => end <= x);
    if (lane < 0) lane = ends.length;
    ends[lane] = x + 9 + 7 * text.length;
    return [{ x, text, colour, dash, lane }];
  });
}

function noteOf({ colour, lane, text, x }: Sign): Note {
  return { text, x, y: -(lane + 0.5) * sizes.row, align: 'center', colour, bold: true };
}
