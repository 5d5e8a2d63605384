/**
 * The report as one HTML file that needs nothing else: verdict, where and when, why, what would help, tables, how it was
 * computed. It is complete without its script, which only adds buttons that copy a table.
 */
import { routing } from '../kinds/routing/index.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../words/format.ts';
import type { DrawnChart } from './charts/draw-charts.ts';
import { html, type Markup } from './html.ts';
import { renderFigure, renderPage } from './page.ts';
import { renderQuality } from './quality/render-quality.ts';
import { renderTables } from './render-tables.ts';
import type { Report, ReportEstimate, ReportPromise } from './report.ts';
import { dataTable } from './table.ts';
import { renderUncertainty } from './uncertainty.ts';
import {
  marks,
  mergeRanges,
  nameDefinition,
  namePromise,
  nameRange,
  nameRanges,
  nameShock,
  nameTime,
  nameVariant,
  sayCautions,
  sayDays,
  sayDifferences,
  sayFurtherRuns,
  sayVerdict,
  showConfidence,
  showInterval,
  showShareInterval,
  showTarget,
  showValue,
} from './wording.ts';

/**
 * Renders the page.
 * @param report what to show
 * @param charts drawn from the same report in the same language
 * @param lang the reader's language
 * @returns a whole HTML document
 */
export function renderHtml(report: Report, charts: readonly DrawnChart[], lang: Lang): string {
  const text = words(lang).report;
  const { verdict, experiment, scenario } = report;
  const chart = (name: DrawnChart['name']) => {
    const found = charts.find((one) => one.name === name);
    return found === undefined ? null : renderFigure(text.charts[name].question, found);
  };
  const sections = [
    {
      id: 'verdict',
      title: text.sections.verdict,
      body: html`${sayCautions(experiment, lang).map((sentence) => html`<p>${sentence}</p>`)}${renderTiles(report, lang)}`,
    },
    {
      id: 'where',
      title: text.sections.whereAndWhen,
      body: html`${chart('demand')}${chart('staffing')}${chart('promises')}${chart('queue')}${chart('heat-map')}${breaks(report, lang)}`,
    },
    {
      id: 'why',
      title: text.sections.why,
      body: html`${shocks(report, lang)}${renderUncertainty(report, lang)}${chart('waits')}${chart('erlang')}${differences(report, lang)}`,
    },
    ...(report.quality === undefined
      ? []
      : [
          {
            id: 'quality',
            title: words(lang).quality.report.title,
            body: html`${chart('quality')}${renderQuality(report, lang)}`,
          },
        ]),
    { id: 'help', title: text.sections.whatToDo, body: help(report, lang) },
    { id: 'tables', title: text.sections.tables, body: renderTables(report, lang) },
    { id: 'computed', title: text.sections.howComputed, body: computed(report, lang) },
  ];
  const madeBy = text.page.madeBy({
    version: experiment.version,
    runs: formatNumber(lang, experiment.runs),
    seed: experiment.seed,
  });
  return renderPage({
    lang,
    version: experiment.version,
    title: text.page.title({ name: scenario.name }),
    heading: scenario.summary === '' ? scenario.name : scenario.summary,
    madeBy,
    finding: sayVerdict(report, lang),
    judgement: verdict.judgement,
    sections,
  });
}

/** The promises of a report, a tile each. */
export function renderTiles(report: Report, lang: Lang): Markup {
  const text = words(lang).report;
  const { allHold, promises } = report;
  return html`<div class="tiles">${promises.map((promise) => tile(report, promise, lang))}${
    allHold === null || promises.length < 2
      ? null
      : html`<article class="tile"><h3>${text.page.together}</h3><p class="figure">${formatPercent(lang, allHold.value)}</p><p>${text.page.togetherText(
          {
            days: sayDays(allHold, lang),
            interval: text.tile.interval({
              confidence: showConfidence(allHold.confidence, lang),
              interval: showShareInterval(allHold, lang),
            }),
          },
        )}</p></article>`
  }</div><p class="muted">${text.waitMeans}</p>`;
}

function tile(report: Report, promise: ReportPromise, lang: Lang): Markup {
  const text = words(lang).report;
  const { estimate, judgement, dayHolds } = promise;
  const lines: Markup[] = [];
  const line = (sentence: string, name = '') => lines.push(html`<p class="${name}">${sentence}</p>`);
  if (estimate !== null) {
    line(
      text.tile.interval({
        confidence: showConfidence(estimate.confidence, lang),
        interval: showInterval(promise, estimate, lang),
      }),
    );
  }
  line(text.tile.target({ promised: text.promised[promise.sense], target: showTarget(promise, lang) }));
  if (promise.scope === 'interval') line(text.tile.everyInterval);
  if (dayHolds !== null) {
    line(
      text.tile.dayHolds({
        days: sayDays(dayHolds, lang),
        share: formatPercent(lang, dayHolds.value),
        interval: showShareInterval(dayHolds, lang),
        aim: formatPercent(lang, promise.dayShare),
      }),
    );
  }
  if (promise.dayQuantiles.length === 3) {
    const [low, middle, high] = promise.dayQuantiles.map((one) => showValue(promise, one.estimate.value, lang));
    const [bad, good] = promise.sense === 'at-least' ? [low, high] : [high, low];
    line(text.tile.quantiles({ bad, middle, good }));
  }
  if (judgement !== 'nothing-to-judge') {
    line(
      promise.breaks.length > 0
        ? text.tile.breaks({ ranges: nameRanges(report, promise.breaks, lang, 4) })
        : text.tile.breaksNowhere({ step: formatDuration(lang, report.scenario.intervalSeconds) }),
    );
  }
  for (const variant of promise.variants.filter(({ flips }) => flips)) {
    line(
      text.tile.flips({
        variant: nameVariant(variant.variant, lang),
        value: variant.estimate === null ? '–' : showValue(promise, variant.estimate.value, lang, 1),
        judgement: text.judgements[variant.judgement],
      }),
      'flips',
    );
  }
  if (promise.furtherRuns > 0) line(sayFurtherRuns(promise.furtherRuns, report.experiment, lang));
  line(nameDefinition(promise, promise.variant, lang), 'muted');
  return html`<article class="tile ${judgement}"><h3>${namePromise(report, promise, lang)}</h3><p class="id">${promise.id}</p><p class="status ${judgement}"><span class="mark" aria-hidden="true">${marks[judgement]}</span> ${text.judgements[judgement]}</p><p class="figure">${estimate === null ? '–' : showValue(promise, estimate.value, lang, 1)}</p>${lines}</article>`;
}

function breaks(report: Report, lang: Lang): Markup {
  const text = words(lang).report;
  const rows = report.promises.flatMap((promise) =>
    promise.breaks.map((range) => {
      const inside = promise.intervals.flatMap(({ interval, estimate }) =>
        estimate !== null && interval >= range.fromInterval && interval <= range.toInterval
          ? [{ interval, value: estimate.value }]
          : [],
      );
      const sign = promise.sense === 'at-least' ? 1 : -1;
      const worst = inside.reduce((a, b) => (sign * b.value < sign * a.value ? b : a));
      return [
        namePromise(report, promise, lang),
        nameRange(report, range, lang),
        showValue(promise, worst.value, lang),
        nameTime(report, report.intervals[worst.interval].start, lang),
        showTarget(promise, lang),
      ];
    }),
  );
  if (rows.length === 0) return html`<p>${text.where.nowhere}</p>`;
  const shown = rows.slice(0, 40);
  return dataTable({
    caption: text.where.breaks,
    head: [text.where.promise, text.where.when, text.where.worst, text.where.atWorst, text.where.target],
    rows: shown,
    textColumns: [0, 1],
  });
}

function shocks(report: Report, lang: Lang): Markup | null {
  const text = words(lang).report;
  if (report.shocks.length === 0) return null;
  return dataTable({
    caption: text.shocks.title,
    head: [text.shocks.name, text.shocks.when, text.shocks.touches, text.shocks.why],
    rows: report.shocks.map((shock) => [
      nameShock(shock, lang),
      nameRange(report, shock, lang),
      text.list(shock.touches),
      shock.why === '' ? text.shocks.noReason : shock.why,
    ]),
    textColumns: [0, 1, 2, 3],
  });
}

function differences(report: Report, lang: Lang): Markup {
  const text = words(lang).report;
  const { erlangTable } = text;
  const share = (value: number | null) => (value === null ? '–' : formatPercent(lang, value, 1));
  const hours = (value: number | null) => (value === null ? '–' : formatNumber(lang, value, 1));
  const limits = new Set(
    report.erlang.flatMap(({ promise }) => (promise === null ? [] : report.promises[promise].answerWithinSeconds)),
  );
  const [limit] = limits;
  const rows = report.erlang.flatMap(({ work, total }) => {
    const { name } = report.work[work];
    const { serviceLevel, lost, requiredHours } = total;
    const scheduled = erlangTable.scheduledHours({ hours: hours(total.scheduledHours) });
    return [
      [name, erlangTable.simulated, share(serviceLevel.simulated), share(lost.simulated), scheduled],
      [name, text.series.erlangA, share(serviceLevel.erlangA), share(lost.erlangA), hours(requiredHours.erlangA)],
      [name, text.series.erlangC, share(serviceLevel.erlangC), share(0), hours(requiredHours.erlangC)],
      [name, erlangTable.erlangB, '–', share(lost.erlangB), '–'],
    ];
  });
  return html`<h3>${erlangTable.title}</h3>${dataTable({
    caption: erlangTable.caption,
    head: [
      text.tables.work,
      erlangTable.model,
      limits.size === 1
        ? erlangTable.answeredWithin({ within: formatDuration(lang, limit) })
        : erlangTable.answeredInTime,
      erlangTable.lost,
      erlangTable.hours,
    ],
    rows,
    textColumns: [0, 1],
  })}<h4>${text.differences.title}</h4><ul>${sayDifferences(report, lang).map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

/** Per stretch and work type, how many agents Erlang A misses. */
function help(report: Report, lang: Lang): Markup {
  const text = words(lang).report;
  const broken = mergeRanges(report.promises.flatMap((promise) => promise.breaks));
  const hours = (seconds: number) => formatNumber(lang, seconds / 3600, 1);
  const rows = broken.flatMap((range) =>
    report.erlang.flatMap(({ work, intervals }) => {
      const inside = report.intervals
        .map((interval, i) => ({ seconds: interval.end - interval.start, ...intervals[i] }))
        .slice(range.fromInterval, range.toInterval + 1)
        .flatMap(({ seconds, scheduled, required }) =>
          required.erlangA === null ? [] : [{ seconds, scheduled, required: required.erlangA }],
        );
      const short = inside.map((row) => ({ ...row, missing: Math.max(0, row.required - row.scheduled) }));
      const most = Math.max(0, ...short.map(({ missing }) => Math.ceil(missing - 1e-9)));
      if (most === 0) return [];
      const seconds = inside.reduce((sum, row) => sum + row.seconds, 0);
      const mean = (value: (row: (typeof short)[number]) => number) =>
        formatNumber(lang, short.reduce((sum, row) => sum + value(row) * row.seconds, 0) / seconds, 1);
      return [
        [
          nameRange(report, range, lang),
          report.work[work].name,
          mean((row) => row.scheduled),
          mean((row) => row.required),
          formatNumber(lang, most),
          hours(short.reduce((sum, row) => sum + row.missing * row.seconds, 0)),
        ],
      ];
    }),
  );
  const inBreak = (i: number) => broken.some((range) => i >= range.fromInterval && i <= range.toInterval);
  const spare = report.erlang.reduce(
    (sum, { intervals }) =>
      sum +
      intervals.reduce((inner, { offered, required, scheduled }, i) => {
        if (offered === 0 || required.erlangA === null || inBreak(i)) return inner;
        return (
          inner + Math.max(0, scheduled - required.erlangA) * (report.intervals[i].end - report.intervals[i].start)
        );
      }, 0),
    0,
  );
  const table =
    rows.length === 0
      ? html`<p>${text.help.nothing}</p>`
      : html`<p>${text.help.intro}</p>${dataTable({
          caption: text.help.caption,
          head: [
            text.help.range,
            text.help.work,
            text.help.scheduled,
            text.help.required,
            text.help.most,
            text.help.hours,
          ],
          rows,
          textColumns: [0, 1],
        })}`;
  return html`${table}${spare > 0 ? html`<p>${text.help.spare({ hours: hours(spare) })}</p>` : null}`;
}

function computed(report: Report, lang: Lang): Markup {
  const text = words(lang).report;
  const { computed } = text;
  const { scenario, experiment, assumptions } = report;
  const facts: [string, string][] = [
    [computed.scenario, scenario.name],
    [computed.hash, scenario.hash],
    [computed.seed, experiment.seed],
    [computed.runs, formatNumber(lang, experiment.runs)],
    [computed.version, experiment.version],
    [computed.ended, computed.endings[experiment.ended]],
    [computed.confidence, showConfidence(experiment.confidence, lang)],
    [computed.timeZone, scenario.timeZone],
  ];
  const sentences = [
    computed.confidenceMeaning,
    computed.corrected,
    assumptions.busynessCv === 0
      ? computed.noBusyness
      : computed.busyness({ cv: formatNumber(lang, assumptions.busynessCv, 2) }),
    computed.routing({
      routing: nameRouting(assumptions.routing, lang),
      choice: computed.agentChoices[assumptions.agentChoice],
    }),
    ...assumptions.leaving.map((leaving) => computed.leaving[leaving]),
    computed.startsEmpty,
    computed.again({ seed: experiment.seed }),
  ];
  return html`<h3>${computed.provenance}</h3><dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h3>${computed.definitions}</h3>${dataTable({
    caption: computed.variant,
    head: [text.where.promise, computed.name, computed.definition, text.tables.value, text.tables.judgement],
    rows: report.promises.flatMap((promise) => definitionRows(report, promise, lang)),
    textColumns: [0, 1, 2, 4],
  })}${corrected(report, lang)}
<h3>${computed.assumptions}</h3>${assumed(report, lang)}<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function nameRouting(kind: string, lang: Lang): string {
  return routing.all().find((one) => one.kind === kind)?.summary[lang] ?? kind;
}

function definitionRows(report: Report, promise: ReportPromise, lang: Lang): string[][] {
  const text = words(lang).report;
  const row = (variant: string, estimate: ReportPromise['estimate'], judgement: string, note: string) => [
    namePromise(report, promise, lang),
    nameVariant(variant, lang),
    nameDefinition(promise, variant, lang),
    estimate === null ? '–' : showValue(promise, estimate.value, lang, 1),
    note === '' ? judgement : `${judgement}${text.bracket(note)}`,
  ];
  return [
    row(promise.variant, promise.estimate, text.judgements[promise.judgement], text.computed.used),
    ...promise.variants.map(({ variant, estimate, judgement, flips }) =>
      row(variant, estimate, text.judgements[judgement], flips ? text.computed.turns : ''),
    ),
  ];
}

/** The figures of promises beside those counted; nothing where none was corrected. */
function corrected(report: Report, lang: Lang): Markup | null {
  const { computed, where } = words(lang).report;
  const show = (promise: ReportPromise, one: ReportEstimate) =>
    `${showValue(promise, one.value, lang, 1)}${words(lang).report.bracket(showInterval(promise, one, lang))}`;
  const rows = report.promises.flatMap((promise) => {
    const { estimate, plain } = promise;
    if (estimate === null || plain === null || (plain.low === estimate.low && plain.high === estimate.high)) return [];
    const times = ((plain.high - plain.low) / (estimate.high - estimate.low)) ** 2;
    const saved = Number.isFinite(times) ? formatNumber(lang, times, 1) : '–';
    return [[namePromise(report, promise, lang), show(promise, plain), show(promise, estimate), saved]];
  });
  if (rows.length === 0) return null;
  return dataTable({
    caption: computed.correctedCaption,
    head: [where.promise, computed.asCounted, computed.asCorrected, computed.runsSaved],
    rows,
    textColumns: [0, 1, 2],
  });
}

function assumed(report: Report, lang: Lang): Markup {
  const { computed, range, tables } = words(lang).report;
  const durations = (values: readonly (number | null)[]) => {
    const named = values.map((value) => (value === null ? computed.patienceNever : formatDuration(lang, value)));
    return named.length === 1 ? named[0] : range.short({ from: named[0], to: named[1] });
  };
  const limit = (value: number | null) => (value === null ? computed.noLimit : formatNumber(lang, value));
  const share = (value: number) => formatPercent(lang, value);
  type Assumed = Report['work'][number]['assumed'];
  const rows: [string, (assumed: Assumed) => string][] = [
    [computed.ring, (one) => durations(one.ringSeconds)],
    [computed.talk, (one) => durations(one.talkSeconds)],
    [computed.hold, (one) => durations(one.holdSeconds)],
    [computed.wrapUp, (one) => durations(one.wrapUpSeconds)],
    [computed.patience, (one) => durations(one.patienceSeconds)],
    [computed.patienceCv, (one) => formatNumber(lang, one.patienceCv, 2)],
    [computed.selfServed, (one) => share(one.selfServed)],
    [computed.balking, (one) => share(one.balking)],
    [computed.redialAfterAbandoning, (one) => share(one.redialAfterAbandoning)],
    [computed.redialAfterBlocked, (one) => share(one.redialAfterBlocked)],
    [computed.lines, (one) => limit(one.lines)],
    [computed.waitingRoom, (one) => limit(one.waitingRoom)],
    [computed.closing, (one) => computed.closings[one.closing]],
  ];
  return dataTable({
    caption: computed.assumedOfWork,
    head: [tables.work, ...report.work.map(({ name }) => name)],
    rows: rows.map(([name, show]) => [name, ...report.work.map((work) => show(work.assumed))]),
  });
}
