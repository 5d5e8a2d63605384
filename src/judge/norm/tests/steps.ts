/** A clause that fixes an order of steps: work follows work, and no way leads past a step. */
import { Type } from 'typebox';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ClauseTest, type Match, type Matching, type WrittenTest, workOfRoles } from '../clause-test.ts';

interface StepsTest extends WrittenTest {
  steps: string[];
  sampled?: string[];
}

const schema = Type.Object(
  {
    steps: Type.Array(Type.String(), {
      minItems: 2,
      uniqueItems: true,
      description: 'Roles in their order; what becomes of the first reaches the last through all others.',
      examples: [['ticket', 'satisfaction call', 'evaluation', 'archive']],
    }),
    sampled: Type.Array(Type.String(), {
      uniqueItems: true,
      default: [],
      description:
        'Steps between that only a sample goes through: what is drawn goes no other way, the rest goes past them.',
      examples: [['evaluation']],
    }),
  },
  { additionalProperties: false },
);

function match(written: WrittenTest, matching: Matching): Match {
  const { sampled = [], steps } = written as StepsTest;
  const { scenario } = matching;
  const all = workOfRoles(steps, matching);
  if (!Array.isArray(all)) return all;
  const places = steps.map((role) => matching.workOf(role));
  // Of the work of a role only what the steps before lead to: recordings are evaluated as well, and no ticket.
  const onTheWay = [places[0]];
  const broken = (key: 'stepUnreached' | 'stepSkipped', from: string, to: string): Match => ({
    by: 'structure',
    judgement: 'broken',
    notes: [{ key, values: { from, to } }],
  });
  for (let i = 1; i < steps.length; i++) {
    // Any one of several kinds of work that leads nowhere is a gap.
    const gap = onTheWay[i - 1].find((type) => !reaches(scenario, [type], places[i], []));
    if (gap !== undefined) return broken('stepUnreached', scenario.work[gap].name, steps[i]);
    onTheWay.push(places[i].filter((type) => reaches(scenario, onTheWay[i - 1], [type], [])));
  }
  const last = places[steps.length - 1];
  for (let i = 1; i + 1 < steps.length; i++) {
    const isSkipped = sampled.includes(steps[i])
      ? goesBothWays(scenario, places[0], last, places[i])
      : reaches(scenario, places[0], last, places[i]);
    if (isSkipped) return broken('stepSkipped', steps[i], steps[steps.length - 1]);
  }
  return { by: 'structure', judgement: 'held', notes: [{ key: 'stepsFollow', values: { steps } }] };
}

/** Whether an item may become a step that a sample goes through, and also come to the end without it. */
function goesBothWays(
  scenario: Scenario,
  from: readonly number[],
  last: readonly number[],
  step: readonly number[],
): boolean {
  const { work } = scenario;
  const isBefore = (type: number) => from.includes(type) || reaches(scenario, from, [type], step);
  return work.some(({ followUps = [] }, type) => {
    if (step.includes(type) || !isBefore(type)) return false;
    const drawn = followUps.filter(({ becomes }) => step.includes(becomes));
    const past = followUps.filter(
      ({ becomes }) => !step.includes(becomes) && (last.includes(becomes) || reaches(scenario, [becomes], last, step)),
    );
    const excludes = (a: (typeof drawn)[number], b: (typeof past)[number]) =>
      a.outcome === b.outcome && a.above !== undefined && b.above !== undefined;
    return drawn.some((a) => past.some((b) => !excludes(a, b)));
  });
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
