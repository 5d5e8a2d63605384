/** The same number for every agent, whatever he handled. */
import { Type } from 'typebox';
import { drawn, type SamplingKind, strataBy, takeAtRandom } from './sampling-kind.ts';

const schema = Type.Object({
  contacts: Type.Integer({
    minimum: 0,
    maximum: 1000,
    default: 5,
    description: 'Contacts of each agent who handled any; all of them where he handled fewer.',
    examples: [5],
  }),
});

/** A fixed number per agent, at random among his contacts. */
export const perAgent: SamplingKind<typeof schema> = {
  kind: 'per-agent',
  summary: { en: 'A fixed number of contacts of every agent', zh: '每名坐席固定抽取若干条' },
  schema,
  draw({ contacts }, handled, stream) {
    const chance = new Float64Array(handled.size);
    const items: number[] = [];
    for (const own of strataBy(handled, (index) => handled.agent[index])) {
      const count = Math.min(contacts, own.length);
      takeAtRandom(stream, own, count, items);
      for (const index of own) chance[index] = count / own.length;
    }
    return drawn(items, chance);
  },
};
