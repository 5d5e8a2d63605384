/** What plans trade: false alarms on ordinary days against the damage of an emergency. */
import type { Tuning } from '../../drill/tune.ts';
import { words } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  countEncoding,
  frameOf,
  type Layer,
  niceScale,
  palette,
} from './chart.ts';

/** Draws the plans of the last round. */
export function drawTradeOff({ chosen, front, round }: Tuning, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).drill.tune.chart;
  const height = frameOf(setting).narrow ? 200 : 260;
  const across = niceScale(Math.max(0.1, ...round.map(({ alarms }) => alarms)));
  const up = niceScale(Math.max(1, ...round.map(({ damage }) => damage)));
  const dots = round.map(({ alarms, damage }, i) => ({
    alarms,
    value: damage,
    colour: i === chosen ? palette.served : i === 0 ? palette.ink : palette.demand,
    size: i === chosen || i === 0 ? 140 : 60,
    name: i === chosen ? text.chosen : i === 0 ? text.written : '',
  }));
  const x = {
    field: 'alarms',
    type: 'quantitative' as const,
    scale: { domain: [0, across.end], nice: false },
    axis: {
      values: across.ticks,
      labelExpr: `format(datum.value * 100, ',~f') + '${lang === 'zh' ? '%' : ' %'}'`,
      title: text.x,
    },
  };
  const y = countEncoding(up);
  const layers: Layer[] = [
    {
      data: { values: front.map((i) => ({ alarms: round[i].alarms, value: round[i].damage })) },
      mark: { type: 'line', interpolate: 'step-after', color: palette.muted, strokeWidth: 1 },
      encoding: { x, y },
    },
    {
      data: { values: dots },
      mark: { type: 'point', filled: true, opacity: 0.85 },
      encoding: {
        x,
        y,
        size: { field: 'size', type: 'quantitative', scale: null },
        color: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    // Names stand on the side of their dot that has room.
    ...([true, false] as const).map(
      (onRight): Layer => ({
        data: {
          values: dots.filter(({ alarms, name }) => name !== '' && alarms > across.end / 2 !== onRight),
        },
        mark: { type: 'text', align: onRight ? 'left' : 'right', dx: onRight ? 9 : -9, dy: -9 },
        encoding: { x, y, text: { field: 'name' }, color: { field: 'colour', type: 'nominal', scale: null } },
      }),
    ),
  ];
  const shown = round[chosen ?? front[0] ?? 0];
  return assembleChart(
    {
      name: 'trade-off',
      title: text.title({ damage: formatNumber(lang, shown.damage), alarms: formatPercent(lang, shown.alarms, 1) }),
      reading: text.reading({ plans: formatNumber(lang, round.length) }),
      panels: [{ height, axisTitle: text.y, layers }],
      bottom: 44,
    },
    setting,
  );
}
