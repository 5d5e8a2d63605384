/**
 * A whole day of one queue, exactly: Poisson arrivals at a rate that changes, exponential handle times and patience, staff that
 * changes by the interval (M_t/M/s(t)+M). The fast alternative to simulating thousands of days.
 */
import type { Clock, Cohort } from './day-law.ts';
import { DayLaw } from './day-law.ts';
import { gaussRule } from './quadrature.ts';
import type { ServiceLevel } from './queue-measures.ts';
import type { RateCurve, RateSegment } from './rate-curve.ts';
import { cutCurve, segmentIntegral, segmentRate } from './rate-curve.ts';
import { requireFinite, requireProbability, requireWhole } from './requirements.ts';
import { requireIntervals } from './stationary-independent.ts';
import type { CallerFate, Leaving, QueueRates, QueueTable, StaffPiece } from './tagged-caller.ts';
import { callerFates } from './tagged-caller.ts';

/** A day of one queue. */
export interface ExactDayOptions {
  /** Arrivals per second over time; what lies outside the intervals is left out. */
  readonly arrivalRate: RateCurve;
  /** Start of every interval in seconds and, last, the end of the day: rising, one more than there are `agents`. */
  readonly intervalStarts: readonly number[];
  /** Agents per interval, whole, at least one interval. */
  readonly agents: readonly number[];
  /** Mean handle time in seconds, above 0. */
  readonly meanHandleSeconds: number;
  /** Mean patience in seconds, above 0; Infinity for callers who never hang up. */
  readonly meanPatienceSeconds: number;
  /** The target wait T in seconds, at least 0; an answer at exactly T counts. */
  readonly answerWithinSeconds: number;
  /** Chance that a caller who would have to wait leaves at once, 0–1; 0 when left out. */
  readonly balking?: number;
  /**
   * What becomes of agents who are talking when the staff drops. `pooled` (the default): they finish, and no new call starts until
   * fewer talk than there are agents. `named`: the leavers are drawn at random from all present; the idle ones leave, the others
   * finish their call while those who stay take new ones. `preempted`: the surplus calls go back to the head of the queue with a new
   * patience.
   */
  readonly leaving?: Leaving;
  /** Gives the state at the start of the day and every so many seconds of it. */
  readonly snapshotSeconds?: number;
}

/** Expected counts of an interval or a day. Callers belong to the interval in which they arrive, states to the clock. */
export interface DayCounts {
  /** Callers who arrive. */
  readonly offered: number;
  /** Found every agent busy, those who balked included. */
  readonly waited: number;
  readonly answered: number;
  /** Answered with a wait of at most T. */
  readonly answeredWithin: number;
  /** Would be answered within T if they neither hung up nor balked. */
  readonly virtuallyWithin: number;
  /** Hung up or balked. */
  readonly abandoned: number;
  /** Hung up within T, or balked. */
  readonly abandonedWithin: number;
  /** Wait for ever: only where the last interval has no agents and patience is endless, else 0. */
  readonly stranded: number;
  /** Total wait of all callers; Infinity where some are stranded. */
  readonly waitSeconds: number;
  /** Total wait of the answered ones. */
  readonly answeredWaitSeconds: number;
  /** ∫ queue dt over the interval. */
  readonly queueSeconds: number;
  /** ∫ agents talking dt over the interval, those who stay beyond their shift included. */
  readonly busySeconds: number;
  /** Callers who hang up or balk during the interval, whenever they arrived. */
  readonly abandonments: number;
}

/** One interval of the day. */
export interface ExactInterval extends DayCounts {
  readonly start: number;
  readonly end: number;
  readonly agents: number;
  /** Mean queue at the interval's end, before the staff changes. */
  readonly queueAtEnd: number;
}

/** The state at an instant, just after anything that happens then. */
export interface DaySnapshot {
  readonly time: number;
  readonly arrivalRate: number;
  /** P(an arriving caller finds no free agent). */
  readonly allBusy: number;
  readonly meanQueue: number;
  /** Agents talking, those who stay beyond their shift included. */
  readonly meanBusy: number;
}

export interface ExactDay {
  readonly intervals: ExactInterval[];
  /** The sums over the intervals. */
  readonly total: DayCounts;
  /** Empty unless `snapshotSeconds` was given. */
  readonly snapshots: DaySnapshot[];
}

/** Length of a step while the rate changes, as a share of the time in which it changes by its own size. */
const changePerStep = 0.005;

/**
 * The expected counts of every interval of a day that starts empty. After the last interval arrivals stop and the last staff stays
 * until the queue is empty, so that every caller's fate is counted.
 *
 * @param options arrival rate, intervals, staff, handle time, patience and target
 * @returns counts per interval and their total
 * @throws RangeError naming the option out of its range
 * Source: Kolmogorov's forward equations of the M_t/M/s(t)+M queue and the equations of its tagged callers, by uniformization
 * (Jensen 1953); a rate that changes within an interval by the commutator-free Magnus integrator of fourth order (Blanes and Moan
 * 2006).
 * @example
 * ```ts
 * const desk = { agents: [4, 5], meanHandleSeconds: 180, meanPatienceSeconds: 120, answerWithinSeconds: 20 };
 * const arrivalRate = stepCurve([0, 900, 1800], [0.01, 0.02]);
 * exactDay({ ...desk, arrivalRate, intervalStarts: [0, 900, 1800] }).total.abandoned; // => 1.4660253
 * ```
 */
export function exactDay(options: ExactDayOptions): ExactDay {
  const course = prepare(options);
  const open = course.agents.map((agents, i) => {
    course.law.changeAgents(agents);
    return runInterval(course, i);
  });
  course.law.closeCohorts();
  const intervals = open.map((interval) => countsOf(course, interval));
  return { intervals, total: totalOf(intervals), snapshots: course.snapshots };
}

/** What stays the same from interval to interval, and the law that moves along. */
interface Course {
  readonly segments: readonly RateSegment[];
  readonly starts: readonly number[];
  readonly agents: readonly number[];
  /** Times at which the staff changes. */
  readonly changes: readonly number[];
  readonly rates: QueueRates;
  readonly target: number;
  readonly balking: number;
  readonly leaving: Leaving;
  readonly snapshotSeconds: number | undefined;
  readonly snapshots: DaySnapshot[];
  readonly law: DayLaw;
}

/** An interval whose last callers may still wait. */
interface OpenInterval {
  readonly index: number;
  readonly cohort: Cohort;
  readonly clock: Clock;
  offered: number;
  /** Expected callers by fate within T, of those who found every agent busy and did not balk. */
  readonly fate: Record<keyof CallerFate, number>;
  queueAtEnd: number;
}

function prepare(options: ExactDayOptions): Course {
  const { agents, meanHandleSeconds, meanPatienceSeconds, answerWithinSeconds, snapshotSeconds } = options;
  const { balking = 0, leaving = 'pooled', intervalStarts: starts } = options;
  if (agents.length === 0) throw new RangeError('agents must hold at least one interval, got none');
  for (const staff of agents) requireWhole('agents', staff, 0);
  if (starts.length !== agents.length + 1) {
    throw new RangeError(`intervalStarts must hold ${agents.length + 1} times, got ${starts.length}`);
  }
  requireIntervals(starts);
  requireFinite('meanHandleSeconds', meanHandleSeconds, 0, { aboveMinimum: true });
  if (meanPatienceSeconds !== Infinity) {
    requireFinite('meanPatienceSeconds', meanPatienceSeconds, 0, { aboveMinimum: true });
  }
  requireFinite('answerWithinSeconds', answerWithinSeconds, 0);
  requireProbability('balking', balking);
  if (snapshotSeconds !== undefined) requireFinite('snapshotSeconds', snapshotSeconds, 0, { aboveMinimum: true });
  const rates = { service: 1 / meanHandleSeconds, abandonment: 1 / meanPatienceSeconds };
  return {
    segments: cutCurve(options.arrivalRate, starts).segments,
    starts,
    agents,
    changes: starts.filter((_, i) => i > 0 && i < agents.length && agents[i] !== agents[i - 1]),
    rates,
    target: answerWithinSeconds,
    balking,
    leaving,
    snapshotSeconds,
    snapshots: [],
    law: new DayLaw(agents[0], rates, balking, leaving),
  };
}

/** Carries the law through one interval, counting its callers. */
function runInterval(course: Course, index: number): OpenInterval {
  const { law, changes, target, snapshotSeconds, starts } = course;
  const start = starts[index];
  const end = starts[index + 1];
  const interval: OpenInterval = {
    index,
    cohort: law.openCohort(),
    clock: { queueSeconds: 0, busySeconds: 0, waited: 0 },
    offered: 0,
    fate: { virtual: 0, answered: 0, abandoned: 0 },
    queueAtEnd: 0,
  };
  const segments = course.segments.filter(({ from, to }) => from >= start && to <= end);
  const stops = new Set([start, end, ...changes.map((change) => change - target)]);
  for (const { from, to } of segments) stops.add(from).add(to);
  const snapshotTimes = new Set<number>();
  if (snapshotSeconds !== undefined) {
    const first = Math.ceil((start - starts[0]) / snapshotSeconds);
    for (let k = first; starts[0] + k * snapshotSeconds < end; k++) snapshotTimes.add(starts[0] + k * snapshotSeconds);
  }
  const times = [...new Set([...stops, ...snapshotTimes])].filter((time) => time >= start && time <= end);
  times.sort((a, b) => a - b);
  for (let k = 0; k + 1 < times.length; k++) {
    const [from, to] = [times[k], times[k + 1]];
    const segment = segments.find((one) => one.from <= from && to <= one.to) ?? { from, to, terms: [] };
    if (snapshotTimes.has(from)) {
      const arrivalRate = segmentRate(segment, from - segment.from);
      course.snapshots.push({ time: from, arrivalRate, ...law.snapshot });
    }
    interval.offered += segmentIntegral(segment, to - segment.from) - segmentIntegral(segment, from - segment.from);
    runStretch(course, interval, segment, from, to);
  }
  interval.queueAtEnd = law.snapshot.meanQueue;
  return interval;
}

/** Carries the law from `from` to `to`, between which no caller's T begins or ceases to reach a change of staff. */
function runStretch(course: Course, interval: OpenInterval, segment: RateSegment, from: number, to: number): void {
  const { law, rates, target, leaving, changes } = course;
  const reachesChange = target > 0 && changes.some((change) => change >= to && change - target <= from);
  if (!reachesChange) {
    // Everybody's chances are the same functions of what they find, so it is enough to know what is found in all.
    const seen: QueueTable = [new Float64Array(0)];
    carry(course, interval.clock, segment, from, to, seen);
    const most = Math.max(1, ...seen.map((row) => row.length)) - 1;
    const [fate] = callerFates([[{ duration: target, agents: law.agents }]], rates, leaving, seen.length - 1, most);
    addFate(interval, seen, fate, 1);
    return;
  }
  // Gauss nodes crowd at both ends, where the chances change fastest; away from them they change over √jumps.
  const jumps = (to - from) * (law.agents * rates.service + (law.queueMost + 1) * rates.abandonment);
  const rule = gaussRule(8 + Math.ceil(4 * Math.sqrt(jumps)));
  const arrivals = Array.from(rule.nodes, (node) => from + node * (to - from));
  const found: QueueTable[] = [];
  let time = from;
  for (const arrival of arrivals) {
    carry(course, interval.clock, segment, time, arrival);
    time = arrival;
    found.push([law.line.slice(law.agents, law.agents + law.queueMost + 1), ...law.over]);
  }
  carry(course, interval.clock, segment, time, to);
  const courses = arrivals.map((arrival) => staffWithin(course, arrival));
  const overhangs = Math.max(...found.map((table) => table.length)) - 1;
  const most = Math.max(...found.flatMap((table) => table.map((row) => row.length))) - 1;
  callerFates(courses, rates, leaving, overhangs, Math.max(most, 0)).forEach((fate, k) => {
    const rate = segmentRate(segment, arrivals[k] - segment.from);
    addFate(interval, found[k], fate, rule.weights[k] * (to - from) * rate);
  });
}

/** The staff over the T seconds after an arrival. */
function staffWithin({ starts, agents, changes, target }: Course, arrival: number): StaffPiece[] {
  const end = arrival + target;
  const bounds = [arrival, ...changes.filter((change) => change > arrival && change < end), end];
  return bounds.slice(0, -1).map((from, i) => {
    const middle = (from + bounds[i + 1]) / 2;
    const index = starts.findLastIndex((start) => start <= middle);
    return { duration: bounds[i + 1] - from, agents: agents[Math.min(index, agents.length - 1)] };
  });
}

/** Carries the law forward within one segment of the arrival rate. */
function carry({ law }: Course, clock: Clock, segment: RateSegment, from: number, to: number, seen?: QueueTable): void {
  if (to <= from) return;
  const length = segment.to - segment.from;
  const quickest = Math.max(0, ...segment.terms.map(({ n, k }) => Math.abs(k) + n / length));
  if (quickest === 0) {
    law.advance(to - from, segmentRate(segment, 0), clock, seen);
    return;
  }
  const steps = Math.ceil(((to - from) * quickest) / changePerStep);
  const step = (to - from) / steps;
  for (let i = 0; i < steps; i++) {
    const middle = from + (i + 0.5) * step - segment.from;
    const early = segmentRate(segment, middle - (Math.sqrt(3) / 6) * step);
    const late = segmentRate(segment, middle + (Math.sqrt(3) / 6) * step);
    const half = (early + late) / 2;
    const slant = (late - early) / Math.sqrt(3);
    law.advance(step / 2, Math.max(0, half - slant), clock, seen);
    law.advance(step / 2, Math.max(0, half + slant), clock, seen);
  }
}

function addFate({ fate }: OpenInterval, found: QueueTable, tables: CallerFate, weight: number): void {
  for (const name of ['virtual', 'answered', 'abandoned'] as const) {
    let sum = 0;
    found.forEach((row, e) => {
      for (let q = 0; q < row.length; q++) sum += row[q] * tables[name][e][q];
    });
    fate[name] += weight * sum;
  }
}

function countsOf(course: Course, interval: OpenInterval): ExactInterval {
  const { starts, agents, balking, rates } = course;
  const { index, offered, clock, fate, queueAtEnd } = interval;
  const { waitSeconds, waitSquares, stranded } = interval.cohort;
  const balked = balking * clock.waited;
  const hungUp = rates.abandonment === 0 ? 0 : rates.abandonment * waitSeconds;
  return {
    start: starts[index],
    end: starts[index + 1],
    agents: agents[index],
    offered,
    waited: clock.waited,
    answered: offered - balked - hungUp - stranded,
    answeredWithin: offered - clock.waited + (1 - balking) * fate.answered,
    virtuallyWithin: offered - clock.waited + fate.virtual,
    abandoned: balked + hungUp,
    abandonedWithin: balked + (1 - balking) * fate.abandoned,
    stranded,
    waitSeconds,
    // Hanging up after a wait w has the density θ P(still waiting at w): the sum of those waits is θ ∫ total time waited dt.
    answeredWaitSeconds: rates.abandonment === 0 ? waitSeconds : waitSeconds - rates.abandonment * waitSquares,
    queueSeconds: clock.queueSeconds,
    busySeconds: clock.busySeconds,
    abandonments: balked + rates.abandonment * clock.queueSeconds,
    queueAtEnd,
  };
}

function totalOf(intervals: readonly ExactInterval[]): DayCounts {
  const sum = (pick: (interval: ExactInterval) => number) => intervals.reduce((total, next) => total + pick(next), 0);
  return {
    offered: sum((interval) => interval.offered),
    waited: sum((interval) => interval.waited),
    answered: sum((interval) => interval.answered),
    answeredWithin: sum((interval) => interval.answeredWithin),
    virtuallyWithin: sum((interval) => interval.virtuallyWithin),
    abandoned: sum((interval) => interval.abandoned),
    abandonedWithin: sum((interval) => interval.abandonedWithin),
    stranded: sum((interval) => interval.stranded),
    waitSeconds: sum((interval) => interval.waitSeconds),
    answeredWaitSeconds: sum((interval) => interval.answeredWaitSeconds),
    queueSeconds: sum((interval) => interval.queueSeconds),
    busySeconds: sum((interval) => interval.busySeconds),
    abandonments: sum((interval) => interval.abandonments),
  };
}

/** Ratios of expected counts. */
export interface DayMeasures {
  readonly waitProbability: number;
  readonly abandonment: number;
  readonly abandonedWithin: number;
  readonly meanWaitAll: number;
  /** Mean wait of answered callers. */
  readonly asa: number;
  readonly serviceLevel: Omit<ServiceLevel, 'veryShortAbandonsMet'>;
}

/**
 * The measures of an interval, a day or any sum of counts: ratios of sums, never means of ratios.
 *
 * @param counts expected counts
 * @returns undefined when nobody is offered or nobody answered: there is nothing to judge
 * Source: the definitions in `ServiceLevel`, each a ratio of sums.
 * @example
 * ```ts
 * const desk = { agents: [4, 5], meanHandleSeconds: 180, meanPatienceSeconds: 120, answerWithinSeconds: 20 };
 * const arrivalRate = stepCurve([0, 900, 1800], [0.01, 0.02]);
 * dayMeasures(exactDay({ ...desk, arrivalRate, intervalStarts: [0, 900, 1800] }).total)?.serviceLevel.offered; // => 0.873143852
 * ```
 */
export function dayMeasures(counts: DayCounts): DayMeasures | undefined {
  const { offered, answered, answeredWithin, abandonedWithin } = counts;
  // Where nobody is answered the count is a rounding error on either side of 0.
  if (!(offered > 0 && answered > 1e-12 * offered)) return undefined;
  return {
    waitProbability: counts.waited / offered,
    abandonment: counts.abandoned / offered,
    abandonedWithin: abandonedWithin / offered,
    meanWaitAll: counts.waitSeconds / offered,
    asa: counts.answeredWaitSeconds / answered,
    serviceLevel: {
      offered: answeredWithin / offered,
      answered: answeredWithin / answered,
      abandonsMet: (answeredWithin + abandonedWithin) / offered,
      shortAbandonsExcluded: answeredWithin / (offered - abandonedWithin),
      virtual: counts.virtuallyWithin / offered,
    },
  };
}
