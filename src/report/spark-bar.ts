/** Bars a character wide, for lines of a terminal that show a course. */

const bars = '▁▂▃▄▅▆▇█';

/** The bar of a share: the lowest for 0, the highest for 1. */
export function sparkBar(share: number): string {
  return bars[Math.max(0, Math.min(bars.length - 1, Math.floor(share * bars.length)))];
}
