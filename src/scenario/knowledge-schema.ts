/** The schema of the knowledge base. */
import { Type } from 'typebox';

export const knowledgeSchema = Type.Object(
  {
    found: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.95,
      description: 'Fraction (0–1) of searches that find what is needed; every handled item of the work is one search.',
      examples: [0.95],
    }),
    work: Type.Optional(
      Type.Array(Type.String(), {
        minItems: 1,
        uniqueItems: true,
        description: 'Work for which agents look things up. Default: all where somebody talks with a customer.',
        examples: [['inquiry']],
      }),
    ),
    missedHandling: Type.Number({
      minimum: 1,
      maximum: 100,
      default: 1.5,
      description: 'Handling takes so many times as long when the search fails.',
      examples: [1.5],
    }),
    missedResolved: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.6,
      description: 'The chance that the matter is settled is multiplied by this when the search fails.',
      examples: [0.6],
    }),
    outdatedBy: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Work whose open items mean that the base is out of date, for instance its updates.',
        examples: ['knowledge update'],
      }),
    ),
    foundOutdated: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.8,
      description: 'Fraction (0–1) found while the base is out of date.',
      examples: [0.8],
    }),
  },
  { additionalProperties: false, description: 'The knowledge base in which agents search.' },
);
