/**
 * The share of days on which something held. The days of one run may hang together (a caller of Monday redials on Tuesday),
 * so runs are the independent units and days are counted within them.
 */
import { addDay, type CoMoments, coMoments, combinationStandardError } from '../math/co-moments.ts';
import { controlledEstimate } from '../math/control-variates.ts';
import { wilsonInterval } from '../math/proportion-interval.ts';
import type { Estimate } from './verdict.ts';

/** So many days must have held, and so many not, before controls are heard. */
const fewestOfEither = 10;

/** What a {@link ShareOfDays} holds, as plain data: exact after a way through JSON. */
export interface ShareState {
  held: number;
  judged: number;
  moments: CoMoments;
}

/** Counts of days, added run by run; or of anything else of which a run has several, each with or without something, such as agents. */
export class ShareOfDays {
  held = 0;
  judged = 0;
  /** Days held and days judged per run. */
  #moments: CoMoments;

  /** @param controls how many controls come with each run, whole, at least 0 */
  constructor(controls = 0) {
    this.#moments = coMoments(2 + controls);
  }

  /**
   * Adds one run.
   *
   * @param held days on which it held
   * @param judged days on which there was something to judge, at least `held`
   * @param controls how far each lay from its known expectation in this run
   */
  add(held: number, judged: number, controls: readonly number[] = []): void {
    this.held += held;
    this.judged += judged;
    addDay(this.#moments, [held, judged, ...controls]);
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
   * Held ÷ judged days with a Wilson interval, both corrected by the controls; null when no day was judged.
   *
   * With several days a run, the interval counts as many independent days as would give the standard error seen between
   * runs, at most the days judged (so that a lucky sample never makes it narrower than independence would). Where all days
   * agree nothing can be seen between runs: each run then counts as one day. Controls make the days count for as many more as they
   * take off the variance; where less than ten days held, or less than ten did not, they are left alone: a regression on so few days
   * says nothing.
   *
   * @param confidence in (0, 1)
   * @see L. Kish (1965), Survey Sampling, section 8.2 (effective sample size); E. L. Korn and B. I. Graubard (1998),
   * Survey Methodology 24, 193–201 (intervals for proportions from clustered samples)
   */
  estimate(confidence: number): Estimate | null {
    if (this.judged === 0) return null;
    const share = this.held / this.judged;
    const { gain, value } = this.#controlled(share);
    const { low, high } = wilsonInterval(value, gain * this.#independentDays(share), confidence);
    return { value, low, high, confidence };
  }

  /** Whether enough days held, and enough did not, for controls to say something. */
  get hearsControls(): boolean {
    return Math.min(this.held, this.judged - this.held) >= fewestOfEither;
  }

  /** The share with what the controls take off, and its variance without them over that with them. */
  #controlled(share: number): { value: number; gain: number } {
    if (!this.hearsControls) return { value: share, gain: 1 };
    const { point, standardError } = controlledEstimate(this.#moments, share, this.#weights(share));
    const plain = this.#plainError(share);
    // One run shows no spread; and where there is none, there is nothing to take off.
    if (!(plain > 0 && plain < Number.POSITIVE_INFINITY && standardError > 0)) return { value: share, gain: 1 };
    return { value: Math.min(Math.max(point, 0), 1), gain: (plain / standardError) ** 2 };
  }

  #independentDays(share: number): number {
    const runs = this.#moments.n;
    if (this.judged <= runs) return this.judged;
    const error = this.#plainError(share);
    const days = error === 0 || error === Infinity ? runs : (share * (1 - share)) / error ** 2;
    return Math.min(days, this.judged);
  }

  #plainError(share: number): number {
    const { means } = this.#moments;
    return combinationStandardError(this.#moments, [...this.#weights(share), ...means.slice(2).fill(0)]);
  }

  /** Of days held and days judged in the linear part of their ratio. */
  #weights(share: number): number[] {
    const perRun = this.judged / this.#moments.n;
    return [1 / perRun, -share / perRun];
  }
}
