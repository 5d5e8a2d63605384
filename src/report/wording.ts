/**
 * What a report says in words: the sentences and figures that text, page and charts share, so that a number reads the same
 * wherever it stands. Everything here is a function of the report and the reader's language.
 */
import { fewestToldRuns } from '../judge/looks.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../words/format.ts';
import type {
  PromiseClaim,
  Report,
  ReportClaims,
  ReportEstimate,
  ReportJudgement,
  ReportPromise,
  ReportRange,
  ReportTime,
} from './report.ts';

/** The marks of a judgement: readable without colour, a word stands beside them. */
export const marks: Readonly<Record<ReportJudgement, string>> = {
  held: '✔',
  broken: '✘',
  undecided: '?',
  'nothing-to-judge': '–',
};

/** The day, or the days, that a report is about: `Monday 2 March 2026`. */
export function nameDays(report: ReportTime, lang: Lang): string {
  const text = words(lang).report;
  const { days } = report.scenario;
  const long = (day: Report['scenario']['days'][number]) => {
    const [year, month, date] = day.date.split('-').map(Number);
    return text.date({
      weekday: text.weekdays[day.weekday - 1],
      day: `${date}`,
      month: text.months[month - 1],
      year: `${year}`,
    });
  };
  if (days.length === 1) return long(days[0]);
  return text.days({
    count: formatNumber(lang, days.length),
    first: long(days[0]),
    last: long(days[days.length - 1]),
  });
}

/** A day in a few characters: `Mon 2/3`. */
export function nameDayShort(report: ReportTime, day: number, lang: Lang): string {
  return nameDate(report.scenario.days[day], lang);
}

/** A day by weekday and date, in a few characters. */
export function nameDate({ date, weekday }: { date: string; weekday: number }, lang: Lang): string {
  const text = words(lang).report;
  const [, month, dayOfMonth] = date.split('-').map(Number);
  return text.shortDate({ weekday: text.shortWeekdays[weekday - 1], day: `${dayOfMonth}`, month: `${month}` });
}

/**
 * Local wall-clock time of a moment, `HH:MM`, with the day before it where the report covers several.
 * @param seconds from the scenario's start, within its horizon
 * @param end the moment ends a stretch: midnight then reads 24:00 of the day before
 */
export function nameTime(report: ReportTime, seconds: number, lang: Lang, end = false): string {
  const { intervals } = report;
  let first = 0;
  let last = intervals.length - 1;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (seconds < intervals[middle].end || (end && seconds === intervals[middle].end)) last = middle;
    else first = middle + 1;
  }
  const interval = intervals[first];
  const [hours, minutes] = interval.label.split(':').map(Number);
  const clock = hours * 60 + minutes + Math.round((seconds - interval.start) / 60);
  const time = `${`${Math.floor(clock / 60)}`.padStart(2, '0')}:${`${clock % 60}`.padStart(2, '0')}`;
  if (report.scenario.days.length === 1) return time;
  return words(lang).report.range.onDay({ day: nameDayShort(report, interval.day, lang), time });
}

/** The time of day of a moment, `HH:MM`, whatever the day. */
export function nameClock(report: ReportTime, seconds: number, lang: Lang): string {
  return nameTime(report, seconds, lang).slice(-'00:00'.length);
}

/** What the scenario's contacts are called: calls where all of them are voice. */
export function nameContacts(report: Report, lang: Lang): string {
  const { contacts } = words(lang).report;
  return report.work.every(({ channel }) => channel === 'voice') ? contacts.calls : contacts.contacts;
}

/** A shock as its scenario names it; an unnamed one by its kind. */
export function nameShock({ kind, name }: Report['shocks'][number], lang: Lang): string {
  const { kinds } = words(lang).report.shocks;
  return name === kind || /^ \d+$/.test(name.slice(kind.length)) ? name.replace(kind, entry(kinds, kind)) : name;
}

/** A mean number of things: whole from 10 on, one decimal below, none for whole numbers. */
export function showCount(value: number, lang: Lang): string {
  return formatNumber(lang, value, value >= 9.95 || Math.abs(value - Math.round(value)) < 0.05 ? 0 : 1);
}

/** A stretch of time in a few characters: `10:00–12:30`. */
export function nameRange(report: ReportTime, range: { from: number; to: number }, lang: Lang): string {
  return words(lang).report.range.short(nameEnds(report, range, lang));
}

/** Both ends of a stretch; the day is named once where it is the same. */
export function nameEnds(
  report: ReportTime,
  range: { from: number; to: number },
  lang: Lang,
): { from: string; to: string } {
  const from = nameTime(report, range.from, lang);
  const to = nameTime(report, range.to, lang, true);
  const time = to.slice(-'00:00'.length);
  return { from, to: from.slice(0, -time.length) === to.slice(0, -time.length) ? time : to };
}

/** Stretches of time within a sentence: the longest `most` of them in order of time, the others counted. */
export function nameRanges(report: ReportTime, ranges: readonly ReportRange[], lang: Lang, most = 2): string {
  const text = words(lang).report;
  const kept = [...ranges]
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
    .slice(0, most)
    .sort((a, b) => a.from - b.from);
  const named = kept.map((range) => text.range.fromTo(nameEnds(report, range, lang)));
  const others = ranges.length - kept.length;
  if (others === 1) named.push(text.range.oneMore);
  if (others > 1) named.push(text.range.more({ count: formatNumber(lang, others) }));
  return text.list(named);
}

/** An entry of a dictionary by a name that a program may have added: then the name itself. */
function entry(dictionary: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(dictionary, name) ? dictionary[name] : name;
}

/** The measure of a promise: `Answered within 10 s`. */
export function nameMeasure(promise: PromiseClaim, lang: Lang): string {
  const within = formatDuration(lang, promise.answerWithinSeconds);
  const name = entry(words(lang).report.measures, promise.measure);
  return name.replace('{T}', within).replace('{clock}', promise.clock ?? '');
}

/**
 * A promise as a reader knows it: its measure, the work where it covers only some, and where two read alike what tells them
 * apart: the definition, or else the id.
 */
export function namePromise(report: ReportClaims, promise: PromiseClaim, lang: Lang): string {
  const text = words(lang).report;
  const plain = (one: PromiseClaim) => {
    const measure = nameMeasure(one, lang);
    if (one.work.length === report.work.length || one.clock !== undefined) return measure;
    return text.forWork({ work: text.list(one.work), claim: measure });
  };
  const name = plain(promise);
  const alike = report.promises.filter((other) => other.id !== promise.id && plain(other) === name);
  if (alike.length === 0) return name;
  const byVariant = alike.every(({ variant }) => variant !== promise.variant);
  return name + text.bracket(byVariant ? nameVariant(promise.variant, lang) : promise.id);
}

/** A definition in words, with its thresholds: `answered within T ÷ (answered + abandoned) (T = 10 s)`. */
export function nameDefinition(promise: PromiseClaim, variant: string, lang: Lang): string {
  const text = words(lang).report;
  const name = measureNames.all().find(({ kind }) => kind === promise.measure);
  if (name === undefined || !Object.hasOwn(name.formulas, variant)) return variant;
  const thresholds: string[] = [];
  if (name.hasThreshold) {
    thresholds.push(text.thresholds.within({ within: formatDuration(lang, promise.answerWithinSeconds) }));
  }
  if (name.shortVariants.includes(variant)) {
    thresholds.push(text.thresholds.short({ short: formatDuration(lang, promise.shortAbandonSeconds) }));
  }
  const formula = name.formulas[variant][lang];
  return thresholds.length === 0 ? formula : `${formula}${text.bracket(text.list(thresholds))}`;
}

/** A definition's name: `per attempt`. */
export function nameVariant(variant: string, lang: Lang): string {
  return entry(words(lang).report.variants, variant);
}

/**
 * A value in the promise's unit, with as many decimals (from `decimals`, 3 at most) as it takes not to be rounded on to
 * or over the target: 89.96 % of 90 % promised never reads 90 %.
 */
export function showValue(promise: PromiseClaim, value: number, lang: Lang, decimals = 0): string {
  if (promise.unit === 'seconds') return formatDuration(lang, value);
  const scale = promise.unit === 'fraction' ? 100 : 1;
  let digits = decimals;
  const rounded = () => Math.round(value * scale * 10 ** digits) / 10 ** digits;
  while (digits < 3 && Math.sign(rounded() - promise.target * scale) !== Math.sign(value - promise.target)) digits++;
  return promise.unit === 'fraction' ? formatPercent(lang, value, digits) : formatNumber(lang, value, digits);
}

/** The target as promised: `90 %`, with the decimals it has. */
export function showTarget(promise: PromiseClaim, lang: Lang): string {
  if (promise.unit === 'seconds') return formatDuration(lang, promise.target);
  const scaled = promise.unit === 'fraction' ? promise.target * 100 : promise.target;
  const digits = [0, 1, 2].find((one) => Math.abs(scaled - Number(scaled.toFixed(one))) < 1e-9) ?? 3;
  return promise.unit === 'fraction'
    ? formatPercent(lang, promise.target, digits)
    : formatNumber(lang, promise.target, digits);
}

/** The ends of an interval in the promise's unit. */
export function showInterval(promise: PromiseClaim, estimate: ReportEstimate, lang: Lang): string {
  return words(lang).report.interval(
    showValue(promise, estimate.low, lang, 1),
    showValue(promise, estimate.high, lang, 1),
  );
}

/** A share with as many decimals (2 at most) as it takes not to read 0 % or 100 % where it is neither. */
export function showShare(share: number, lang: Lang, decimals = 0): string {
  let digits = decimals;
  while (digits < 2 && share > 0 && share < 1 && [0, 100].includes(Number((share * 100).toFixed(digits)))) digits++;
  return formatPercent(lang, share, digits);
}

/** The ends of an interval of a share. */
export function showShareInterval(estimate: ReportEstimate, lang: Lang): string {
  return words(lang).report.interval(formatPercent(lang, estimate.low), formatPercent(lang, estimate.high));
}

/** A confidence with the decimals it has: `95 %`, `98.75 %`. */
export function showConfidence(confidence: number, lang: Lang): string {
  const percent = confidence * 100;
  const digits = [0, 1].find((one) => Math.abs(percent - Number(percent.toFixed(one))) < 1e-9) ?? 2;
  return formatPercent(lang, confidence, digits);
}

/** A share of days as people say it: `about 19 days out of 20`; near 0 and 1 it says what the interval supports. */
export function sayDays(share: ReportEstimate, lang: Lang): string {
  const text = words(lang).report.daysOutOf;
  if (share.value >= 0.975) {
    return share.low >= 0.995 ? text.every : text.more({ days: `${Math.floor(share.low * 100)}`, of: '100' });
  }
  if (share.value < 0.025) {
    return share.high < 0.005 ? text.none : text.fewer({ days: `${Math.ceil(share.high * 100)}`, of: '100' });
  }
  const twentieths = Math.round(share.value * 20);
  return twentieths % 2 === 0
    ? text.about({ days: `${twentieths / 2}`, of: '10' })
    : text.about({ days: `${twentieths}`, of: '20' });
}

/** What a promise comes to: `84 % are answered within 10 s, at least 90 % are promised`. */
export function sayClaim(
  report: ReportClaims,
  promise: PromiseClaim & Pick<ReportPromise, 'estimate'>,
  lang: Lang,
): string {
  const text = words(lang).report;
  if (promise.estimate === null) return text.judgements['nothing-to-judge'];
  const values = {
    value: showValue(promise, promise.estimate.value, lang),
    target: showTarget(promise, lang),
    promised: text.promised[promise.sense],
    within: formatDuration(lang, promise.answerWithinSeconds),
    clock: promise.clock ?? '',
    measure: nameMeasure(promise, lang),
  };
  const claims: Readonly<Record<string, (named: typeof values) => string>> = text.claims;
  const sentence = (Object.hasOwn(claims, promise.measure) ? claims[promise.measure] : text.claims.other)(values);
  const said = promise.tier === undefined ? sentence : text.forTier({ tier: promise.tier, claim: sentence });
  if (promise.work.length === report.work.length || promise.clock !== undefined) return said;
  return text.forWork({ work: text.list(promise.work), claim: said });
}

/** The verdict: one sentence that a manager can repeat. */
export function sayVerdict(report: Report, lang: Lang): string {
  const text = words(lang).report;
  const { verdict, promises, scenario } = report;
  const when = nameDays(report, lang);
  if (verdict.promise === null) return end(text.verdict.noPromises({ when }), lang);
  const promise = promises[verdict.promise];
  const manyDays = scenario.days.length > 1;
  const claims = [sayClaim(report, promise, lang)];
  switch (verdict.judgement) {
    case 'nothing-to-judge':
      return end(text.verdict.nothing({ when }), lang);
    case 'held': {
      const broken = promises.flatMap(({ breaks }) => breaks);
      if (promises.length === 2) claims.push(sayClaim(report, promises[1 - verdict.promise], lang));
      if (broken.length > 0) {
        claims.push(text.verdict.thoughBreaks({ ranges: nameRanges(report, mergeRanges(broken), lang) }));
      }
      if (report.allHold !== null) claims.push(sayDaysHeld(report, report.allHold, lang));
      const say = manyDays ? text.verdict.heldManyDays : text.verdict.held;
      return end(say({ when, claims: claims.join(text.semicolon) }), lang);
    }
    case 'broken': {
      if (promise.breaks.length > 0) {
        claims.push(text.verdict.breaks({ ranges: nameRanges(report, promise.breaks, lang) }));
      }
      const missing = verdict.agentsMissing;
      if (missing === 1) claims.push(text.verdict.agentMissing);
      if (missing !== null && missing > 1)
        claims.push(text.verdict.agentsMissing({ count: formatNumber(lang, missing) }));
      if (verdict.counts.broken > 1) {
        claims.push(
          text.verdict.others({
            broken: formatNumber(lang, verdict.counts.broken),
            all: formatNumber(lang, promises.length),
          }),
        );
      }
      const say = manyDays ? text.verdict.brokenManyDays : text.verdict.broken;
      return end(say({ when, claims: claims.join(text.semicolon) }), lang);
    }
    case 'undecided': {
      if (promise.furtherRuns > 0) claims.push(sayFurtherRuns(promise.furtherRuns, report.experiment, lang));
      const runs = formatNumber(lang, report.experiment.runs);
      return end(text.verdict.undecided({ when, claims: claims.join(text.semicolon), runs }), lang);
    }
  }
}

/** On how many days all promises hold, or the only one; `but` where that is less often than any of them aims at. */
function sayDaysHeld({ promises }: Report, share: ReportEstimate, lang: Lang): string {
  const text = words(lang).report.verdict.days;
  const days = sayDays(share, lang);
  const isRare = share.high < Math.min(...promises.map(({ dayShare }) => dayShare));
  if (promises.length === 1) return isRare ? text.butOne({ days }) : text.one({ days });
  return isRare ? text.butAll({ days }) : text.all({ days });
}

/** What a report says of the formulas. */
type ErlangReport = ReportTime & Pick<Report, 'erlang' | 'work'>;

/** Why the formulas and the simulation differ: a sentence for each reason, with a figure for each work type that has it. */
export function sayDifferences(report: ErlangReport, lang: Lang): string[] {
  const reasons = new Map<string, { name: string; figure: number; at: number }[]>();
  for (const { work, differences } of report.erlang) {
    for (const { difference, figure, at } of differences) {
      const one = { name: report.work[work].name, figure: figure ?? 0, at: at ?? 0 };
      reasons.set(difference, [...(reasons.get(difference) ?? []), one]);
    }
  }
  return [...reasons].map(([difference, figures]) => sayDifference(report, difference, figures, lang));
}

function sayDifference(
  report: ErlangReport,
  difference: string,
  figures: readonly { name: string; figure: number; at: number }[],
  lang: Lang,
): string {
  const text = words(lang).report;
  const sentences = text.differences;
  const greatest = figures.reduce((a, b) => (b.figure > a.figure ? b : a));
  // One figure where all agree; else each with its work type.
  const show = (format: (value: number) => string) => {
    const shown = figures.map(({ figure }) => format(figure));
    if (new Set(shown).size === 1) return { figure: shown[0] };
    return { figure: text.list(figures.map(({ name }, i) => sentences.ofWork({ figure: shown[i], work: name }))) };
  };
  const share = () => show((value) => showShare(value, lang, value < 0.1 ? 1 : 0));
  switch (difference) {
    case 'abandonment':
    case 'redials':
    case 'balking':
    case 'limited-lines':
      return sentences[difference](share());
    case 'patience-shape':
    case 'handling-shape':
    case 'busyness':
      return sentences[difference](show((value) => formatNumber(lang, value, 2)));
    case 'concurrency':
    case 'shared-agents':
      return sentences[difference](show((value) => formatNumber(lang, value)));
    case 'shift-ends':
      return sentences[difference]({ figure: formatNumber(lang, greatest.figure, 1) });
    case 'carry-over':
      return sentences[difference]({
        figure: showCount(greatest.figure, lang),
        time: nameTime(report, greatest.at, lang),
      });
    case 'recorded-counts':
      return sentences[difference];
    default:
      return difference;
  }
}

/** How many more runs would decide; of an experiment that was stopped between looks, however clear its intervals are, until the look that may. */
export function sayFurtherRuns(
  furtherRuns: number,
  { judgedAfter }: Pick<Report['experiment'], 'judgedAfter'>,
  lang: Lang,
): string {
  const { verdict } = words(lang).report;
  const say = judgedAfter === undefined ? verdict.furtherRuns : verdict.furtherRunsToLook;
  return say({ runs: showGuess(furtherRuns, Math.ceil, lang) });
}

/** A number of runs, above 0, rounded to two digits as the guess that it is. */
export function showGuess(runs: number, round: (value: number) => number, lang: Lang): string {
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(runs)) - 1);
  return formatNumber(lang, round(runs / digits) * digits);
}

/** What has to be known of an experiment that was stopped between looks, or that has few runs. */
export function sayCautions(
  { judgedAfter, runs }: Pick<Report['experiment'], 'judgedAfter' | 'runs'>,
  lang: Lang,
): string[] {
  const text = words(lang).report.cautions;
  const said: string[] = [];
  if (judgedAfter === 0) said.push(text.beforeLooks);
  else if (judgedAfter !== undefined) said.push(text.betweenLooks({ looked: formatNumber(lang, judgedAfter) }));
  if (runs > 1 && runs < fewestToldRuns) said.push(text.fewRuns({ runs: formatNumber(lang, runs) }));
  return said;
}

/** Ranges of several promises as one list of disjoint ones. */
export function mergeRanges(ranges: readonly ReportRange[]): ReportRange[] {
  const merged: ReportRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && range.fromInterval <= last.toInterval + 1) {
      if (range.to > last.to) Object.assign(last, { to: range.to, toInterval: range.toInterval });
    } else merged.push({ ...range });
  }
  return merged;
}

function end(sentence: string, lang: Lang): string {
  return `${sentence}${lang === 'zh' ? '。' : '.'}`;
}
