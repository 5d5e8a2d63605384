/** A long run in words: the sentences and figures that text and page share. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import type { ReportPromise } from '../report.ts';
import {
  nameDays,
  nameShock,
  sayClaim,
  sayDifferences,
  showConfidence,
  showInterval,
  showTarget,
  showValue,
} from '../wording.ts';
import type { LongRunChange, LongRunFigure, LongRunReport } from './long-run-report.ts';

/** The finding: what the promise to speak of first comes to. */
export function sayLongRun(report: LongRunReport, lang: Lang): string {
  const { hour, at, search } = report;
  const { finding } = words(lang).longRun;
  const { semicolon } = words(lang).report;
  const { counts, judgement, promise } = hour.verdict;
  const claims = [promise === null ? finding.noPromise : sayClaim(hour, hour.promises[promise], lang)];
  if (judgement === 'undecided') claims.push(finding.notDecided({ contacts: formatNumber(lang, search.contacts) }));
  if (judgement === 'held' && counts.held > 1) claims.push(finding.all({ all: formatNumber(lang, counts.held) }));
  if (counts.broken > 1) {
    claims.push(
      finding.others({ broken: formatNumber(lang, counts.broken), all: formatNumber(lang, hour.promises.length) }),
    );
  }
  const sentence = finding.settles({ when: nameDays(hour, lang), time: at.time, claim: claims.join(semicolon) });
  return `${sentence}${lang === 'zh' ? '。' : '.'}`;
}

/** A promise's figure with its interval. */
export function showPromised(promise: ReportPromise, lang: Lang): { figure: string; interval: string; target: string } {
  const text = words(lang).report;
  const { estimate } = promise;
  return {
    figure: estimate === null ? '–' : showValue(promise, estimate.value, lang, 1),
    interval: estimate === null ? '–' : showInterval(promise, estimate, lang),
    target: words(lang).longRun.target({
      promised: text.promised[promise.sense],
      target: showTarget(promise, lang),
    }),
  };
}

/** The name of a figure: `answered within 20 s`. */
export function nameFigure({ hour }: LongRunReport, { name, promise }: LongRunFigure, lang: Lang): string {
  const { figures } = words(lang).longRun;
  if (name !== 'service-level') return figures[name];
  return figures[name]({ within: formatDuration(lang, hour.promises[promise ?? 0].answerWithinSeconds) });
}

/** A value in the figure's unit. */
export function showFigure({ unit }: Pick<LongRunFigure, 'unit'>, value: number | null, lang: Lang): string {
  if (value === null) return '–';
  if (unit === 'fraction') return formatPercent(lang, value, value < 0.01 || value > 0.99 ? 2 : 1);
  return unit === 'seconds'
    ? formatDuration(lang, value)
    : formatNumber(lang, value, value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** A figure's row: its name, what was simulated, its interval, and the formulas. */
export function figureRow(report: LongRunReport, figure: LongRunFigure, lang: Lang): string[] {
  const show = (value: number | null) => showFigure(figure, value, lang);
  const { estimate } = figure;
  const interval = estimate === null ? '–' : words(lang).report.interval(show(estimate.low), show(estimate.high));
  return [
    nameFigure(report, figure, lang),
    show(estimate?.value ?? null),
    interval,
    show(figure.erlangC),
    show(figure.erlangA),
  ];
}

/** The figures of one type of work under its title; null where it is closed. */
export function workFigures(report: LongRunReport, work: number, lang: Lang) {
  const figures = report.figures.filter((figure) => figure.work === work);
  if (figures.length === 0) return null;
  const { name, total } = report.hour.work[work];
  const [{ offeredLoad, scheduled }] = report.hour.erlang[work].intervals;
  const { table } = words(lang).longRun;
  const perHour = formatNumber(lang, total.requests, total.requests < 10 ? 1 : 0);
  if (offeredLoad === 0) {
    const rows = figures.map((figure) => figureRow(report, figure, lang).slice(0, 3));
    const title = total.requests === 0 ? table.nothing({ work: name }) : table.arisen({ work: name, perHour });
    return { title, head: figureHead(report, lang).slice(0, 3), rows };
  }
  const title = table.work({
    work: name,
    perHour,
    load: formatNumber(lang, offeredLoad, 1),
    agents: formatNumber(lang, scheduled, Number.isInteger(scheduled) ? 0 : 1),
  });
  return { title, head: figureHead(report, lang), rows: figures.map((figure) => figureRow(report, figure, lang)) };
}

/** The groups, a row each. */
export function groupFigures(report: LongRunReport, lang: Lang) {
  const { table } = words(lang).longRun;
  const rows = report.figures.flatMap((figure) => {
    if (figure.group === null || figure.estimate === null) return [];
    const { intervals, name } = report.hour.groups[figure.group];
    const count = formatNumber(lang, intervals[0].scheduled);
    const [occupancy, ...values] = figureRow(report, figure, lang);
    return [[`${table.agents({ group: name, count })}${words(lang).report.colon}${occupancy}`, ...values.slice(0, 2)]];
  });
  return { title: table.group, head: figureHead(report, lang).slice(0, 3), rows };
}

function figureHead({ search }: LongRunReport, lang: Lang): string[] {
  const { table } = words(lang).longRun;
  const interval = table.interval({ confidence: showConfidence(search.confidence, lang) });
  return [table.figure, table.simulated, interval, table.erlangC, table.erlangA];
}

/** How it settled, sentence by sentence. */
export function saySettled({ search, settling }: LongRunReport, lang: Lang): string[] {
  const { settled } = words(lang).longRun;
  const long = (seconds: number) => formatDuration(lang, seconds);
  const precision = formatPercent(lang, search.precision, search.precision < 0.01 ? 1 : 0);
  return [
    settled.runs({
      runs: formatNumber(lang, search.runs),
      length: long(settling.runSeconds),
      contacts: formatNumber(lang, search.contacts),
    }),
    settling.warmUpSeconds === 0
      ? settled.noWarmUp({ runOut: long(settling.runOutSeconds) })
      : settled.warmUp({ warmUp: long(settling.warmUpSeconds), runOut: long(settling.runOutSeconds) }),
    ...(settling.fillingSeconds === 0 ? [] : [settled.filling({ time: long(settling.fillingSeconds) })]),
    search.runs === settling.batches
      ? settled.oneBatch
      : settled.batches({
          batches: formatNumber(lang, settling.batches),
          length: long(settling.batchSeconds),
          correlation: formatNumber(lang, settling.lagCorrelation, 2),
        }),
    search.ended === 'stopped' || search.ended === 'asked'
      ? settled[search.ended]
      : settled[search.ended]({ precision }),
  ];
}

/** Why the formulas and the simulation differ, of work to which somebody comes by himself at that time. */
export function sayFormulas({ hour }: LongRunReport, lang: Lang): string[] {
  return sayDifferences({ ...hour, erlang: hour.erlang.filter(({ total }) => total.offered > 0) }, lang);
}

/** What was held, sentence by sentence. */
export function sayHeld(report: LongRunReport, lang: Lang): string[] {
  return report.changes.map((change) => sayChange(report, change, lang));
}

function sayChange({ hour }: LongRunReport, { change, figure, names }: LongRunChange, lang: Lang): string {
  const { list } = words(lang).report;
  const text = words(lang).longRun.changes;
  const sentence = text[change];
  if (typeof sentence === 'string') return sentence;
  const shown = change === 'shocks' ? hour.shocks.map((shock) => nameShock(shock, lang)) : names;
  return sentence({ names: list(shown), figure: formatNumber(lang, figure ?? 0, 2) });
}
