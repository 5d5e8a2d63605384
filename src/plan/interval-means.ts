/**
 * What a scenario amounts to on average over a stretch of time: contacts, times and people, as a formula wants them.
 */
import { integrateRate } from '../math/rate-curve.ts';
import { beginnersPart } from '../scenario/people-traits.ts';
import type { AgentGroup, Duration, Scenario, Shock, Span, WorkType } from '../scenario/scenario.ts';

/**
 * Expected contacts of a type that arrive in a stretch and ask for a person, redials not counted.
 *
 * @param work its curve has shocks in it already; recorded counts are spread evenly over their spans
 * @param span seconds; only opening hours within it count
 */
export function expectedContacts(work: WorkType, span: Span): number {
  let arrivals = 0;
  for (const open of clip(work.hours, span)) arrivals += expectedArrivals(work, open);
  return arrivals * (1 - work.selfService.completed);
}

/** Expected arrivals of a type in a stretch, those included that self-service settles. */
export function expectedArrivals(work: WorkType, { from, to }: Span): number {
  const { arrivals } = work;
  if (arrivals.process === 'poisson') return integrateRate(arrivals.curve, from, to);
  return arrivals.spans.reduce((sum, span, i) => {
    const overlap = Math.min(span.to, to) - Math.max(span.from, from);
    return overlap > 0 ? sum + (arrivals.counts[i] * overlap) / (span.to - span.from) : sum;
  }, 0);
}

/** The parts of `spans` that lie within a stretch. */
export function clip(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.to > span.from);
}

/** Mean of a duration for contacts that arrive evenly over a stretch, seconds; Infinity when some part is `never`. */
export function meanDuration(duration: Duration, span: Span): number {
  return meanOfSteps(duration.steps, span, (step) => step.mean);
}

/** Agents of a group on queue, mean over a stretch. */
export function meanAgents(group: AgentGroup, span: Span): number {
  const { staff } = group;
  if (staff.source === 'head-counts') return meanOfSteps(staff.steps, span, (step) => step.agents);
  const seconds = staff.agents
    .flatMap((agent) => clip(agent.onQueue, span))
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return seconds / (span.to - span.from);
}

/**
 * Mean talk + hold + wrap-up of a type when a group handles it, seconds, at the group's speed, with slower handling where a shock
 * says so and where it is still learning; Infinity when the group lacks the skill.
 */
export function meanHandling(scenario: Scenario, type: number, group: number, span: Span): number {
  const work = scenario.work[type];
  const { talk, hold, wrapUp } = work.handlingByGroup.find((own) => own.group === group) ?? work;
  const seconds = meanDuration(talk, span) + meanDuration(hold, span) + meanDuration(wrapUp, span);
  const { onboarding, speeds } = scenario.groups[group];
  const learning =
    onboarding === undefined ? 1 : 1 + onboarding.slower * beginnersPart(onboarding, (span.from + span.to) / 2);
  return (seconds * learning * meanSlowdown(scenario.shocks, type, span)) / speeds[type];
}

function meanSlowdown(shocks: readonly Shock[], type: number, { from, to }: Span): number {
  const slow = shocks.filter((shock) => shock.slows.includes(type));
  const edges = slow.flatMap((shock) => [shock.from, shock.to]).filter((edge) => edge > from && edge < to);
  const cuts = [from, ...edges.sort((a, b) => a - b), to];
  let sum = 0;
  for (let i = 1; i < cuts.length; i++) {
    const now = slow.filter((shock) => shock.from <= cuts[i - 1] && cuts[i - 1] < shock.to);
    sum += now.reduce((factor, shock) => factor * shock.slowdown, 1) * (cuts[i] - cuts[i - 1]);
  }
  return sum / (to - from);
}

/** Time-weighted mean of a step function; a step holds until the next begins. */
function meanOfSteps<Step extends { from: number }>(
  steps: readonly Step[],
  { from, to }: Span,
  value: (step: Step) => number,
): number {
  let sum = 0;
  steps.forEach((step, i) => {
    const overlap = Math.min(steps[i + 1]?.from ?? Infinity, to) - Math.max(step.from, from);
    if (overlap > 0) sum += value(step) * overlap;
  });
  return sum / (to - from);
}
