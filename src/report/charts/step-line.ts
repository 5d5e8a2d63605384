/** Step lines: a value that holds for an interval is drawn level over it. */
import type { NamedLine } from './chart.ts';
import type { Block, TimeAxis } from './time-axis.ts';

/** Rows of a step line: one per interval, and the end of the last; intervals without a value are gaps. */
export function stepValues(
  blocks: readonly Block[],
  values: readonly (number | null)[],
): { time: number; value: number | null }[] {
  const rows: { time: number; value: number | null }[] = [];
  for (const [i, block] of blocks.entries()) {
    rows.push({ time: block.start, value: values[i] });
    const last = i + 1 === blocks.length || values[i + 1] === null;
    if (values[i] !== null && last) rows.push({ time: block.end, value: values[i] });
  }
  return rows;
}

/** A step line as it lies in the plot, for naming it. */
export function stepLine(
  line: Pick<NamedLine, 'name' | 'colour' | 'swatch'>,
  blocks: readonly Block[],
  values: readonly (number | null)[],
  axis: TimeAxis,
  toPixels: (value: number) => number,
): NamedLine {
  const segments = blocks.flatMap((block, i) => {
    const value = values[i];
    if (value === null) return [];
    return [{ x1: axis.place(block.start), x2: axis.place(block.end), y: toPixels(value) }];
  });
  return { ...line, segments };
}
