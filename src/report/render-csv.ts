/**
 * `intervals.csv`: one row per planning interval, for spreadsheets and programs. Column names are the terms of the project
 * with the unit last, the same in every language; what belongs to a promise, work type or group begins with its name.
 */

import { csvText } from './csv-text.ts';
import type { Report } from './report.ts';

type Cell = string | number;

/**
 * Renders the table.
 * @param report what to write
 * @returns UTF-8 text with a header line, comma separated, lines ended by a line feed; an empty cell means "nothing to
 * judge" or "none". Counts are means per run; numbers have six significant digits.
 */
export function renderCsv(report: Report): string {
  const columns: { name: string; cell: (interval: number) => Cell }[] = [
    { name: 'date', cell: (i) => report.scenario.days[report.intervals[i].day].date },
    { name: 'start', cell: (i) => report.intervals[i].label },
    { name: 'startSeconds', cell: (i) => report.intervals[i].start },
    { name: 'intervalMinutes', cell: (i) => (report.intervals[i].end - report.intervals[i].start) / 60 },
  ];
  for (const promise of report.promises) {
    const rows = new Map(promise.intervals.map((row) => [row.interval, row]));
    const prefix = `promise.${promise.id}`;
    const unit = { fraction: 'Fraction', seconds: 'Seconds', count: 'Count' }[promise.unit];
    columns.push(
      { name: `${prefix}.judgement`, cell: (i) => rows.get(i)?.judgement ?? '' },
      { name: `${prefix}.value${unit}`, cell: (i) => round(rows.get(i)?.estimate?.value) },
      { name: `${prefix}.low${unit}`, cell: (i) => round(rows.get(i)?.estimate?.low) },
      { name: `${prefix}.high${unit}`, cell: (i) => round(rows.get(i)?.estimate?.high) },
      { name: `${prefix}.dayHoldsFraction`, cell: (i) => round(rows.get(i)?.dayHolds?.value) },
    );
  }
  for (const work of report.work) {
    const names = [
      ['arrived', 'arrived'],
      ['selfServed', 'selfServed'],
      ['requests', 'requests'],
      ['redials', 'redials'],
      ['answered', 'answered'],
      ['abandoned', 'abandoned'],
      ['blocked', 'blocked'],
      ['balked', 'balked'],
      ['calledBack', 'calledBack'],
      ['waiting', 'waiting'],
      ['asaSeconds', 'asaSeconds'],
      ['queueMean', 'queueMeanContacts'],
      ['queueMax', 'queueMaxContacts'],
      ['queueAtEnd', 'queueAtEndContacts'],
    ] as const;
    for (const [column, name] of names) {
      columns.push({ name: `work.${work.name}.${name}`, cell: (i) => round(work.intervals[i][column]) });
    }
  }
  for (const { work, intervals } of report.complaints?.after ?? []) {
    columns.push({
      name: `work.${report.work[work].name}.followedByComplaint`,
      cell: (i) => round(intervals[i]),
    });
  }
  for (const { work, intervals } of report.erlang) {
    const prefix = `erlang.${report.work[work].name}`;
    columns.push(
      { name: `${prefix}.offered`, cell: (i) => round(intervals[i].offered) },
      { name: `${prefix}.offeredLoadErlangs`, cell: (i) => round(intervals[i].offeredLoad) },
      { name: `${prefix}.scheduledAgents`, cell: (i) => round(intervals[i].scheduled) },
      { name: `${prefix}.requiredAgentsErlangC`, cell: (i) => round(intervals[i].required.erlangC) },
      { name: `${prefix}.requiredAgentsErlangA`, cell: (i) => round(intervals[i].required.erlangA) },
      { name: `${prefix}.blockedErlangBFraction`, cell: (i) => round(intervals[i].blockedByErlangB) },
      { name: `${prefix}.serviceLevelErlangCFraction`, cell: (i) => round(intervals[i].erlangC.serviceLevel) },
      { name: `${prefix}.serviceLevelErlangAFraction`, cell: (i) => round(intervals[i].erlangA.serviceLevel) },
      { name: `${prefix}.abandonedErlangAFraction`, cell: (i) => round(intervals[i].erlangA.abandoned) },
      { name: `${prefix}.serviceLevelSimulatedFraction`, cell: (i) => round(intervals[i].simulated.serviceLevel) },
    );
  }
  for (const { breaks, name, intervals } of report.groups) {
    const prefix = `group.${name}`;
    columns.push(
      { name: `${prefix}.scheduledAgents`, cell: (i) => round(intervals[i].scheduled) },
      { name: `${prefix}.availableAgents`, cell: (i) => round(intervals[i].available) },
      { name: `${prefix}.occupancyFraction`, cell: (i) => round(intervals[i].occupancy) },
    );
    if (breaks === undefined) continue;
    columns.push(
      { name: `${prefix}.breaksDue`, cell: (i) => round(breaks.intervals[i].due) },
      { name: `${prefix}.breaksLate`, cell: (i) => round(breaks.intervals[i].late) },
      { name: `${prefix}.breaksMissed`, cell: (i) => round(breaks.intervals[i].missed) },
    );
  }
  const fields = columns.map(({ name }) => name);
  const data = report.intervals.map((_, i) => columns.map(({ cell }) => cell(i)));
  return csvText(data, fields);
}

function round(value: number | null | undefined): Cell {
  return value === null || value === undefined ? '' : Number(value.toPrecision(6));
}
