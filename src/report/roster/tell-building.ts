/** A built roster in sentences. */
import type { Building } from '../../experiment/roster/build-roster.ts';
import { dayShareOf } from '../../experiment/roster/day-aim.ts';
import { explainShortfall } from '../../experiment/roster/explain-shortfall.ts';
import { timeOf } from '../../kinds/clock.ts';
import { ruledShift } from '../../plan/roster/check-labour-rules.ts';
import { paidSeconds } from '../../scenario/roster/roster.ts';
import { RosterClock } from '../../scenario/roster/roster-clock.ts';
import { goesAgainst } from '../../scenario/roster/wishes.ts';
import { type Lang, words as wordsIn } from '../../words/dictionary.ts';

/** Whether the roster holds, in one sentence. */
export function tellFinding({ check, ended, problem }: Building, lang: Lang): string {
  const { finding } = wordsIn(lang).rosterBuild;
  if (check === null) return finding.unchecked();
  const held = ended === 'held';
  if (check.share === null) return held ? finding.heldIntervals() : finding.notHeldIntervals();
  const { high, low, value } = check.share;
  const said = { share: value, low, high, asked: dayShareOf(problem.scenario) };
  return held ? finding.held(said) : finding.notHeld(said);
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
