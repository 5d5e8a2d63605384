/** First what looks as if something went wrong, then at random from the rest. */
import { Type } from 'typebox';
import {
  drawFirstFrom,
  everyContact,
  percentField,
  type SamplingKind,
  type Sign,
  shareOf,
  signs,
} from './sampling-kind.ts';

const schema = Type.Object({
  percent: percentField,
  signs: Type.Array(Type.Enum(Object.keys(signs) as Sign[]), {
    minItems: 1,
    uniqueItems: true,
    default: ['repeat', 'unsettled', 'dissatisfied'],
    description:
      'What makes a contact suspicious: it arose of an earlier one, settled nothing, or left the customer dissatisfied.',
    examples: [['repeat', 'dissatisfied']],
  }),
  longerThanSeconds: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 86_400,
      description: 'So does a handling time above this. Default: none does.',
      examples: [900],
    }),
  ),
  share: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 0.5,
    description: 'Fraction (0–1) of the sample that comes from suspicious contacts, as far as there are any.',
    examples: [0.5],
  }),
});

/** Risk-based sampling. What it finds says nothing about all contacts unless each is weighted by 1 ÷ its chance. */
export const riskBased: SamplingKind<typeof schema> = {
  kind: 'risk-based',
  summary: {
    en: 'Suspicious contacts first: repeats, unsettled, dissatisfied, long',
    zh: '风险优先：重复、未解决、不满意或超长的联系先抽',
  },
  schema,
  least: ({ percent }) => percent / 100,
  draw(rule, handled, stream) {
    const { longerThanSeconds = Number.POSITIVE_INFINITY, percent, share } = rule;
    const total = shareOf(handled.size, percent);
    const mask = rule.signs.reduce((bits, sign) => bits | signs[sign as Sign], 0);
    const suspicious = everyContact(handled).filter(
      (index) => (handled.signs[index] & mask) !== 0 || handled.seconds[index] > longerThanSeconds,
    );
    const first = Math.min(suspicious.length, shareOf(total, 100 * share));
    return drawFirstFrom(handled, suspicious, first, total, stream);
  },
};
