/** What a channel is: how its contacts meet an agent. Shared code asks these traits, never a channel's name. */
import { Type } from 'typebox';
import type { Kind } from '../kind.ts';

/** A channel: one file in `kinds/channels/`. */
export interface ChannelKind extends Kind {
  /** The customer stays until he is served: he may lose patience, and nobody keeps his place overnight. */
  readonly customerWaits: boolean;
  /** The agent talks with somebody: `talkSeconds` is asked for; else `handleSeconds`. */
  readonly talks: boolean;
  /** An agent may hold several at once, where the work says so. */
  readonly severalAtOnce: boolean;
  /** An agent may lay it aside for a customer who waits, where the work says so. */
  readonly canBeLaidAside: boolean;
}

/** A channel by its traits. */
export function channel(
  kind: string,
  summary: Kind['summary'],
  traits: Pick<ChannelKind, 'customerWaits' | 'talks' | 'severalAtOnce' | 'canBeLaidAside'>,
): ChannelKind {
  return { kind, summary, schema: Type.Object({}), ...traits };
}
