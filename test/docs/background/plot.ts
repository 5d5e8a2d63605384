/** A short way to the product's own chart functions for the pictures of `docs/background`. */
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  countAxis,
  frameOf,
  type KeyEntry,
  niceScale,
  type palette,
} from '../../../src/report/charts/chart.ts';
import {
  type Curve,
  type CurvePanel,
  curveAxisHeight,
  curvePanel,
  evenTicks,
  roundSteps,
  shareScale,
  type ValueAxis,
} from '../../../src/report/lesson/curve-panel.ts';
import { formatNumber } from '../../../src/words/format.ts';

/** All pictures are English, for pages of ordinary width. */
export const setting: ChartSetting = { lang: 'en', width: 800 };

/** One of the plots of a picture; all of them share the x axis. */
export interface Plot extends Pick<CurvePanel, 'curves' | 'dots' | 'mark' | 'band' | 'level'> {
  /** What the y axis shows. */
  readonly title: string;
  readonly y: ValueAxis;
  readonly height?: number;
}

/** A picture of curves. */
export interface Picture {
  readonly name: string;
  /** The finding, one sentence. */
  readonly title: string;
  /** The picture read aloud. */
  readonly reading: string;
  readonly x: CurvePanel['x'];
  readonly plots: readonly Plot[];
  /** Further entries of the key, or all of them: `curves` names every curve of the first plot there and none beside itself. */
  readonly key?: readonly KeyEntry[] | 'curves';
}

/** Draws a picture. */
export function draw({ name, title, reading, x, plots, key = [] }: Picture): Chart {
  const drawn = plots.map(({ title: axisTitle, height = 210, ...plot }, i) => {
    const curves = key === 'curves' ? plot.curves.map((one) => ({ ...one, name: '' })) : plot.curves;
    return curvePanel({ ...plot, curves, axisTitle, height, x, last: i === plots.length - 1 }, setting);
  });
  // A curve that found no room for its name in any plot is named in the key, once.
  const named = drawn.flatMap(({ panel }) => (panel.notes ?? []).map(({ text }) => text));
  const unnamed = drawn.flatMap((one) => one.key).filter(({ name: other }) => !named.includes(other));
  return assembleChart(
    {
      name,
      title,
      reading,
      key: key === 'curves' ? plots[0].curves : [...unnamed, ...key],
      lanes: 1,
      panels: drawn.map(({ panel }) => panel),
      bottom: curveAxisHeight,
    },
    setting,
  );
}

/** An x axis with evenly spaced ticks. */
export function even(
  title: string,
  domain: readonly [number, number],
  label: (at: number) => string = (at) => formatNumber('en', at, domain[1] - domain[0] < 5 ? 1 : 0),
): CurvePanel['x'] {
  return { title, domain, ticks: evenTicks(domain, roundSteps(0.1), frameOf(setting).plot, label) };
}

/** An x axis on which equal steps are equal factors, with the ticks given. */
export function factors(
  title: string,
  ticks: readonly number[],
  label: (at: number) => string = (at) => formatNumber('en', at, Number.isInteger(at) ? 0 : 2),
): CurvePanel['x'] {
  return {
    title,
    domain: [ticks[0], ticks[ticks.length - 1]],
    ticks: ticks.map((at) => ({ at, label: label(at) })),
    logarithmic: true,
  };
}

/** A y axis of shares, from 0 to `top` or to all. */
export function shares(top = 1): ValueAxis {
  if (top === 1) return shareScale([0], 'en');
  const { end, ticks } = niceScale(top);
  const labelExpr = "format(datum.value * 100, ',~f') + ' %'";
  return { domain: [0, end], axis: { values: ticks, labelExpr, title: null } };
}

/** A y axis of numbers from 0. */
export function counts(top: number): ValueAxis {
  const { end, ticks } = niceScale(top);
  return { domain: [0, end], axis: countAxis(ticks) };
}

/** A curve through the values of a function at the places given. */
export function curve(
  name: string,
  colour: (typeof palette)[keyof typeof palette],
  places: readonly number[],
  value: (x: number) => number | null,
  swatch: Curve['swatch'] = 'line',
): Curve {
  return { name, colour, swatch, points: places.map((x) => ({ x, y: value(x) })) };
}

/** `count` evenly spaced places from one end to the other. */
export function spread(from: number, to: number, count = 80): number[] {
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}

/** `count` places from one end to the other, each the same factor from the next. */
export function spreadByFactor(from: number, to: number, count = 80): number[] {
  return Array.from({ length: count + 1 }, (_, i) => from * (to / from) ** (i / count));
}

/** The whole numbers from one end to the other. */
export function whole(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
