/** How a clause of a norm is tested: what every kind of test promises, and what it is handed. */
import type { Kind } from '../../kinds/kind.ts';
import type { Scenario, ServiceClock, ServicePromise } from '../../scenario/scenario.ts';
import type { Bilingual } from '../../words/dictionary.ts';
import type { NormNote } from '../../words/norm.ts';

/** Who or what a clause speaks of, and by what a scenario's work is recognised. */
export interface Role {
  /** Names that work has, without regard to case. */
  names: string[];
  /** Where no work has such a name: all work of these channels. */
  channels: string[];
}

/** What a norm asks of one thing. */
export interface Clause {
  id: string;
  text: Bilingual;
  source: Bilingual;
  /** What the clause asks besides and the test does not see. */
  notTested?: Bilingual;
  test: WrittenTest;
}

/** A test as written: its kind, and the fields that the kind's schema has checked. */
export interface WrittenTest {
  kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: the fields of a kind are what its own schema has checked
  [field: string]: any;
}

/** A norm: its clauses in their order, and the roles that they speak of. */
export interface Norm {
  /** File name without its ending. */
  name: string;
  title: Bilingual;
  roles: Readonly<Record<string, Role>>;
  clauses: readonly Clause[];
}

/** What a clause comes to in a scenario before anything is simulated. */
export type Match = PromiseMatch | DecidedMatch | UntestableMatch;

/** It is a promise, which the simulation decides. */
export interface PromiseMatch {
  by: 'simulation';
  promise: Omit<ServicePromise, 'id'>;
  /** The norm names no share, and the target is a convention. */
  isShareAssumed: boolean;
  notes: NormNote[];
}

/** The scenario's structure, or what it declares, decides it. */
export interface DecidedMatch {
  by: 'structure' | 'declaration';
  judgement: 'held' | 'broken';
  notes: NormNote[];
}

/** This scenario cannot show it. */
export interface UntestableMatch {
  by: 'none';
  /** Why not. */
  notes: NormNote[];
}

/** What a test is handed. */
export interface Matching {
  readonly clause: Clause;
  readonly scenario: Scenario;
  /** The work that plays a role, by index; empty when none does. */
  workOf(role: string): number[];
  /** The names by which work would be recognised for a role. */
  namesOf(role: string): string[];
  /** Adds a clock to those that run; returns its index. */
  addClock(clock: ServiceClock): number;
}

/** A kind of test; one file in `tests/`. */
export interface ClauseTest extends Kind {
  /** Finds in the scenario what the clause speaks of. */
  match(test: WrittenTest, matching: Matching): Match;
  /** Keys of which the file must have exactly one. */
  readonly oneOf?: readonly string[];
}

/** A clause that nothing in the scenario answers. */
export function untestable(...notes: NormNote[]): UntestableMatch {
  return { by: 'none', notes };
}

/**
 * The work of several roles, or what is missing.
 * @returns indexes, ascending and without repetition
 */
export function workOfRoles(roles: readonly string[], matching: Matching): number[] | UntestableMatch {
  const missing = roles.filter((role) => matching.workOf(role).length === 0);
  if (missing.length > 0) {
    return untestable(
      ...missing.map((role): NormNote => ({ key: 'noWork', values: { role, names: matching.namesOf(role) } })),
    );
  }
  return [...new Set(roles.flatMap((role) => matching.workOf(role)))].sort((a, b) => a - b);
}
