/** Sums over batches: few, of a queue that seldom is very long, and not quite without memory of each other. */
import { RatioSums } from '../../judge/ratio-sums.ts';
import { fewestControlledDays } from '../../math/control-variates.ts';
import type { DayShape } from '../../math/ratio-interval.ts';

/** {@link RatioSums} whose intervals allow for skewness, and for what a batch still knows of the one before it in its run. */
export class BatchSums extends RatioSums {
  readonly #batches: { met: number; of: number; controls: readonly number[]; run: number }[] = [];
  #run = 0;

  /** The batches to come are of another run. */
  beginRun(): void {
    this.#run++;
  }

  override add(met: number, of: number, controls: readonly number[] = []): void {
    super.add(met, of, controls);
    this.#batches.push({ met, of, controls, run: this.#run });
  }

  protected override shape(): DayShape {
    if (this.of === 0) return {};
    const ratio = this.met / this.of;
    let left = this.#batches.map(({ met, of }) => met - ratio * of);
    if (this.runs >= fewestControlledDays) {
      const columns = this.#batches[0].controls.map((_, place) => this.#batches.map(({ controls }) => controls[place]));
      left = takeOff(left, columns);
    }
    const lagged = left.reduce((sum, value, i) => {
      const follows = i > 0 && this.#batches[i].run === this.#batches[i - 1].run;
      return follows ? sum + value * left[i - 1] : sum;
    }, 0);
    const spread = dot(left, left);
    // Below 0 they make up for each other; that is left as a margin.
    return { cubes: mean(left.map((value) => value ** 3)), correlation: spread > 0 ? Math.max(0, lagged / spread) : 0 };
  }
}

/** What a regression on the columns leaves of values whose mean is 0; a column that says nothing beyond those before it is left out. */
function takeOff(values: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const used: number[][] = [];
  let left = [...values];
  for (const column of columns) {
    const middle = mean(column);
    const centred = column.map((value) => value - middle);
    const own = used.reduce((rest, one) => without(rest, one), centred);
    if (!(dot(own, own) > 1e-9 * dot(centred, centred))) continue;
    used.push(own);
    left = without(left, own);
  }
  return left;
}

/** A vector less its projection on another. */
function without(vector: readonly number[], other: readonly number[]): number[] {
  const slope = dot(vector, other) / dot(other, other);
  return vector.map((value, i) => value - slope * other[i]);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
