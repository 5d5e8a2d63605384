/** The kinds of arrivals. A kind of one's own is added with `arrivals.add`. */
import { KindList } from '../kind.ts';
import type { ArrivalsKind } from './arrivals-kind.ts';
import { constantRate } from './constant-rate.ts';
import { intervalProfile } from './interval-profile.ts';
import { recordedCounts } from './recorded-counts.ts';

export type { Arrivals, ArrivalsKind, ArrivalsSetting, Busyness } from './arrivals-kind.ts';

/** Every kind of arrivals that a scenario may name. */
export const arrivals = new KindList<ArrivalsKind>('arrivals', [intervalProfile, recordedCounts, constantRate]);
