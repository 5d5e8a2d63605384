/** What a norm statement says in words: the sentences that text, page and chart share. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import type { NormNote } from '../../words/norm.ts';
import type { ReportJudgement } from '../report.ts';
import { nameMeasure, sayDays, showInterval, showShare, showTarget, showValue } from '../wording.ts';
import type { NormStatement, SimulatedClause, StatedClause } from './norm-statement.ts';

/** Broken clauses that the finding names. */
const mostNamed = 4;

/** The judgement of the whole, as pages and terminals colour it. */
export function overall({ counts }: NormStatement): ReportJudgement {
  if (counts.broken > 0) return 'broken';
  if (counts.undecided > 0) return 'undecided';
  return counts.held > 0 ? 'held' : 'nothing-to-judge';
}

/** The finding: one sentence that a manager can repeat. */
export function sayFinding({ clauses, counts }: NormStatement, lang: Lang): string {
  const { finding } = words(lang).norm;
  const { list, semicolon } = words(lang).report;
  const number = (value: number) => formatNumber(lang, value);
  const all = number(clauses.length);
  const broken = clauses.filter(({ judgement }) => judgement === 'broken').map(({ id }) => id);
  const more = broken.length - mostNamed;
  const named = [...broken.slice(0, mostNamed), ...(more > 0 ? [finding.more({ more: number(more) })] : [])];
  const parts = [
    broken.length > 0
      ? finding.broken({
          broken: number(broken.length),
          clauses: all,
          first: list(named),
        })
      : finding.held({ held: number(counts.held), clauses: all }),
  ];
  if (counts.undecided > 0) parts.push(finding.undecided({ count: number(counts.undecided) }));
  if (counts.notTestable > 0) parts.push(finding.untestable({ count: number(counts.notTestable) }));
  return `${parts.join(semicolon)}${lang === 'zh' ? '。' : '.'}`;
}

/** A note as a sentence without its stop. */
export function sayNote(note: NormNote, lang: Lang): string {
  // The union of notes pairs each sentence with its own values; the compiler cannot follow the pair through the look-up.
  const sentence = words(lang).norm.notes[note.key] as (values: NormNote['values']) => string;
  return sentence(note.values);
}

/** What a clause reached, with its interval and its target. */
export function sayResult({ claim, estimate }: SimulatedClause, lang: Lang): string {
  return words(lang).norm.result({
    measure: nameMeasure(claim, lang),
    value: showValue(claim, estimate.value, lang, 1),
    interval: showInterval(claim, estimate, lang),
    promised: words(lang).report.promised[claim.sense],
    target: showTarget(claim, lang),
  });
}

/** That the share is a convention, and which one would hold; undefined where the norm names it. */
export function sayAssumed({ claim, estimate, isShareAssumed }: SimulatedClause, lang: Lang): string | undefined {
  if (!isShareAssumed) return undefined;
  const { assumed, assumedNone } = words(lang).norm;
  const target = showTarget(claim, lang);
  const would = wouldHold(estimate.low);
  return would <= 0 ? assumedNone({ target }) : assumed({ target, would: formatPercent(lang, would, 1) });
}

/** The share that would hold where the norm names none; empty where it does. */
export function showWouldHold({ estimate, isShareAssumed }: SimulatedClause, lang: Lang): string {
  return isShareAssumed ? formatPercent(lang, wouldHold(estimate.low), 1) : '';
}

/** Rounded down, since what is said to hold must. */
function wouldHold(low: number): number {
  return Math.max(0, Math.floor(low * 1000) / 1000);
}

/** How many days keep the clause each for itself; undefined where there is nothing to say. */
export function sayDayHolds({ dayHolds }: SimulatedClause, lang: Lang): string | undefined {
  if (dayHolds === null) return undefined;
  return words(lang).norm.days({ days: sayDays(dayHolds, lang), share: showShare(dayHolds.value, lang) });
}

/** The worst hours of the day with what they reach; undefined where none is bad. */
export function listWorst({ claim, worst }: SimulatedClause, lang: Lang): string | undefined {
  if (worst.length === 0) return undefined;
  const two = (hour: number) => `${hour}`.padStart(2, '0');
  return words(lang).report.list(
    worst.map(({ hour, met, of }) =>
      words(lang).norm.hour({
        from: `${two(hour)}:00`,
        to: `${two(hour + 1)}:00`,
        value: showValue(claim, met / of, lang),
      }),
    ),
  );
}

/** Whom it misses, by work and channel; undefined where nobody. */
export function listHarmed({ harmed }: SimulatedClause, lang: Lang): string | undefined {
  if (harmed.length === 0) return undefined;
  const { channels, harmedWork } = words(lang).norm;
  const { list } = words(lang).report;
  const count = (value: number) => formatNumber(lang, value, value < 9.95 && !Number.isInteger(value) ? 1 : 0);
  return list(
    harmed.map(({ missed, of, work }) =>
      harmedWork({
        work: list(work.map(({ name }) => name)),
        channel: list([...new Set(work.map(({ channel }) => channels[channel] ?? channel))]),
        missed: count(missed),
        of: count(of),
      }),
    ),
  );
}

/** Whom it misses by tier of customers, as shares; undefined where there are no tiers or nobody is missed. */
export function listHarmedTiers({ harmedTiers }: SimulatedClause, lang: Lang): string | undefined {
  if (harmedTiers.every(({ missed }) => missed <= 0)) return undefined;
  const { harmedTier } = words(lang).norm;
  return words(lang).report.list(
    harmedTiers
      .filter(({ of }) => of > 0)
      .map(({ missed, of, tier }) => harmedTier({ tier, share: formatPercent(lang, missed / of, 1) })),
  );
}

/** Everything there is to say of one clause, a sentence each; of one that is held, not when it comes close to its target. */
export function sayEvidence({ judgement, notTested, notes, simulated }: StatedClause, lang: Lang): string[] {
  const { harmed, harmedTiers, notTested: sayNotTested, worst } = words(lang).norm;
  const said = notes.map((note) => sayNote(note, lang));
  if (simulated !== null && judgement !== 'held') {
    const hours = listWorst(simulated, lang);
    const missed = listHarmed(simulated, lang);
    const tiers = listHarmedTiers(simulated, lang);
    said.unshift(
      ...[
        sayDayHolds(simulated, lang),
        hours === undefined ? undefined : worst({ hours }),
        missed === undefined ? undefined : harmed({ list: missed }),
        tiers === undefined ? undefined : harmedTiers({ list: tiers }),
        sayAssumed(simulated, lang),
      ].filter((one) => one !== undefined),
    );
  }
  if (notTested !== null) said.push(sayNotTested({ what: notTested[lang] }));
  return said;
}

/** How it was computed, a sentence each. */
export function sayMethod({ clauses, experiment, norm, scenario }: NormStatement, lang: Lang): string[] {
  const text = words(lang).norm;
  return [
    text.norm({ file: norm.name, clauses: formatNumber(lang, clauses.length) }),
    text.method({
      runs: formatNumber(lang, experiment.runs),
      days: formatNumber(lang, scenario.days.length),
      confidence: formatPercent(lang, experiment.confidence),
    }),
    text.clocks,
    text.assumedShares,
    text.structure,
    text.declared,
  ];
}
