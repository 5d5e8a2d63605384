/** The kinds of shock. A kind of one's own is added with `shocks.add`. */
import { KindList } from '../kind.ts';
import { agentsLost } from './agents-lost.ts';
import { callsHeldBack } from './calls-held-back.ts';
import { linesDown } from './lines-down.ts';
import type { ShockKind } from './shock-kind.ts';
import { slowerHandling } from './slower-handling.ts';
import { surge } from './surge.ts';
import { worseOutcomes } from './worse-outcomes.ts';

export type { Loss, ShockEffect, ShockKind, ShockSetting, ShockWhen } from './shock-kind.ts';

/** Every kind of shock that a scenario may name. */
export const shocks = new KindList<ShockKind>('shocks', [
  surge,
  callsHeldBack,
  agentsLost,
  slowerHandling,
  worseOutcomes,
  linesDown,
]);
