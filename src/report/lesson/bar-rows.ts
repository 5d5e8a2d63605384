/** Bars one under another, each named above itself, with simulated points: for a few cases to be compared. */
import {
  type ChartSetting,
  frameOf,
  type Layer,
  type Note,
  type Panel,
  palette,
  type Rule,
  sizes,
} from '../charts/chart.ts';
import { textWidth } from '../charts/text-width.ts';
import type { Dot } from './curve-panel.ts';

/** One bar. */
export interface BarRow {
  readonly name: string;
  readonly value: number;
  /** Written at its end. */
  readonly label: string;
  readonly colour: string;
  /** A simulated value beside a calculated bar. */
  readonly simulated?: Omit<Dot, 'x'>;
}

/** What a panel of bars shows. */
export interface BarPanel {
  readonly axisTitle: string;
  readonly rows: readonly BarRow[];
  /** Value at the right end; what goes beyond is cut. */
  readonly end: number;
  /** A value marked by an upright line. */
  readonly target?: { readonly at: number; readonly label: string };
}

const rowHeight = 38;
const barTop = 17;
const barHeight = 14;
/** Room at the right for the label of the longest bar. */
const labelRoom = 120;

/** Draws the panel. */
export function barPanel({ axisTitle, rows, end, target }: BarPanel, setting: ChartSetting): Panel {
  const { plot } = frameOf(setting);
  const height = rows.length * rowHeight;
  const toX = (value: number): number => (Math.max(0, Math.min(end, value)) / end) * (plot - labelRoom);
  const notes: Note[] = [];
  const rules: Rule[] = [];
  const targetX = target === undefined ? Number.NEGATIVE_INFINITY : toX(target.at);
  if (target !== undefined) notes.push({ text: target.label, x: targetX, y: -7, align: 'center', colour: palette.ink });
  const bars = rows.map(({ value, colour }, i) => ({
    x: 0,
    x2: toX(value),
    y: i * rowHeight + barTop,
    y2: i * rowHeight + barTop + barHeight,
    colour,
  }));
  for (const [i, { name, value, label, simulated }] of rows.entries()) {
    const y = i * rowHeight;
    // The line of the target crosses bars, never words: a number that it would cross moves to its right.
    const right = toX(Math.max(value, simulated?.high ?? 0)) + 7;
    const crossed = targetX > right - 4 && targetX < right + textWidth(label, sizes.small * 1.1) + 2;
    const x = crossed ? targetX + 6 : right;
    notes.push(
      { text: name, x: 0, y: y + 9, align: 'left', colour: palette.ink },
      { text: label, x, y: y + barTop + barHeight / 2, align: 'left', colour: palette.ink, bold: true },
    );
    if (target !== undefined) {
      const [from, to] = [y + barTop - 1, y + barTop + barHeight + 1];
      rules.push({ x: targetX, x2: targetX, y: from, y2: to, colour: palette.ink, width: 1.5 });
    }
  }
  return { height, axisTitle, layers: [barLayer(bars), ...whiskers(rows, toX)], rules, notes };
}

const pixels = { type: 'quantitative' as const, scale: null, axis: null };

function barLayer(values: readonly object[]): Layer {
  return {
    data: { values: [...values] },
    mark: { type: 'rect' },
    encoding: {
      x: { field: 'x', ...pixels },
      x2: { field: 'x2' },
      y: { field: 'y', ...pixels },
      y2: { field: 'y2' },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  };
}

/** Intervals of what is simulated: a dot where the bar is calculated, a bare line where the bar itself is simulated. */
function whiskers(rows: readonly BarRow[], toX: (value: number) => number): Layer[] {
  const values = rows.flatMap(({ simulated, value, colour }, i) => {
    if (simulated === undefined) return [];
    const y = i * rowHeight + barTop + barHeight / 2;
    const own = simulated.value === value && colour === palette.served;
    const x = toX(simulated.value);
    return [{ x, low: toX(simulated.low), high: toX(simulated.high), y, colour: own ? palette.ink : palette.served }];
  });
  if (values.length === 0) return [];
  const color = { field: 'colour', type: 'nominal' as const, scale: null };
  return [
    {
      data: { values },
      mark: { type: 'rule', strokeWidth: 1.6 },
      encoding: { x: { field: 'low', ...pixels }, x2: { field: 'high' }, y: { field: 'y', ...pixels }, color },
    },
    {
      data: { values: values.filter(({ colour }) => colour === palette.served) },
      mark: { type: 'point', filled: true, size: 42, opacity: 1 },
      encoding: { x: { field: 'x', ...pixels }, y: { field: 'y', ...pixels }, color },
    },
  ];
}
