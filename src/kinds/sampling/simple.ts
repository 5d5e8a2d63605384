/** A share of all contacts, every set of that size as likely as any other. */
import { Type } from 'typebox';
import { drawn, everyContact, percentField, type SamplingKind, shareOf, takeAtRandom } from './sampling-kind.ts';

const schema = Type.Object({ percent: percentField });

/** Simple random sampling without replacement. */
export const simple: SamplingKind<typeof schema> = {
  kind: 'simple',
  summary: { en: 'A percentage of all contacts, purely at random', zh: '简单随机：按比例从全部联系中抽取' },
  schema,
  least: ({ percent }) => percent / 100,
  draw({ percent }, handled, stream) {
    const count = shareOf(handled.size, percent);
    const items: number[] = [];
    takeAtRandom(stream, everyContact(handled), count, items);
    return drawn(items, new Float64Array(handled.size).fill(handled.size === 0 ? 0 : count / handled.size));
  },
};
