/** How much of each thing that the formulas do not know a scenario has: the figure behind the sentence in the report. */
import type { ErlangDifference, ErlangWork } from '../plan/erlang-figures.ts';
import { handlingCv } from '../plan/handling-cv.ts';
import { busynessOf } from '../plan/lesson/lesson-subject.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Report, ReportErlang, ReportWork } from './report.ts';

type Explained = ReportErlang['differences'][number];

/**
 * A figure for each assumption that the scenario breaks, most of them from the runs.
 *
 * @param scenario what was simulated
 * @param erlang the formulas for one work type
 * @param work the same work type as simulated
 * @param groups all groups as simulated
 */
export function explainDifferences(
  scenario: Scenario,
  erlang: ErlangWork,
  work: ReportWork,
  groups: Report['groups'],
): Explained[] {
  const explained = erlang.differences.map((difference) => explain(difference, scenario, erlang, work));
  const overrun = scenario.groups.reduce(
    (sum, group, i) => (group.speeds[erlang.work] > 0 ? sum + groups[i].total.overrunHours : sum),
    0,
  );
  // Below a tenth of an hour it would read as nothing.
  if (overrun >= 0.05) explained.push({ difference: 'shift-ends', figure: overrun, at: null });
  return explained;
}

function explain(difference: ErlangDifference, scenario: Scenario, erlang: ErlangWork, work: ReportWork): Explained {
  const type = scenario.work[erlang.work];
  const { total } = work;
  const ofRequests = (count: number) => (total.requests === 0 ? 0 : count / total.requests);
  const plain = (figure: number | null): Explained => ({ difference, figure, at: null });
  switch (difference) {
    case 'abandonment':
      return plain(ofRequests(total.abandoned));
    case 'patience-shape':
      return plain(work.assumed.patienceCv);
    case 'handling-shape':
      return plain(handlingCv(type));
    case 'redials':
      return plain(total.arrived === 0 ? 0 : total.redials / total.arrived);
    case 'balking':
      return plain(ofRequests(total.balked));
    case 'concurrency':
      return plain(type.concurrency?.handlingFactor.length ?? 1);
    case 'limited-lines':
      return plain(ofRequests(total.blocked));
    case 'shared-agents':
      return plain(scenario.groups.filter(({ speeds }) => speeds[erlang.work] > 0).length);
    case 'busyness':
      return plain(busynessOf(scenario, type));
    case 'carry-over': {
      const longest = work.intervals.reduce(
        (best, row, i) => (row.queueAtEnd > work.intervals[best].queueAtEnd ? i : best),
        0,
      );
      return {
        difference,
        figure: work.intervals[longest].queueAtEnd,
        at: scenario.clock.intervalStarts[longest],
      };
    }
    case 'recorded-counts':
      return plain(null);
  }
}
