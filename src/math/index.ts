/** The public list of Callfloor's mathematics: pure functions, usable in a browser. */
export * from './erlang-a.ts';
export * from './erlang-b.ts';
export * from './erlang-c.ts';
export * from './gamma-functions.ts';
export type { QueueMeasures, QueueOptions, ServiceLevel, ServiceLevelVariant } from './queue-measures.ts';
