import { describe, expect, it } from 'vitest';
import { findRoot } from '../../src/math/find-root.ts';

/** The root found, and how often the function was asked. */
function count(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): { root: number; asked: number } {
  let asked = 0;
  const counting = (x: number): number => {
    asked++;
    return f(x);
  };
  const root = findRoot(counting, low, high, tolerance);
  return { root, asked };
}

describe('findRoot', () => {
  // Roots in closed form. Halving alone would ask log2(width ÷ tolerance) times, 40 and more.
  it.each([
    ['x² − 2', (x: number) => x * x - 2, 0, 2, Math.SQRT2],
    ['2 − x²', (x: number) => 2 - x * x, 0, 2, Math.SQRT2],
    ['x² − 2 from the right', (x: number) => x * x - 2, 5, 0, Math.SQRT2],
    ['eˣ − 10', (x: number) => Math.exp(x) - 10, 0, 4, Math.LN10],
    ['x³ − 8', (x: number) => x ** 3 - 8, -1, 7, 2],
    ['sin', Math.sin, 2, 5, Math.PI],
  ])('findRoot finds the root of %s to the tolerance, in far fewer steps than halving', (_, f, low, high, exact) => {
    const { root, asked } = count(f, low, high, 1e-12);
    expect(Math.abs(root - exact)).toBeLessThan(3e-12);
    expect(asked).toBeLessThanOrEqual(11);
  });

  it('findRoot stays near halving where the function gives no hint: a step, a flat root, infinite ends', () => {
    const step = count((x) => (x < 0.3 ? -1 : 1), 0, 1, 1e-10);
    expect(step.root).toBeCloseTo(0.3, 9);
    expect(step.asked).toBeLessThanOrEqual(3 * 34);
    const flat = count((x) => (x - 1) ** 9, -0.3, 3, 1e-6);
    expect(Math.abs(flat.root - 1)).toBeLessThan(1e-5);
    expect(flat.asked).toBeLessThanOrEqual(3 * 22);
    const infinite = count((x) => Math.log(x / (1 - x)) - 2, 0, 1, 1e-12);
    expect(infinite.root).toBeCloseTo(1 / (1 + Math.exp(-2)), 11);
    expect(infinite.asked).toBeLessThanOrEqual(20);
  });

  it('findRoot returns an end, or a point met on the way, at which the function is zero', () => {
    expect(count((x) => x - 3, 3, 5, 1e-9)).toEqual({ root: 3, asked: 2 });
    expect(count((x) => x - 5, 3, 5, 1e-9)).toEqual({ root: 5, asked: 2 });
    expect(count((x) => x, -1, 1, 1e-9)).toEqual({ root: 0, asked: 3 });
  });

  it('findRoot returns the end of the last bracket where the function is smaller, on either side of a jump', () => {
    for (const edge of [0.3, 0.45, 0.7]) {
      for (const sign of [1, -1]) {
        const below = findRoot((x) => sign * (x < edge ? -1 : 5), 0, 1, 1e-6);
        expect(edge - below).toBeGreaterThan(0);
        expect(edge - below).toBeLessThan(2e-6);
        const above = findRoot((x) => sign * (x < edge ? -5 : 1), 0, 1, 1e-6);
        expect(above - edge).toBeGreaterThanOrEqual(0);
        expect(above - edge).toBeLessThan(2e-6);
      }
    }
  });

  it('findRoot ends at the last digits where the tolerance is finer than they are', () => {
    const { root, asked } = count((x) => x ** 3 - 2e18, 0, 1e7, 1e-300);
    expect(Math.abs(root / (Math.cbrt(2) * 1e6) - 1)).toBeLessThan(4 * Number.EPSILON);
    expect(asked).toBeLessThanOrEqual(14);
  });

  it('findRoot refuses ends of one sign, and a function that is no number there', () => {
    expect(() => findRoot((x) => x * x + 1, 0, 1, 1e-9)).toThrow('f must change its sign between 0 and 1, got 1 and 2');
    expect(() => findRoot(() => Number.NaN, 0, 1, 1e-9)).toThrow(/^f must change its sign/);
  });
});
