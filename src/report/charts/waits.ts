/** How long people wait: the share of contacts per stretch of waiting time, answered and abandoned. */
import { words } from '../../words/dictionary.ts';
import { formatDuration } from '../../words/format.ts';
import type { Report } from '../report.ts';
import { nameContacts, showShare } from '../wording.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  frameOf,
  type Layer,
  type Note,
  niceScale,
  palette,
  type Rule,
  shareAxis,
  sizes,
} from './chart.ts';

/** Edges that people think in; those of the promises are added. */
const roundEdges = [5, 10, 20, 30, 60, 120, 300, 600];

/**
 * The wait, in seconds, that a share of contacts does not exceed: the upper edge of the bin in which it lies, so "at most"
 * is true of it.
 * @returns Infinity when it lies in the last, open bin; null with no contacts
 */
function waitOf(edges: readonly number[], counts: readonly number[], share: number): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let sum = 0;
  const bin = counts.findIndex((count) => {
    sum += count;
    return sum >= share * all * (1 - 1e-12);
  });
  return edges[bin] ?? Number.POSITIVE_INFINITY;
}

/** Draws the distribution of waits over all work. */
export function drawWaits(report: Report, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).report;
  const { plot, narrow } = frameOf(setting);
  const height = narrow ? 170 : 180;
  const { upperEdgesSeconds, answered, abandoned } = report.waits;
  const limits = report.promises
    .filter(({ measure }) => measure === 'answered-within')
    .map(({ answerWithinSeconds }) => answerWithinSeconds)
    .filter((limit) => upperEdgesSeconds.includes(limit));
  const edges = [...new Set([...roundEdges, ...limits])].filter((edge) => upperEdgesSeconds.includes(edge));
  edges.sort((a, b) => a - b);
  const all = [...answered, ...abandoned].reduce((sum, count) => sum + count, 0);
  const bins = [...edges, Number.POSITIVE_INFINITY].map((edge, i, list) => {
    const inBin = (counts: readonly number[]) =>
      counts.reduce((sum, count, bin) => {
        const upper = upperEdgesSeconds[bin] ?? Number.POSITIVE_INFINITY;
        return upper <= edge && upper > (list[i - 1] ?? -1) ? sum + count : sum;
      }, 0);
    const share = (counts: readonly number[]) => (all === 0 ? 0 : inBin(counts) / all);
    const name = Number.isFinite(edge)
      ? text.charts.waits.upTo({ to: formatDuration(lang, edge) })
      : text.charts.waits.over({ from: formatDuration(lang, edges[edges.length - 1]) });
    return { edge, name, answered: share(answered), abandoned: share(abandoned) };
  });
  const highest = Math.max(...bins.map((bin) => bin.answered + bin.abandoned), 0.01);
  const { ticks, end: top } = niceScale(highest);
  // Room for the figure over the highest bar.
  const end = Math.max(top, highest * 1.12);
  const wide = plot / bins.length;
  const toPixels = (value: number) => height * (1 - value / end);
  const bars = bins.flatMap((bin, i) => [
    {
      left: i * wide + wide * 0.12,
      right: (i + 1) * wide - wide * 0.12,
      from: 0,
      to: bin.answered,
      outcome: 'answered',
    },
    {
      left: i * wide + wide * 0.12,
      right: (i + 1) * wide - wide * 0.12,
      from: bin.answered,
      to: bin.answered + bin.abandoned,
      outcome: 'abandoned',
    },
  ]);
  const limit = limits.length === 0 ? undefined : Math.min(...limits);
  const layers: Layer[] = [
    {
      data: { values: bars },
      mark: { type: 'rect', stroke: palette.paper, strokeWidth: 0.5 },
      encoding: {
        x: { field: 'left', type: 'quantitative', scale: null, axis: null },
        x2: { field: 'right' },
        y: {
          field: 'from',
          type: 'quantitative',
          scale: { domain: [0, end], nice: false },
          axis: shareAxis(ticks, lang),
        },
        y2: { field: 'to' },
        color: {
          field: 'outcome',
          type: 'nominal',
          sort: null,
          scale: { domain: ['answered', 'abandoned'], range: [palette.served, palette.alarm] },
          legend: null,
        },
      },
    },
  ];
  const notes: Note[] = [];
  const rules: Rule[] = [];
  for (const [i, bin] of bins.entries()) {
    const x = (i + 0.5) * wide;
    const share = bin.answered + bin.abandoned;
    notes.push({
      text: showShare(share, lang, share > 0 && share < 0.095 ? 1 : 0),
      x,
      y: toPixels(share) - 8,
      align: 'center',
      colour: palette.ink,
      size: narrow ? 9 : sizes.small,
    });
    // On a narrow chart every second name fits.
    if (!narrow || i % 2 === 0) {
      notes.push({ text: bin.name, x, y: height + 14, align: 'center', colour: palette.muted });
    }
    if (limit !== undefined && bin.edge === limit) {
      const at = (i + 1) * wide;
      rules.push({ x: at, x2: at, y: 0, y2: height, colour: palette.ink, width: 1, dash: [4, 3] });
      notes.push({ text: formatDuration(lang, limit), x: at + 5, y: 6, align: 'left', colour: palette.ink });
    }
  }
  notes.push({ text: text.axes.wait, x: plot / 2, y: height + 33, align: 'center', colour: palette.muted });

  const within = limit ?? 10;
  const inTime = answered.reduce((sum, count, bin) => (upperEdgesSeconds[bin] <= within ? sum + count : sum), 0);
  const served = answered.reduce((sum, count) => sum + count, 0);
  const gone = abandoned.reduce((sum, count) => sum + count, 0);
  const { charts } = text;
  const wait = (counts: readonly number[], share: number) =>
    formatDuration(lang, waitOf(upperEdgesSeconds, counts, share) ?? 0);
  const readings =
    served === 0
      ? [charts.waits.none]
      : [charts.waits.reading({ half: wait(answered, 0.5), ninety: wait(answered, 0.9) })];
  if (gone > 0) {
    readings.push(charts.waits.readingAbandoned({ share: showShare(gone / all, lang, 1), half: wait(abandoned, 0.5) }));
  }
  return assembleChart(
    {
      name: 'waits',
      title:
        served === 0
          ? charts.waits.none
          : charts.waits.title({
              share: showShare(inTime / served, lang),
              within: formatDuration(lang, within),
            }),
      reading: text.joinSentences(readings),
      key: [
        { name: text.series.answered, colour: palette.served, swatch: 'box' },
        { name: text.series.abandoned, colour: palette.alarm, swatch: 'box' },
      ],
      panels: [
        {
          height,
          axisTitle: text.axes.shareOfContacts({ contacts: nameContacts(report, lang) }),
          layers,
          rules,
          notes,
        },
      ],
      bottom: 44,
    },
    setting,
  );
}
