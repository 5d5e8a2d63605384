/** A machine scores everything; people hear what it finds worst, and some at random to check the machine. */
import { Type } from 'typebox';
import { drawFirstFrom, everyContact, percentField, type SamplingKind, shareOf } from './sampling-kind.ts';

const schema = Type.Object({
  percent: percentField,
  machineNoise: Type.Number({
    minimum: 0,
    maximum: 100,
    default: 12,
    description: 'Standard deviation of the machine’s score about the true one, points.',
    examples: [12],
  }),
  share: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 0.5,
    description:
      'Fraction (0–1) of the sample that goes to what the machine scored lowest; the rest is drawn at random.',
    examples: [0.5],
  }),
});

/** Automatic scores on everything, plus a human sample. */
export const automatic: SamplingKind<typeof schema> = {
  kind: 'automatic',
  summary: {
    en: 'A machine scores everything; people hear its lowest and a random part',
    zh: '自动质检全量评分：人工复核最低分，并随机抽查',
  },
  schema,
  least: ({ percent }) => percent / 100,
  draw({ machineNoise, percent, share }, handled, stream) {
    const total = shareOf(handled.size, percent);
    const lowest = shareOf(total, 100 * share);
    const scores = everyContact(handled).map((index) => handled.quality[index] + machineNoise * handled.error[index]);
    const order = everyContact(handled).sort((a, b) => scores[a] - scores[b] || a - b);
    return drawFirstFrom(handled, order.slice(0, lowest), lowest, total, stream);
  },
};
