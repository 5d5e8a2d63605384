/** The report in a terminal: verdict, promises with their marks, a spark line per promise. */

import stringWidth from 'fast-string-width';
import pc from 'picocolors';
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../words/format.ts';
import { sayBreaks } from './breaks.ts';
import { sayComplaints } from './complaints.ts';
import { sayQuality } from './quality/say-quality.ts';
import type { Report, ReportEstimate, ReportJudgement, ReportPromise } from './report.ts';
import { sparkBar } from './spark-bar.ts';
import { sayUncertainty } from './uncertainty.ts';
import {
  marks,
  nameEnds,
  namePromise,
  nameRanges,
  nameVariant,
  sayCautions,
  sayDays,
  sayFurtherRuns,
  sayVerdict,
  showInterval,
  showShareInterval,
  showTarget,
  showValue,
} from './wording.ts';
import { wrapLines } from './wrap-lines.ts';

/** How the terminal is. */
export interface TerminalSetting {
  colour: boolean;
  /** Width in columns; lines are broken before it. */
  columns: number;
}

/**
 * Renders the text.
 * @param report what to show
 * @param lang the reader's language
 * @param setting colour is written only when asked for; `columns` at least 40, by default 80
 * @returns lines, the last one ended too
 */
export function renderText(
  report: Report,
  lang: Lang,
  setting: TerminalSetting = { colour: false, columns: 80 },
): string {
  const paint = painter(setting.colour);
  const { bold } = pc.createColors(setting.colour);
  const columns = Math.max(40, setting.columns);
  const { judgement } = report.verdict;
  const lines = [
    ...wrapLines(`${marks[judgement]} ${sayVerdict(report, lang)}`, columns, 2).map((line) =>
      bold(paint(judgement, line)),
    ),
    ...sayCautions(report.experiment, lang).flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 2)),
    '',
    ...report.promises.flatMap((promise) => promiseLines(report, promise, lang, columns, paint)),
  ];
  if (report.allHold !== null && report.promises.length > 1) {
    const together = words(lang).report.terminal.allHold(shareOfDays(report.allHold, lang));
    lines.push(...wrapLines(`  ${together}`, columns, 4));
  }
  lines.push(...sayUncertainty(report, lang).flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 4)));
  lines.push(...sayBreaks(report, lang).flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 4)));
  lines.push(...sayComplaints(report, lang).flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 4)));
  lines.push(...qualityLines(report, lang, columns));
  lines.push(...erlangLines(report, lang, columns));
  for (const promise of report.promises) {
    const spark = sparkLines(report, promise, lang, columns, paint);
    if (spark.length > 0) lines.push('', ...spark);
  }
  if (report.promises.some(({ breaks, undecided }) => breaks.length + undecided.length > 0)) {
    lines.push(`  ${words(lang).report.terminal.key}`);
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** A share of days in words, as a figure and with its interval. */
function shareOfDays(share: ReportEstimate, lang: Lang): { days: string; share: string; interval: string } {
  return {
    days: sayDays(share, lang),
    share: formatPercent(lang, share.value),
    interval: showShareInterval(share, lang),
  };
}

type Painter = (judgement: ReportJudgement, text: string) => string;

function painter(colour: boolean): Painter {
  const { green, red, yellow } = pc.createColors(colour);
  return (judgement, text) => {
    if (judgement === 'held') return green(text);
    if (judgement === 'broken') return red(text);
    return judgement === 'undecided' ? yellow(text) : text;
  };
}

function promiseLines(report: Report, promise: ReportPromise, lang: Lang, columns: number, paint: Painter): string[] {
  const text = words(lang).report;
  const status = Math.max(...report.promises.map((one) => stringWidth(text.judgements[one.judgement])));
  const { estimate, judgement, dayHolds } = promise;
  const head = `  ${marks[judgement]} ${padText(text.judgements[judgement], status)}  `;
  const figure =
    estimate === null
      ? '–'
      : `${showValue(promise, estimate.value, lang, 1)}${text.bracket(showInterval(promise, estimate, lang))}`;
  const promised = text.tile.target({ promised: text.promised[promise.sense], target: showTarget(promise, lang) });
  // Marks take one column in a terminal, whatever tables of emoji say of them.
  const indent = status + 6;
  const first = `${head}${namePromise(report, promise, lang)}${text.colon}${figure}${text.semicolon}${promised}`;
  const more: string[] = [];
  if (dayHolds !== null) {
    more.push(text.terminal.dayHolds(shareOfDays(dayHolds, lang)));
  }
  if (promise.breaks.length > 0) more.push(text.tile.breaks({ ranges: nameRanges(report, promise.breaks, lang, 3) }));
  for (const variant of promise.variants.filter(({ flips }) => flips)) {
    more.push(
      text.tile.flips({
        variant: nameVariant(variant.variant, lang),
        value: variant.estimate === null ? '–' : showValue(promise, variant.estimate.value, lang, 1),
        judgement: text.judgements[variant.judgement],
      }),
    );
  }
  if (promise.furtherRuns > 0) more.push(sayFurtherRuns(promise.furtherRuns, report.experiment, lang));
  const [top, ...rest] = wrapLines(first, columns, indent);
  return [
    paint(judgement, top),
    ...rest,
    ...more.flatMap((line) => wrapLines(' '.repeat(indent) + line, columns, indent)),
  ];
}

/** The course of quality; nothing where it is not simulated. */
function qualityLines(report: Report, lang: Lang, columns: number): string[] {
  const said = sayQuality(report, lang);
  if (said === null) return [];
  return ['', ...[said.title, said.reading].flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 4))];
}

/** What the formulas say of the work that has a promise on its wait. */
function erlangLines(report: Report, lang: Lang, columns: number): string[] {
  const text = words(lang).report;
  const share = (value: number | null) => (value === null ? '–' : formatPercent(lang, value, 1));
  const hours = (value: number | null) => (value === null ? '–' : formatNumber(lang, value));
  const sentences = report.erlang.flatMap(({ work, promise, total }) => {
    if (promise === null) return [];
    const { serviceLevel, requiredHours, scheduledHours } = total;
    const levels = text.terminal.erlang({
      work: report.work[work].name,
      within: formatDuration(lang, report.promises[promise].answerWithinSeconds),
      simulated: share(serviceLevel.simulated),
      a: share(serviceLevel.erlangA),
      c: share(serviceLevel.erlangC),
    });
    const needs = text.terminal.agentHours({
      scheduled: hours(scheduledHours),
      a: hours(requiredHours.erlangA),
      c: hours(requiredHours.erlangC),
    });
    return wrapLines(`  ${levels}${text.semicolon}${needs}`, columns, 4);
  });
  return sentences.length === 0 ? [] : ['', ...sentences];
}

/** One bar per interval, or per few where the line is too short: the worst of them, for that is what matters. */
function sparkLines(report: Report, promise: ReportPromise, lang: Lang, columns: number, paint: Painter): string[] {
  const rows = promise.intervals.flatMap(({ estimate, interval, judgement }) =>
    estimate === null ? [] : [{ interval, judgement, value: estimate.value }],
  );
  if (rows.length === 0) return [];
  const all = [...new Set(rows.map(({ interval }) => report.intervals[interval].day))];
  const days = all.length <= mostDays ? all : worstDays(report, promise, all);
  const title = words(lang).report.terminal.perInterval({ promise: namePromise(report, promise, lang) });
  const lines = wrapLines(`  ${title}`, columns, 2);
  const best = promise.unit === 'fraction' ? 1 : Math.max(promise.target, ...rows.map(({ value }) => value));
  for (const day of days) {
    const own = rows.filter(({ interval }) => report.intervals[interval].day === day);
    const { start } = report.intervals[own[0].interval];
    const { from, to } = nameEnds(
      report,
      { from: start, to: report.intervals[own[own.length - 1].interval].end },
      lang,
    );
    const room = columns - stringWidth(from) - stringWidth(to) - 6;
    const together = Math.ceil(own.length / Math.max(room, 10));
    let spark = '';
    let under = '';
    for (let i = 0; i < own.length; i += together) {
      const cell = own.slice(i, i + together);
      const values = cell.map(({ value }) => value);
      const worst = promise.sense === 'at-least' ? Math.min(...values) : Math.max(...values);
      const judgement = (['broken', 'undecided', 'held'] as const).find((one) =>
        cell.some((row) => row.judgement === one),
      );
      spark += paint(judgement ?? 'nothing-to-judge', sparkBar(worst / best));
      under += judgement === 'broken' || judgement === 'undecided' ? marks[judgement] : ' ';
    }
    lines.push(`  ${from} ${spark} ${to}`);
    if (under.trim() !== '') lines.push(`  ${' '.repeat(stringWidth(from))} ${under}`);
  }
  if (all.length > days.length) {
    const rest = formatNumber(lang, all.length - days.length);
    lines.push(...wrapLines(`  ${words(lang).report.terminal.moreDays({ days: rest })}`, columns, 2));
  }
  return lines;
}

/** More days than these are a wall of bars: then those on which most is missed are shown. */
const mostDays = 7;

/** The days on which a promise is missed by most, in their order; what is missed counts in contacts, or what else it is of. */
function worstDays(report: Report, { intervals, sense, target }: ReportPromise, all: readonly number[]): number[] {
  const missed = new Map(all.map((day) => [day, 0]));
  for (const { interval, met, of } of intervals) {
    const { day } = report.intervals[interval];
    const short = sense === 'at-least' ? target * of - met : met - target * of;
    missed.set(day, (missed.get(day) ?? 0) + Math.max(0, short));
  }
  return [...all]
    .sort((a, b) => (missed.get(b) ?? 0) - (missed.get(a) ?? 0) || a - b)
    .slice(0, mostDays)
    .sort((a, b) => a - b);
}

/** A text filled up to a width in columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
