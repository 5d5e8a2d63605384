/** All plans in one measure: each one's difference from the first with its interval, the best on top. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { ComparisonReport } from '../comparison/comparison-report.ts';
import { differenceOf, nameAspect, quotePlan, rankPlans, showEstimate, unitOf } from '../comparison/wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Note, palette } from './chart.ts';
import { type IntervalRow, intervalLayers } from './interval-rows.ts';
import { cutText } from './text-width.ts';

/** Plans drawn at most; the table has all. */
const mostRows = 20;
const rowHeight = 36;

const colours = { better: palette.served, worse: palette.alarm } as const;

/** Draws the ranking in the criterion; null where no other plan has it. */
export function drawRanking(report: ComparisonReport, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const { charts } = words(lang).compare;
  const { criterion } = report.verdict;
  const order = rankPlans(report).filter((plan) => plan === 0 || differenceOf(report.plans[plan], criterion)?.estimate);
  if (order.length < 2) return null;
  const rows = order.slice(0, mostRows).map((plan, i) => rowOf(report, plan, i, lang));
  const height = rows.length * rowHeight;
  const others = order
    .filter((plan) => plan !== 0)
    .map((plan) => differenceOf(report.plans[plan], criterion)?.judgement);
  const count = (judgement: string) => formatNumber(lang, others.filter((one) => one === judgement).length);
  const aspect = nameAspect(report, criterion, lang);
  const first = quotePlan(report.plans[0], lang);
  const unit = unitOf(report, criterion);
  const all = formatNumber(lang, others.length);
  const sentences = [];
  if (report.experiment.judgedAfter === 0) sentences.push(charts.ranking.notJudged({ count: all, first }));
  else {
    sentences.push(charts.ranking.reading({ count: all, better: count('better'), worse: count('worse'), first }));
    if (others.includes('undecided')) sentences.push(charts.ranking.undecided({ count: count('undecided') }));
  }
  if (order.length > mostRows) {
    sentences.push(charts.ranking.more({ count: formatNumber(lang, order.length - mostRows) }));
  }
  const { plot } = frameOf(setting);
  return assembleChart(
    {
      name: 'ranking',
      title: charts.ranking.title({ best: quotePlan(report.plans[report.verdict.best], lang), aspect }),
      reading: words(lang).report.joinSentences(sentences),
      panels: [
        {
          height,
          axisTitle: charts.ranking.axis({
            aspect,
            first,
            unit:
              unit === 'fraction'
                ? charts.differences.points
                : unit === 'seconds'
                  ? words(lang).report.axes.seconds
                  : '1',
          }),
          layers: intervalLayers(rows, height, domainOf(rows), 60),
          notes: rows.flatMap((row) => notesOf(row, plot)),
        },
      ],
      bottom: 34,
    },
    setting,
  );
}

function rowOf(report: ComparisonReport, plan: number, place: number, lang: Lang): IntervalRow {
  const { criterion } = report.verdict;
  const unit = unitOf(report, criterion);
  const factor = unit === 'fraction' ? 100 : 1;
  const difference = differenceOf(report.plans[plan], criterion);
  const { value, low, high } = difference?.estimate ?? { value: 0, low: 0, high: 0 };
  const judgement = difference?.judgement;
  const colour = judgement === 'better' || judgement === 'worse' ? colours[judgement] : palette.muted;
  return {
    name: report.plans[plan].name,
    figure: difference?.estimate ? showEstimate(unit, difference.estimate, lang) : words(lang).compare.first,
    y: place * rowHeight + 27,
    value: value * factor,
    low: low * factor,
    high: high * factor,
    colour,
    fill: judgement === 'undecided' ? palette.paper : colour,
  };
}

/** The name on the left and the figure on the right, above the row's line. */
function notesOf({ name, figure, y }: IntervalRow, plot: number): Note[] {
  return [
    { text: cutText(name, 11, plot * 0.5), x: 4, y: y - 14, align: 'left', colour: palette.ink, bold: true },
    { text: figure, x: plot - 4, y: y - 14, align: 'right', colour: palette.muted },
  ];
}

/** Zero, and a tenth of a unit at least. */
function domainOf(rows: readonly IntervalRow[]): [number, number] {
  const least = Math.min(0, ...rows.map(({ low }) => low));
  const most = Math.max(0, ...rows.map(({ high }) => high));
  return [least, Math.max(most, least + 0.1)];
}
