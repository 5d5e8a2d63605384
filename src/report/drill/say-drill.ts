/** What the after-action report says in words: sentences and figures that page, Markdown and text share. */

import { type Clause, type Condition, isShare, readCondition, rolling, usualWindow } from '../../drill/condition.ts';
import { levelNames, type Order, type Said } from '../../drill/drill.ts';
import { type Change, earliest, type Review, type Reviewed } from '../../drill/review.ts';
import { meetsTarget } from '../../judge/ledger.ts';
import type { ConfidenceInterval } from '../../math/confidence-interval.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import { nameClock, nameMeasure, showCount, showTarget, showValue } from '../wording.ts';
import type { ReportedObjective } from './after-action.ts';
import type { AfterAction } from './drill-schemas.ts';

/** A text in the reader's language. */
export function say(said: Said, lang: Lang): string {
  return typeof said === 'string' ? said : said[lang];
}

/** An order as people give it. */
export function sayOrder(order: Order, levers: readonly { title: Said; counted: boolean }[], lang: Lang): string {
  const text = words(lang).drill.order;
  if (order.action === 'level') {
    return order.level === 0 ? text.standDown : text.level({ level: levelNames[order.level - 1] });
  }
  const { counted, title } = levers[order.lever];
  const lever = say(title, lang);
  if (order.action === 'release') return text.release({ lever });
  return text.pull({ lever, agents: counted ? formatNumber(lang, order.agents) : null });
}

/** What a level or a rule does, in a list: a lever with its people, anything else as an order. */
export function sayLever(order: Order, levers: readonly { title: Said; counted: boolean }[], lang: Lang): string {
  if (order.action !== 'pull') return sayOrder(order, levers, lang);
  const { counted, title } = levers[order.lever];
  return counted ? `${say(title, lang)} ${formatNumber(lang, order.agents)}` : say(title, lang);
}

/** A condition as it was written; one that a rule gave as a reason is said in the reader's language. */
export function sayReason(because: string, lang: Lang): string {
  const read = readCondition(because);
  return 'fault' in read ? because : sayCondition(read.clauses, lang);
}

/** A condition. */
export function sayCondition(condition: Condition, lang: Lang): string {
  const text = words(lang).drill.condition;
  return condition.map((clause) => sayClause(clause, lang)).join(text.and);
}

function sayClause({ above, forSeconds, of, orEqual, overSeconds, quantity, value }: Clause, lang: Lang): string {
  const text = words(lang).drill.condition;
  const name = text.quantities[quantity];
  return text.clause({
    quantity: of === null ? name : text.of({ quantity: name, of }),
    operator: above ? (orEqual ? '≥' : '>') : orEqual ? '≤' : '<',
    value: isShare(quantity)
      ? formatPercent(lang, value)
      : quantity === 'longest wait'
        ? formatDuration(lang, value)
        : formatNumber(lang, value),
    over: rolling.includes(quantity) && overSeconds !== usualWindow ? text.over(sayLength(overSeconds, lang)) : '',
    lasting: forSeconds > 0 ? text.lasting(sayLength(forSeconds, lang)) : '',
  });
}

/** A length of time in minutes, as rules are written. */
function sayLength(seconds: number, lang: Lang): string {
  return seconds % 60 === 0 ? `${seconds / 60} ${lang === 'zh' ? '分钟' : 'min'}` : formatDuration(lang, seconds);
}

/** A decision of the report by its number. */
export function sayDecision(report: AfterAction, decision: number, lang: Lang): string {
  const { order } = report.decisions[decision];
  if (order.action === 'level' && order.level > 0 && order.level < levelBefore(report, decision)) {
    return words(lang).drill.order.backTo({ level: levelNames[order.level - 1] });
  }
  return sayOrder(report.decisions[decision].order, report.levers, lang);
}

/** The level that was declared before a decision; 0 for none. */
function levelBefore({ decisions }: AfterAction, decision: number): number {
  return decisions.slice(0, decision).reduce((level, { order }) => (order.action === 'level' ? order.level : level), 0);
}

/** A course of action. */
export function sayChange(report: AfterAction, change: Change, lang: Lang): string {
  const text = words(lang).drill.change;
  switch (change.kind) {
    case 'decided':
      return text.decided;
    case 'nobody':
      return text.nobody;
    case 'plan':
      return text.plan({ plan: report.plans[change.plan] });
    case 'moved':
      return text.moved({ decision: sayDecision(report, change.decision, lang), minutes: change.minutes });
    case 'left-out':
      return text.leftOut({ decision: sayDecision(report, change.decision, lang) });
    case 'best-moves':
      return text.bestMoves;
  }
}

/** An interval in brackets behind a number, whole from 10 on. */
export function sayRange({ high, low }: ConfidenceInterval, lang: Lang): string {
  const text = words(lang).report;
  return text.bracket(text.interval(showCount(low, lang), showCount(high, lang)));
}

/** A difference with its sign, and its interval; nothing where there is none. */
export function showDifference({ high, low, point }: ConfidenceInterval, lang: Lang, decimals = 0): string {
  const text = words(lang).report;
  const sign = (value: number) => {
    const whole = Math.round(value * 10 ** decimals);
    if (whole === 0) return '0';
    return `${whole > 0 ? '+' : '−'}${formatNumber(lang, Math.abs(value), decimals)}`;
  };
  return low === 0 && high === 0 ? '0' : `${sign(point)}${text.bracket(text.interval(sign(low), sign(high)))}`;
}

/** When the floor was back to normal. */
export function sayRecovery(report: AfterAction, lang: Lang): string {
  const text = words(lang).drill;
  const { recovery } = report.outcome;
  if (recovery === null) return text.notRecovered;
  const time = nameClock(report, report.injects[0].at + recovery, lang);
  return text.recovered({ time, after: formatDuration(lang, recovery) });
}

/** The sentence to take away. */
export function sayFinding(report: AfterAction, lang: Lang): string {
  const text = words(lang).drill;
  const { outcome, outcomeOfNobody } = report;
  const values = {
    lost: formatNumber(lang, outcome.lost),
    customers: formatNumber(lang, outcome.customers),
    saved: formatNumber(lang, outcomeOfNobody.lost - outcome.lost),
    cost: showCount(outcome.cost, lang),
    recovery: sayRecovery(report, lang),
  };
  return report.decisions.length === 0 ? text.findingNone(values) : text.finding(values);
}

/** What an objective reached, and what it should have. */
export function showObjective(
  report: AfterAction,
  { measure, reached, target }: ReportedObjective,
  lang: Lang,
): { reached: string; target: string } {
  const { never } = words(lang).drill;
  if (typeof measure !== 'number') {
    return { reached: reached === null ? never : formatDuration(lang, reached), target: formatDuration(lang, target) };
  }
  const claim = report.promises[measure];
  return {
    reached: reached === null ? '–' : showValue(claim, reached, lang),
    target: `${nameMeasure(claim, lang)} ${claim.sense === 'at-least' ? '≥' : '≤'} ${showTarget(claim, lang)}`,
  };
}

/** Whether a promise was kept on the day; null where nothing could be judged. */
export function isKept({ outcome, promises }: AfterAction, promise: number): boolean | null {
  const { met, of } = outcome.promises[promise];
  return of === 0 ? null : meetsTarget(promises[promise], met / of);
}

/** What a promise reached on the day, with nobody acting, without the emergency; its target, and whether it held. */
export function showPromise(report: AfterAction, promise: number, lang: Lang): string[] {
  const text = words(lang).drill;
  const claim = report.promises[promise];
  const kept = isKept(report, promise);
  const reached = [report.outcome, report.outcomeOfNobody, report.outcomeOfOrdinary].map(({ promises }) => {
    const { met, of } = promises[promise];
    return of === 0 ? '–' : showValue(claim, met / of, lang);
  });
  return [...reached, showTarget(claim, lang), kept === null ? '–' : kept ? text.yes : text.no];
}

/** What the wall board showed at a moment. */
export function saySeen(report: AfterAction, at: number, lang: Lang): string {
  const seen = report.track.findLast(({ time }) => time <= at);
  if (seen === undefined) return '–';
  return words(lang).drill.seen({
    waiting: formatNumber(lang, seen.queue),
    longest: formatDuration(lang, Math.round(seen.longestWait)),
  });
}

/** The best course found, and what it would have saved. */
export function sayRegret(report: AfterAction, { best }: Review, lang: Lang): string {
  const { change, hindsight } = words(lang).drill;
  if (best.change.kind === 'decided') return hindsight.noRegret({ best: change.decided });
  const values = {
    best: sayChange(report, best.change, lang),
    lost: showDifference(best.lost, lang),
    damage: showDifference(best.regret, lang),
  };
  return best.regret.low > 0 ? hindsight.regret(values) : hindsight.unsure(values);
}

/** When a course was back to normal, over the days of a review. */
export function sayBack({ recovered, recovery }: Reviewed, lang: Lang): string {
  const time = recovery === null ? null : formatDuration(lang, recovery);
  return words(lang).drill.perDay({ share: formatPercent(lang, recovered), time });
}

/** What went well, each a sentence with its evidence. */
export function sayStrengths(report: AfterAction, lang: Lang): string[] {
  const { strengths } = words(lang).drill;
  const { review } = report;
  const found = report.objectives
    .filter(({ rating }) => rating === 'P')
    .map((objective) =>
      strengths.objective({
        objective: say(objective.text, lang),
        reached: showObjective(report, objective, lang).reached,
      }),
    );
  const idle = review?.courses.find(({ change }) => change.kind === 'nobody');
  if (idle !== undefined && idle.saves.low > 0) {
    found.push(strengths.plan({ saved: showCount(idle.saves.point, lang), range: sayRange(idle.saves, lang) }));
  }
  for (const { change, saves, spares } of review?.courses ?? []) {
    if (change.kind !== 'left-out' || saves.low <= 0 || spares.low <= 0) continue;
    const decision = sayDecision(report, change.decision, lang);
    const time = nameClock(report, report.decisions[change.decision].at, lang);
    found.push(
      strengths.decision({ decision, time, saved: `${showCount(saves.point, lang)}${sayRange(saves, lang)}` }),
    );
  }
  return found.length === 0 ? [strengths.none] : found;
}

/** Something to improve: what, the evidence, and what could be done. */
export interface Improvement {
  issue: string;
  evidence: string;
  action: string;
}

/** What should be better, each with its evidence. */
export function sayImprovements(report: AfterAction, lang: Lang): Improvement[] {
  const { improve } = words(lang).drill;
  const missed = report.objectives
    .filter(({ rating }) => rating !== 'P')
    .map((objective): Improvement => {
      const shown = showObjective(report, objective, lang);
      return {
        issue: improve.objective({ objective: say(objective.text, lang) }),
        evidence: improve.objectiveEvidence(shown),
        action: improve.objectiveAction,
      };
    });
  missed.push(...improveNorm(report, lang));
  const { review } = report;
  if (review === null) return missed;
  const plans = review.courses.flatMap(({ change, saves, spares }): Improvement[] => {
    if (change.kind !== 'plan' || spares.high >= 0) return [];
    const saved = { saved: showCount(-saves.point, lang), range: sayRange(turned(saves), lang) };
    const plan = report.plans[change.plan];
    return [{ issue: improve.plan({ plan }), evidence: improve.planEvidence(saved), action: improve.planAction }];
  });
  return [...missed, ...plans, ...report.decisions.flatMap((_, i) => improveDecision(report, i, lang))];
}

/** Clauses of the norm that broke. */
function improveNorm(report: AfterAction, lang: Lang): Improvement[] {
  const { improve } = words(lang).drill;
  return (report.norm?.clauses ?? []).flatMap(({ id, judged, text }): Improvement[] => {
    if (typeof judged !== 'number' || isKept(report, judged) !== false) return [];
    const [reached, noAction, ordinary, target] = showPromise(report, judged, lang);
    return [
      {
        issue: improve.clause({ clause: id, asked: text[lang] }),
        evidence: improve.clauseEvidence({ reached, target, noAction, ordinary }),
        action: improve.clauseAction,
      },
    ];
  });
}

/** The same interval seen from the other side. */
export function turned({ high, low, point }: ConfidenceInterval): ConfidenceInterval {
  return { point: -point, low: -high, high: -low };
}

/** A decision that came late, did harm, or shows no effect. */
function improveDecision(report: AfterAction, index: number, lang: Lang): Improvement[] {
  const { improve } = words(lang).drill;
  const own = (report.review?.courses ?? []).filter(
    ({ change }) => (change.kind === 'moved' || change.kind === 'left-out') && change.decision === index,
  );
  const decision = sayDecision(report, index, lang);
  const time = nameClock(report, report.decisions[index].at, lang);
  const without = own.find(({ change }) => change.kind === 'left-out');
  const told = (saves: ConfidenceInterval) => ({
    saved: showCount(-saves.point, lang),
    range: sayRange(turned(saves), lang),
  });
  if (without !== undefined && without.saves.high < 0 && without.spares.high < 0) {
    const evidence = improve.harmfulEvidence(told(without.saves));
    const { order } = report.decisions[index];
    const isRaised = order.action === 'pull' || (order.action === 'level' && order.level > levelBefore(report, index));
    const action = isRaised ? improve.harmfulAction : improve.tooSoonAction;
    return [{ issue: improve.harmful({ decision, time }), evidence, action }];
  }
  const earlier = own
    .filter(
      ({ change, saves, spares }) => change.kind === 'moved' && change.minutes < 0 && saves.high < 0 && spares.high < 0,
    )
    .sort((a, b) => a.saves.point - b.saves.point)[0];
  if (earlier !== undefined && earlier.change.kind === 'moved') {
    const { at } = report.decisions[index];
    const moved = Math.min(
      -earlier.change.minutes,
      (at - earliest({ ...report.drill, injects: report.injects }, at)) / 60,
    );
    const minutes = formatNumber(lang, moved);
    const evidence = improve.lateEvidence({
      ...told(earlier.saves),
      earlier: nameClock(report, at - moved * 60, lang),
      seen: saySeen(report, at - moved * 60, lang),
    });
    const shown = report.track.findLast((point) => point.time <= at - moved * 60)?.queue ?? 0;
    return shown > report.drill.normalQueue
      ? [{ issue: improve.late({ decision, time, minutes }), evidence, action: improve.lateAction }]
      : [{ issue: improve.unseen({ decision, time, minutes }), evidence, action: improve.unseenAction }];
  }
  return [];
}
