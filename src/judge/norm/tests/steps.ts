/** A clause that fixes an order of steps: work follows work, and no way leads past a step. */
import { Type } from 'typebox';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ClauseTest, type Match, type Matching, type WrittenTest, workOfRoles } from '../clause-test.ts';

interface StepsTest extends WrittenTest {
  steps: string[];
}

const schema = Type.Object(
  {
    steps: Type.Array(Type.String(), {
      minItems: 2,
      uniqueItems: true,
      description: 'Roles in their order; what becomes of the first reaches the last through all others.',
      examples: [['ticket', 'satisfaction call', 'evaluation', 'archive']],
    }),
  },
  { additionalProperties: false },
);

function match(written: WrittenTest, matching: Matching): Match {
  const { steps } = written as StepsTest;
  const { scenario } = matching;
  const all = workOfRoles(steps, matching);
  if (!Array.isArray(all)) return all;
  const places = steps.map((role) => matching.workOf(role));
  const broken = (key: 'stepUnreached' | 'stepSkipped', from: string, to: string): Match => ({
    by: 'structure',
    judgement: 'broken',
    notes: [{ key, values: { from, to } }],
  });
  for (let i = 1; i < steps.length; i++) {
    // Any one of several kinds of work that leads nowhere is a gap.
    const gap = places[i - 1].find((type) => !reaches(scenario, [type], places[i], []));
    if (gap !== undefined) return broken('stepUnreached', scenario.work[gap].name, steps[i]);
  }
  const last = places[steps.length - 1];
  for (let i = 1; i + 1 < steps.length; i++) {
    if (reaches(scenario, places[0], last, places[i])) return broken('stepSkipped', steps[i], steps[steps.length - 1]);
  }
  return { by: 'structure', judgement: 'held', notes: [{ key: 'stepsFollow', values: { steps } }] };
}

/** Whether items of some work can become some other, without passing through a third. */
function reaches(
  { work }: Scenario,
  from: readonly number[],
  to: readonly number[],
  without: readonly number[],
): boolean {
  const seen = new Set(from);
  for (const type of seen) {
    for (const { becomes, fraction, perMinuteWaited } of work[type].followUps ?? []) {
      if ((fraction <= 0 && perMinuteWaited <= 0) || without.includes(becomes)) continue;
      if (to.includes(becomes)) return true;
      seen.add(becomes);
    }
  }
  return false;
}

/** Steps come in their order. */
export const steps: ClauseTest = {
  kind: 'steps',
  summary: {
    en: 'steps come in a fixed order, read from what follows from what',
    zh: '步骤按固定次序进行，由衍生关系判定',
  },
  schema,
  match,
};
