/** Sums over batches, which are not quite without memory of each other. */
import { type RatioState, RatioSums } from '../../judge/ratio-sums.ts';
import { fewestControlledDays } from '../../math/control-variates.ts';
import { lagCorrelation } from '../../math/lag-correlation.ts';
import type { Tally } from '../../measures/measure.ts';

/** {@link RatioSums} whose intervals allow for what a batch still knows of the one before it in its run. */
export class BatchSums extends RatioSums {
  readonly #runs: (Tally & { controls: readonly number[] })[][] = [];
  readonly #controls: number;

  /** @param controls how many controls come with each batch, whole, at least 0 */
  constructor(controls = 0) {
    super(controls);
    this.#controls = controls;
  }

  /** The batches to come are of another run. */
  beginRun(): void {
    this.#runs.push([]);
  }

  override add(met: number, of: number, controls: readonly number[] = []): void {
    super.add(met, of, controls);
    if (this.#runs.length === 0) this.beginRun();
    this.#runs[this.#runs.length - 1].push({ met, of, controls });
  }

  /** The batches themselves, of each run their number first: added anew they give the same sums. */
  override state(): RatioState {
    return this.#runs.flatMap((batches) => [
      batches.length,
      ...batches.flatMap(({ controls, met, of }) => [met, of, ...controls]),
    ]);
  }

  /** Adds what was kept to sums that have nothing in them yet. */
  override restore(state: RatioState): void {
    const size = 2 + this.#controls;
    for (let at = 0; at < state.length; ) {
      const end = at + 1 + state[at] * size;
      this.beginRun();
      for (let i = at + 1; i < end; i += size) this.add(state[i], state[i + 1], state.slice(i + 2, i + size));
      at = end;
    }
  }

  /** Correlation of a batch with the next, without controls. */
  get lagCorrelation(): number {
    return correlationOf(this.#runs);
  }

  protected override correlation(controlled: boolean): number {
    if (this.of === 0) return 0;
    const batches = this.#runs.flat();
    let left = leftOf(batches, this.met / this.of);
    if (controlled && this.runs >= fewestControlledDays) {
      const columns = batches[0].controls.map((_, place) => batches.map(({ controls }) => controls[place]));
      left = takeOff(left, columns);
    }
    let end = 0;
    const series = this.#runs.map(({ length }) => {
      end += length;
      return left.slice(end - length, end);
    });
    // Below 0 they make up for each other; that is left as a margin.
    return Math.max(0, lagCorrelation(series));
  }
}

/**
 * Correlation of each batch with the next in what a ratio of sums leaves of them, over several runs; 0 where nothing varies.
 *
 * @param runs the batches of each, in the order of time
 */
export function correlationOf(runs: readonly (readonly Tally[])[]): number {
  const all = runs.flat();
  const of = all.reduce((sum, one) => sum + one.of, 0);
  if (of === 0) return 0;
  const ratio = all.reduce((sum, one) => sum + one.met, 0) / of;
  return lagCorrelation(runs.map((batches) => leftOf(batches, ratio)));
}

/** What a ratio of sums leaves of the batches. */
function leftOf(batches: readonly Tally[], ratio: number): number[] {
  return batches.map(({ met, of }) => met - ratio * of);
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
