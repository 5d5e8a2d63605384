/** The schema of a norm file: the type of what is written, the JSON schema that editors read, the check and the defaults. */
import { type Static, Type } from 'typebox';
import { channels } from '../../kinds/channels/index.ts';
import { byName, choice, type JsonSchema, withoutDefaulted } from '../../scenario/schema-parts.ts';
import type { WrittenTest } from './clause-test.ts';
import { clauseTests } from './tests/index.ts';

const bilingual = (description: string, en: string, zh: string) =>
  Type.Object(
    {
      en: Type.String({ minLength: 1, description: 'In English.', examples: [en] }),
      zh: Type.String({ minLength: 1, description: 'In Chinese.', examples: [zh] }),
    },
    { additionalProperties: false, description },
  );

const clauseSchema = Type.Object(
  {
    id: Type.String({
      pattern: '^[^\\s/]([^/\\n\\r\\t]{0,58}[^\\s/])?$',
      description:
        'Name of the clause, unique in the file; also that of the scenario’s clock where the test names no other.',
      examples: ['ticket.close'],
    }),
    text: bilingual('What the norm asks.', 'an ordinary ticket is closed within 48 h', '普通工单 48 小时内闭环'),
    source: bilingual('Where it stands.', 'service norm, section 1', '服务规范第 1 节'),
    notTested: Type.Optional(
      bilingual('What the clause asks besides and the test does not see.', 'one named handler', '由专人负责'),
    ),
    test: Type.Unsafe<WrittenTest>({ $ref: '#/$defs/test', description: 'How it is tested.' }),
  },
  { additionalProperties: false },
);

function normObject() {
  return Type.Object(
    {
      title: bilingual('What the norm is.', 'Service norm of our centre', '本中心服务规范'),
      roles: byName(
        Type.Object(
          {
            names: Type.Array(Type.String({ minLength: 1 }), {
              default: [],
              description: 'Names of work that plays the role, without regard to case.',
              examples: [['ticket', '工单']],
            }),
            channels: Type.Array(Type.Enum(channels.all().map(({ kind }) => kind)), {
              default: [],
              description: 'Where no work has such a name: all work of these channels plays it.',
              examples: [['voice']],
            }),
          },
          { additionalProperties: false },
        ),
        {
          default: {},
          description:
            'Who or what the clauses speak of, by name. A scenario may say otherwise under `norm.roles`. A role that is not listed is played by the work of its own name.',
        },
      ),
      clauses: Type.Array(clauseSchema, {
        minItems: 1,
        maxItems: 1000,
        description: 'The clauses, in the order of the statement.',
      }),
    },
    { additionalProperties: false },
  );
}

/** A norm as written, with every default in. */
export type CompleteNorm = Static<ReturnType<typeof normObject>>;

let built: { kinds: number; schema: JsonSchema } | undefined;

/**
 * The JSON schema (2020-12) of norm files with the kinds known now; the same object until a kind is added.
 * @example normSchema().title // 'Callfloor norm'
 */
export function normSchema(): JsonSchema {
  const kinds = channels.all().length + clauseTests.all().length;
  if (built?.kinds !== kinds) {
    const root = withoutDefaulted({
      ...normObject(),
      $defs: { test: withoutDefaulted(choice(clauseTests, 'kind', {}, {})) },
    }) as JsonSchema;
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:callfloor:norm',
      title: 'Callfloor norm',
      description: 'What a service norm asks, clause by clause, and how each clause is tested on a scenario.',
      ...root,
    };
    built = { kinds, schema };
  }
  return built.schema;
}
