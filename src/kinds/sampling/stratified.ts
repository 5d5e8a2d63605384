/** The same share of every stratum: nobody, no kind of contact and no hour is left out by chance. */
import { Type } from 'typebox';
import { proportionalAllocation } from '../../math/stratified.ts';
import {
  drawn,
  type Handled,
  percentField,
  type SamplingKind,
  shareOf,
  strataBy,
  takeAtRandom,
} from './sampling-kind.ts';

const schema = Type.Object({
  percent: percentField,
  by: Type.Array(Type.Enum(['agent', 'work', 'hour']), {
    minItems: 1,
    uniqueItems: true,
    default: ['agent'],
    description: 'What makes a stratum: the agent, the type of work, the hour, or several of them together.',
    examples: [['agent']],
  }),
});

/** Stratified sampling with proportional allocation; each stratum at random. */
export const stratified: SamplingKind<typeof schema> = {
  kind: 'stratified',
  summary: {
    en: 'The same percentage of each agent, type of work or hour',
    zh: '分层：按坐席、业务类型或时段等比例抽取',
  },
  schema,
  least: ({ percent }) => percent / 100,
  draw({ by, percent }, handled, stream) {
    const keyOf = (index: number) => by.map((what) => handled[what as keyof Handled & typeof what][index]).join(' ');
    const strata = strataBy(handled, keyOf);
    const chance = new Float64Array(handled.size);
    const items: number[] = [];
    if (handled.size === 0) return drawn(items, chance);
    const { whole } = proportionalAllocation(
      strata.map(({ length }) => length),
      shareOf(handled.size, percent),
    );
    strata.forEach((stratum, i) => {
      takeAtRandom(stream, stratum, whole[i], items);
      for (const index of stratum) chance[index] = whole[i] / stratum.length;
    });
    return drawn(items, chance);
  },
};
