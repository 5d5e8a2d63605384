/**
 * What can happen. When several things fall on one instant they happen in the order of this table, and what falls into one row in
 * the order in which it was planned. The first rows come from the timeline (what the scenario fixes beforehand), the middle ones
 * from the event queue, the last from the sources of customers; nothing else has to be compared when two times are equal.
 */

// From the timeline.

/** Figures of an interval are closed before anything of the next interval counts. */
export const intervalEnds = 0;
/** Hours are half open: who comes at closing time comes too late. */
export const hoursEnd = 1;
/** Who comes at opening time is in time. */
export const hoursStart = 2;
/** An agent whose shift ends now takes nobody any more; one whose shift starts now is there for everybody of this instant. */
export const staffChanges = 3;
/** The same for a named agent who comes. */
export const agentComes = 4;
/** The same for a named agent who goes. */
export const agentGoes = 5;
/** Lines fail or come back before anybody of this instant calls. */
export const linesChange = 6;
/** Contacts are drawn for evaluation, or evaluators meet: with everybody there who comes now. */
export const qualityDue = 7;
/** Somebody in charge looks at the floor and acts: after everything that was planned for this instant, before anybody uses it. */
export const controls = 8;

// From the event queue: agents and lines become free before anybody asks for them.

/** A named agent is back from a break that began late. */
export const agentReturns = 9;
/** Wrap-up ends: the agent is free. */
export const handled = 10;
/** Talk ends: the line is free. */
export const hungUp = 11;
/** Talk ends, and the agent may have to ask somebody. */
export const asks = 12;
/** What he asked is answered, or nobody will. */
export const consultEnds = 13;
/** Ringing ends: the agent speaks. A caller whose patience ends now is answered. */
export const pickedUp = 14;
/** Patience ends while it rings: an agent is free, so this stands before those who ask for one. */
export const gaveUpRinging = 15;
/** A waiting contact may use further groups: if somebody is idle there, a caller whose patience ends now is answered. */
export const overflows = 16;
/** Patience ends in the queue: after all that could have answered him at this instant. */
export const patienceEnds = 17;
/** Self-service ends: who then asks for a person comes after those who leave the queue make room. */
export const selfServiceEnds = 18;
/** A caller tries again. */
export const redials = 19;

/** An item that follows from another begins: like a caller who tries again. */
export const begins = 20;

// From the sources of customers.

/** Somebody new comes last: everybody else was there before. */
export const arrival = 21;

/** Nothing is left to happen. */
export const runEnds = 22;
