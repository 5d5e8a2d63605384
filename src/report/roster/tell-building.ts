/** A built roster in sentences. */
import type { Building } from '../../experiment/roster/build-roster.ts';
import type { FreshCheck } from '../../experiment/roster/check-on-fresh-days.ts';
import { dayShareOf } from '../../experiment/roster/day-aim.ts';
import { explainShortfall } from '../../experiment/roster/explain-shortfall.ts';
import { timeOf } from '../../kinds/clock.ts';
import { ruledShift } from '../../plan/roster/check-labour-rules.ts';
import { paidSeconds } from '../../scenario/roster/roster.ts';
import { RosterClock } from '../../scenario/roster/roster-clock.ts';
import { goesAgainst } from '../../scenario/roster/wishes.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../../words/dictionary.ts';

/** What fresh days say of the roster as a whole; null where none were asked. */
export function judgementOf({ check, ended, problem }: Building): 'held' | 'broken' | 'undecided' | null {
  if (check === null) return null;
  if (ended === 'held') return 'held';
  const { promises } = problem.scenario;
  const daysFail = check.share !== null && check.share.high < dayShareOf(problem.scenario);
  const isBroken = check.verdicts.some(
    ({ judgement, promise }) => judgement === 'broken' && promises[promise].scope === 'interval',
  );
  return daysFail || isBroken ? 'broken' : 'undecided';
}

/** Whether the roster holds, in one sentence. */
export function tellFinding(built: Building, lang: Lang): string {
  const { check, problem } = built;
  const { finding } = wordsIn(lang).rosterBuild;
  const judgement = judgementOf(built);
  if (check === null || judgement === null) return finding.unchecked();
  const promises = promisesNotHeld(check, problem.scenario);
  if (check.share === null) return finding[judgement]({ days: null, promises });
  const { high, low, value } = check.share;
  return finding[judgement]({ days: { share: value, low, high, asked: dayShareOf(problem.scenario) }, promises });
}

/** Names of the promises of scope `interval` that are not held for sure. */
function promisesNotHeld({ verdicts }: FreshCheck, { promises }: Scenario): string[] {
  return verdicts.flatMap(({ judgement, promise }) =>
    promises[promise].scope === 'interval' && judgement !== 'held' && judgement !== 'nothing-to-judge'
      ? [promises[promise].id]
      : [],
  );
}

/** What Erlang C's rosters cost and whether they hold, a sentence each. */
export function tellErlangC({ cost, erlangC, problem }: Building, lang: Lang): string[] {
  const asked = dayShareOf(problem.scenario);
  return (erlangC ?? []).map((one) => wordsIn(lang).rosterBuild.erlangC({ ...one, ours: cost, asked }));
}

/** What it costs, in one sentence. */
export function tellCost({ cost, problem, roster }: Building, lang: Lang): string {
  const hours = roster.shifts.reduce((sum, shift) => sum + paidSeconds(shift, roster.unpaid) / 3600, 0);
  const money = problem.scenario.shifts?.costPerHour.some((rate) => rate !== 1) ?? false;
  return wordsIn(lang).rosterBuild.cost({ hours, people: roster.shifts.length, cost, money });
}

/** How far wishes were met; nothing where nobody has any. */
export function tellWishes({ roster }: Building, lang: Lang): string[] {
  const clock = new RosterClock(roster.startDate, roster.timeZone);
  const wishing = new Set(roster.people.flatMap(({ wishes }, person) => (wishes?.length ? [person] : [])));
  if (wishing.size === 0) return [];
  const own = roster.shifts.filter(({ person }) => wishing.has(person));
  const against = own.filter((shift) => {
    const { date } = clock.local(shift.from);
    const wished = { ...ruledShift(shift, roster, clock), date };
    return roster.people[shift.person].wishes?.some((wish) => goesAgainst(wish, wished));
  });
  return [wordsIn(lang).rosterBuild.wishes({ people: wishing.size, shifts: own.length, against: against.length })];
}

/** Stretches that are told one by one. */
const mostTold = 6;

/** Where a roster that does not hold is short, and why; nothing of one that holds. */
export function tellShortfall(built: Building, lang: Lang): string[] {
  if (built.ended === 'held') return [];
  const { clock, promises } = built.problem.scenario;
  const text = wordsIn(lang).rosterBuild.shortfall;
  const found = explainShortfall(built);
  const moment = (seconds: number, day: number) => {
    const { date, start } = clock.days[day];
    const time = timeOf(Math.round((seconds - start) / 60));
    return clock.days.length === 1 ? time : `${date} ${time}`;
  };
  const told = found.slice(0, mostTold).map(({ cause, from, promise, to }) => {
    const day = clock.days.findIndex(({ end }) => from < end);
    const last = clock.days.findIndex(({ end }) => to <= end);
    return text[cause]({ promise: promises[promise].id, from: moment(from, day), to: moment(to, last) });
  });
  return found.length > mostTold ? [...told, text.more({ count: found.length - mostTold })] : told;
}
