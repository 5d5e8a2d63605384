import { describe, expect, it } from 'vitest';
import { requireQueue } from '../../src/math/queue-measures.ts';
import {
  requireFinite,
  requireInnerProbability,
  requireProbability,
  requireWhole,
} from '../../src/math/requirements.ts';

const refusal = (ask: () => void): string => {
  try {
    ask();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('requireFinite', () => {
  it.each([
    [0, {}, 'accepted'],
    [-1, {}, 'x must be a finite number at least 0, got -1'],
    [Infinity, {}, 'x must be a finite number at least 0, got Infinity'],
    [Number.NaN, {}, 'x must be a finite number at least 0, got NaN'],
    [0, { aboveMinimum: true }, 'x must be a finite number above 0, got 0'],
    [0.1, { aboveMinimum: true }, 'accepted'],
    [1, { maximum: 1 }, 'accepted'],
    [2, { maximum: 1 }, 'x must be a finite number at least 0 and at most 1, got 2'],
  ])('requireFinite meets %f under %o', (value, limits, said) => {
    expect(refusal(() => requireFinite('x', value, 0, limits))).toBe(said);
  });
});

describe('requireWhole', () => {
  it.each([
    [3, 9, 'accepted'],
    [9, 9, 'accepted'],
    [2, 9, 'x must be a whole number of at least 3 and at most 9, got 2'],
    [10, 9, 'x must be a whole number of at least 3 and at most 9, got 10'],
    [3.5, Infinity, 'x must be a whole number of at least 3, got 3.5'],
    [2 ** 60, Infinity, 'x must be a whole number of at least 3, got 1152921504606847000'],
  ])('requireWhole meets %f with at most %f', (value, maximum, said) => {
    expect(refusal(() => requireWhole('x', value, 3, maximum))).toBe(said);
  });
});

describe('requireProbability and requireInnerProbability', () => {
  it.each([
    [0, 'accepted', 'p must be above 0 and below 1, got 0'],
    [0.5, 'accepted', 'accepted'],
    [1, 'accepted', 'p must be above 0 and below 1, got 1'],
    [-0.1, 'p must be a number from 0 to 1, got -0.1', 'p must be above 0 and below 1, got -0.1'],
    [1.1, 'p must be a number from 0 to 1, got 1.1', 'p must be above 0 and below 1, got 1.1'],
    [Number.NaN, 'p must be a number from 0 to 1, got NaN', 'p must be above 0 and below 1, got NaN'],
  ])('they meet %f', (value, whole, inner) => {
    expect(refusal(() => requireProbability('p', value))).toBe(whole);
    expect(refusal(() => requireInnerProbability('p', value))).toBe(inner);
  });
});

describe('requireQueue', () => {
  const queue = { arrivalRate: 1, meanHandleSeconds: 60, agents: 50, answerWithinSeconds: 10, shortAbandonSeconds: 10 };

  it('requireQueue takes what describes a queue, down to none of everything but the handle time', () => {
    expect(refusal(() => requireQueue(queue))).toBe('accepted');
    const least = { arrivalRate: 0, meanHandleSeconds: 1e-9, agents: 0, answerWithinSeconds: 0 };
    expect(refusal(() => requireQueue(least))).toBe('accepted');
  });

  it.each([
    [{ arrivalRate: -1 }, 'arrivalRate must be a finite number at least 0, got -1'],
    [{ meanHandleSeconds: 0 }, 'meanHandleSeconds must be a finite number above 0, got 0'],
    [{ agents: Number.NaN }, 'agents must be a finite number at least 0, got NaN'],
    [{ answerWithinSeconds: Infinity }, 'answerWithinSeconds must be a finite number at least 0, got Infinity'],
    [{ shortAbandonSeconds: 11 }, 'shortAbandonSeconds must be a finite number at least 0 and at most 10, got 11'],
  ])('requireQueue refuses %o', (changes, said) => {
    expect(refusal(() => requireQueue({ ...queue, ...changes }))).toBe(said);
  });
});
