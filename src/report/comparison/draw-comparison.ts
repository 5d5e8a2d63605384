/** All charts of a comparison, each for a page and for a phone. */
import type { Lang } from '../../words/dictionary.ts';
import type { ChartSetting } from '../charts/chart.ts';
import { drawDifferences } from '../charts/differences.ts';
import { type DrawnChart, drawPictures, type Picture } from '../charts/draw-charts.ts';
import { drawRanking } from '../charts/ranking.ts';
import type { ComparisonReport } from './comparison-report.ts';
import { rankPlans } from './wording.ts';

/** Plans whose differences are drawn by interval: those that rank first. */
const mostPlans = 8;

/** A chart of a comparison: `ranking`, or `differences-2` for the third plan. */
export type ComparisonChart = DrawnChart<string>;

/**
 * Draws all charts that the comparison has something for, the ranking first, then the plans by rank.
 *
 * @param threads whole, at least 1: as many draw at most
 */
export function drawComparison(report: ComparisonReport, lang: Lang, threads = 1): Promise<ComparisonChart[]> {
  const plans = rankPlans(report)
    .filter((plan) => plan !== 0)
    .slice(0, mostPlans);
  const pictures: Picture<string>[] = [
    { name: 'ranking', draw: (setting) => drawRanking(report, setting) },
    ...plans.map((plan) => ({
      name: `differences-${plan}`,
      draw: (setting: ChartSetting) => drawDifferences(report, plan, setting),
    })),
  ];
  return drawPictures(pictures, lang, threads);
}
