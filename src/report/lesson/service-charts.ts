/** The pictures about agents: the knee of the service curve, pooling, the square-root rule. */
import { fewMore } from '../../plan/lesson/knee.ts';
import { loadOf } from '../../plan/lesson/lesson-queue.ts';
import { words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  countAxis,
  frameOf,
  niceScale,
  palette,
} from '../charts/chart.ts';
import { barPanel } from './bar-rows.ts';
import { type Curve, curveAxisHeight, curvePanel, evenTicks, roundSteps, shareScale } from './curve-panel.ts';
import type { Lesson } from './lesson.ts';
import { showShares, showTarget, showWithin } from './lesson-values.ts';

/** Service against agents. */
export function drawKnee(lesson: Lesson, setting: ChartSetting): Chart {
  const { lang } = setting;
  const { charts, series, axes, marks } = words(lang).lesson;
  const { joinSentences } = words(lang).report;
  const { plot, narrow } = frameOf(setting);
  const { agents } = lesson.subject.queue;
  const { points, required } = lesson.figures.knee;
  const domain: [number, number] = [points[0].agents, points[points.length - 1].agents];
  const { panel, key } = curvePanel(
    {
      height: narrow ? 200 : 240,
      axisTitle: axes.answeredWithin({ within: showWithin(lesson, lang) }),
      x: {
        domain,
        ticks: evenTicks(domain, roundSteps(1), plot, (at) => formatNumber(lang, at)),
        title: axes.agents,
      },
      y: shareScale([0], lang),
      curves: serviceCurves(lesson, setting),
      dots: lesson.simulated.knee.map(({ at, serviceLevel }) => ({ x: at, ...serviceLevel })),
      mark: { at: agents, label: marks.agents({ agents: formatNumber(lang, agents) }) },
      band: [Math.max(domain[0], agents - fewMore), agents + fewMore],
      level: { at: lesson.subject.queue.target, label: marks.promised({ target: showTarget(lesson, lang) }) },
      last: true,
    },
    setting,
  );
  return assembleChart(
    {
      name: 'knee',
      title: sayKnee(lesson, setting),
      reading: joinSentences([
        charts.knee.reading({
          within: showWithin(lesson, lang),
          byA: formatNumber(lang, required.erlangA),
          byC: formatNumber(lang, required.erlangC),
          target: showTarget(lesson, lang),
        }),
        ...sayHungUp(lesson, setting),
      ]),
      key: [...key, { name: series.simulated, colour: palette.served, swatch: 'line' }],
      lanes: 1,
      panels: [panel],
      bottom: curveAxisHeight,
    },
    setting,
  );
}

/** Erlang A and C; where nobody hangs up they are one. */
function serviceCurves({ figures, subject }: Lesson, { lang }: ChartSetting): Curve[] {
  const { series } = words(lang).lesson;
  const { points } = figures.knee;
  const byC = points.map(({ agents, erlangC }) => ({ x: agents, y: erlangC }));
  const byA = points.map(({ agents, serviceLevel }) => ({ x: agents, y: serviceLevel }));
  const erlangC: Curve = { name: series.erlangC, colour: palette.muted, swatch: 'dotted', points: byC };
  if (subject.queue.meanPatienceSeconds === Infinity) return [{ ...erlangC, swatch: 'line' }];
  return [{ name: series.erlangA, colour: palette.alarm, swatch: 'line', points: byA }, erlangC];
}

/** The queue with two agents fewer, as it is, with two more. */
export function aroundOf({ figures, subject }: Lesson) {
  const at = (more: number) => figures.knee.points.find(({ agents }) => agents === subject.queue.agents + more);
  return { fewer: at(-fewMore), own: figures.queue, more: at(fewMore) ?? figures.queue };
}

function sayKnee(lesson: Lesson, { lang }: ChartSetting): string {
  const { charts } = words(lang).lesson;
  const { fewer, own, more } = aroundOf(lesson);
  const few = formatNumber(lang, fewMore);
  const agents = formatNumber(lang, lesson.subject.queue.agents);
  if (fewer === undefined) {
    const [share, plus] = showShares([own.serviceLevel, more.serviceLevel], lang);
    return charts.knee.titleFirst({ few, agents, share, more: plus });
  }
  const [minus, share, plus] = showShares([fewer.serviceLevel, own.serviceLevel, more.serviceLevel], lang);
  return charts.knee.title({ few, agents, fewer: minus, share, more: plus });
}

function sayHungUp(lesson: Lesson, { lang }: ChartSetting): string[] {
  const { fewer, own, more } = aroundOf(lesson);
  if (fewer === undefined || own.abandonment === 0) return [];
  const [minus, share, plus] = [fewer, own, more].map(({ abandonment }) => formatPercent(lang, abandonment, 1));
  return [words(lang).lesson.charts.knee.abandonment({ fewer: minus, share, more: plus })];
}

/** The same people in one queue or several. */
export function drawPooling(lesson: Lesson, setting: ChartSetting): Chart {
  const { lang } = setting;
  const { charts, axes, bars, marks, series } = words(lang).lesson;
  const { pooling } = lesson.figures;
  const within = showWithin(lesson, lang);
  const shares = showShares(
    pooling.map(({ serviceLevel }) => serviceLevel),
    lang,
  );
  const panels = [
    barPanel(
      {
        axisTitle: axes.answeredWithin({ within }),
        end: 1,
        target: { at: lesson.subject.queue.target, label: marks.promised({ target: showTarget(lesson, lang) }) },
        rows: pooling.map(({ queues, agentsEach, serviceLevel }, i) => {
          const simulated = lesson.simulated[queues === 1 ? 'knee' : 'pooling'].find(
            ({ at }) => at === (queues === 1 ? lesson.subject.queue.agents : queues),
          );
          const agents = formatNumber(lang, agentsEach, Number.isInteger(agentsEach) ? 0 : 1);
          return {
            name: bars.queues({ queues: formatNumber(lang, queues), agents }),
            value: serviceLevel,
            label: shares[i],
            colour: palette.alarm,
            ...(simulated && { simulated: simulated.serviceLevel }),
          };
        }),
      },
      setting,
    ),
    barPanel(
      {
        axisTitle: axes.agentsNeeded,
        end: Math.max(...pooling.map(({ required }) => required)),
        rows: pooling.map(({ queues, required }) => ({
          name: bars.needed({ queues: formatNumber(lang, queues) }),
          value: required,
          label: formatNumber(lang, required),
          colour: palette.ink,
        })),
      },
      setting,
    ),
  ];
  return assembleChart(
    {
      name: 'pooling',
      title: sayPooling(lesson, shares, setting),
      reading: charts.pooling.reading({ within }),
      key: [
        { name: series.erlangA, colour: palette.alarm, swatch: 'box' },
        { name: series.simulated, colour: palette.served, swatch: 'line' },
      ],
      lanes: 1,
      panels,
      bottom: 12,
    },
    setting,
  );
}

function sayPooling({ figures }: Lesson, shares: readonly string[], { lang }: ChartSetting): string {
  const { pooling } = words(lang).lesson.charts;
  const [whole, halves] = figures.pooling;
  if (halves === undefined) return pooling.alone;
  const together = { together: shares[0], apart: shares[1] };
  const extra = halves.required - whole.required;
  if (extra <= 0) return pooling.titleSame(together);
  return pooling.title({
    ...together,
    needed: formatNumber(lang, halves.required),
    extra: formatNumber(lang, extra),
  });
}

/** Agents above the load by size of the centre. */
export function drawSquareRoot(lesson: Lesson, setting: ChartSetting): Chart {
  const { lang } = setting;
  const { charts, axes, series, marks } = words(lang).lesson;
  const { joinSentences } = words(lang).report;
  const { plot, narrow } = frameOf(setting);
  const { beta, points } = lesson.figures.squareRoot;
  const load = loadOf(lesson.subject.queue);
  const own = points.find(({ times }) => times === 1) ?? points[0];
  const reserve = (agents: number, offeredLoad: number): number => agents - offeredLoad;
  const exact = points.map(({ agents, offeredLoad }) => ({ x: offeredLoad, y: reserve(agents, offeredLoad) }));
  const rule = points.map(({ byRule, offeredLoad }) => ({ x: offeredLoad, y: reserve(byRule, offeredLoad) }));
  const slope = reserve(own.agents, load) / load;
  const proportion = [points[0].offeredLoad, 4 * load].map((x) => ({ x, y: slope * x }));
  const all = [...exact, ...rule, ...proportion].map(({ y }) => y);
  const top = niceScale(Math.max(1, ...all));
  const low = Math.min(0, ...all);
  const step = top.ticks[1] - top.ticks[0];
  const below = Array.from({ length: Math.ceil(-low / step - 1e-9) }, (_, i) => -(i + 1) * step).reverse();
  const domain: [number, number] = [0, 4 * load];
  const { panel, key } = curvePanel(
    {
      height: narrow ? 190 : 220,
      axisTitle: axes.reserve,
      x: {
        domain,
        ticks: evenTicks(domain, roundSteps(0.1), plot, (at) => formatNumber(lang, at, 4 * load < 5 ? 1 : 0)),
        title: axes.load,
      },
      y: { domain: [below[0] ?? 0, top.end], axis: countAxis([...below, ...top.ticks]) },
      curves: [
        { name: series.exact, colour: palette.alarm, swatch: 'line', points: exact },
        { name: series.rule, colour: palette.ink, swatch: 'dashed', points: rule },
        { name: series.proportion, colour: palette.muted, swatch: 'dotted', points: proportion },
      ],
      mark: { at: load, label: marks.today },
      last: true,
    },
    setting,
  );
  const four = points[points.length - 1];
  const worst = Math.max(...points.map(({ agents, byRule }) => Math.abs(agents - byRule)));
  const shown = formatNumber(lang, worst, 1);
  return assembleChart(
    {
      name: 'square-root',
      title: charts.squareRoot.title({
        needed: formatNumber(lang, Math.ceil(four.agents - 1e-9)),
        proportion: formatNumber(lang, 4 * Math.ceil(own.agents - 1e-9)),
      }),
      reading: joinSentences([
        charts.squareRoot.reading({ beta: formatNumber(lang, beta, 2), worst: shown, unit: axes.agents }),
        ...(four.agents < four.byRule - 0.5 ? [charts.squareRoot.slower] : []),
      ]),
      key,
      lanes: 1,
      panels: [panel],
      bottom: curveAxisHeight,
    },
    setting,
  );
}
