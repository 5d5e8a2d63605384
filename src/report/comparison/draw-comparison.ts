/** All charts of a comparison, each for a page and for a phone. */
import type { Lang } from '../../words/dictionary.ts';
import { drawDifferences } from '../charts/differences.ts';
import { type DrawnChart, drawInBothWidths } from '../charts/draw-charts.ts';
import { drawRanking } from '../charts/ranking.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { rankPlans } from './wording.ts';

/** Plans whose differences are drawn by interval: those that rank first. */
const mostPlans = 8;

/** A chart of a comparison: `ranking`, or `differences-2` for the third plan. */
export type ComparisonChart = DrawnChart<string>;

/** Draws all charts that the comparison has something for, the ranking first, then the plans by rank. */
export async function drawComparison(report: ComparisonReport, lang: Lang): Promise<ComparisonChart[]> {
  const plans = rankPlans(report)
    .filter((plan) => plan !== 0)
    .slice(0, mostPlans);
  const drawn: (ComparisonChart | null)[] = [
    await drawInBothWidths('ranking', (setting) => drawRanking(report, setting), lang),
  ];
  for (const plan of plans) {
    drawn.push(
      await drawInBothWidths(`differences-${plan}`, (setting) => drawDifferences(report, plan, setting), lang),
    );
  }
  return drawn.filter((chart) => chart !== null);
}
