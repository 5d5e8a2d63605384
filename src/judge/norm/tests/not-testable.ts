/** A clause that this model cannot test; the norm says why, so that nobody thinks it forgotten. */
import { Type } from 'typebox';
import type { Bilingual } from '../../../words/dictionary.ts';
import { type ClauseTest, untestable, type WrittenTest } from '../clause-test.ts';

interface NotTestable extends WrittenTest {
  why: Bilingual;
}

const schema = Type.Object(
  {
    why: Type.Object(
      {
        en: Type.String({ minLength: 1, description: 'In English.', examples: ['nobody can see it in a simulation'] }),
        zh: Type.String({ minLength: 1, description: 'In Chinese.', examples: ['模拟中无法观察'] }),
      },
      { additionalProperties: false, description: 'Why not, in both languages.' },
    ),
  },
  { additionalProperties: false },
);

/** It is not tested. */
export const notTestable: ClauseTest = {
  kind: 'not-testable',
  summary: { en: 'the clause is listed, and why it is not tested', zh: '列出该条款，并说明为何不作检验' },
  schema,
  match: (written) => untestable({ key: 'own', values: (written as NotTestable).why }),
};
