/** A clause that is a promise of a measure over the work of some roles. */
import { Type } from 'typebox';
import { KindList } from '../../../kinds/kind.ts';
import type { MeasureName } from '../../../kinds/measures/measure-name.ts';
import { measureNames } from '../../../kinds/measures/measure-names.ts';
import { hasBreaks } from '../../../scenario/breaks.ts';
import { leadsToComplaint } from '../../../scenario/complaints.ts';
import type { WrittenPromise } from '../../../scenario/promise-schema.ts';
import { usualHours } from '../../../scenario/promises.ts';
import type { Scenario, ServicePromise } from '../../../scenario/scenario.ts';
import { choice } from '../../../scenario/schema-parts.ts';
import { type ClauseTest, untestable, type WrittenTest, workOfRoles } from '../clause-test.ts';

/** What a clause of this kind says, defaults written in. */
interface MeasureTest extends WrittenTest {
  promise: WrittenPromise;
  of: string[];
  assumedShare: boolean;
}

/** Measures of one clock have a kind of test of their own. */
const allowed = new KindList<MeasureName>(
  'measures',
  measureNames.all().filter(({ schema }) => !('clock' in schema.properties)),
);

const scope = Type.Enum(['day', 'interval'], {
  default: 'day',
  description: 'Judged over all hours together, or in every interval as well.',
  examples: ['interval'],
});

const schema = Type.Object(
  {
    promise: Type.Unsafe<WrittenPromise>(
      choice(
        allowed,
        'measure',
        { scope },
        {
          description: 'The measure and its target, as in a scenario’s promises.',
          examples: [{ measure: 'answered-within', seconds: 10, atLeast: 0.9 }],
        },
      ),
    ),
    of: Type.Array(Type.String(), {
      minItems: 1,
      uniqueItems: true,
      description: 'Roles whose work is counted.',
      examples: [['hotline']],
    }),
    assumedShare: Type.Boolean({
      default: false,
      description: 'The norm names no share, and the target is a convention; the statement says so.',
      examples: [true],
    }),
  },
  { additionalProperties: false },
);

function match(test: WrittenTest, matching: Parameters<ClauseTest['match']>[1]): ReturnType<ClauseTest['match']> {
  const { assumedShare, of, promise } = test as MeasureTest;
  const { scenario } = matching;
  const found = workOfRoles(of, matching);
  if (!Array.isArray(found)) return found;
  const asked = asks[promise.measure];
  const work = asked === undefined ? found : found.filter((type) => hasAsked(scenario, type, asked));
  if (asked !== undefined && work.length === 0) {
    const names = found.map((type) => scenario.work[type].name);
    if (asked === 'complaint') return untestable({ key: 'nobodyComplains', values: { work: names } });
    if (asked === 'breaks') return untestable({ key: 'nobodyRests', values: { work: names } });
    return untestable({ key: 'nothingAsked', values: { work: names, section: asked } });
  }
  return {
    by: 'simulation',
    promise: promiseOf(promise, work, usualHours(work, scenario.work, false, scenario.clock)),
    isShareAssumed: assumedShare,
    notes: [],
  };
}

function hasAsked({ groups, quality, work }: Scenario, type: number, asked: Section): boolean {
  if (asked === 'breaks') return groups.some((group) => group.speeds[type] > 0 && hasBreaks(group));
  if (asked === 'complaint') return leadsToComplaint(work, type);
  return asked === 'quality' ? (quality?.work.includes(type) ?? false) : work[type].outcome?.[asked] !== undefined;
}

type Section = 'satisfaction' | 'knowledge' | 'quality' | 'complaint' | 'breaks';

/** What work must have so that a measure has anything to count. */
const asks: Readonly<Record<string, Section | undefined>> = {
  'complaint-rate': 'complaint',
  'breaks-on-time': 'breaks',
  quality: 'quality',
  'poor-quality': 'quality',
  'evaluation-share': 'quality',
  'qa-pass-rate': 'quality',
  'finding-repeat-rate': 'quality',
  satisfaction: 'satisfaction',
  dissatisfaction: 'satisfaction',
  'search-success': 'knowledge',
};

/** A promise as the judge takes it. */
function promiseOf(
  { measure, variant, atLeast, atMost, seconds = 0, shortAbandonSeconds = 0, scope: judgedBy }: WrittenPromise,
  work: number[],
  hours: ServicePromise['hours'],
): Omit<ServicePromise, 'id'> {
  return {
    measure,
    variant,
    answerWithin: seconds,
    shortAbandon: shortAbandonSeconds,
    target: atLeast ?? atMost ?? 0,
    sense: atLeast === undefined ? 'at-most' : 'at-least',
    scope: judgedBy,
    work,
    hours,
    dayShare: 0.9,
  };
}

/** A measure reaches its target. */
export const measure: ClauseTest = {
  kind: 'measure',
  summary: { en: 'a measure of the work of some roles reaches a target', zh: '某些角色的业务的指标达到目标' },
  schema,
  match,
};
