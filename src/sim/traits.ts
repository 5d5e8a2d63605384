/**
 * What there is to a type beyond coming, talking and going: bits of `Plan.traits`, each of its own. Columns of what is not there hold
 * nothing.
 */

export const selfService = 1 << 0;
export const lines = 1 << 1;
/** Ring, hold or wrap-up, or handling that differs by group. */
export const steps = 1 << 2;
export const ring = 1 << 3;
export const redialling = 1 << 4;
export const balking = 1 << 5;
/** Further groups open to a waiting contact. */
export const overflowing = 1 << 6;
export const slowdowns = 1 << 7;
/** Items may stand in a chain: they follow from others, make others or touch a clock. */
export const linked = 1 << 8;
/** Other items follow from it. */
export const followed = 1 << 9;
/** Handling may fail to settle the matter, is rated, or needs a search. */
export const judged = 1 << 10;
/** Items wait for the next opening and may come at any hour. */
export const keeps = 1 << 11;
/** Some who do it learn, or tire. */
export const tempo = 1 << 12;
/** Whether it is taken depends on the state of the floor: groups help out, or somebody has to stay idle. */
export const conditional = 1 << 13;
/** Groups help out by the state of the floor. */
export const helped = 1 << 14;
/** An agent may lay it aside for a customer who waits. */
export const interruptible = 1 << 15;
/** Who would have to wait may be called back instead. */
export const callingBack = 1 << 16;
/** Its agent may ask others while the customer waits. */
export const consulting = 1 << 17;
/** An agent may hold several at once. */
export const concurrent = 1 << 18;
/** Who takes an item needs a certain agent as well. */
export const meeting = 1 << 19;
