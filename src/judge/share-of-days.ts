/**
 * The share of days on which something held. The days of one run may hang together (a caller of Monday redials on Tuesday),
 * so runs are the independent units and days are counted within them.
 */
import { addDay, type CoMoments, coMoments, combinationStandardError } from '../math/co-moments.ts';
import { wilsonInterval } from '../math/proportion-interval.ts';
import type { Estimate } from './verdict.ts';

/** What a {@link ShareOfDays} holds, as plain data: exact after a way through JSON. */
export interface ShareState {
  held: number;
  judged: number;
  moments: CoMoments;
}

/** Counts of days, added run by run. */
export class ShareOfDays {
  held = 0;
  judged = 0;
  /** Days held and days judged per run. */
  #moments: CoMoments = coMoments(2);

  /**
   * Adds one run.
   *
   * @param held days on which it held
   * @param judged days on which there was something to judge, at least `held`
   */
  add(held: number, judged: number): void {
    this.held += held;
    this.judged += judged;
    addDay(this.#moments, [held, judged]);
  }

  /** Everything held, for {@link restore}. */
  state(): ShareState {
    return structuredClone({ held: this.held, judged: this.judged, moments: this.#moments });
  }

  /** Takes the place of counts whose state was kept. */
  restore({ held, judged, moments }: ShareState): void {
    this.held = held;
    this.judged = judged;
    this.#moments = structuredClone(moments);
  }

  /**
   * Held ÷ judged days with a Wilson interval; null when no day was judged.
   *
   * With several days a run, the interval counts as many independent days as would give the standard error seen between
   * runs, at most the days judged (so that a lucky sample never makes it narrower than independence would). Where all days
   * agree nothing can be seen between runs: each run then counts as one day.
   *
   * @param confidence in (0, 1)
   * @see L. Kish (1965), Survey Sampling, section 8.2 (effective sample size); E. L. Korn and B. I. Graubard (1998),
   * Survey Methodology 24, 193–201 (intervals for proportions from clustered samples)
   */
  estimate(confidence: number): Estimate | null {
    if (this.judged === 0) return null;
    const value = this.held / this.judged;
    const { low, high } = wilsonInterval(value, this.#independentDays(value), confidence);
    return { value, low, high, confidence };
  }

  #independentDays(share: number): number {
    const runs = this.#moments.n;
    if (this.judged <= runs) return this.judged;
    const perRun = this.judged / runs;
    const error = combinationStandardError(this.#moments, [1 / perRun, -share / perRun]);
    const days = error === 0 || error === Infinity ? runs : (share * (1 - share)) / error ** 2;
    return Math.min(days, this.judged);
  }
}
