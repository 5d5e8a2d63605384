/**
 * One instant of a scenario, held for ever: the rates, the people, the open hours and the shocks of ten past ten, say, as a scenario of
 * its own. What makes days differ, and what needs a calendar, falls away, and each such thing is named.
 */
import { timeOf } from '../../kinds/clock.ts';
import { integrateRate, rateAt } from '../../math/rate-curve.ts';
import { meanAgents } from '../../plan/interval-means.ts';
import { beginnersPart } from '../../scenario/people-traits.ts';
import type {
  AgentGroup,
  Arrivals,
  Duration,
  FollowUp,
  QualityModel,
  Scenario,
  ServiceClock,
  ServicePromise,
  Shock,
  Span,
  WorkType,
} from '../../scenario/scenario.ts';

/** Something of the scenario that the held instant takes otherwise than a day does. */
export type HeldChange =
  /** The level of the day is not random: every moment is as busy as the mean of all days. */
  | { change: 'busyness'; cv: number }
  /** Counts of a stretch, replayed on a day, become a rate. */
  | { change: 'recorded'; work: string[] }
  /** These are closed at the instant: nobody does them, and what comes for them is outside hours. */
  | { change: 'closed'; work: string[] }
  /** Everybody is there whom the roster has on queue. */
  | { change: 'attendance' }
  | { change: 'shocks'; names: string[] }
  /** Newcomers know as much as at the instant, and learn no more. */
  | { change: 'learning'; groups: string[] }
  /** Nothing is drawn for evaluation, since draws come once a day; agents neither learn by coaching nor tire by the hour. */
  | { change: 'quality' }
  | { change: 'uncertainty' }
  /** A promise that speaks of other hours or of closed work. */
  | { change: 'promises'; ids: string[] }
  /** A clock that ends at a moment of the day: what starts at the instant has until the next of them. */
  | { change: 'moments'; clocks: string[] };

/** A held instant. */
export interface HeldInstant {
  /** As a scenario: nothing in it ever changes. */
  scenario: Scenario;
  changes: HeldChange[];
}

/** How long it is looked at. */
export interface HeldSpan {
  seconds: number;
  /** Planning intervals that the time is cut into, all alike; whole, at least 1. */
  intervals: number;
}

/**
 * Holds an instant of a scenario.
 *
 * @param scenario resolved
 * @param at seconds from the scenario's start, within its horizon
 * @param span the length of the new scenario's only day, and its planning intervals; one hour in one piece unless given
 * @returns a scenario with the same work, groups, lines, clocks and routing by index, and what was changed; promises that cannot be
 * judged at the instant are left out
 * @throws RangeError when `at` lies outside the horizon
 */
export function holdInstant(
  scenario: Scenario,
  at: number,
  span: HeldSpan = { seconds: 3600, intervals: 1 },
): HeldInstant {
  const { clock } = scenario;
  if (!(at >= 0 && at < clock.horizonSeconds)) {
    throw new RangeError(`at: expected from 0 to below ${clock.horizonSeconds}, got ${at}`);
  }
  const always: Span[] = [{ from: 0, to: span.seconds }];
  const day = clock.days.findIndex(({ end }) => at < end);
  const { date, weekday } = clock.days[day];
  const starts = Array.from({ length: span.intervals + 1 }, (_, i) => (i * span.seconds) / span.intervals);
  const work = scenario.work.map((type) => holdWork(type, at, always));
  const shocks = scenario.shocks.filter(({ from, to }) => from <= at && at < to);
  const clocks = scenario.clocks?.map((one) => holdClock(one, at));
  const promises = scenario.promises.filter((promise) => isJudged(scenario, promise, at));
  const { attendance, offFloor: _, planned: __, ...rest } = scenario;
  const held: Scenario = {
    ...rest,
    clock: {
      startDate: date,
      timeZone: clock.timeZone,
      intervalSeconds: span.seconds / span.intervals,
      days: [{ date, weekday, start: 0, end: span.seconds }],
      horizonSeconds: span.seconds,
      intervalStarts: starts,
      intervalLabels: starts.slice(1).map(() => labelOf(scenario, at)),
    },
    busyness: { cv: 0, intervalCorrelation: 1 },
    work,
    linePools: scenario.linePools.map(({ name, steps }) => ({ name, steps: [{ ...stepAt(steps, at), from: 0 }] })),
    groups: scenario.groups.map((group) => holdGroup(group, at, always)),
    shocks: shocks.map((shock): Shock => ({ ...shock, from: 0, to: span.seconds })),
    ...(clocks === undefined ? {} : { clocks }),
    ...(scenario.quality === undefined ? {} : { quality: holdQuality(scenario.quality, at) }),
    promises: promises.map((promise) => ({ ...promise, scope: 'day', hours: always, dayShare: 0 })),
    uncertainty: [],
  };
  return { scenario: held, changes: listChanges(scenario, at, shocks, promises) };
}

/** The time of day of a moment, `HH:MM`. */
export function labelOf({ clock }: Scenario, at: number): string {
  const interval = clock.intervalStarts.findLastIndex((start) => start <= at);
  const [hours, minutes] = clock.intervalLabels[interval].split(':').map(Number);
  return timeOf(hours * 60 + minutes + Math.floor((at - clock.intervalStarts[interval]) / 60));
}

/**
 * Whether anything happens at an instant: some work is open, comes or is asked for, and somebody is there.
 */
export function isAlive(held: Scenario): boolean {
  const hour = { from: 0, to: held.clock.horizonSeconds };
  const comes = held.work.some((work) => work.hours.length > 0 && arrivalRate(work) > 0);
  return comes && held.groups.some((group) => meanAgents(group, hour) > 0);
}

/** Contacts per second that come to some work of a held instant by themselves, those for self-service included. */
export function arrivalRate({ arrivals }: WorkType): number {
  if (arrivals.process === 'recorded') return 0;
  const { segments } = arrivals.curve;
  return segments.length === 0 ? 0 : integrateRate(arrivals.curve, 0, segments[0].to) / segments[0].to;
}

function covers(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}

/** The step in force. */
function stepAt<Step extends { from: number }>(steps: readonly Step[], at: number): Step {
  return steps.findLast(({ from }) => from <= at) ?? steps[0];
}

function holdDuration({ steps }: Duration, at: number): Duration {
  return { steps: [{ ...stepAt(steps, at), from: 0 }] };
}

function holdWork(work: WorkType, at: number, always: Span[]): WorkType {
  const isOpen = covers(work.hours, at);
  const duration = (written: Duration) => holdDuration(written, at);
  const { abandoned, balked, blocked } = work.redial;
  const redial = (one: WorkType['redial']['abandoned']) => ({ ...one, after: duration(one.after) });
  return {
    ...work,
    hours: isOpen ? always : [],
    arrivals: holdArrivals(work, at, always),
    selfService: { ...work.selfService, seconds: duration(work.selfService.seconds) },
    ring: duration(work.ring),
    talk: duration(work.talk),
    hold: duration(work.hold),
    wrapUp: duration(work.wrapUp),
    patience: duration(work.patience),
    handlingByGroup: work.handlingByGroup.map(({ group, hold, talk, wrapUp }) => ({
      group,
      talk: duration(talk),
      hold: duration(hold),
      wrapUp: duration(wrapUp),
    })),
    redial: { abandoned: redial(abandoned), balked: redial(balked), blocked: redial(blocked) },
    // What is closed for ever keeps nothing: it would only pile up.
    closing: isOpen ? work.closing : 'send-away',
    ...(work.followUps === undefined
      ? {}
      : { followUps: work.followUps.map((one): FollowUp => ({ ...one, after: duration(one.after) })) }),
  };
}

function holdArrivals({ arrivals }: WorkType, at: number, [always]: Span[]): Arrivals {
  const calm = { cv: 0, intervalCorrelation: 1 };
  const steady = (rate: number): Arrivals => ({
    process: 'poisson',
    curve: rate > 0 ? { segments: [{ ...always, terms: [{ c: rate, n: 0, k: 0 }] }] } : { segments: [] },
    busyness: calm,
  });
  if (arrivals.process === 'poisson') return steady(rateAt(arrivals.curve, at));
  const place = arrivals.spans.findIndex(({ from, to }) => from <= at && at < to);
  if (place < 0) return steady(0);
  const { from, to } = arrivals.spans[place];
  return steady(arrivals.counts[place] / (to - from));
}

function holdGroup(group: AgentGroup, at: number, always: Span[]): AgentGroup {
  const { onboarding, staff } = group;
  const part = onboarding === undefined ? 0 : beginnersPart(onboarding, at);
  return {
    ...group,
    staff:
      staff.source === 'head-counts'
        ? { ...staff, steps: [{ from: 0, agents: stepAt(staff.steps, at).agents }] }
        : {
            source: 'named',
            agents: staff.agents.flatMap((agent) => {
              const onQueue = covers(agent.onQueue, at) ? always : [];
              const paid = covers(agent.paid, at) ? always : [];
              return onQueue.length + paid.length === 0 ? [] : [{ name: agent.name, onQueue, paid, breaks: [] }];
            }),
          },
    ...(onboarding === undefined
      ? {}
      : {
          onboarding: {
            exam: 0,
            slower: onboarding.slower * part,
            moreErrors: onboarding.moreErrors * part,
            halfLifeSeconds: Number.POSITIVE_INFINITY,
          },
        }),
  };
}

function holdQuality(quality: QualityModel, at: number): QualityModel {
  return {
    ...quality,
    agents: { ...quality.agents, tiredPerSecond: 0 },
    groups: quality.groups.map(({ learnSeconds, points }) => ({
      points: points * Math.exp(-at / learnSeconds),
      learnSeconds: Number.POSITIVE_INFINITY,
    })),
    samples: [],
    evaluators: { ...quality.evaluators, calibration: null },
    coaching: [],
  };
}

/** A clock at the instant: its hours are now or never, and its next moment is as far away as then. */
function holdClock(clock: ServiceClock, at: number): ServiceClock {
  if (clock.moments.length === 0) return { ...clock, hours: null };
  const next = clock.moments.find((moment) => moment > at);
  return { ...clock, hours: null, moments: [], within: next === undefined ? Number.POSITIVE_INFINITY : next - at };
}

/** Whether a promise speaks of the instant, of work that is open, and of a clock that runs. */
function isJudged(scenario: Scenario, promise: ServicePromise, at: number): boolean {
  if (!covers(promise.hours, at)) return false;
  if (!promise.work.some((type) => covers(scenario.work[type].hours, at))) return false;
  const clock = promise.clock === undefined ? undefined : scenario.clocks?.[promise.clock];
  return clock === undefined || isRunning(scenario, clock, at);
}

/** Whether a clock that starts at the instant can stop: it counts now, and no work on its way to a stop is closed. */
function isRunning({ work }: Scenario, clock: ServiceClock, at: number): boolean {
  if (clock.hours !== null && !covers(clock.hours, at)) return false;
  if (clock.moments.length > 0 && !clock.moments.some((moment) => moment > at)) return false;
  const next = work.map(({ followUps = [] }) => followUps.map(({ becomes }) => becomes));
  const previous = work.map((_, type) => next.flatMap((list, from) => (list.includes(type) ? [from] : [])));
  const reach = (from: readonly number[], steps: readonly (readonly number[])[]): Set<number> => {
    const reached = new Set(from);
    for (const type of reached) for (const other of steps[type]) reached.add(other);
    return reached;
  };
  const after = reach(
    clock.starts.map((point) => point.work),
    next,
  );
  const before = reach(
    clock.stops.map((point) => point.work),
    previous,
  );
  return [...after].filter((type) => before.has(type)).every((type) => covers(work[type].hours, at));
}

function listChanges(
  scenario: Scenario,
  at: number,
  shocks: readonly Shock[],
  kept: readonly ServicePromise[],
): HeldChange[] {
  const { attendance, busyness, clocks = [], groups, promises, quality, uncertainty, work } = scenario;
  const changes: HeldChange[] = [];
  const own = work.map(({ arrivals }) => (arrivals.process === 'poisson' ? arrivals.busyness.cv : 0));
  const cv = Math.max(busyness.cv, ...own);
  if (cv > 0) changes.push({ change: 'busyness', cv });
  const recorded = work.filter(({ arrivals, hours }) => arrivals.process === 'recorded' && covers(hours, at));
  if (recorded.length > 0) changes.push({ change: 'recorded', work: recorded.map(({ name }) => name) });
  const closed = work.filter(({ hours }) => !covers(hours, at));
  if (closed.length > 0) changes.push({ change: 'closed', work: closed.map(({ name }) => name) });
  if (attendance !== undefined) changes.push({ change: 'attendance' });
  if (shocks.length > 0) changes.push({ change: 'shocks', names: shocks.map(({ name }) => name) });
  const learning = groups.filter(({ onboarding }) => onboarding !== undefined);
  if (learning.length > 0) changes.push({ change: 'learning', groups: learning.map(({ name }) => name) });
  if (quality !== undefined) changes.push({ change: 'quality' });
  if (uncertainty.length > 0) changes.push({ change: 'uncertainty' });
  const left = promises.filter((promise) => !kept.includes(promise));
  if (left.length > 0) changes.push({ change: 'promises', ids: left.map(({ id }) => id) });
  const judged = new Set(kept.map(({ clock }) => clock));
  const moments = clocks.filter((clock, i) => judged.has(i) && clock.moments.length > 0);
  if (moments.length > 0) changes.push({ change: 'moments', clocks: moments.map(({ name }) => name) });
  return changes;
}

/** The longest time that a clock of a promise gives, seconds; 0 without one. */
export function longestPromise({ clocks = [], promises }: Scenario): number {
  const judged = promises.flatMap(({ clock }) => (clock === undefined ? [] : [clocks[clock]]));
  return Math.max(0, ...judged.map(({ extension, within }) => within + extension.seconds));
}
