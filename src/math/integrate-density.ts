/**
 * Integrals against a density that is given by its logarithm and has one peak, however narrow, high or far out: the
 * wait in queues with general patience or few lines.
 */
import { gaussRule } from './quadrature.ts';

const { nodes, weights } = gaussRule(16);
/** A density this many powers of e below its peak no longer shows in a double. */
const negligibleDrop = 46;
/** A panel is fine when cutting it in two changes no integral by more than this share of it. */
const accuracy = 1e-13;
/** No integral needs this many panels; more would be hunting rounding noise. */
const mostPanels = 10_000;

/** Integrals over one stretch, in units of e^`logScale`. */
export interface ScaledIntegrals {
  readonly logScale: number;
  /** One integral for each weight. */
  readonly values: readonly number[];
}

/**
 * Integrates several weights against a density over one stretch.
 *
 * @param logDensity ln of the density, concave; −Infinity where it vanishes
 * @param weigh writes the weights at x, each at least 0, into the array that it is given
 * @param count how many weights there are
 * @param from start of the stretch
 * @param to end of the stretch; Infinity when the density falls for ever
 * @param unit a length on which the density may begin to change, above 0
 * @param termSize the size at x of the terms whose difference `logDensity` is, when they are large: their rounding
 * bounds the accuracy
 * @returns the integrals in units of the density's highest value in the stretch; zeros for an empty stretch
 * Source: adaptive Gauss–Legendre quadrature, 16 points against twice 16.
 * @example
 * ```ts
 * const { logScale, values } = integrateDensity((x) => -((x - 900) ** 2) / 2, (x, into) => { into[0] = 1; }, 1, 0, Infinity, 0.1);
 * Math.exp(logScale) * values[0]; // => 2.506628274631
 * ```
 */
export function integrateDensity(
  logDensity: (x: number) => number,
  weigh: (x: number, into: Float64Array) => void,
  count: number,
  from: number,
  to: number,
  unit: number,
  termSize: (x: number) => number = () => 0,
): ScaledIntegrals {
  const total = new Float64Array(count);
  if (!(from < to)) return { logScale: 0, values: [...total] };
  const summit = findSummit(logDensity, from, to, unit);
  const logScale = logDensity(summit);
  if (logScale === Number.NEGATIVE_INFINITY) return { logScale, values: [...total] };
  const right = Math.min(to, summit + reach((distance) => logScale - logDensity(summit + distance), to - summit, unit));
  const left = Math.max(
    from,
    summit - reach((distance) => logScale - logDensity(summit - distance), summit - from, unit),
  );

  const tolerance = Math.max(accuracy, 16 * Number.EPSILON * termSize(right));
  const into = new Float64Array(count);
  const panel = (start: number, end: number): Float64Array => {
    const sums = new Float64Array(count);
    const width = end - start;
    for (let i = 0; i < nodes.length; i++) {
      const x = start + width * nodes[i];
      const density = width * weights[i] * Math.exp(logDensity(x) - logScale);
      if (density === 0) continue;
      weigh(x, into);
      for (let j = 0; j < count; j++) sums[j] += density * into[j];
    }
    return sums;
  };
  let panels = 0;
  let coarse: Float64Array = total;
  const refine = (start: number, end: number, whole: Float64Array): void => {
    panels++;
    const middle = (start + end) / 2;
    const first = panel(start, middle);
    const second = panel(middle, end);
    const fine = whole.every(
      (value, j) => Math.abs(first[j] + second[j] - value) <= tolerance * Math.max(total[j], coarse[j]),
    );
    if (fine || panels > mostPanels) {
      for (let j = 0; j < count; j++) total[j] += first[j] + second[j];
    } else {
      refine(start, middle, first);
      refine(middle, end, second);
    }
  };
  for (const [start, end] of [
    [summit, right],
    [left, summit],
  ]) {
    if (!(start < end)) continue;
    coarse = panel(start, end);
    refine(start, end, coarse);
  }
  return { logScale, values: [...total] };
}

/** How far from the summit the density still counts: past that, it has dropped for good. */
function reach(drop: (distance: number) => number, most: number, unit: number): number {
  let distance = unit;
  while (distance < most && drop(distance) < negligibleDrop) distance *= 2;
  while (drop(Math.min(distance, most) / 2) > negligibleDrop) distance = Math.min(distance, most) / 2;
  return distance;
}

/** Where a concave function is highest between two ends: exact enough to cut there, by golden-section search. */
function findSummit(f: (x: number) => number, from: number, to: number, unit: number): number {
  let left = from;
  let right = Math.min(to, from + unit);
  let height = f(left);
  for (let step = unit; right < to; step *= 2) {
    const next = f(right);
    if (next < height) break;
    height = next;
    left = Math.max(from, right - step);
    right = Math.min(to, right + 2 * step);
  }
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = right - golden * (right - left);
  let high = left + golden * (right - left);
  let atLow = f(low);
  let atHigh = f(high);
  while (right - left > 1e-9 * (unit + Math.abs(right)) && low < high) {
    if (atLow < atHigh) {
      left = low;
      low = high;
      atLow = atHigh;
      high = left + golden * (right - left);
      atHigh = f(high);
    } else {
      right = high;
      high = low;
      atHigh = atLow;
      low = right - golden * (right - left);
      atLow = f(low);
    }
  }
  const middle = (left + right) / 2;
  if (f(from) >= f(middle)) return from;
  return Number.isFinite(to) && f(to) > f(middle) ? to : middle;
}
