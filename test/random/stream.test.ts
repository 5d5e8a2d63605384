import { describe, expect, it } from 'vitest';
import { nextBits, restartStream, startStream, streamKey } from '../../src/random/stream.ts';

const words = (seed: string, path: string) => [...streamKey(seed, path)].join();

describe('streamKey', () => {
  it('gives the same key for the same seed and path', () => {
    expect(words('7', 'work/inquiry/talk')).toBe(words('7', 'work/inquiry/talk'));
  });

  it('tells apart what seedrandom takes for the same', () => {
    // seedrandom('1') = seedrandom('11'), and it looks at the low byte of each character only: 一 is U+4E00, 最 U+6700.
    const pairs = [
      ['1', '11'],
      ['ab', 'abab'],
      ['一', '最'],
      ['a', 'a\u0000'],
      ['', '\u0000'],
    ];
    for (const [a, b] of pairs) {
      expect(words(a, 'x')).not.toBe(words(b, 'x'));
      expect(words('x', a)).not.toBe(words('x', b));
    }
  });

  it('keeps seed and path apart', () => {
    expect(words('a', 'bc')).not.toBe(words('ab', 'c'));
  });

  it('gives 20,000 neighbouring names 20,000 keys', () => {
    const keys = new Set<string>();
    for (let i = 0; i < 20_000; i++) keys.add(words('1', `work/${i}`));
    expect(keys.size).toBe(20_000);
  });
});

describe('startStream', () => {
  it('depends on the run', () => {
    const key = streamKey('1', 'x');
    const first = new Set<number>();
    for (let run = 0; run < 10_000; run++) first.add(nextBits(startStream(key, run)));
    // 10,000 draws of 32 bits have 0.0116 equal pairs on average: more than 2 has probability below 1e-6.
    expect(first.size).toBeGreaterThanOrEqual(9_998);
  });

  it('gives draws of neighbouring runs, items and attempts that flip half of their bits', () => {
    const key = streamKey('1', 'avalanche');
    const stream = startStream(key, 0);
    const first = (run: number, item: number, attempt: number) => {
      restartStream(stream, key, run, item, attempt);
      return nextBits(stream);
    };
    for (const [run, item, attempt] of [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]) {
      const flips = new Float64Array(32);
      const pairs = 4000;
      for (let i = 0; i < pairs; i++) {
        const difference = first(2 * i, 2 * i, 2 * i) ^ first(2 * i + run, 2 * i + item, 2 * i + attempt);
        for (let bit = 0; bit < 32; bit++) flips[bit] += (difference >>> bit) & 1;
      }
      // Binomial(4000, 1/2) has standard deviation 31.6; 4.5 of them at 96 bits: wrong alarm below 0.1 %.
      for (const count of flips) expect(Math.abs(count - pairs / 2)).toBeLessThan(4.5 * 31.63);
    }
  });
});
