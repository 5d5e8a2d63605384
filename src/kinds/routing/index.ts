/** The kinds of routing. A kind of one's own is added with `routing.add`. */
import { KindList } from '../kind.ts';
import { earliestDeadline } from './earliest-deadline.ts';
import { longestWait } from './longest-wait.ts';
import { priority } from './priority.ts';
import type { RoutingKind } from './routing-kind.ts';
import { score } from './score.ts';
import { skillOrder } from './skill-order.ts';

export type {
  AgentChoice,
  OverflowState,
  QueueOrder,
  RoutingKind,
  RoutingSetting,
  RoutingTable,
} from './routing-kind.ts';

/** Every kind of routing that a scenario may name. */
export const routing = new KindList<RoutingKind>('routing', [
  longestWait,
  priority,
  skillOrder,
  earliestDeadline,
  score,
]);
