/** Work of which an agent may hold several conversations at once: how it is written, and what it means. */
import { Type } from 'typebox';
import { channels } from '../kinds/channels/index.ts';
import type { Resolution } from './resolution.ts';
import type { WorkType } from './scenario.ts';

/** How many conversations an agent may hold, as written. */
export const concurrencySchema = Type.Object(
  {
    conversations: Type.Integer({
      minimum: 2,
      maximum: 50,
      description: 'Greatest number of conversations that an agent holds at once.',
      examples: [3],
    }),
    handlingFactor: Type.Optional(
      Type.Array(Type.Number({ minimum: 0.1, maximum: 100 }), {
        minItems: 2,
        maxItems: 50,
        description:
          'How many times as long a conversation takes while its agent holds 1, 2, … of them; one factor for each number. Default: 1 for all.',
        examples: [[1, 1.2, 1.5]],
      }),
    ),
    fill: Type.Enum(['spread', 'stack'], {
      default: 'spread',
      description:
        'Who gets a new one. `spread`: who is idle, then who has fewest. `stack`: who has most and room for one more, so that others stay free for other work.',
      examples: ['stack'],
    }),
  },
  {
    additionalProperties: false,
    description: 'An agent may hold several at once. While he holds any, he takes no work of other sorts.',
  },
);

/** What a type of work says of it; undefined where an agent holds one at a time, or a fault was reported. */
export function resolveConcurrency(name: string, resolution: Resolution): WorkType['concurrency'] {
  const { channel, concurrency, lines, ringSeconds } = resolution.written.work[name];
  if (concurrency === undefined) return undefined;
  const path = ['work', name, 'concurrency'];
  const { severalAtOnce } = channels.get(channel);
  if (!severalAtOnce) {
    const allowed = channels
      .all()
      .filter((one) => one.severalAtOnce)
      .map(({ kind }) => kind);
    resolution.fault(path, { key: 'notSeveralAtOnce', values: { channel, allowed } }, 'key');
  }
  const { conversations, handlingFactor = Array.from({ length: conversations }, () => 1) } = concurrency;
  if (handlingFactor.length !== conversations) {
    const values = { conversations, got: handlingFactor.length };
    resolution.fault([...path, 'handlingFactor'], { key: 'factorPerConversation', values });
  }
  if (ringSeconds !== 0) {
    resolution.fault(['work', name, 'ringSeconds'], { key: 'noRingAtOnce', values: undefined }, 'key');
  }
  if (lines !== undefined || typeof resolution.written.lines === 'number') {
    resolution.fault(path, { key: 'noLinesAtOnce', values: { work: name } }, 'key');
  }
  for (const [group, { leaving, skills }] of Object.entries(resolution.written.people.groups)) {
    if (leaving === 'named' && Object.hasOwn(skills, name)) {
      resolution.fault(['people', 'groups', group, 'leaving'], { key: 'leavingAtOnce', values: { work: name } });
    }
  }
  return { handlingFactor, ...(concurrency.fill === 'stack' ? { stacks: true as const } : {}) };
}
