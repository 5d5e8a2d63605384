/** The tables of the report page: promises, work and agents by interval, and the totals. */
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../words/format.ts';
import { renderBreaks } from './breaks.ts';
import { busyIntervals } from './busy-intervals.ts';
import { renderClocks } from './clocks.ts';
import { renderComplaints } from './complaints.ts';
import { html, type Markup } from './html.ts';
import { renderOutcomes } from './outcomes.ts';
import type { Report, ReportEstimate, ReportPromise, ReportWork } from './report.ts';
import { dataTable } from './table.ts';
import { marks, nameDayShort, namePromise, showCount, showInterval, showShareInterval, showValue } from './wording.ts';

/** More intervals than this are not printed one by one. */
const mostRows = 400;

/** All tables, totals first. */
export function renderTables(report: Report, lang: Lang): Markup {
  const text = words(lang).report;
  const shown = busyIntervals(report);
  const tooMany = shown.length > mostRows;
  return html`${totals(report, lang)}${report.tiers.length === 0 ? null : tiers(report, lang)}${dayToDay(report, lang)}${weekdays(report, lang)}${backlog(report, lang)}${renderClocks(report, lang)}${renderOutcomes(report, lang)}${settled(report, lang)}${renderComplaints(report, lang)}${groups(report, lang)}${renderBreaks(report, lang)}${
    tooMany
      ? html`<p>${text.tables.inCsv}</p>`
      : html`${report.promises.length === 0 ? null : promises(report, shown, lang)}${report.work.map((work, i) => html`${workByInterval(report, work, shown, lang)}${formulasByInterval(report, i, shown, lang)}`)}`
  }`;
}

function totals(report: Report, lang: Lang): Markup {
  const { tables } = words(lang).report;
  const days = report.scenario.days.length;
  const count = (value: number) => showCount(value / days, lang);
  type Total = ReportWork['total'];
  const rows: [string, (total: Total) => string][] = [
    [tables.arrived, (total) => count(total.arrived)],
    [tables.selfServed, (total) => count(total.selfServed)],
    [tables.requests, (total) => count(total.requests)],
    [tables.redials, (total) => count(total.redials)],
    [tables.answered, (total) => count(total.answered)],
    [tables.abandoned, (total) => count(total.abandoned)],
    [tables.blocked, (total) => count(total.blocked)],
    [tables.balked, (total) => count(total.balked)],
    [tables.calledBack, (total) => count(total.calledBack)],
    [tables.waiting, (total) => count(total.waiting)],
    [tables.outsideHours, (total) => count(total.outsideHours)],
    [tables.asa, (total) => duration(total.asaSeconds, lang)],
    [tables.handleTime, (total) => duration(total.handleSeconds, lang)],
  ];
  return dataTable({
    caption: tables.totals,
    head: [tables.work, ...report.work.map(({ name }) => name)],
    rows: rows.map(([name, show]) => [name, ...report.work.map(({ total }) => show(total))]),
  });
}

function tiers(report: Report, lang: Lang): Markup {
  const { tables } = words(lang).report;
  const days = report.scenario.days.length;
  const count = (value: number) => showCount(value / days, lang);
  const share = (value: number | null) => (value === null ? '–' : formatPercent(lang, value, 1));
  const seconds = report.tiers[0].answeredWithin?.seconds;
  return dataTable({
    caption: tables.tiers,
    head: [
      tables.tier,
      tables.shareOfCustomers,
      tables.requests,
      tables.answered,
      tables.abandoned,
      tables.connected,
      ...(seconds === undefined ? [] : [tables.answeredWithin({ time: formatDuration(lang, seconds) })]),
      tables.asa,
    ],
    rows: report.tiers.map((tier) => [
      tier.name,
      share(tier.share),
      count(tier.requests),
      count(tier.answered),
      count(tier.abandoned),
      share(tier.requests === 0 ? null : tier.answered / tier.requests),
      ...(tier.answeredWithin === null ? [] : [share(tier.answeredWithin.share)]),
      tier.asaSeconds === null ? '–' : formatDuration(lang, tier.asaSeconds),
    ]),
  });
}

/** How the days differ: the ratio of sums, the mean of the daily ratios, their quantiles, how often the promise holds. */
function dayToDay(report: Report, lang: Lang): Markup | null {
  const { bracket, tables } = words(lang).report;
  const shown = report.promises.filter(({ dayHolds }) => dayHolds !== null);
  if (shown.length === 0) return null;
  const levels = [...new Set(shown.flatMap(({ dayQuantiles }) => dayQuantiles.map(({ level }) => level)))].sort(
    (a, b) => a - b,
  );
  const figure = (promise: ReportPromise, estimate: ReportEstimate | null | undefined) => {
    if (estimate === null || estimate === undefined) return '–';
    return `${showValue(promise, estimate.value, lang, 1)}${bracket(showInterval(promise, estimate, lang))}`;
  };
  const table = dataTable({
    caption: tables.dayToDay,
    head: [
      tables.promise,
      tables.ofSums,
      tables.meanOfDays,
      ...levels.map((level) => tables.quantile({ level: formatPercent(lang, level) })),
      tables.dayShare,
    ],
    rows: shown.map((promise) => [
      namePromise(report, promise, lang),
      figure(promise, promise.estimate),
      figure(promise, promise.meanOfDays),
      ...levels.map((level) => figure(promise, promise.dayQuantiles.find((one) => one.level === level)?.estimate)),
      promise.dayHolds === null
        ? '–'
        : `${formatPercent(lang, promise.dayHolds.value)}${bracket(showShareInterval(promise.dayHolds, lang))}`,
    ]),
  });
  return html`${table}<p class="muted">${tables.dayToDayNote}</p>`;
}

/** How likely a day of each weekday keeps each promise; nothing where there is one weekday only. */
function weekdays(report: Report, lang: Lang): Markup | null {
  const { shortWeekdays, tables } = words(lang).report;
  const shown = [
    ...new Set(report.promises.flatMap(({ weekdays: days }) => days.map(({ weekday }) => weekday))),
  ].sort();
  if (shown.length === 0) return null;
  return dataTable({
    caption: tables.weekdays,
    head: [tables.promise, ...shown.map((weekday) => shortWeekdays[weekday - 1]), tables.worstWeekday],
    rows: report.promises.map((promise) => {
      const found = shown.map((weekday) => promise.weekdays.find((one) => one.weekday === weekday));
      const known = found.filter((one) => one !== undefined);
      const worst =
        known.length === 0 ? undefined : known.reduce((a, b) => (b.dayHolds.value < a.dayHolds.value ? b : a));
      return [
        namePromise(report, promise, lang),
        ...found.map((one) => (one === undefined ? '–' : formatPercent(lang, one.dayHolds.value))),
        worst === undefined ? '–' : `${shortWeekdays[worst.weekday - 1]} ${showShareInterval(worst.dayHolds, lang)}`,
      ];
    }),
  });
}

/** What is left at the end of a day, of work that is kept; nothing where nothing ever is. */
function backlog(report: Report, lang: Lang): Markup | null {
  const { tables } = words(lang).report;
  const left = report.work.flatMap(({ backlog: one, name }) =>
    one === null || one.items === 0 ? [] : [{ name, ...one }],
  );
  if (left.length === 0) return null;
  return dataTable({
    caption: tables.backlog,
    head: [
      tables.work,
      tables.leftOver,
      tables.olderThan({ time: formatDuration(lang, 86_400) }),
      tables.olderThan({ time: formatDuration(lang, 172_800) }),
      tables.leftAtLast,
    ],
    rows: left.map(({ atLast, items, name, over24Hours, over48Hours }) => [
      name,
      ...[items, over24Hours, over48Hours, atLast].map((value) => showCount(value, lang)),
    ]),
  });
}

/** What settling a matter costs in paid time. */
function settled({ settled: cost }: Report, lang: Lang): Markup | null {
  if (cost === null || cost.paidMinutesEach === null) return null;
  const { tables } = words(lang).report;
  const minutes = formatNumber(lang, cost.paidMinutesEach, 1);
  return html`<p>${tables.settled({ matters: showCount(cost.matters, lang), minutes })}</p>`;
}

function groups(report: Report, lang: Lang): Markup {
  const { tables } = words(lang).report;
  const hours = (value: number) => formatNumber(lang, value, 1);
  return dataTable({
    caption: tables.groups,
    head: [
      tables.group,
      tables.scheduledHours,
      tables.availableHours,
      tables.overrunHours,
      tables.handlingHours,
      tables.occupancy,
      tables.utilization,
    ],
    rows: report.groups.map(({ name, total }) => [
      name,
      hours(total.scheduledHours),
      hours(total.availableHours),
      hours(total.overrunHours),
      hours(total.handlingHours),
      share(total.occupancy, lang),
      share(total.utilization, lang),
    ]),
  });
}

function promises(report: Report, shown: readonly number[], lang: Lang): Markup {
  const { tables } = words(lang).report;
  const byInterval = report.promises.map((promise) => new Map(promise.intervals.map((row) => [row.interval, row])));
  return dataTable({
    caption: tables.promisesByInterval,
    head: [
      tables.time,
      ...report.promises.flatMap((promise) => [
        namePromise(report, promise, lang),
        tables.intervalColumn,
        tables.dayHolds,
      ]),
    ],
    rows: shown.map((i) => [
      timeOf(report, i, lang),
      ...report.promises.flatMap((promise, p) => {
        const row = byInterval[p].get(i);
        if (row === undefined || row.estimate === null) return ['–', '–', '–'];
        return [
          `${marks[row.judgement]} ${showValue(promise, row.estimate.value, lang, 1)}`,
          showInterval(promise, row.estimate, lang),
          row.dayHolds === null ? '–' : formatPercent(lang, row.dayHolds.value),
        ];
      }),
    ]),
    alarms: (row, column) => column % 3 === 1 && byInterval[(column - 1) / 3].get(shown[row])?.judgement === 'broken',
  });
}

function workByInterval(report: Report, work: ReportWork, shown: readonly number[], lang: Lang): Markup {
  const { tables } = words(lang).report;
  const columns = [
    { name: tables.requests, column: 'requests', always: true },
    { name: tables.answered, column: 'answered', always: true },
    { name: tables.abandoned, column: 'abandoned', always: true },
    { name: tables.blocked, column: 'blocked', always: false },
    { name: tables.balked, column: 'balked', always: false },
    { name: tables.calledBack, column: 'calledBack', always: false },
    { name: tables.waiting, column: 'waiting', always: false },
    { name: tables.redials, column: 'redials', always: true },
    { name: tables.queueMean, column: 'queueMean', always: true },
    { name: tables.queueMax, column: 'queueMax', always: true },
  ] as const;
  const used = columns.filter(({ always, column }) => always || shown.some((i) => work.intervals[i][column] > 0));
  return dataTable({
    caption: tables.workByInterval({ work: work.name }),
    head: [tables.time, ...used.map(({ name }) => name), tables.asa],
    rows: shown.map((i) => [
      timeOf(report, i, lang),
      ...used.map(({ column }) => showCount(work.intervals[i][column], lang)),
      duration(work.intervals[i].asaSeconds, lang),
    ]),
  });
}

/** The formulas for one work type, interval by interval. */
function formulasByInterval(report: Report, index: number, shown: readonly number[], lang: Lang): Markup | null {
  const { tables, series, erlangTable } = words(lang).report;
  const erlang = report.erlang.find(({ work }) => work === index);
  if (erlang === undefined) return null;
  type Row = (typeof erlang.intervals)[number];
  const asa = ({ overload, asaSeconds }: Row['erlangC']) => (overload ? tables.overload : duration(asaSeconds, lang));
  const columns: [string, (row: Row) => string][] = [
    [tables.offered, (row) => showCount(row.offered, lang)],
    [tables.offeredLoad, (row) => showCount(row.offeredLoad, lang)],
    [tables.scheduled, (row) => showCount(row.scheduled, lang)],
    [tables.requiredA, (row) => required(row.required.erlangA, lang)],
    [tables.requiredC, (row) => required(row.required.erlangC, lang)],
    [tables.levelOf({ model: erlangTable.simulated }), (row) => share(row.simulated.serviceLevel, lang)],
    [tables.levelOf({ model: series.erlangA }), (row) => share(row.erlangA.serviceLevel, lang)],
    [tables.levelOf({ model: series.erlangC }), (row) => share(row.erlangC.serviceLevel, lang)],
    [tables.asaOf({ model: series.erlangA }), (row) => asa(row.erlangA)],
    [tables.asaOf({ model: series.erlangC }), (row) => asa(row.erlangC)],
    [tables.blockedB, (row) => share(row.blockedByErlangB, lang)],
  ];
  return dataTable({
    caption: tables.formulasByInterval({ work: report.work[index].name }),
    head: [tables.time, ...columns.map(([name]) => name)],
    rows: shown.map((i) => [timeOf(report, i, lang), ...columns.map(([, show]) => show(erlang.intervals[i]))]),
  });
}

function timeOf(report: Report, interval: number, lang: Lang): string {
  const { label, day } = report.intervals[interval];
  return report.scenario.days.length === 1 ? label : `${nameDayShort(report, day, lang)} ${label}`;
}

function duration(seconds: number | null, lang: Lang): string {
  return seconds === null ? '–' : formatDuration(lang, seconds);
}

function share(value: number | null, lang: Lang): string {
  return value === null ? '–' : formatPercent(lang, value, 1);
}

function required(agents: number | null, lang: Lang): string {
  return agents === null ? '–' : formatNumber(lang, agents);
}
