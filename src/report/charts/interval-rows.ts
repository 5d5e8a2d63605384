/** Rows of a chart that compares: each a dot with its interval, on both sides of a line at 0, and its name and figure above. */
import { type Layer, palette } from './chart.ts';

/** One row; values and interval in the chart's unit, `y` from the top in pixels. */
export interface IntervalRow {
  name: string;
  figure: string;
  y: number;
  value: number;
  low: number;
  high: number;
  colour: string;
  /** What is decided is a filled dot. */
  fill: string;
}

/**
 * The line at 0, the intervals and the dots.
 *
 * @param height of the panel, pixels
 * @param domain the values that the axis reaches at least
 * @param dot area of a dot, square pixels
 */
export function intervalLayers(
  rows: readonly IntervalRow[],
  height: number,
  domain: readonly [least: number, most: number],
  dot: number,
): Layer[] {
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: 5 },
    axis: {
      tickCount: 5,
      grid: true,
      labelExpr: "replace(format(datum.value, datum.value == 0 ? '~f' : '+,~f'), '-', '−')",
      title: null,
    },
  });
  const y = {
    field: 'y',
    type: 'quantitative' as const,
    scale: { domain: [0, height], range: [0, height] },
    axis: null,
  };
  const values = [...rows];
  return [
    {
      // Beside the rows alone: a line through would strike the names above them.
      data: { values: rows.map((row) => ({ value: 0, y: row.y - 6, y2: row.y + 9 })) },
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1 },
      encoding: { x: x('value'), y, y2: { field: 'y2' } },
    },
    {
      data: { values },
      mark: { type: 'rule', strokeWidth: 2.5 },
      encoding: { x: x('low'), x2: { field: 'high' }, y, color: { field: 'colour', type: 'nominal', scale: null } },
    },
    {
      data: { values },
      mark: { type: 'point', shape: 'circle', size: dot, filled: false, strokeWidth: 2.2, opacity: 1 },
      encoding: {
        x: x('value'),
        y,
        stroke: { field: 'colour', type: 'nominal', scale: null },
        fill: { field: 'fill', type: 'nominal', scale: null },
      },
    },
  ];
}
