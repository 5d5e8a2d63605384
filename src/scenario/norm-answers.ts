/** What a scenario answers to a norm: names of work to indexes. */
import type { Resolution } from './resolution.ts';
import type { NormAnswers } from './scenario.ts';

/** The section `norm`; undefined where there is none. */
export function resolveNormAnswers(resolution: Resolution): NormAnswers | undefined {
  const { norm, work } = resolution.written;
  if (norm === undefined) return undefined;
  const names = Object.keys(work);
  const roles = Object.entries(norm.roles).map(([role, types]): [string, number[]] => [
    role,
    types.map((name, place) => resolution.indexOf('work', name, names, ['norm', 'roles', role, place])),
  ]);
  return { roles: Object.fromEntries(roles), declares: norm.declares };
}
