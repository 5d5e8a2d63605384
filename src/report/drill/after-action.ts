/**
 * The after-action report of an exercise as plain data without language, apart from what the drill's author said: what happened,
 * what was decided, what it came to, and, where somebody looked back, what each decision was worth. Times are seconds from
 * the scenario's start.
 */
import type { DecisionLog, LogHeader } from '../../drill/decision-log.ts';
import type { Drill, Said } from '../../drill/drill.ts';
import type { Decision, ExerciseResult, TrackPoint } from '../../drill/exercise.ts';
import { frontLineOf } from '../../drill/front-line.ts';
import { type Outcome, outcomeOf } from '../../drill/outcome.ts';
import { type Rating, rateObjectives } from '../../drill/rate-objectives.ts';
import type { Review } from '../../drill/review.ts';
import type { Bilingual } from '../../words/dictionary.ts';
import { buildClaim, listDays, listIntervals } from '../build-report.ts';
import type { PromiseClaim, ReportClaims, ReportTime } from '../report.ts';

/** An objective as the report shows it. */
export interface ReportedObjective {
  id: string;
  text: Said;
  capability: Said;
  rating: Rating;
  /** Index into `promises`, or what is timed. */
  measure: number | 'response' | 'recovery';
  reached: number | null;
  target: number;
}

/** The report. */
export interface AfterAction extends ReportTime, ReportClaims {
  format: 'callfloor-after-action';
  formatVersion: 1;
  drill: Pick<Drill, 'name' | 'summary' | 'hash' | 'participants' | 'from' | 'to' | 'normalQueue'>;
  log: LogHeader & { seal: string };
  injects: Drill['injects'];
  levers: { name: string; title: Said; counted: boolean; pulls: number; hours: number; cost: number }[];
  plans: string[];
  /** Of the plan that was meant. */
  planSummary: Said;
  decisions: Decision[];
  /** What the wall board showed at each decision. */
  seen: (TrackPoint | null)[];
  objectives: ReportedObjective[];
  outcome: Outcome;
  /** On the same day with nobody acting. */
  outcomeOfNobody: Outcome;
  /** On the same day without the emergency. */
  outcomeOfOrdinary: Outcome;
  promises: PromiseClaim[];
  /** Those of the scenario itself, by index; the others belong to objectives and to the norm. */
  ownPromises: number[];
  norm: ReportedNorm | null;
  work: string[];
  /** Work that waits without a customer, by index. */
  cases: number[];
  /** The exercise, instant by instant: as played, and the number waiting with nobody acting. */
  track: TrackPoint[];
  trackOfNobody: Pick<TrackPoint, 'time' | 'queue' | 'waiting'>[];
  review: Review | null;
}

/** A norm as the report shows it. */
export interface ReportedNorm {
  title: Bilingual;
  clauses: {
    id: string;
    text: Bilingual;
    source: Bilingual;
    /** Index into `promises`, or what decides it without a run. */
    judged: number | 'held' | 'broken';
  }[];
  /** Clauses that this centre cannot show. */
  notTestable: string[];
}

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
