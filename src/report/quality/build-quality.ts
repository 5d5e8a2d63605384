/** The quality part of a report: sums over runs become means per run and day. */

import type { Outcome } from '../../experiment/outcome.ts';
import { cohenKappa } from '../../math/agreement.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import {
  contactOffset,
  outcomeOffset,
  type QualityColumn,
  qualityOffset,
  type TeamColumn,
  teamColumns,
  teamOffset,
} from '../../sim/run.ts';
import type { ReportQuality } from '../report.ts';

/** The quality part; undefined where quality is not simulated. */
export function buildQuality(scenario: Scenario, { runs, total }: Outcome): ReportQuality | undefined {
  const { clock, quality } = scenario;
  if (quality === undefined) return undefined;
  const { data, layout } = total;
  const starts = clock.intervalStarts;
  const days = clock.days.map(({ end, start }) => ({
    from: starts.findIndex((at) => at >= start),
    to: starts.findIndex((at) => at >= end),
  }));
  const mean = (offset: number, { from, to }: { from: number; to: number }) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += data[offset + i];
    return sum / runs;
  };
  const of = (column: TeamColumn) => data[teamOffset(layout) + teamColumns.indexOf(column)];
  return {
    pass: quality.pass,
    work: quality.work.map((work) => ({
      work,
      days: days.map((day) => {
        const count = (column: QualityColumn) => mean(qualityOffset(layout, work, column), day);
        const handled = count('scored');
        return {
          handled,
          quality: handled === 0 ? null : count('quality') / handled,
          poor: count('poor'),
          sampled: count('sampled'),
          evaluated: count('evaluated'),
          failed: count('failed'),
          falselyFailed: count('falselyFailed'),
          falselyPassed: count('falselyPassed'),
          overturned: count('overturned'),
          talks: count('coached'),
          arrived: mean(contactOffset(layout, work, 'arrived'), day),
          repeats: mean(outcomeOffset(layout, work, 'arisen'), day),
        };
      }),
    })),
    agents: {
      weak: of('weak') / runs,
      weakFound: of('weakFound') / runs,
      good: of('good') / runs,
      goodAccused: of('goodAccused') / runs,
    },
    agreement: agreementOf(of, runs),
  };
}

/** How evaluators agree, over the pairs of all runs together. */
function agreementOf(of: (column: TeamColumn) => number, runs: number): ReportQuality['agreement'] {
  const pairs = of('pairs');
  if (pairs < 2) return null;
  // ICC(2,1) of Shrout and Fleiss (1979) with two scores each: sums and differences carry its mean squares.
  const items = (of('squaredSums') - of('sums') ** 2 / pairs) / (2 * (pairs - 1));
  const order = of('differences') ** 2 / (2 * pairs);
  const rest = (of('squaredDifferences') - of('differences') ** 2 / pairs) / (2 * (pairs - 1));
  const all = items + rest + (2 * (order - rest)) / pairs;
  const table = [
    [of('bothFail'), of('secondPasses')],
    [of('firstPasses'), of('bothPass')],
  ];
  return {
    pairs: pairs / runs,
    withinTen: of('withinTen') / pairs,
    intraclass: all === 0 ? null : (items - rest) / all,
    kappa: cohenKappa(table, 'none', 0.95)?.kappa ?? null,
  };
}
