/** A built roster in sentences. */
import type { Building } from '../../experiment/roster/build-roster.ts';
import { dayShareOf } from '../../experiment/roster/day-aim.ts';
import { paidSeconds } from '../../scenario/roster/roster.ts';
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
