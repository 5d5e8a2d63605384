/** The simulated clauses of a norm: how far each is above or below its target, with its interval. */
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import type { NormStatement, SimulatedClause, StatedClause } from '../norm/norm-statement.ts';
import { sayFinding } from '../norm/norm-wording.ts';
import { markOf } from '../norm/render-norm-text.ts';
import { showTarget, showValue } from '../wording.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Note, palette } from './chart.ts';
import { type IntervalRow, intervalLayers } from './interval-rows.ts';
import { cutText } from './text-width.ts';

const rowHeight = 30;
const colours: Readonly<Record<string, string>> = { held: palette.served, broken: palette.alarm };

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
          layers: intervalLayers(rows, height, domainOf(rows), 50),
          notes: rows.flatMap((row) => notesOf(row, plot)),
        },
      ],
      bottom: 34,
    },
    setting,
  );
}

/** The good side is the right one, whichever way the measure counts. */
function rowOf(clause: StatedClause, { claim, estimate }: SimulatedClause, place: number, lang: Lang): IntervalRow {
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
function notesOf({ colour, figure, name, y }: IntervalRow, plot: number): Note[] {
  return [
    { text: cutText(name, 11, plot * 0.6), x: 4, y: y - 12, align: 'left', colour, bold: true },
    { text: figure, x: plot - 4, y: y - 12, align: 'right', colour: palette.muted },
  ];
}

/** A point on either side at least. */
function domainOf(rows: readonly IntervalRow[]): [number, number] {
  return [Math.min(-1, ...rows.map(({ low }) => low)), Math.max(1, ...rows.map(({ high }) => high))];
}
