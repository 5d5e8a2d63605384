/** The shares of days on which something held under two plans on the same customers. */
import { type CoMoments, combinationStandardError } from '../math/co-moments.ts';
import type { ConfidenceInterval } from '../math/confidence-interval.ts';
import { controlledEstimate } from '../math/control-variates.ts';
import { pairedProportionInterval } from '../math/paired-proportion-interval.ts';
import type { Tally } from '../measures/measure.ts';
import { type PairedState, PairedSums } from './paired-sums.ts';
import { ShareOfDays } from './share-of-days.ts';

/**
 * A difference of shares is that of the two figures told, each with or without controls as it is told, and its interval is the score interval of
 * a pair, as that of one share is Wilson's. Days count for as many as in a {@link ShareOfDays}: as many as independent ones would have to be for
 * the spread between runs, at most all that were judged, and so many times more as the controls take off the variance.
 */
export class PairedShares extends PairedSums {
  readonly #first: ShareOfDays;
  readonly #other: ShareOfDays;
  /** Days that held under one plan alone, as far as the sums of a run show it. */
  #discordant = 0;

  /** @param controls how many controls come with each run, whole, at least 0 */
  constructor(controls = 0) {
    super(controls);
    this.#first = new ShareOfDays(controls);
    this.#other = new ShareOfDays(controls);
  }

  override add(first: Tally, other: Tally, controls: readonly number[] = []): void {
    super.add(first, other, controls);
    this.#first.add(first.met, first.of, controls);
    this.#other.add(other.met, other.of, controls);
    this.#discordant += Math.abs(other.met - first.met);
  }

  override state(): PairedState {
    return {
      ...super.state(),
      shares: { first: this.#first.state(), other: this.#other.state(), discordant: this.#discordant },
    };
  }

  override restore(state: PairedState): void {
    super.restore(state);
    if (state.shares === undefined) return;
    this.#first.restore(state.shares.first);
    this.#other.restore(state.shares.other);
    this.#discordant = state.shares.discordant;
  }

  protected override interval(confidence: number): ConfidenceInterval | undefined {
    const first = this.#first.estimate(confidence);
    const other = this.#other.estimate(confidence);
    if (first === null || other === null) return undefined;
    const difference = other.value - first.value;
    const days = (this.#first.judged + this.#other.judged) / 2;
    const discordant = Math.min(1, Math.max(this.#discordant / days, Math.abs(difference)));
    const trials = this.#independentDays(days, discordant - difference ** 2);
    const [onlyOther, onlyFirst] = [discordant + difference, discordant - difference].map((one) => (trials * one) / 2);
    return { ...pairedProportionInterval(onlyOther, onlyFirst, trials, confidence), point: difference };
  }

  /** @param variance of the difference on one day */
  #independentDays(days: number, variance: number): number {
    const { controlled, plain } = this.#variances(super.moments());
    const { runs } = this;
    // One run shows no spread, and neither do runs that all differ alike: each then counts as one day.
    if (!(plain > 0 && plain < Infinity)) return Math.min(days, runs);
    const alone = days <= runs ? days : Math.min(days, variance / plain);
    return controlled > 0 ? (alone * plain) / controlled : alone;
  }

  /**
   * Variances of the difference without controls, and as it is told. What is left of a share after its controls has nothing in common with them,
   * so a plan that is told without them adds what they would have taken off it, and no more.
   */
  #variances(moments: CoMoments): { plain: number; controlled: number } {
    const { means } = moments;
    const [other, first] = [means.slice(0, 2), means.slice(2, 4)].map(([met, of]) => [1 / of, -met / of / of]);
    const plainOf = (weights: number[]) =>
      combinationStandardError(moments, [...weights, ...means.slice(4).fill(0)]) ** 2;
    const leftOf = (weights: number[]) => controlledEstimate(moments, 0, weights).standardError ** 2;
    const both = [...other, ...first.map((weight) => -weight)];
    const plain = plainOf(both);
    const taken = (weights: number[]) => plainOf(weights) - leftOf(weights);
    const untold = [
      ...(this.#other.hearsControls ? [] : [taken([...other, 0, 0])]),
      ...(this.#first.hearsControls ? [] : [taken([0, 0, ...first])]),
    ];
    if (untold.length === 2) return { plain, controlled: plain };
    return { plain, controlled: untold.reduce((sum, one) => sum + one, leftOf(both)) };
  }
}
