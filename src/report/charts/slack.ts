/** Agents spare above the line and short below it, half-hour by half-hour, one panel a kind of work. */
import { words } from '../../words/dictionary.ts';
import type { RosterCheck } from '../roster-check.ts';
import { sayMissing, saySlack } from '../roster-check-words.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  countAxis,
  frameOf,
  type Layer,
  niceScale,
  type Panel,
  palette,
} from './chart.ts';
import { layOutTime, timeAxisHeight, timeEncoding, visibleBlocks } from './time-axis.ts';

/** Draws the slack; null where it was left out or nothing is promised. */
export function drawSlack(check: RosterCheck, setting: ChartSetting): Chart | null {
  const { report, slack } = check;
  const shown = slack.work.filter(({ agents }) => agents.some((one) => one !== null));
  if (shown.length === 0) return null;
  const text = words(setting.lang).rosterCheck.slack;
  const blocks = visibleBlocks(report, setting);
  const axis = layOutTime(report, blocks, setting);
  const values = shown.map(({ agents }) =>
    blocks.map(({ from, to }) => {
      const own = agents.slice(from, to).filter((one) => one !== null);
      // Of several intervals drawn as one the worst matters.
      return own.length === 0 ? null : Math.min(...own);
    }),
  );
  const known = values.flat().filter((value) => value !== null);
  const most = niceScale(Math.max(1, ...known.map((value) => Math.abs(value))), 2);
  const up = known.some((value) => value > 0) ? most.end : 0;
  const down = known.some((value) => value < 0) ? most.end : 0;
  const ticks = [...most.ticks.map((tick) => -tick).reverse(), ...most.ticks.slice(1)];
  const height = frameOf(setting).narrow ? 120 : 130;
  const panels = shown.map(({ work }, panel): Panel => {
    const rows = blocks.flatMap(({ start, end }, i) => {
      const value = values[panel][i];
      return value === null ? [] : [{ start, end, value, zero: 0, colour: value < 0 ? palette.alarm : palette.served }];
    });
    const last = panel === shown.length - 1;
    const layer: Layer = {
      data: { values: rows },
      mark: { type: 'rect', stroke: palette.paper, strokeWidth: 0.5 },
      encoding: {
        x: timeEncoding(axis, 'start', last, setting),
        x2: { field: 'end' },
        y: {
          field: 'value',
          type: 'quantitative',
          scale: { domain: [-(down || most.ticks[1] / 4), up || most.ticks[1] / 4], nice: false, zero: false },
          axis: countAxis(ticks.filter((tick) => tick <= up && tick >= -down)),
        },
        y2: { field: 'zero' },
        color: { field: 'colour', type: 'nominal', scale: null },
      },
    };
    const name = report.work.length > 1 ? `${report.work[work].name} – ${text.axis}` : text.axis;
    return { height, axisTitle: name, layers: [layer] };
  });
  return assembleChart(
    {
      name: 'slack',
      title: shown.map((one) => sayMissing(check, one, setting.lang)).join(words(setting.lang).report.semicolon),
      reading: shown.map((one) => saySlack(check, one, setting.lang)).join(' '),
      panels,
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}
