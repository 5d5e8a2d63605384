/** The charts of a sampling plan: who is called weak, and how many evaluators are in time. */
import { chanceCalled, reviewCounts } from '../../qa/detection.ts';
import type { SamplingPlan, SamplingQuestion } from '../../qa/sampling-plan.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import { showChance } from '../sampling-plan-words.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  frameOf,
  type Layer,
  type Note,
  palette,
  shareAxis,
} from './chart.ts';
import { type DrawnChart, drawInBothWidths } from './draw-charts.ts';

/** Names of the charts, in reading order. */
export type SamplingChartName = 'load' | 'detection';

/** Points to either side of the pass mark that the chart of detection shows, and its steps. */
const reach = 12;
const step = 0.25;
/** Looks of the curves, by horizon. */
const looks = [
  { colour: palette.alarm, dash: [2, 3] },
  { colour: palette.demand, dash: [7, 4] },
  { colour: palette.served, dash: [1, 0] },
] as const;

/** Draws the charts of a plan. */
export async function drawSamplingPlan(
  question: SamplingQuestion,
  plan: SamplingPlan,
  lang: Lang,
): Promise<DrawnChart<SamplingChartName>[]> {
  const load = await drawInBothWidths('load', (setting) => drawLoad(question, plan, setting), lang);
  const detection = await drawInBothWidths('detection', (setting) => drawDetection(question, plan, setting), lang);
  return [load, detection].filter((chart) => chart !== null) as DrawnChart<SamplingChartName>[];
}

/** Share of reviews in time by number of evaluators. */
function drawLoad(question: SamplingQuestion, plan: SamplingPlan, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).qa.charts.load;
  const { narrow, plot } = frameOf(setting);
  const height = narrow ? 150 : 180;
  const { around, service } = plan;
  const wide = plot / around.length;
  const bars = around.map(({ evaluators, onTime }, i) => ({
    left: i * wide + wide * 0.18,
    right: (i + 1) * wide - wide * 0.18,
    onTime,
    colour: evaluators === service.evaluators ? palette.served : palette.muted,
  }));
  const toPixels = (share: number) => height * (1 - share / 1.1);
  const layers: Layer[] = [
    {
      data: { values: bars },
      mark: { type: 'rect' },
      encoding: {
        x: { field: 'left', type: 'quantitative', scale: null, axis: null },
        x2: { field: 'right' },
        y: {
          field: 'onTime',
          type: 'quantitative',
          scale: { domain: [0, 1.1], nice: false },
          axis: shareAxis([0, 0.25, 0.5, 0.75, 1], lang),
        },
        y2: { datum: 0 },
        color: { field: 'colour', type: 'nominal', scale: null, legend: null },
      },
    },
  ];
  const notes: Note[] = around.flatMap(({ evaluators, onTime }, i) => {
    const x = (i + 0.5) * wide;
    const bold = evaluators === service.evaluators;
    return [
      {
        text: showChance(onTime, lang),
        x,
        y: toPixels(onTime) - 9,
        align: 'center' as const,
        colour: palette.ink,
        bold,
      },
      { text: formatNumber(lang, evaluators), x, y: height + 12, align: 'center' as const, colour: palette.ink, bold },
    ];
  });
  notes.push({ text: text.x, x: plot / 2, y: height + 30, align: 'center', colour: palette.muted });
  const aim = toPixels(question.onTime);
  notes.push({ text: text.aim, x: 4, y: aim - 8, align: 'left', colour: palette.ink });
  const before = around.find(({ evaluators }) => evaluators === service.evaluators - 1) ?? service;
  return assembleChart(
    {
      name: 'load',
      title: text.title(formatNumber(lang, service.evaluators), showChance(service.onTime, lang)),
      reading: text.reading(formatNumber(lang, before.evaluators), showChance(before.onTime, lang)),
      panels: [
        {
          height,
          axisTitle: text.y,
          layers,
          notes,
          rules: [{ x: 0, x2: plot, y: aim, y2: aim, colour: palette.ink, width: 1, dash: [5, 3] }],
        },
      ],
      bottom: 44,
    },
    setting,
  );
}

/** Chance to be called weak by true quality, one curve a horizon. */
function drawDetection(question: SamplingQuestion, plan: SamplingPlan, setting: ChartSetting): Chart {
  const { lang } = setting;
  const { charts, look } = words(lang).qa;
  const text = charts.detection;
  const { narrow, plot } = frameOf(setting);
  const height = narrow ? 180 : 220;
  const { agents, recordingsPerAgent, scores } = question;
  const from = Math.max(0, scores.pass - reach);
  const to = Math.min(100, scores.pass + reach);
  const counts = plan.horizons.map(({ days }) =>
    reviewCounts(recordingsPerAgent * days, agents * recordingsPerAgent * days, plan.recordings * days),
  );
  const called = (horizon: number, quality: number) => chanceCalled(quality, counts[horizon], scores, 'average');
  const layers: Layer[] = plan.horizons.map((_, horizon) => ({
    data: {
      values: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => {
        const quality = from + i * step;
        return { quality, chance: called(horizon, quality) };
      }),
    },
    mark: { type: 'line', color: looks[horizon].colour, strokeWidth: 2, strokeDash: [...looks[horizon].dash] },
    encoding: {
      x: {
        field: 'quality',
        type: 'quantitative',
        scale: { domain: [from, to], nice: false },
        axis: { title: null, values: ticksOf(from, to), grid: false, format: '~g' },
      },
      y: {
        field: 'chance',
        type: 'quantitative',
        scale: { domain: [0, 1], nice: false },
        axis: shareAxis([0, 0.25, 0.5, 0.75, 1], lang),
      },
    },
  }));
  const toX = (quality: number) => ((quality - from) / (to - from)) * plot;
  const mark = toX(scores.pass);
  const weak = Math.max(from, scores.pass - 5);
  const good = Math.min(to, scores.pass + 5);
  return assembleChart(
    {
      name: 'detection',
      title: text.title(showChance(called(2, weak), lang), showChance(called(0, weak), lang)),
      reading: text.reading(showChance(called(2, good), lang), showChance(called(0, good), lang)),
      key: plan.horizons.map(({ name }, horizon) => ({
        name: look.names[name],
        colour: looks[horizon].colour,
        swatch: (['dotted', 'dashed', 'line'] as const)[horizon],
      })),
      panels: [
        {
          height,
          axisTitle: text.y,
          layers,
          rules: [{ x: mark, x2: mark, y: 0, y2: height, colour: palette.ink, width: 1, dash: [5, 3] }],
          notes: [
            { text: text.mark, x: mark + 6, y: 10, align: 'left', colour: palette.ink },
            { text: text.x, x: plot / 2, y: height + 32, align: 'center', colour: palette.muted },
          ],
        },
      ],
      bottom: 46,
    },
    setting,
  );
}

function ticksOf(from: number, to: number): number[] {
  const first = Math.ceil(from / 2) * 2;
  return Array.from({ length: Math.floor((to - first) / 2) + 1 }, (_, i) => first + 2 * i);
}
