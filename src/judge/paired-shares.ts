/** The shares of days on which something held under two plans on the same customers. */
import type { ConfidenceInterval } from '../math/confidence-interval.ts';
import { differenceOfIntervals, pairedCorrelation } from '../math/paired-difference.ts';
import type { Tally } from '../measures/measure.ts';
import { PairedSums } from './paired-sums.ts';
import { ShareOfDays } from './share-of-days.ts';

/**
 * A difference of shares is that of the two figures told, and its interval is made of theirs: both are corrected by the controls or
 * neither is, and where all days of a plan agree its ends still lie as far out as so few days leave open.
 */
export class PairedShares extends PairedSums {
  readonly #first: ShareOfDays;
  readonly #other: ShareOfDays;

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
  }

  protected override interval(confidence: number): ConfidenceInterval | undefined {
    const first = this.#first.estimate(confidence);
    const other = this.#other.estimate(confidence);
    if (first === null || other === null) return undefined;
    return differenceOfIntervals(
      { point: other.value, low: other.low, high: other.high },
      { point: first.value, low: first.low, high: first.high },
      this.#correlation(),
    );
  }

  /** Of the two figures told, each with or without controls. */
  #correlation(): number {
    const moments = super.moments();
    if (this.#first.hearsControls && this.#other.hearsControls) return pairedCorrelation(moments);
    const { means, n, products } = moments;
    return pairedCorrelation({
      n,
      means: means.slice(0, 4),
      products: products.slice(0, 4).map((row) => row.slice(0, 4)),
    });
  }
}
