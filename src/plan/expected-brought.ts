/** What customers are expected to bring: known from the scenario alone, whatever a run makes of it. */
import { type RateSegment, segmentIntegral } from '../math/rate-curve.ts';
import type { Arrivals, Scenario, WorkType } from '../scenario/scenario.ts';
import { meanDuration } from './interval-means.ts';

/**
 * Expected seconds of talk, hold and wrap-up that the customers of each type bring, by interval of arrival: those who come of their own
 * accord and are not done in self-service, as drawn (`broughtOffset`). Exact: busyness has mean 1, and the handling of a
 * customer is drawn independently of how many there are.
 *
 * @param scenario resolved
 * @returns one number per type and planning interval, the intervals of a type after one another
 */
export function expectedBrought({ clock, work }: Pick<Scenario, 'clock' | 'work'>): Float64Array {
  const intervals = clock.intervalStarts.length - 1;
  const expected = new Float64Array(work.length * intervals);
  work.forEach((one, type) => {
    addWork(one, clock.intervalStarts, expected.subarray(type * intervals, (type + 1) * intervals));
  });
  return expected;
}

/** Adds the work of a type to its intervals, stretch by stretch within which neither interval nor mean handling changes. */
function addWork(work: WorkType, starts: readonly number[], out: Float64Array): void {
  const durations = [work.talk, work.hold, work.wrapUp];
  const edges = [...new Set([...starts, ...durations.flatMap(({ steps }) => steps.map(({ from }) => from))])];
  edges.sort((a, b) => a - b);
  const asked = 1 - work.selfService.completed;
  let edge = 0;
  let interval = 0;
  for (const segment of segmentsOf(work.arrivals)) {
    let from = segment.from;
    let reached = 0;
    while (from < segment.to) {
      while (edge < edges.length && edges[edge] <= from) edge++;
      const to = Math.min(segment.to, edges[edge] ?? segment.to);
      while (interval + 1 < out.length && starts[interval + 1] <= from) interval++;
      const mass = segmentIntegral(segment, to - segment.from);
      const seconds = durations.reduce((sum, duration) => sum + meanDuration(duration, { from, to }), 0);
      if (from < starts[out.length]) out[interval] += (mass - reached) * seconds * asked;
      reached = mass;
      from = to;
    }
  }
}

/** Recorded counts come evenly over their spans. */
function segmentsOf(arrivals: Arrivals): readonly RateSegment[] {
  if (arrivals.process === 'poisson') return arrivals.curve.segments;
  return arrivals.spans.map((span, i) => ({
    ...span,
    terms: [{ c: arrivals.counts[i] / (span.to - span.from), n: 0, k: 0 }],
  }));
}
