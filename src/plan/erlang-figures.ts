/**
 * What the formulas say of a scenario, per work type and planning interval: plain data, JSON-safe (an infinite wait is
 * `null` beside `overload: true`), so that the report can draw it beside the roster and the simulated result.
 */

/** The formulas beside one scenario. */
export interface ErlangBeside {
  /** One entry per work type, in the scenario's order. */
  work: ErlangWork[];
}

/** One work type, seen by the formulas. */
export interface ErlangWork {
  /** Index into `scenario.work`. */
  work: number;
  /**
   * Index into `scenario.promises` of the answered-within promise that `serviceLevel` is for (where several cover this work,
   * the one with the greatest target); -1 when none does, then that is null.
   */
  promise: number;
  /** One entry per planning interval. */
  intervals: ErlangInterval[];
  /** The whole horizon: sums, and shares weighted by what they are shares of. */
  total: ErlangTotal;
  /** What the scenario has and the formulas do not know: why the simulation may differ. */
  differences: ErlangDifference[];
}

/** One work type in one planning interval. */
export interface ErlangInterval {
  /**
   * Expected contacts that ask for a person for the first time: shocks and recorded counts included, self-service
   * completed and redials not. Booked to the interval of arrival.
   */
  offered: number;
  /** Mean talk + hold + wrap-up, seconds, at the speeds of the agents on queue and with slower handling where shocked. */
  handleSeconds: number;
  /** Mean ring time, seconds: it holds an agent too, and counts in the wait. */
  ringSeconds: number;
  /** Mean patience, seconds; null = nobody ever leaves. */
  patienceSeconds: number | null;
  /** Offered load, Erlangs: `offered × (handleSeconds + ringSeconds) ÷ interval length`. */
  offeredLoad: number;
  /** Part of the interval from the first opening to the last closing of any work: rates and agents are means over it. */
  openShare: number;
  /** Agents on queue (mean over the interval) apportioned to this work: see `apportionAgents`; may be fractional. */
  scheduled: number;
  /**
   * Fewest agents that keep the answered-within promise and every connection rate per attempt in a stationary interval; null
   * without such a promise or when no number does.
   */
  required: { erlangC: number | null; erlangA: number | null };
  /** What the formulas predict with `scheduled` agents (between two whole numbers: interpolated). */
  predicted: ErlangPredictions;
}

/** What each formula says of one interval with the scheduled agents. */
export interface ErlangPredictions {
  /** No waiting: who finds everybody busy is lost. */
  erlangB: { blocked: number };
  erlangC: ErlangPrediction;
  erlangA: ErlangPrediction;
}

export interface ErlangPrediction {
  /** Answered within the promise's time, by the promise's definition; null without a promise or with nothing offered. */
  serviceLevel: number | null;
  /** Fraction of those offered who leave before they are answered; 0 under Erlang C. */
  abandoned: number;
  /** Mean wait of answered contacts, seconds, ring included; null when the queue grows without limit or none is answered. */
  asa: number | null;
  /** Fraction of agents' time spent on contacts. */
  occupancy: number;
  /** Erlang C with load of at least the agents: the queue grows without limit. Never under Erlang A. */
  overload: boolean;
}

/** Sums over the horizon. */
export interface ErlangTotal {
  offered: number;
  /** Agent-hours required and scheduled, both where something is offered and, if any promise sizes agents, where one does. */
  requiredHours: { erlangC: number | null; erlangA: number | null };
  scheduledHours: number;
  serviceLevel: { erlangC: number | null; erlangA: number | null };
  abandoned: { erlangA: number };
}

/** An assumption of the formulas that the scenario breaks. */
export type ErlangDifference =
  /** Callers leave; Erlang C has them wait for ever. */
  | 'abandonment'
  /** Patience is not exponential, as Erlang A has it. */
  | 'patience-shape'
  /** Handling is not exponential. */
  | 'handling-shape'
  /** Callers come back. */
  | 'redials'
  /** Some leave at once when they would have to wait. */
  | 'balking'
  /** An agent holds several conversations at once. */
  | 'concurrency'
  /** Lines or the waiting room are limited. */
  | 'limited-lines'
  /** Groups serve several types, or a type has several groups: the formulas know one pool of like agents. */
  | 'shared-agents'
  /** The level of the day is random. */
  | 'busyness'
  /** Demand or staff change over the day: queues are carried into the next interval. */
  | 'carry-over'
  /** An interval is replayed from recorded counts, not Poisson. */
  | 'recorded-counts';
