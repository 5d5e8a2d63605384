/** Centres so small that one can say beforehand which clauses of the shipped norm they keep and which they break. */
import { readFileSync } from 'node:fs';
import { join, resolve as resolvePath } from 'node:path';
import { runExperiment } from '../../../src/experiment/run-experiment.ts';
import type { Norm } from '../../../src/judge/norm/clause-test.ts';
import { matchNorm } from '../../../src/judge/norm/match-norm.ts';
import { parseNorm } from '../../../src/judge/norm/parse-norm.ts';
import { buildNormStatement, type StatedClause } from '../../../src/report/norm/norm-statement.ts';
import { accept } from '../../../src/scenario/parse.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { madeFiles } from '../../scenario/files.ts';

/** The norm that is shipped. */
export const telecom: Norm = parseNorm(
  readFileSync(join(resolvePath(import.meta.dirname, '../../..'), 'norms/telecom.yaml')),
  'telecom.yaml',
);

/** Perfect runs are believed up to a share of 95 % from 73 of them on (Wilson 1927); half of them would do for a break. */
export const enoughRuns = 80;

type Written = Record<string, unknown>;

/** Four items an hour in the first hours of every day. */
export const few = { kind: 'recorded-counts', from: '09:00', intervalMinutes: 60, counts: [4, 4, 4] };

/** A centre that is open day and night with an agent for everybody, but for what is changed. */
export function centre({
  work,
  days = 8,
  ...more
}: Written & { work: Record<string, Written>; days?: number }): Scenario {
  const skills = Object.fromEntries(Object.keys(work).map((name) => [name, 1]));
  const written = {
    clock: { start: '2026-03-02', days, intervalMinutes: 60 },
    calendars: { office: { workingDays: '09:00-17:30' } },
    people: { groups: { everybody: { skills, staff: 60 } } },
    ...more,
    work,
  };
  return resolve(accept(written, 'test'), { name: 'test', reader: madeFiles({}) });
}

/** Judges one clause of a norm on a scenario. */
export async function judgeClause(id: string, scenario: Scenario, norm = telecom): Promise<StatedClause> {
  const one: Norm = { ...norm, clauses: norm.clauses.filter((clause) => clause.id === id) };
  const matched = matchNorm(one, scenario);
  const outcome = await runExperiment(matched.scenario, { seed: '1', runs: enoughRuns, threads: 1 });
  return buildNormStatement(one, matched, outcome).clauses[0];
}
