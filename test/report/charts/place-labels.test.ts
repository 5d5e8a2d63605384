import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../src/report/charts/place-labels.ts';

const level = (name: string, y: number) => ({
  name,
  segments: Array.from({ length: 20 }, (_, i) => ({ x1: i * 20, x2: (i + 1) * 20, y })),
});

describe('placeLabels', () => {
  it('placeLabels(lines, …) names each of two lines that keep apart, beside itself', () => {
    const placed = placeLabels([level('upper', 40), level('lower', 120)], 11, 400, 200);
    expect(placed.map(({ name }) => name)).toEqual(['upper', 'lower']);
    for (const [i, y] of [40, 120].entries()) expect(Math.abs(placed[i].y - y)).toBeLessThan(15);
  });

  it('placeLabels(lines, …) leaves a line without a name where others leave no room', () => {
    const crowded = Array.from({ length: 12 }, (_, i) => level(`line ${i}`, 10 + i * 8));
    expect(placeLabels(crowded, 11, 400, 110).length).toBeLessThan(crowded.length);
  });

  it('placeLabels(lines, …) never lets two names meet', () => {
    const placed = placeLabels([level('one name', 100), level('another', 100)], 11, 400, 200);
    expect(placed).toHaveLength(2);
    expect(Math.abs(placed[0].y - placed[1].y) > 11 || Math.abs(placed[0].x - placed[1].x) > 50).toBe(true);
  });
});
