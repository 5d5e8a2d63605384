/** The public list of Callfloor's mathematics: pure functions, usable in a browser. */

export * from './binomial.ts';
export * from './co-moments.ts';
export * from './confidence-interval.ts';
export * from './erlang-a.ts';
export * from './erlang-b.ts';
export * from './erlang-c.ts';
export * from './finite-population.ts';
export * from './gamma-functions.ts';
export * from './hypergeometric.ts';
export * from './incomplete-beta.ts';
export * from './mean-interval.ts';
export * from './normal.ts';
export * from './paired-difference.ts';
export * from './proportion-interval.ts';
export * from './quantile-interval.ts';
export type { QueueMeasures, QueueOptions, ServiceLevel, ServiceLevelVariant } from './queue-measures.ts';
export * from './ratio-interval.ts';
export * from './sample-size.ts';
export * from './stratified.ts';
export * from './student-t.ts';
