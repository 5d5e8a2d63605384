/** More of the newcomers' contacts, and a share of all. */
import { Type } from 'typebox';
import { drawFirstFrom, everyContact, percentField, type SamplingKind, shareOf } from './sampling-kind.ts';

const schema = Type.Object({
  percent: percentField,
  groups: Type.Array(Type.String({ minLength: 1 }), {
    minItems: 1,
    uniqueItems: true,
    description: 'The groups of newcomers.',
    examples: [['newcomers']],
  }),
  newcomerPercent: Type.Number({
    minimum: 0,
    maximum: 100,
    default: 30,
    description: 'Percent of the newcomers’ contacts that are drawn before all others, within the sample.',
    examples: [30],
  }),
});

/** Newcomers first; the size of the sample stays that of `percent`. */
export const newcomersFirst: SamplingKind<typeof schema> = {
  kind: 'newcomers-first',
  summary: { en: 'Newcomers’ contacts first, the rest at random', zh: '新人优先：先抽新人的联系，其余随机' },
  schema,
  least: ({ percent }) => percent / 100,
  resolve({ groups, ...rest }, { groupOf }) {
    const found = groups.map((group, place) => groupOf(group, ['groups', place]));
    return found.some((index) => index < 0) ? undefined : { ...rest, groups: found };
  },
  draw({ groups, newcomerPercent, percent }, handled, stream) {
    const total = shareOf(handled.size, percent);
    const known = groups as unknown as readonly number[];
    const theirs = everyContact(handled).filter((index) => known.includes(handled.group[index]));
    return drawFirstFrom(handled, theirs, Math.min(total, shareOf(theirs.length, newcomerPercent)), total, stream);
  },
};
