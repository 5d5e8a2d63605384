/** What an explanation says in words: the sentences and figures that text, page and chart share. */

import type { Judgement } from '../../judge/verdict.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber } from '../../words/format.ts';
import type { Report } from '../report.ts';
import { nameDays, nameEnds, sayClaim, sayVerdict, showValue } from '../wording.ts';
import type { WhyFactor, WhyPart, WhyPromise, WhyReport, WhySplit } from './why-report.ts';

/** Causes that cost less than this share of the miss are not named in a sentence. */
const leastShare = 0.03;

/** A miss or a part in its unit: `75 points`, `12 s`. */
export function showSize({ unit }: WhyPromise, size: number, lang: Lang, decimals?: number): string {
  if (unit === 'seconds') return formatDuration(lang, size);
  if (unit === 'count') return signed(formatNumber(lang, size, decimals ?? 1));
  const points = size * 100;
  return words(lang).why.points(signed(formatNumber(lang, points, decimals ?? (Math.abs(points) < 9.95 ? 1 : 0))));
}

/** The same without its unit, with its sign, for tables. */
export function showFigure({ unit }: WhyPromise, size: number, lang: Lang): string {
  const scaled = unit === 'fraction' ? size * 100 : size;
  return signed(formatNumber(lang, Math.round(scaled * 10) / 10 + 0, 1));
}

/** A figure with a true minus. */
function signed(figure: string): string {
  return figure.replace('-', '−');
}

/** A part with its error: `78.0 ± 1.3`. */
export function showPart(promise: WhyPromise, { low, high, value }: WhyPart['estimate'], lang: Lang): string {
  return `${showFigure(promise, value, lang)} ± ${showFigure(promise, (high - low) / 2, lang)}`;
}

/** What a cause is called. */
export function nameFactor(factor: WhyFactor, lang: Lang): string {
  return words(lang).why.factors[factor];
}

/** The parts that certainly make a miss, greatest first, without the roster's own: what may be 0 within its error is no cause. */
export function mainCauses({ miss, parts }: WhySplit, most = 3): WhyPart[] {
  return parts
    .filter(
      ({ estimate, factor }) =>
        factor !== 'roster' && estimate.low > 0 && estimate.value > leastShare * Math.abs(miss.value),
    )
    .sort((a, b) => b.estimate.value - a.estimate.value)
    .slice(0, most);
}

/** The roster's own part, where it is too thin with certainty. */
export function thinRoster({ miss, parts }: WhySplit): WhyPart[] {
  return parts.filter(
    ({ estimate, factor }) =>
      factor === 'roster' && estimate.low > 0 && estimate.value > leastShare * Math.abs(miss.value),
  );
}

/** `volume costs 78 points, handling time 4 points`. */
export function sayCauses(promise: WhyPromise, split: WhySplit, lang: Lang, most = 3): string {
  const { finding } = words(lang).why;
  const causes = mainCauses(split, most).map(({ estimate, factor }) =>
    finding.cause({ factor: nameFactor(factor, lang), size: showSize(promise, estimate.value, lang) }),
  );
  const roster = split.parts.find(({ factor }) => factor === 'roster')?.estimate;
  const least = leastShare * Math.abs(split.miss.value);
  const told = causes.length > 0 ? [causes.join(lang === 'zh' ? '，' : ', ')] : [];
  if (roster !== undefined && roster.high < 0 && roster.value < -least) {
    told.push(finding.spare({ size: showSize(promise, -roster.value, lang) }));
  }
  for (const { estimate } of thinRoster(split)) {
    told.push((told.length > 0 ? finding.thin : finding.thinAlone)({ size: showSize(promise, estimate.value, lang) }));
  }
  if (causes.length === 0 && thinRoster(split).length === 0) told.unshift(finding.unclear);
  return told.join(words(lang).report.semicolon);
}

/** The causes of one interval in a few words: `volume 44 points, redials 4.2 points`. */
export function listCauses(promise: WhyPromise, split: WhySplit, lang: Lang): string {
  const listed = [...mainCauses(split, 2), ...thinRoster(split)];
  if (listed.length === 0) return words(lang).why.finding.unclear;
  return listed
    .map(({ estimate, factor }) => `${nameFactor(factor, lang)} ${showSize(promise, estimate.value, lang)}`)
    .join(lang === 'zh' ? '，' : ', ');
}

/** The broken promise to speak of first: the one that misses by most, measured by its target. */
export function firstMiss(why: WhyReport): WhyPromise | undefined {
  const share = ({ target, whole }: WhyPromise) => (whole?.miss.value ?? 0) / Math.max(Math.abs(target), 1e-9);
  return [...why.promises].sort((a, b) => share(b) - share(a))[0];
}

/** What is said of the scenario as a whole: without a broken promise the verdict of its report. */
export function judgeWhy(report: Report, why: WhyReport): Judgement {
  return why.promises.length > 0 ? 'broken' : report.verdict.judgement;
}

/** The finding: one sentence that a manager can repeat. */
export function sayFinding(report: Report, why: WhyReport, lang: Lang): string {
  const { finding } = words(lang).why;
  const when = nameDays(report, lang);
  const promise = firstMiss(why);
  const stop = lang === 'zh' ? '。' : '.';
  if (promise === undefined) {
    const side = judgeWhy(report, why);
    if (side === 'held') return `${finding.held({ when })}${stop}`;
    const verdict = sayVerdict(report, lang);
    return side === 'undecided' ? `${verdict}${lang === 'zh' ? '' : ' '}${finding.undecided}${stop}` : verdict;
  }
  if (promise.whole === null) {
    return `${finding.broken({ when, claim: sayClaim(report, report.promises[promise.promise], lang), ...nameEnds(report, promise, lang) })}${stop}`;
  }
  const shown = report.promises[promise.promise];
  const { value } = promise.whole;
  const claim = sayClaim(
    report,
    { ...shown, estimate: { ...promise.whole.miss, value, low: value, high: value } },
    lang,
  );
  const miss = showSize(promise, promise.whole.miss.value, lang);
  const parts = [
    finding.broken({ when, claim, ...nameEnds(report, promise, lang) }),
    finding.causes({ miss, causes: sayCauses(promise, promise.whole, lang) }),
  ];
  return `${parts.join(words(lang).report.semicolon)}${stop}`;
}

/** What would mend it, one sentence. */
export function sayMend(report: Report, { mend }: WhyReport, lang: Lang): string {
  const text = words(lang).why.mend;
  const stop = lang === 'zh' ? '。' : '.';
  if (mend === null) return `${text.none}${stop}`;
  const changes = mend.changes.map(({ count, from, kind, name, to }) =>
    text[kind]({ count: formatNumber(lang, count), name, ...nameEnds(report, { from, to }, lang) }),
  );
  const named = {
    changes: words(lang).report.list(changes),
    hours: formatNumber(lang, mend.hours, mend.hours < 10 ? 1 : 0),
    runs: formatNumber(lang, mend.runs),
  };
  if (mend.changes.length === 0) {
    const judgement = words(lang).report.judgements[mend.judgement];
    return `${text.edge({ judgement, runs: named.runs })}${stop}`;
  }
  const side = mend.judgement === 'nothing-to-judge' ? 'undecided' : mend.judgement;
  return `${text[side](named)}${stop}`;
}

/** What was reached, in the promise's unit. */
export function showReached(report: Report, { promise }: WhyPromise, { value }: WhySplit, lang: Lang): string {
  return showValue(report.promises[promise], value, lang, 1);
}
