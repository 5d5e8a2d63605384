/** What advice says in words: the sentences that text, page and chart share. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import { showEstimate } from '../comparison/wording.ts';
import { namePromise, nameTime, showConfidence, showCount, showValue } from '../wording.ts';
import type { AdviceChange, AdviceMend, RosterAdvice } from './advice-report.ts';

/** A change as it reads within a sentence. */
export function nameChange({ report }: RosterAdvice, { what }: AdviceChange, lang: Lang): string {
  const { changes } = words(lang).rosterAdvise;
  const time = (seconds: number) => nameTime(report, seconds, lang);
  if (what.change === 'teach') return changes.teach(what);
  if (what.change === 'move-lunch') {
    return changes.lunch({ person: what.person, from: time(what.from), to: time(what.to) });
  }
  return changes[what.change]({ work: what.work, time: time(what.start) });
}

/** What a change does to a promise's measure: `+0.31 points (+0.2 to +0.4)`; a shorter wait is `−2 s`. */
export function showGain({ report }: RosterAdvice, promise: number, gains: AdviceChange['gains'], lang: Lang): string {
  const gain = gains[promise];
  if (gain === null) return '–';
  const { sense, unit } = report.promises[promise];
  const { confidence, high, low, value } = gain;
  return showEstimate(
    unit,
    sense === 'at-least' ? gain : { value: 0 - value, low: -high, high: -low, confidence },
    lang,
  );
}

/** A promise and where it stands now. */
export function sayPromise({ report }: RosterAdvice, index: number, lang: Lang): string {
  const promise = report.promises[index];
  const value = promise.estimate === null ? '–' : showValue(promise, promise.estimate.value, lang, 1);
  return words(lang).rosterAdvise.promise({ promise: namePromise(report, promise, lang), value });
}

/** The single change that gains most, in the first promise that is not held; of all where all are. */
export function sayFinding(advice: RosterAdvice, lang: Lang): string {
  const text = words(lang).rosterAdvise;
  const { promises } = advice.report;
  // A promise that is not held before one that is, and of these the one that is missed by most for its target.
  const miss = ({ estimate, sense, target }: (typeof promises)[number]) =>
    ((sense === 'at-least' ? 1 : -1) * (target - (estimate?.value ?? target))) / Math.max(Math.abs(target), 1e-9);
  const isHeld = ({ judgement }: (typeof promises)[number]) => Number(judgement === 'held');
  const order = [...promises.keys()].sort(
    (a, b) => isHeld(promises[a]) - isHeld(promises[b]) || miss(promises[b]) - miss(promises[a]),
  );
  const promise = order.find((one) => advice.best[one].length > 0);
  if (promise === undefined) return text.nothing;
  const change = advice.changes[advice.best[promise][0]];
  return text.finding({
    change: nameChange(advice, change, lang),
    promise: namePromise(advice.report, promises[promise], lang),
    gain: showGain(advice, promise, change.gains, lang),
  });
}

/** What mends a half-hour. */
export function sayMend(advice: RosterAdvice, { agents, change }: AdviceMend, lang: Lang): string {
  const { mend } = words(lang).rosterAdvise;
  if (change !== null) return nameChange(advice, advice.changes[change], lang);
  if (agents.length === 0) return mend.none;
  const parts = agents.map(({ count, work }) => mend.agents({ count: formatNumber(lang, count), work }));
  return mend.neighbours({ what: words(lang).report.list(parts) });
}

/** What the mend costs. */
export function showMendHours({ agentHours }: AdviceMend, lang: Lang): string {
  if (agentHours === null) return '–';
  const { mend } = words(lang).rosterAdvise;
  return agentHours === 0 ? mend.free : mend.hours({ hours: showCount(agentHours, lang) });
}

/** What all agents of the mends gain together, one sentence a promise. */
export function sayTogether(advice: RosterAdvice, lang: Lang): string[] {
  const { report, together } = advice;
  if (together === null) return [];
  return report.promises.flatMap((promise, index) => {
    if (together.gains[index] === null) return [];
    return words(lang).rosterAdvise.together({
      hours: showCount(together.agentHours, lang),
      promise: namePromise(report, promise, lang),
      gain: showGain(advice, index, together.gains, lang),
    });
  });
}

/** How the advice was computed. */
export function sayMethod({ experiment }: RosterAdvice, lang: Lang): readonly string[] {
  return words(lang).rosterAdvise.method({
    runs: formatNumber(lang, experiment.runs),
    confidence: showConfidence(experiment.confidence, lang),
  });
}
