/** All families of kinds: what the reference page and `callfloor kinds` list. */
import { arrivals } from './arrivals/index.ts';
import { channels } from './channels/index.ts';
import { durations } from './durations/index.ts';
import type { Kind, KindList } from './kind.ts';
import { labourRules } from './labour-rules/index.ts';
import { levers } from './levers/index.ts';
import { measureNames } from './measures/measure-names.ts';
import { routing } from './routing/index.ts';
import { sampling } from './sampling/index.ts';
import { shocks } from './shocks/index.ts';

/** In the order in which a scenario meets them. */
export const families: readonly KindList<Kind>[] = [
  arrivals,
  durations,
  channels,
  routing,
  shocks,
  sampling,
  measureNames,
  labourRules,
  levers,
];
