/** The rules by which contacts are drawn for evaluation. */
import { KindList } from '../kind.ts';
import { automatic } from './automatic.ts';
import { newcomersFirst } from './newcomers-first.ts';
import { perAgent } from './per-agent.ts';
import { riskBased } from './risk-based.ts';
import type { SamplingKind } from './sampling-kind.ts';
import { simple } from './simple.ts';
import { stratified } from './stratified.ts';

export type { Drawn, Handled, SamplingKind, SamplingRule, SamplingSetting } from './sampling-kind.ts';

/** Every rule that a sample may name. A rule of one's own is added with `sampling.add`. */
export const sampling = new KindList<SamplingKind>('sampling', [
  simple,
  stratified,
  perAgent,
  riskBased,
  newcomersFirst,
  automatic,
]);
