/**
 * Gauss–Legendre nodes, for integrals of smooth functions cut into short panels.
 */

/** Nodes on 0 to 1 and their weights, which sum to 1. */
export interface GaussRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss–Legendre rule with `count` points on 0 to 1.
 *
 * @param count number of points, 1 to about 100
 * @returns nodes in rising order with their weights; exact for polynomials of degree 2 `count` − 1
 * Source: Abramowitz and Stegun (1964), 25.4.29–30; nodes by Newton's method on the Legendre recurrence.
 * @example
 * ```ts
 * gaussRule(2).nodes[0]; // => 0.21132486540519
 * ```
 */
export function gaussRule(count: number): GaussRule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let previous = 1;
      let value = x;
      for (let k = 2; k <= count; k++) [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
      slope = (count * (previous - x * value)) / (1 - x * x);
      x -= value / slope;
    }
    nodes[i] = (1 + x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
