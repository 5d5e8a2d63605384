/** A norm held against a scenario before anything is simulated: which clause becomes which promise, and what no run can decide. */
import type { Scenario, ServiceClock, ServicePromise } from '../../scenario/scenario.ts';
import type { Clause, Match, Matching, Norm } from './clause-test.ts';
import { clauseTests } from './tests/index.ts';

/** A norm and the scenario that answers it. */
export interface MatchedNorm {
  /** The scenario with the norm's promises in place of its own, and the clocks that they need. */
  scenario: Scenario;
  clauses: MatchedClause[];
}

/** One clause and what it comes to. */
export interface MatchedClause {
  clause: Clause;
  match: Match;
  /** Index among the promises of the matched scenario; null where no run decides it. */
  promise: number | null;
}

/**
 * Finds for every clause what it speaks of in the scenario. The clocks of the scenario stay; where the norm allows another time
 * than a clock does, a copy runs beside it with the norm's.
 *
 * @param norm read by `parseNorm`
 * @param scenario resolved; its own promises are left out
 */
export function matchNorm(norm: Norm, scenario: Scenario): MatchedNorm {
  const clocks: ServiceClock[] = [...(scenario.clocks ?? [])];
  const promises: ServicePromise[] = [];
  const clauses = norm.clauses.map((clause): MatchedClause => {
    const match = clauseTests.get(clause.test.kind).match(clause.test, matchingFor(norm, clause, scenario, clocks));
    if (match.by !== 'simulation') return { clause, match, promise: null };
    promises.push({ id: clause.id, ...match.promise });
    return { clause, match, promise: promises.length - 1 };
  });
  return { scenario: { ...scenario, ...(clocks.length === 0 ? {} : { clocks }), promises }, clauses };
}

function matchingFor(norm: Norm, clause: Clause, scenario: Scenario, clocks: ServiceClock[]): Matching {
  const roleOf = (role: string) => (Object.hasOwn(norm.roles, role) ? norm.roles[role] : { names: [], channels: [] });
  const namesOf = (role: string) => [...new Set([role, ...roleOf(role).names])];
  const typesWhere = (is: (work: Scenario['work'][number]) => boolean) =>
    scenario.work.flatMap((work, type) => (is(work) ? [type] : []));
  return {
    clause,
    scenario,
    namesOf,
    workOf(role) {
      const told = scenario.norm?.roles ?? {};
      if (Object.hasOwn(told, role)) return told[role];
      const names = namesOf(role).map((name) => name.toLowerCase());
      const named = typesWhere(({ name }) => names.includes(name.toLowerCase()));
      return named.length > 0 ? named : typesWhere(({ channel }) => roleOf(role).channels.includes(channel));
    },
    addClock: (clock) => clocks.push(clock) - 1,
  };
}
