/** `figures.csv`: one row per promise and figure in the steady state, for spreadsheets and programs. */

import { csvText } from '../csv-text.ts';
import type { ReportEstimate } from '../report.ts';
import type { LongRunReport } from './long-run-report.ts';

/**
 * Renders the table: fractions lie in 0–1, times are seconds; an empty cell means that there is nothing to say.
 * @returns UTF-8 text with a header line, lines ended by a line feed; numbers have six significant digits
 */
export function renderLongRunCsv({ figures, hour }: LongRunReport): string {
  const promised = hour.promises.map(({ estimate, id, judgement, target, unit }) => ({
    ...{ promise: id, work: '', group: '', figure: '', unit, target, judgement },
    ...columnsOf(estimate),
    ...{ erlangC: '', erlangA: '', lagCorrelation: '' },
  }));
  const others = figures.map(({ erlangA, erlangC, estimate, group, lagCorrelation, name, unit, work }) => ({
    promise: '',
    work: work === null ? '' : hour.work[work].name,
    group: group === null ? '' : hour.groups[group].name,
    ...{ figure: name, unit, target: '', judgement: '' },
    ...columnsOf(estimate),
    ...{ erlangC: round(erlangC), erlangA: round(erlangA), lagCorrelation: round(lagCorrelation) },
  }));
  return csvText([...promised, ...others]);
}

function columnsOf(estimate: ReportEstimate | null) {
  return {
    value: round(estimate?.value),
    low: round(estimate?.low),
    high: round(estimate?.high),
    confidence: round(estimate?.confidence),
  };
}

function round(value: number | null | undefined): number | '' {
  return value === null || value === undefined || !Number.isFinite(value) ? '' : Number(value.toPrecision(6));
}
