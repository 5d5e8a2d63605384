/** A comparison as one page: the finding, the plans side by side, the ranking, where and when they differ, how it was computed. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { sayCautions, showConfidence, showTarget } from '../wording.ts';
import type { ComparisonReport, ReportPlan } from './comparison-report.ts';
import type { ComparisonChart } from './draw-comparison.ts';
import {
  aspectsOf,
  differenceMarks,
  differenceOf,
  nameAspect,
  quotePlan,
  rankPlans,
  sayCustomers,
  sayFinding,
  showEnds,
  showEstimate,
  showFigure,
  showHours,
  showMatters,
  showSize,
  unitOf,
} from './wording.ts';

/**
 * Renders the page.
 *
 * @param report what to show
 * @param charts drawn from the same report in the same language
 * @param lang the reader's language
 * @returns a whole HTML document
 */
export function renderComparisonHtml(report: ComparisonReport, charts: readonly ComparisonChart[], lang: Lang): string {
  const text = words(lang).compare;
  const { experiment, plans } = report;
  const ranking = charts.find(({ name }) => name === 'ranking');
  return renderPage({
    lang,
    version: experiment.version,
    title: text.page.title({ first: plans[0].name }),
    heading: text.page.heading({ names: nameAll(plans, lang) }),
    madeBy: words(lang).report.page.madeBy({
      version: experiment.version,
      runs: formatNumber(lang, experiment.runs),
      seed: experiment.seed,
    }),
    finding: sayFinding(report, lang),
    judgement: null,
    sections: [
      {
        id: 'plans',
        title: text.page.sections.plans,
        body: html`${sayCautions(experiment, lang).map((sentence) => html`<p>${sentence}</p>`)}${planTable(report, lang)}${changes(report, lang)}`,
      },
      {
        id: 'ranking',
        title: text.page.sections.ranking,
        body: html`${ranking === undefined ? null : renderFigure(text.charts.ranking.question, ranking)}${rankTable(report, lang)}`,
      },
      { id: 'where', title: text.page.sections.where, body: differences(report, charts, lang) },
      {
        id: 'customers',
        title: text.page.sections.customers,
        body: html`<ul>${sayCustomers(report, lang).map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
      },
      { id: 'computed', title: text.page.sections.computed, body: computed(report, lang) },
    ],
  });
}

/** The first few names; the number of the others. */
function nameAll(plans: readonly ReportPlan[], lang: Lang): string {
  const { list } = words(lang).report;
  if (plans.length <= 5) return list(plans.map(({ name }) => name));
  const others = words(lang).compare.page.moreChanges({ count: formatNumber(lang, plans.length - 4) });
  return `${plans
    .slice(0, 4)
    .map(({ name }) => name)
    .join(lang === 'zh' ? '、' : ', ')} ${others}`;
}

/** Every plan with its figure and its difference in every aspect. */
function planTable(report: ComparisonReport, lang: Lang): Markup {
  const text = words(lang).compare;
  const { promised } = words(lang).report;
  const aspects = aspectsOf(report);
  const name = (aspect: number | null) => {
    if (aspect === null) return nameAspect(report, aspect, lang);
    const { sense } = report.promises[aspect];
    const target = text.lines.promised({
      promised: promised[sense],
      target: showTarget(report.promises[aspect], lang),
    });
    return `${nameAspect(report, aspect, lang)}${words(lang).report.semicolon}${target}`;
  };
  return dataTable({
    caption: text.page.sections.plans,
    head: [
      text.page.plan,
      text.page.hours,
      ...aspects.flatMap((aspect) => [
        name(aspect),
        text.page.differenceTo({ aspect: nameAspect(report, aspect, lang) }),
      ]),
    ],
    rows: rankPlans(report).map((index) => {
      const plan = report.plans[index];
      return [
        index === 0 ? `${plan.name}${words(lang).report.bracket(text.first)}` : plan.name,
        showHours(plan.scheduledHours, lang),
        ...aspects.flatMap((aspect) => [
          showFigure(report, plan, aspect, lang),
          showJudged(report, plan, aspect, lang),
        ]),
      ];
    }),
  });
}

function showJudged(report: ComparisonReport, plan: ReportPlan, aspect: number | null, lang: Lang): string {
  const difference = differenceOf(plan, aspect);
  if (difference === undefined || difference.estimate === null) return '–';
  const mark = differenceMarks[difference.judgement];
  return `${mark} ${showEstimate(unitOf(report, aspect), difference.estimate, lang)}`;
}

/** Key by key what the plans say otherwise than the first. */
function changes(report: ComparisonReport, lang: Lang): Markup {
  const text = words(lang).compare.page;
  const [first, ...others] = report.plans;
  const rows = others.flatMap((plan) => {
    const listed = plan.changes.map(({ path, first: before, own }) => [plan.name, path, before || '–', own || '–']);
    if (plan.moreChanges > 0) {
      listed.push([plan.name, text.moreChanges({ count: formatNumber(lang, plan.moreChanges) }), '', '']);
    }
    return listed.length === 0 && plan.hash !== first.hash ? [[plan.name, text.noChanges, '', '']] : listed;
  });
  return dataTable({
    caption: text.changes,
    head: [text.plan, text.key, text.inFirst, text.here],
    rows,
    textColumns: [0, 1, 2, 3],
  });
}

/** Every plan against the best of the others in the criterion. */
function rankTable(report: ComparisonReport, lang: Lang): Markup {
  const { page, judgements } = words(lang).compare;
  const { criterion } = report.verdict;
  const unit = unitOf(report, criterion);
  const bound = (value: number | null, infinity: number) => value ?? infinity;
  return dataTable({
    caption: nameAspect(report, criterion, lang),
    head: [
      page.plan,
      page.runs,
      words(lang).report.tables.value,
      page.differenceTo({ aspect: nameAspect(report, criterion, lang) }),
      words(lang).report.tables.judgement,
      page.overOthers,
      page.gain,
    ],
    rows: rankPlans(report).map((index) => {
      const plan = report.plans[index];
      const difference = differenceOf(plan, criterion);
      const { low, high } = plan.overOthers;
      return [
        plan.name,
        formatNumber(lang, plan.runs),
        showFigure(report, plan, criterion, lang),
        showJudged(report, plan, criterion, lang),
        difference === undefined ? '–' : judgements[difference.judgement],
        showEnds(unit, bound(low, -Infinity), bound(high, Infinity), lang),
        difference === undefined || difference.gain === null
          ? '–'
          : page.times({ number: formatNumber(lang, difference.gain, difference.gain < 10 ? 1 : 0) }),
      ];
    }),
    textColumns: [0, 4],
  });
}

function differences(report: ComparisonReport, charts: readonly ComparisonChart[], lang: Lang): Markup | null {
  const { question } = words(lang).compare.charts.differences;
  const figures = charts.flatMap((chart) => {
    const plan = Number(/^differences-(\d+)$/.exec(chart.name)?.[1]);
    if (Number.isNaN(plan)) return [];
    const values = { plan: quotePlan(report.plans[plan], lang), first: quotePlan(report.plans[0], lang) };
    return [renderFigure(question(values), chart)];
  });
  return figures.length === 0 ? null : html`${figures}`;
}

function computed(report: ComparisonReport, lang: Lang): Markup {
  const { page } = words(lang).compare;
  const { computed: facts } = words(lang).report;
  const { experiment, plans, verdict } = report;
  const { fraction, seconds } = experiment.matters;
  const [estimate] = plans.flatMap((plan) => plan.differences.flatMap((one) => one.estimate ?? []));
  const each = estimate?.confidence ?? experiment.confidence;
  const rows: [string, string][] = [
    [facts.seed, experiment.seed],
    [facts.runs, formatNumber(lang, experiment.runs)],
    [facts.version, experiment.version],
    [facts.ended, page.endings[experiment.ended]],
    [facts.confidence, showConfidence(experiment.confidence, lang)],
    [
      page.matters,
      page.mattersAre({ points: showSize('fraction', fraction, lang), seconds: formatDuration(lang, seconds) }),
    ],
    [facts.timeZone, report.scenario.timeZone],
  ];
  const sentences = [
    page.intervals({ confidence: showConfidence(each, lang) }),
    (verdict.decided ? page.candidates : page.candidatesOpen)({
      confidence: formatPercent(lang, experiment.confidence, 0),
      matters: showMatters(report, verdict.criterion, lang),
    }),
    page.gains,
    page.again({ seed: experiment.seed }),
  ];
  return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>${dataTable(
    {
      caption: page.hashes,
      head: [page.plan, facts.hash],
      rows: plans.map(({ name, hash }) => [name, hash]),
      textColumns: [0, 1],
    },
  )}`;
}
