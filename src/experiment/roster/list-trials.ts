/** The changes that advice about a roster tries: an agent more and fewer by half-hour and kind of work, a skill, a lunch. */
import { clip, expectedContacts } from '../../plan/interval-means.ts';
import { changeRoster, type RosterChange, smallChanges } from '../../plan/roster/small-changes.ts';
import { groupsAble, withAgents } from '../../plan/roster/with-agents.ts';
import type { Roster } from '../../scenario/roster/roster.ts';
import type { WrittenSkills } from '../../scenario/roster/staff-roster.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** One agent more or fewer for a kind of work in a planning interval. */
export interface AgentChange {
  change: 'more' | 'fewer';
  work: number;
  interval: number;
}

/** A change with the scenario that tries it. */
export interface Trial {
  what: AgentChange | RosterChange;
  scenario: Scenario;
  /** Agent-seconds more (or, negative, fewer) on queue. */
  seconds: number;
}

/** A roster that is named people, and how a changed one becomes a scenario. */
export interface AdvisedRoster {
  roster: Roster;
  /** Skills of the scenario's groups by name. */
  groups: Readonly<Record<string, WrittenSkills>>;
  resolveRoster: (roster: Roster) => Scenario;
}

/**
 * Every change worth trying, agents first, in the order of time.
 *
 * @param scenario with the roster as it is
 * @param people null where staff is head-counts alone: then nobody can be taught and no lunch moved
 */
export function listTrials(scenario: Scenario, people: AdvisedRoster | null): Trial[] {
  const trials = agentTrials(scenario);
  if (people === null) return trials;
  const { groups, resolveRoster, roster } = people;
  const names = scenario.work.map(({ name }) => name);
  for (const what of smallChanges(roster, groups, names, scenario.clock.intervalSeconds)) {
    trials.push({ what, scenario: resolveRoster(changeRoster(roster, what, groups)), seconds: 0 });
  }
  return trials;
}

function agentTrials(scenario: Scenario): Trial[] {
  const { intervalStarts } = scenario.clock;
  const none = intervalStarts.slice(1).map(() => 0);
  const trials: Trial[] = [];
  for (const [work, type] of scenario.work.entries()) {
    const isPromised = scenario.promises.some((promise) => promise.work.includes(work));
    if (!isPromised || groupsAble(scenario, work).length === 0) continue;
    for (const interval of none.keys()) {
      const span = { from: intervalStarts[interval], to: intervalStarts[interval + 1] };
      if (expectedContacts(type, span) === 0 || clip(type.hours, span).length === 0) continue;
      for (const [change, count] of [
        ['more', 1],
        ['fewer', -1],
      ] as const) {
        const changed = withAgents(scenario, work, none.with(interval, count));
        trials.push({ what: { change, work, interval }, scenario: changed, seconds: count * (span.to - span.from) });
      }
    }
  }
  return trials;
}
