/** A clause that something must follow from something: a share of work is sampled, or what fails is put right. */
import { Type } from 'typebox';
import { sampling } from '../../../kinds/sampling/index.ts';
import { type ItemOutcome, outcomes, type Scenario, type WorkType } from '../../../scenario/scenario.ts';
import type { NormNote } from '../../../words/norm.ts';
import {
  type ClauseTest,
  type Match,
  type Matching,
  untestable,
  type WrittenTest,
  workOfRoles,
} from '../clause-test.ts';
import { usualShare } from './clock.ts';

interface Chain {
  of: string;
  after: ItemOutcome[];
  becomes: string;
  share: number;
  pointsBelow?: number;
}

interface FollowsTest extends WrittenTest {
  chains: Chain[];
  doneWithinHours?: number;
}

const schema = Type.Object(
  {
    chains: Type.Array(
      Type.Object(
        {
          of: Type.String({ description: 'Role of the work from which it follows.', examples: ['hotline'] }),
          after: Type.Array(Type.Enum([...outcomes]), {
            minItems: 1,
            uniqueItems: true,
            default: ['handled'],
            description: 'Outcomes after which it follows, those of them that the work can have.',
            examples: [['unresolved', 'dissatisfied']],
          }),
          becomes: Type.String({ description: 'Role of the work that follows.', examples: ['evaluation'] }),
          share: Type.Number({
            minimum: 0,
            maximum: 1,
            description: 'Share (0–1) of items, at least, of which it follows.',
            examples: [0.1],
          }),
          pointsBelow: Type.Optional(
            Type.Number({
              minimum: 0,
              maximum: 100,
              description: 'Points below which the work must count as dissatisfied.',
              examples: [80],
            }),
          ),
        },
        { additionalProperties: false },
      ),
      {
        minItems: 1,
        description: 'What follows from what.',
        examples: [[{ of: 'hotline', becomes: 'evaluation', share: 0.1 }]],
      },
    ),
    doneWithinHours: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 8784,
        description: `What follows is also done within so many hours, in ${usualShare * 100} % of cases. Default: not asked.`,
        examples: [72],
      }),
    ),
  },
  { additionalProperties: false },
);

function match(written: WrittenTest, matching: Matching): Match {
  const { chains, doneWithinHours } = written as FollowsTest;
  const all = workOfRoles([...new Set(chains.flatMap(({ of, becomes }) => [of, becomes]))], matching);
  if (!Array.isArray(all)) return all;
  const found = chains.map((chain) => follow(chain, matching));
  const broken = found.flatMap((one) => (one.judgement === 'broken' ? one.notes : []));
  if (broken.length > 0) return { by: 'structure', judgement: 'broken', notes: broken };
  const open = found.flatMap((one) => (one.judgement === 'untestable' ? one.notes : []));
  if (open.length > 0) return untestable(...open);
  const notes = found.flatMap((one) => one.notes);
  if (doneWithinHours === undefined) return { by: 'structure', judgement: 'held', notes };
  return { ...promiseDone(chains, doneWithinHours, matching), notes: [...notes, doneNote(doneWithinHours)] };
}

const doneNote = (hours: number): NormNote => ({ key: 'doneWithin', values: { hours } });

/** The promise that what follows is done. */
function promiseDone(
  chains: readonly Chain[],
  hours: number,
  matching: Matching,
): Extract<Match, { by: 'simulation' }> {
  const { clause, scenario } = matching;
  const work = [...new Set(chains.flatMap(({ becomes }) => matching.workOf(becomes)))].sort((a, b) => a - b);
  const clock = matching.addClock({
    name: clause.id,
    starts: work.map((type) => ({ work: type, point: 'created' })),
    stops: work.map((type) => ({ work: type, point: 'handled' })),
    pauses: { from: [], until: [] },
    within: 3600 * hours,
    hours: null,
    moments: [],
    extension: { fraction: 0, seconds: 0, noticed: 1 },
    remindBefore: 0,
  });
  return {
    by: 'simulation',
    promise: {
      measure: 'on-time',
      variant: 'decided',
      answerWithin: 0,
      shortAbandon: 0,
      clock,
      target: usualShare,
      sense: 'at-least',
      scope: 'day',
      work,
      hours: [{ from: 0, to: scenario.clock.horizonSeconds }],
      dayShare: 0.9,
    },
    isShareAssumed: true,
    notes: [],
  };
}

/** Whether one thing follows from another as often as it must. */
function follow(
  { of, after, becomes, pointsBelow, share }: Chain,
  matching: Matching,
): { judgement: 'held' | 'broken' | 'untestable'; notes: NormNote[] } {
  const { scenario } = matching;
  const into = matching.workOf(becomes);
  const notes: NormNote[] = [];
  for (const type of matching.workOf(of)) {
    const work = scenario.work[type];
    const able = scenario.groups.flatMap(({ speeds }, group) => (speeds[type] > 0 ? [group] : []));
    const gives = scenario.quality?.evaluators.work.includes(type) ?? false;
    const possible = after.filter((outcome) => (gives && isScored(outcome)) || canHappen(work, outcome, able));
    if (possible.length === 0) {
      return { judgement: 'untestable', notes: [{ key: 'neverHappens', values: { work: work.name, after } }] };
    }
    const below = work.outcome?.satisfaction?.dissatisfiedBelow;
    if (pointsBelow !== undefined && possible.includes('dissatisfied') && below !== undefined && below < pointsBelow) {
      return {
        judgement: 'broken',
        notes: [{ key: 'lowMark', values: { work: work.name, scenario: below, norm: pointsBelow } }],
      };
    }
    const mark = scenario.quality?.pass ?? 100;
    if (pointsBelow !== undefined && possible.includes('unresolved') && gives && mark < pointsBelow) {
      const values = { work: work.name, scenario: mark, norm: pointsBelow };
      return { judgement: 'broken', notes: [{ key: 'lowMark', values }] };
    }
    for (const outcome of possible) {
      const drawn = outcome === 'handled' ? drawnShare(scenario, type, into) : 0;
      const found = drawn + Math.min(...able.map((group) => shareOf(scenario, type, outcome, into, group)));
      const values = { from: work.name, to: becomes, outcome, found, share };
      // Fractions that add up to the share in another order may miss it by the last bit.
      if (found < share - 1e-12) return { judgement: 'broken', notes: [{ key: 'tooFew', values }] };
      notes.push({ key: 'enough', values });
    }
  }
  return { judgement: 'held', notes };
}

/** Outcomes that a score decides. */
function isScored(outcome: ItemOutcome): boolean {
  return outcome === 'resolved' || outcome === 'unresolved';
}

/** The share of a type of work that samples draw at least. */
function drawnShare({ quality }: Matching['scenario'], type: number, into: readonly number[]): number {
  const samples = quality?.samples.filter(({ becomes, of }) => of.includes(type) && into.includes(becomes)) ?? [];
  return samples.reduce((sum, { rule }) => sum + (sampling.get(rule.kind).least?.(rule as never) ?? 0), 0);
}

function canHappen({ outcome }: WorkType, end: ItemOutcome, able: readonly number[]): boolean {
  if (able.length === 0) return false;
  if (end === 'unresolved') return able.some((group) => (outcome?.resolved[group] ?? 1) < 1);
  if (end === 'resolved') return able.some((group) => (outcome?.resolved[group] ?? 1) > 0);
  if (end === 'dissatisfied') return (outcome?.satisfaction?.rated ?? 0) > 0;
  return true;
}

/**
 * The mean number of items of some work that follow from one that a group has handled, at once or by way of work that is always
 * handled in the end, whoever does it.
 * @param passed work on the way so far, by index: a circle counts once
 */
function shareOf(
  scenario: Scenario,
  type: number,
  end: ItemOutcome,
  into: readonly number[],
  group: number,
  passed: readonly number[] = [type],
): number {
  const { groups, work } = scenario;
  const { followUps = [], outcome } = work[type];
  const onward = (next: number): number => {
    if (into.includes(next)) return 1;
    if (passed.includes(next) || work[next].closing !== 'keep') return 0;
    const able = groups.flatMap(({ speeds }, one) => (speeds[next] > 0 ? [one] : []));
    if (able.length === 0) return 0;
    return Math.min(...able.map((one) => shareOf(scenario, next, 'handled', into, one, [...passed, next])));
  };
  const after = (what: ItemOutcome) =>
    followUps
      .filter((one) => one.outcome === what)
      .reduce((sum, one) => sum + Math.min(1, one.fraction * one.byGroup[group]) * onward(one.becomes), 0);
  if (end !== 'handled') return after(end);
  const settled = outcome?.resolved[group] ?? 1;
  return after('handled') + settled * after('resolved') + (1 - settled) * after('unresolved');
}

/** Something follows from something, often enough. */
export const follows: ClauseTest = {
  kind: 'follows',
  summary: {
    en: 'a share of some work becomes other work: a sample is drawn, what fails is put right',
    zh: '某些业务按比例转为另一业务：抽样、整改',
  },
  schema,
  match,
};
