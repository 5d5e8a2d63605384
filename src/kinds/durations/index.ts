/** The kinds of duration. A kind of one's own is added with `durations.add`. */
import { KindList } from '../kind.ts';
import type { DurationKind } from './duration-kind.ts';
import { exponential } from './exponential.ts';
import { fixed } from './fixed.ts';
import { gamma } from './gamma.ts';
import { hyperexponential } from './hyperexponential.ts';
import { logNormal } from './log-normal.ts';
import { mixture } from './mixture.ts';
import { never } from './never.ts';
import { recorded } from './recorded.ts';
import { uniform } from './uniform.ts';
import { weibull } from './weibull.ts';

export type { DurationKind, ResolvedDuration } from './duration-kind.ts';

/** Every kind of duration that a scenario may name. */
export const durations = new KindList<DurationKind>('durations', [
  fixed,
  uniform,
  exponential,
  gamma,
  logNormal,
  weibull,
  hyperexponential,
  mixture,
  recorded,
  never,
]);
