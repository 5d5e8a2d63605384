/** What a comparison says in words: the figures and sentences that its text, page and charts share. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import { rangesOf } from '../ranges.ts';
import type { PromiseClaim, ReportClaims, ReportEstimate, ReportRange } from '../report.ts';
import { marks, namePromise, sayClaim, sayDays, sayFurtherRuns, showCount, showGuess, showValue } from '../wording.ts';
import type { ComparisonReport, ReportDifference, ReportPlan } from './comparison-report.ts';

/** The marks of a difference: readable without colour, a word stands beside them. */
export const differenceMarks: Readonly<Record<ReportDifference['judgement'], string>> = {
  better: '▲',
  worse: '▼',
  alike: '≈',
  identical: '=',
  undecided: '?',
  'nothing-to-judge': '–',
};

type Unit = PromiseClaim['unit'];

/** A promise by its index, or all promises on one day: `Answered within 10 s`. */
export function nameAspect(report: ReportClaims, promise: number | null, lang: Lang): string {
  const { allHold, holds } = words(lang).compare.aspects;
  if (promise === null) return report.promises.length === 1 ? holds : allHold;
  return namePromise(report, report.promises[promise], lang);
}

/** The unit of an aspect. */
export function unitOf(report: ReportClaims, promise: number | null): Unit {
  return promise === null ? 'fraction' : report.promises[promise].unit;
}

/** A plan within a sentence. */
export function quotePlan({ name }: Pick<ReportPlan, 'name'>, lang: Lang): string {
  return words(lang).compare.quoted(name);
}

/** The size of a difference, with as many decimals (3 at most) as it takes not to read 0: `3.2 points`. */
export function showSize(unit: Unit, size: number, lang: Lang): string {
  if (unit === 'seconds') return formatDuration(lang, size);
  const scaled = unit === 'fraction' ? size * 100 : size;
  const digits = [1, 2, 3].find((one) => Number(scaled.toFixed(one)) !== 0) ?? 1;
  const number = Number.isFinite(scaled) ? formatNumber(lang, scaled, scaled === 0 ? 0 : digits) : '∞';
  return unit === 'fraction' ? words(lang).compare.points(number) : number;
}

/** A difference with its sign: `+3.2 points`. */
export function showDifference(unit: Unit, value: number, lang: Lang): string {
  return `${signOf(value)}${showSize(unit, Math.abs(value), lang)}`;
}

/** A difference with its interval: `+3.2 points (2.9 to 3.5)`. */
export function showEstimate(unit: Unit, { value, low, high }: ReportEstimate, lang: Lang): string {
  const text = words(lang).compare;
  return text.difference({ value: showDifference(unit, value, lang), interval: showEnds(unit, low, high, lang) });
}

/** The ends of an interval of a difference; the unit stands beside them where it is one of time. */
export function showEnds(unit: Unit, low: number, high: number, lang: Lang): string {
  const end = (value: number) => {
    if (unit === 'seconds') return showDifference(unit, value, lang);
    const scaled = unit === 'fraction' ? Math.abs(value) * 100 : Math.abs(value);
    return `${signOf(value)}${Number.isFinite(scaled) ? formatNumber(lang, scaled, scaled < 0.95 ? 2 : 1) : '∞'}`;
  };
  return words(lang).report.interval(end(low), end(high));
}

function signOf(value: number): string {
  if (value === 0) return '';
  return value < 0 ? '−' : '+';
}

/** Differences up to here do not matter, in the unit of an aspect. */
export function showMatters(report: ComparisonReport, promise: number | null, lang: Lang): string {
  const unit = unitOf(report, promise);
  return showSize(unit, report.experiment.matters[unit], lang);
}

/** What a comparison speaks of: every promise, and the days on which they hold where that is compared. */
export function aspectsOf({ plans, promises }: ComparisonReport): (number | null)[] {
  const days = plans.some(({ differences }) => differences.some(({ promise }) => promise === null));
  return [...promises.keys(), ...(days ? [null] : [])];
}

/** The figure of a plan in an aspect, and whether it keeps the promise: `84.1 % (✔ held)`. */
export function showFigure(report: ComparisonReport, plan: ReportPlan, promise: number | null, lang: Lang): string {
  const estimate = promise === null ? plan.allHold : (plan.promises[promise]?.estimate ?? null);
  if (estimate === null) return '–';
  if (promise === null) return formatPercent(lang, estimate.value, 1);
  const text = words(lang).report;
  const judgement = plan.promises[promise]?.judgement ?? 'nothing-to-judge';
  const figure = showValue(report.promises[promise], estimate.value, lang, 1);
  return `${figure}${text.bracket(`${marks[judgement]} ${text.judgements[judgement]}`)}`;
}

/** Stretches of time in which a difference has one judgement. */
export function differenceRanges(
  report: ComparisonReport,
  difference: ReportDifference,
  judgement: ReportDifference['judgement'],
): ReportRange[] {
  return rangesOf(report.intervals, difference.intervals, judgement);
}

/** The difference of a plan from the first in an aspect. */
export function differenceOf(plan: ReportPlan, promise: number | null): ReportDifference | undefined {
  return plan.differences.find((one) => one.promise === promise);
}

/** What the plan comes to in the criterion, as a claim within a sentence. */
function claimOf(report: ComparisonReport, plan: ReportPlan, lang: Lang): string {
  const { criterion } = report.verdict;
  if (criterion === null) {
    const days = plan.allHold === null ? '–' : sayDays(plan.allHold, lang);
    const { all, one } = words(lang).report.verdict.days;
    return report.promises.length === 1 ? one({ days }) : all({ days });
  }
  return sayClaim(
    report,
    { ...report.promises[criterion], estimate: plan.promises[criterion]?.estimate ?? null },
    lang,
  );
}

/** Whether no run showed any difference from the first plan, in anything compared. */
function isIdentical({ differences }: ReportPlan): boolean {
  return differences.every(({ judgement }) => judgement === 'identical');
}

/** The finding: one sentence that a planner can repeat. */
export function sayFinding(report: ComparisonReport, lang: Lang): string {
  const { finding } = words(lang).compare;
  const text = words(lang).report;
  const { verdict, plans, experiment } = report;
  const [first] = plans;
  const best = plans[verdict.best];
  const claim = claimOf(report, best, lang);
  const unit = unitOf(report, verdict.criterion);
  const named = (plan: ReportPlan) => quotePlan(plan, lang);
  const rivals = verdict.candidates.filter((plan) => plan !== verdict.best).map((plan) => plans[plan]);
  const toFirst = differenceOf(best, verdict.criterion);
  // Shown to be worse, but by no more than what does not matter.
  const isFirstAlike = toFirst?.judgement === 'alike' && !rivals.includes(first);
  const asGood = isFirstAlike ? [first, ...rivals] : rivals;
  const estimate = toFirst?.estimate;
  const parts: string[] = [];
  if (!verdict.decided) {
    const names = text.list([best, ...rivals].map(named));
    const runs = formatNumber(lang, experiment.runs);
    parts.push(finding.undecided({ names, runs, claim, best: named(best) }));
    if (verdict.furtherRuns > 0) parts.push(sayFurtherRuns(verdict.furtherRuns, experiment, lang));
  } else if (best === first && plans.every((plan) => plan === first || isIdentical(plan))) {
    parts.push(finding.identical({ first: named(first), runs: formatNumber(lang, experiment.runs), claim }));
  } else if (asGood.length > 0) {
    const matters = showMatters(report, verdict.criterion, lang);
    parts.push(finding.asGood({ best: named(best), others: text.list(asGood.map(named)), claim, matters }));
  } else if (verdict.best === 0 || estimate === undefined || estimate === null) {
    parts.push(finding.firstBest({ first: named(first), claim }));
  } else {
    const values = { best: named(best), claim, difference: showEstimate(unit, estimate, lang), first: named(first) };
    parts.push(plans.length > 2 ? finding.best({ ...values, count: `${plans.length}` }) : finding.better(values));
  }
  const pairing = sayPairing(report, lang);
  if (pairing !== null) parts.push(pairing);
  return `${parts.join(text.semicolon)}${lang === 'zh' ? '。' : '.'}`;
}

/** What the common customers were worth for the difference that the finding speaks of; null where that is not much. */
function sayPairing({ plans, verdict }: ComparisonReport, lang: Lang): string | null {
  const other = verdict.best === 0 ? plans[1] : plans[verdict.best];
  const gain = differenceOf(other, verdict.criterion)?.gain ?? 0;
  if (gain < 1.5) return null;
  return words(lang).compare.finding.pairing({
    runs: formatNumber(lang, other.runs),
    alone: showGuess(other.runs * gain, Math.round, lang),
  });
}

/** On which customers the plans were compared: a sentence for all, or one for each plan and type of contact that differs. */
export function sayCustomers(report: ComparisonReport, lang: Lang): string[] {
  const text = words(lang).compare.customers;
  const sentences = report.plans.flatMap((plan) =>
    plan.customers.flatMap(({ work, customers }) =>
      customers === 'same' ? [] : [text[customers]({ plan: quotePlan(plan, lang), work })],
    ),
  );
  return sentences.length === 0 ? [text.same] : sentences;
}

/** Plans in the order of their rank: the best first; plans are as good as their figure in the criterion. */
export function rankPlans(report: ComparisonReport): number[] {
  const { criterion, best } = report.verdict;
  const sense = criterion === null ? 'at-least' : report.promises[criterion].sense;
  const sign = sense === 'at-least' ? -1 : 1;
  const value = (plan: number): number => {
    if (plan === 0) return 0;
    return sign * (differenceOf(report.plans[plan], criterion)?.estimate?.value ?? -Infinity * sign);
  };
  return report.plans
    .map((_, plan) => plan)
    .sort((a, b) => Number(b === best) - Number(a === best) || value(a) - value(b) || a - b);
}

/** Agent-hours as people count them. */
export function showHours(hours: number, lang: Lang): string {
  return showCount(hours, lang);
}
