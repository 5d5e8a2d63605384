/** Why the best roster that there is still breaks promises: the stretches that fail, and what keeps people from them. */
import type { Span } from '../../scenario/scenario.ts';
import type { Building } from './build-roster.ts';

/** What keeps a stretch from having enough people. */
export type ShortfallCause = 'no-shift' | 'no-people' | 'unknown';

/** A stretch in which a promise is broken on fresh days. */
export interface Shortfall extends Span {
  /** Index into `scenario.promises`. */
  promise: number;
  /**
   * `no-shift`: somewhere in it no shift of the scenario has anybody on queue; `no-people`: whoever can do the work does as much as
   * contract, leave and rules allow; `unknown`: neither.
   */
  cause: ShortfallCause;
}

/** The stretches that fail, by promise and time; neighbours of one cause are one. None where fresh days did not judge. */
export function explainShortfall(built: Building): Shortfall[] {
  const { intervalStarts } = built.problem.scenario.clock;
  const found: Shortfall[] = [];
  for (const { intervals, promise } of built.check?.verdicts ?? []) {
    for (const { interval, judgement } of intervals) {
      if (judgement !== 'broken') continue;
      const [from, to] = [intervalStarts[interval], intervalStarts[interval + 1]];
      const cause = causeOf(built, promise, { from, to });
      const last = found.at(-1);
      if (last?.promise === promise && last.to === from && last.cause === cause) last.to = to;
      else found.push({ promise, from, to, cause });
    }
  }
  return found;
}

function causeOf({ chosen, problem }: Building, promise: number, { from, to }: Span): ShortfallCause {
  const { candidates, demand, limits, scenario } = problem;
  const types = scenario.promises[promise].work;
  const able = scenario.groups.flatMap(({ speeds }, group) => (types.some((type) => speeds[type] > 0) ? [group] : []));
  const mayWork = (pattern: number) => scenario.shifts?.patterns[pattern]?.groups.some((group) => able.includes(group));
  const reached = new Set(candidates.flatMap(({ pattern, slots }) => (mayWork(pattern) ? slots : [])));
  const first = Math.floor(from / demand.step);
  const wanted = Array.from({ length: Math.ceil(to / demand.step) - first }, (_, i) => first + i).filter((slot) =>
    types.some((type) => demand.types[type].slots[slot] !== null),
  );
  if (wanted.some((slot) => !reached.has(slot))) return 'no-shift';
  if (limits === null) return 'unknown';
  const day = scenario.clock.days.findIndex(({ end }) => from < end);
  const shortest = Math.min(...candidates.flatMap(({ hours, pinned }) => (pinned === undefined ? [hours] : [])));
  const isSpent = able.every((group) => {
    const own = chosen.counts.filter((one) => one.group === group);
    const sum = (value: (candidate: number) => number) =>
      own.reduce((total, { candidate, people }) => total + people * value(candidate), 0);
    return (
      sum((candidate) => (candidates[candidate].day === day ? 1 : 0)) >= limits.people[group][day] ||
      sum(() => 1) >= limits.shifts[group] ||
      sum((candidate) => candidates[candidate].hours) + shortest > limits.hours[group]
    );
  });
  return isSpent ? 'no-people' : 'unknown';
}
