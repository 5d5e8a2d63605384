/** The kinds of routing. A kind of one's own is added with `routing.add`. */
import { KindList } from '../kind.ts';
import { longestWait } from './longest-wait.ts';
import { priority } from './priority.ts';
import type { RoutingKind } from './routing-kind.ts';
import { skillOrder } from './skill-order.ts';

export type { AgentChoice, RoutingKind, RoutingSetting, RoutingTable } from './routing-kind.ts';

/** Every kind of routing that a scenario may name. */
export const routing = new KindList<RoutingKind>('routing', [longestWait, priority, skillOrder]);
