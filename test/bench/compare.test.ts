import { describe, expect, it } from 'vitest';
import { judgeMovement } from '../../bench/compare.ts';

describe('judgeMovement', () => {
  const before = { median: 100, least: 95, most: 110 };

  it('says that a figure moved when its rounds lie wholly beyond those before', () => {
    expect(judgeMovement(before, { median: 120, least: 111, most: 130 })).toBe('faster');
    expect(judgeMovement(before, { median: 80, least: 70, most: 94 })).toBe('slower');
  });

  it('calls it noise when the rounds overlap, or when the medians hardly differ', () => {
    expect(judgeMovement(before, { median: 120, least: 109, most: 130 })).toBe('within the noise');
    expect(judgeMovement(before, { median: 85, least: 80, most: 95 })).toBe('within the noise');
    expect(judgeMovement({ median: 100, least: 100, most: 101 }, { median: 103, least: 102, most: 104 })).toBe(
      'within the noise',
    );
  });
});
