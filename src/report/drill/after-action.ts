/**
 * Builds the after-action report of an exercise: plain data without language, apart from what the drill's author said: what happened,
 * what was decided, what it came to, and, where somebody looked back, what each decision was worth. Times are seconds from
 * the scenario's start.
 */
import type { DecisionLog } from '../../drill/decision-log.ts';
import type { Drill } from '../../drill/drill.ts';
import type { ExerciseResult, TrackPoint } from '../../drill/exercise.ts';
import { frontLineOf } from '../../drill/front-line.ts';
import { outcomeOf } from '../../drill/outcome.ts';
import { rateObjectives } from '../../drill/rate-objectives.ts';
import type { Review } from '../../drill/review.ts';
import { buildClaim, listDays, listIntervals } from '../build-report.ts';
import type { AfterAction } from './drill-schemas.ts';

/** An objective as the report shows it. */
export type ReportedObjective = AfterAction['objectives'][number];
/** A norm as the report shows it. */
export type ReportedNorm = NonNullable<AfterAction['norm']>;

/** What the report is built of. */
export interface AfterActionParts {
  drill: Drill;
  log: Pick<DecisionLog, 'header' | 'seal'>;
  result: ExerciseResult;
  /** The same day with nobody acting, with the emergency and without. */
  resultOfNobody: ExerciseResult;
  resultOfOrdinary: ExerciseResult;
  review: Review | null;
}

/** How long before and after the exercise the charts show, seconds. */
const around = 1800;

/** Builds the report. */
export function buildAfterAction({ drill, log, result, review, ...idle }: AfterActionParts): AfterAction {
  const { from, hash, levers, name, normalQueue, participants, scenario, summary, to } = drill;
  const outcome = outcomeOf(drill, result);
  const shown = (point: TrackPoint) => point.time >= from - around && point.time <= to + around;
  const front = frontLineOf(scenario);
  const others = new Set([
    ...drill.objectives.flatMap(({ measure }) => (measure.kind === 'promise' ? [measure.promise] : [])),
    ...(drill.norm?.clauses ?? []).map(({ promise }) => promise),
  ]);
  const seen = new Map(result.track.map((point) => [point.time, point]));
  return {
    format: 'callfloor-after-action',
    formatVersion: 1,
    drill: { name, summary, hash, participants, from, to, normalQueue },
    log: { ...log.header, seal: log.seal },
    injects: drill.injects,
    levers: levers.map((lever, i) => ({
      name: lever.name,
      title: lever.title,
      counted: lever.counted,
      pulls: result.pulls[i],
      hours: result.hours[i],
      cost: result.costs[i],
    })),
    plans: drill.plans.map((plan) => plan.name),
    planSummary: drill.plans[drill.plan].summary,
    decisions: result.decisions,
    seen: result.decisions.map(({ at }) => seen.get(at) ?? null),
    objectives: rateObjectives(drill, result, outcome).map(({ objective, rating, reached, target }) => ({
      id: objective.id,
      text: objective.text,
      capability: objective.capability,
      rating,
      measure: objective.measure.kind === 'promise' ? objective.measure.promise : objective.measure.kind,
      reached,
      target,
    })),
    outcome,
    outcomeOfNobody: outcomeOf(drill, idle.resultOfNobody),
    outcomeOfOrdinary: outcomeOf(drill, idle.resultOfOrdinary),
    promises: scenario.promises.map((promise) => buildClaim(scenario, promise)),
    ownPromises: scenario.promises.flatMap((_, i) => (others.has(i) ? [] : [i])),
    norm: reportNorm(drill),
    work: scenario.work.map((work) => work.name),
    cases: scenario.work.flatMap((_, type) => (front.types.includes(type) ? [] : [type])),
    scenario: { days: listDays(scenario) },
    intervals: listIntervals(scenario),
    track: result.track.filter(shown),
    trackOfNobody: idle.resultOfNobody.track
      .filter(shown)
      .map(({ queue, time, waiting }) => ({ time, queue, waiting })),
    review,
  };
}

function reportNorm({ norm }: Drill): ReportedNorm | null {
  if (norm === null) return null;
  const judged = norm.clauses.map(({ clause, decided, promise }) => ({ clause, judged: promise ?? decided }));
  return {
    title: norm.title,
    clauses: judged.flatMap(({ clause: { id, source, text }, judged: by }) =>
      by === null ? [] : [{ id, text, source, judged: by }],
    ),
    notTestable: judged.flatMap(({ clause: { id }, judged: by }) => (by === null ? [id] : [])),
  };
}
