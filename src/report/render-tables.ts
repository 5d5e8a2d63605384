/** The tables of the report page: promises, work and agents by interval, and the totals. */
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../words/format.ts';
import { html, type Markup } from './html.ts';
import type { Report, ReportWork } from './report.ts';
import { dataTable } from './table.ts';
import { marks, nameDayShort, namePromise, showCount, showInterval, showValue } from './wording.ts';

/** More intervals than this are not printed one by one. */
const mostRows = 400;

/** All tables, totals first. */
export function renderTables(report: Report, lang: Lang): Markup {
  const text = words(lang).report;
  const shown = report.intervals
    .map((_, i) => i)
    .filter(
      (i) =>
        report.work.some(({ intervals }) => intervals[i].arrived > 0) ||
        report.groups.some(({ intervals }) => intervals[i].scheduled > 0),
    );
  const tooMany = shown.length > mostRows;
  return html`${totals(report, lang)}${groups(report, lang)}${
    tooMany
      ? html`<p>${text.tables.inCsv}</p>`
      : html`${report.promises.length === 0 ? null : promises(report, shown, lang)}${report.work.map((work, i) => workByInterval(report, work, i, shown, lang))}`
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

function workByInterval(report: Report, work: ReportWork, index: number, shown: readonly number[], lang: Lang): Markup {
  const { tables } = words(lang).report;
  const erlang = report.erlang.find((one) => one.work === index);
  type Row = ReportWork['intervals'][number];
  const columns: {
    name: string;
    always: boolean;
    show: (row: Row, i: number) => string;
    value?: (row: Row) => number;
  }[] = [
    { name: tables.offered, always: true, show: (_, i) => showCount(erlang?.intervals[i].offered ?? 0, lang) },
    { name: tables.requests, always: true, show: (row) => showCount(row.requests, lang) },
    { name: tables.answered, always: true, show: (row) => showCount(row.answered, lang) },
    { name: tables.abandoned, always: true, show: (row) => showCount(row.abandoned, lang) },
    { name: tables.blocked, always: false, show: (row) => showCount(row.blocked, lang), value: (row) => row.blocked },
    { name: tables.balked, always: false, show: (row) => showCount(row.balked, lang), value: (row) => row.balked },
    { name: tables.waiting, always: false, show: (row) => showCount(row.waiting, lang), value: (row) => row.waiting },
    { name: tables.redials, always: true, show: (row) => showCount(row.redials, lang) },
    { name: tables.asa, always: true, show: (row) => duration(row.asaSeconds, lang) },
    { name: tables.queueMean, always: true, show: (row) => showCount(row.queueMean, lang) },
    { name: tables.queueMax, always: true, show: (row) => showCount(row.queueMax, lang) },
    { name: tables.scheduled, always: true, show: (_, i) => showCount(erlang?.intervals[i].scheduled ?? 0, lang) },
    { name: tables.requiredA, always: true, show: (_, i) => required(erlang?.intervals[i].required.erlangA, lang) },
    { name: tables.requiredC, always: true, show: (_, i) => required(erlang?.intervals[i].required.erlangC, lang) },
  ];
  const used = columns.filter(
    ({ always, value }) => always || shown.some((i) => (value?.(work.intervals[i]) ?? 0) > 0),
  );
  return dataTable({
    caption: tables.workByInterval({ work: work.name }),
    head: [tables.time, ...used.map(({ name }) => name)],
    rows: shown.map((i) => [timeOf(report, i, lang), ...used.map(({ show }) => show(work.intervals[i], i))]),
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

function required(agents: number | null | undefined, lang: Lang): string {
  return agents === null || agents === undefined ? '–' : formatNumber(lang, agents);
}
