/** Step lines: a value that holds for an interval is drawn level over it. */
import {
  type ChartSetting,
  type CountScale,
  countEncoding,
  dashOf,
  frameOf,
  type Layer,
  type NamedLine,
  nameLines,
  shareAxis,
} from './chart.ts';
import { type Block, type TimeAxis, timeEncoding } from './time-axis.ts';

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
  return { name: line.name, colour: line.colour, swatch: line.swatch, segments };
}

/** A step line of counts: one value per block, null where there is none. */
export interface StepLine extends Pick<NamedLine, 'name' | 'colour' | 'swatch'> {
  width: number;
  values: readonly (number | null)[];
}

/** A panel of a chart that draws step lines. */
export interface StepPanel {
  blocks: readonly Block[];
  axis: TimeAxis;
  /** Of counts; of shares where it ends at 1 and `shares` says so. */
  scale: CountScale;
  shares?: boolean;
  height: number;
  /** Whether the time axis is labelled under this panel: the last of its chart; true when left out. */
  last?: boolean;
}

/**
 * Step lines of counts over the time axis: their layers, the first line on top, their names beside them or for the key, and the
 * encodings for what else is drawn among them.
 */
export function drawStepLines(lines: readonly StepLine[], panel: StepPanel, setting: ChartSetting) {
  const { blocks, axis, scale, height, shares = false, last = true } = panel;
  const toPixels = (value: number) => height * (1 - value / scale.end);
  const named = nameLines(
    lines.map((line) => stepLine(line, blocks, line.values, axis, toPixels)),
    frameOf(setting).plot,
    height,
  );
  const count = countEncoding(scale);
  const y = shares ? { ...count, axis: shareAxis(scale.ticks, setting.lang) } : count;
  const encoding = { x: timeEncoding(axis, 'time', last, setting), y };
  const layers = [...lines].reverse().map(
    (line): Layer => ({
      data: { values: stepValues(blocks, line.values) },
      mark: {
        type: 'line',
        interpolate: 'step-after',
        color: line.colour,
        strokeWidth: line.width,
        strokeDash: dashOf(line.swatch),
      },
      encoding,
    }),
  );
  return { ...named, encoding, layers };
}
