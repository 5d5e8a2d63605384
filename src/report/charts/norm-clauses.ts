/** The simulated clauses of a norm: how far each is above or below its target, with its interval. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { NormStatement, SimulatedClause, StatedClause } from '../norm/norm-statement.ts';
import { sayFinding } from '../norm/norm-wording.ts';
import { markOf } from '../norm/render-norm-text.ts';
import { showTarget, showValue } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Layer, type Note, palette } from './chart.ts';
import { cutText } from './text-width.ts';

const rowHeight = 30;
const colours: Readonly<Record<string, string>> = { held: palette.served, broken: palette.alarm };

interface Row {
  name: string;
  figure: string;
  y: number;
  value: number;
  low: number;
  high: number;
  colour: string;
  /** Decided clauses are filled dots. */
  fill: string;
}

/** Draws the clauses whose measure is a share, in the norm's order; null where there is none. */
export function drawNormClauses(statement: NormStatement, setting: ChartSetting): Chart | null {
  const { lang } = setting;
  const { chart } = words(lang).norm;
  const shown = statement.clauses.filter(({ simulated }) => simulated?.claim.unit === 'fraction');
  if (shown.length === 0) return null;
  const { plot } = frameOf(setting);
  const rows = shown.map((clause, place) => rowOf(clause, clause.simulated as SimulatedClause, place, lang));
  const height = rows.length * rowHeight;
  const broken = shown.filter(({ judgement }) => judgement === 'broken').length;
  return assembleChart(
    {
      name: 'clauses',
      title: sayFinding(statement, lang),
      reading: chart.reading({ broken: formatNumber(lang, broken), all: formatNumber(lang, shown.length) }),
      panels: [
        {
          height,
          axisTitle: chart.axis,
          layers: layersOf(rows, height),
          notes: rows.flatMap((row) => notesOf(row, plot)),
        },
      ],
      bottom: 34,
    },
    setting,
  );
}

/** The good side is the right one, whichever way the measure counts. */
function rowOf(clause: StatedClause, { claim, estimate }: SimulatedClause, place: number, lang: Lang): Row {
  const side = claim.sense === 'at-least' ? 100 : -100;
  const margin = (value: number) => (value - claim.target) * side;
  const colour = colours[clause.judgement] ?? palette.muted;
  return {
    name: `${markOf(clause)} ${clause.id}`,
    figure: `${showValue(claim, estimate.value, lang, 1)} / ${showTarget(claim, lang)}`,
    y: place * rowHeight + 22,
    value: margin(estimate.value),
    low: Math.min(margin(estimate.low), margin(estimate.high)),
    high: Math.max(margin(estimate.low), margin(estimate.high)),
    colour,
    fill: clause.judgement === 'undecided' ? palette.paper : colour,
  };
}

/** The name on the left and the figure on the right, above the row's line. */
function notesOf({ colour, figure, name, y }: Row, plot: number): Note[] {
  return [
    { text: cutText(name, 11, plot * 0.6), x: 0, y: y - 12, align: 'left', colour, bold: true },
    { text: figure, x: plot, y: y - 12, align: 'right', colour: palette.muted },
  ];
}

function layersOf(rows: readonly Row[], height: number): Layer[] {
  const domain = [Math.min(-1, ...rows.map(({ low }) => low)), Math.max(1, ...rows.map(({ high }) => high))];
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain, nice: 5 },
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
      data: { values: [{ value: 0, y: 0, y2: height }] },
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
      mark: { type: 'point', shape: 'circle', size: 50, filled: false, strokeWidth: 2.2, opacity: 1 },
      encoding: {
        x: x('value'),
        y,
        stroke: { field: 'colour', type: 'nominal', scale: null },
        fill: { field: 'fill', type: 'nominal', scale: null },
      },
    },
  ];
}
