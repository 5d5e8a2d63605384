/** The tolerances of the Erlang families: looser for very large groups and at the edge of stability. */
import type { FieldReader } from '../reference-file.ts';
import { absolute, relative, strictlyRelative, type Tolerance } from '../tolerance.ts';

/**
 * The tolerance of a probability or a wait.
 *
 * @param field its name
 * @param expected its reference value
 * @param input `a_erl` and `n` are read
 */
export function erlangTolerance(field: string, expected: number, input: FieldReader): Tolerance {
  if (field.startsWith('ln_')) return absolute(1e-8 * Math.max(1, Math.abs(expected)));
  if (field.endsWith('_gt_t')) return Math.abs(expected) < 1e-250 ? absolute(1e-250) : strictlyRelative(1e-8);
  if (field === 'sl') return absolute(1e-12);
  if (/^wait_q\d+_s$/.test(field)) return expected === 0 ? 'equal' : { relative: 1e-9, absolute: 1e-7 };
  const agents = input.number('n');
  return relative(agents > 1e4 || input.number('a_erl') / agents > 0.999 ? 1e-8 : 1e-10);
}
