/** What an experiment returns: the summed runs, the verdicts and how they were computed. */
import type { Estimate, Verdict } from '../judge/verdict.ts';
import type { RunRecord } from '../sim/run.ts';

/** Everything that a report needs besides the scenario. */
export interface Outcome {
  version: string;
  seed: string;
  /** Runs done. */
  runs: number;
  /** Why it ended. */
  ended: 'decided' | 'max-runs' | 'runs-asked' | 'stopped';
  /** Runs that the last look saw: all, unless the experiment was stopped between looks; 0 before the first. Judgements are that look's. */
  judgedAfter: number;
  /** Sum of all runs. */
  total: RunRecord;
  /** Sum of squares of the daily columns, same layout: standard errors of interval counts. */
  squares: Float64Array;
  verdicts: Verdict[];
  /** P(all promises hold on the same day), counted jointly; null without promises. */
  allHold: Estimate | null;
}

/** How far an experiment has come. */
export interface Progress {
  /** Runs done, in order. */
  runs: number;
  /** Runs that it does at most. */
  atMost: number;
  /** Promises not decided at the last look; null before the first. */
  undecided: number | null;
  /** The figure of every promise as it stands, in the scenario's order; null where nothing can be said yet. */
  estimates: (Estimate | null)[];
  /** Threads that died; their runs are done again by new ones, and the result is the same. */
  threadsLost: number;
}
