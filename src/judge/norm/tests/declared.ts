/** A clause about what no simulation can see: the scenario declares what is done, the clause says what must be among it. */
import { Type } from 'typebox';
import { type ClauseTest, type Match, type Matching, untestable, type WrittenTest } from '../clause-test.ts';

interface DeclaredTest extends WrittenTest {
  items: string[];
}

const schema = Type.Object(
  {
    items: Type.Array(Type.String({ minLength: 1 }), {
      minItems: 1,
      uniqueItems: true,
      description: 'What the scenario must list under `norm.declares` and the id of the clause.',
      examples: [['wording', 'correctness']],
    }),
  },
  { additionalProperties: false },
);

function match(written: WrittenTest, { clause, scenario }: Matching): Match {
  const { items } = written as DeclaredTest;
  const declares = scenario.norm?.declares ?? {};
  if (!Object.hasOwn(declares, clause.id)) {
    return untestable({ key: 'notDeclared', values: { clause: clause.id, items } });
  }
  const missing = items.filter((item) => !declares[clause.id].includes(item));
  return missing.length === 0
    ? { by: 'declaration', judgement: 'held', notes: [{ key: 'declared', values: { items } }] }
    : { by: 'declaration', judgement: 'broken', notes: [{ key: 'lacking', values: { items: missing } }] };
}

/** The scenario declares it. */
export const declared: ClauseTest = {
  kind: 'declared',
  summary: { en: 'the scenario declares that it is so; nothing is simulated', zh: '由场景声明，不经模拟' },
  schema,
  match,
};
