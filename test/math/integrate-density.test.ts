import { describe, expect, it } from 'vitest';
import { logGamma } from '../../src/math/gamma-functions.ts';
import { integrateDensity } from '../../src/math/integrate-density.ts';
import { gaussRule } from '../../src/math/quadrature.ts';
import { expectClose } from './golden.ts';

const one = (_: number, into: Float64Array): void => {
  into[0] = 1;
};
const moments = (x: number, into: Float64Array): void => {
  into[0] = 1;
  into[1] = x;
};

describe('integrateDensity', () => {
  it('integrateDensity finds narrow peaks far out and wide ones near', () => {
    for (const [mean, sigma, unit] of [
      [1e6, 1, 1e-3],
      [5, 1e-4, 10],
      [1e3, 100, 1],
    ]) {
      const { logScale, values } = integrateDensity(
        (x) => -(((x - mean) / sigma) ** 2) / 2,
        moments,
        2,
        0,
        Infinity,
        unit,
      );
      expectClose(Math.exp(logScale) * values[0], sigma * Math.sqrt(2 * Math.PI), 1e-12, 0, 'mass');
      expectClose(values[1] / values[0], mean, 1e-12, 0, 'mean');
    }
  });

  it('integrateDensity keeps the scale of a tail far below the smallest double', () => {
    const { logScale, values } = integrateDensity((x) => -x, one, 1, 5000, Infinity, 1);
    expect(logScale + Math.log(values[0])).toBeCloseTo(-5000, 10);
  });

  it('integrateDensity adds up over stretches, and an empty one is 0', () => {
    const density = (x: number): number => 2.5 * Math.log(x) - x;
    const parts = [
      [0, 1],
      [1, 6],
      [6, Infinity],
    ].map(([from, to]) => {
      const { logScale, values } = integrateDensity(density, one, 1, from, to, 0.01);
      return Math.exp(logScale) * values[0];
    });
    expectClose(parts[0] + parts[1] + parts[2], Math.exp(logGamma(3.5)), 1e-12, 0, 'gamma function');
    expect(integrateDensity(density, one, 1, 3, 3, 1).values).toEqual([0]);
    expect(integrateDensity(density, one, 1, 6, 3, 1).values).toEqual([0]);
    expect(integrateDensity(() => Number.NEGATIVE_INFINITY, one, 1, 0, 3, 1).values).toEqual([0]);
  });

  it('integrateDensity looks for the end of the density on each side by itself', () => {
    // A long slope up and a cliff, and the same the other way round: the slope alone holds 1.
    for (const [sign, from, to] of [
      [1, 0, 2000],
      [-1, -2000, 0],
    ]) {
      const slope = (x: number) => (sign * x < 1000 ? sign * x - 1000 : -1e8 * (sign * x - 1000));
      const { logScale, values } = integrateDensity(slope, one, 1, from, to, 1e-3);
      expectClose(Math.exp(logScale) * values[0], 1 + 1e-8, 1e-11, 0, `slope ${sign}`);
    }
  });

  it('integrateDensity goes on until every weight is fine, also where the first one is from the start', () => {
    const root = (x: number, into: Float64Array): void => {
      into[0] = 1;
      into[1] = Math.sqrt(x);
    };
    const { values } = integrateDensity(() => 0, root, 2, 0, 1, 0.1);
    expectClose(values[0], 1, 1e-14, 0, 'length');
    expectClose(values[1], 2 / 3, 1e-11, 0, 'root');
  });
});

describe('gaussRule', () => {
  it('gaussRule integrates polynomials up to its degree exactly', () => {
    for (const count of [1, 2, 5, 16, 40]) {
      const { nodes, weights } = gaussRule(count);
      for (const degree of [0, 1, count, 2 * count - 1]) {
        const integral = nodes.reduce((sum, x, i) => sum + weights[i] * x ** degree, 0);
        expectClose(integral, 1 / (degree + 1), 1e-14, 0, `${count} points, degree ${degree}`);
      }
    }
  });
});
