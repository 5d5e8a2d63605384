/**
 * From a resolved scenario to a centre that can run: names become indices, kinds become numbers and fillers, lists become columns.
 * Done once per scenario and thread.
 */
import { channels } from '../kinds/channels/index.ts';
import { durations } from '../kinds/durations/index.ts';
import { cutCurve, integrateRate, type RateCurve } from '../math/rate-curve.ts';
import { streamKey } from '../random/stream.ts';
import type { AgentGroup, Arrivals, Busyness, Duration, Scenario, Span, WorkType } from '../scenario/scenario.ts';
import { longestGap, planAttendance } from './attendance.ts';
import {
  type Center,
  type LaterDraws,
  layContactColumns,
  listed,
  longestIdle,
  namedAgents,
  namedCounts,
  type Plan,
  pooled,
  type RedialPlan,
  type RunLimits,
  random,
  type Timeline,
} from './center.ts';
import { layChains } from './chains.ts';
import {
  type ArrivalSegment,
  blockSize,
  type CustomerColumns,
  type CustomerSource,
  type Draw,
  firstRowOf,
  layCustomerColumns,
  type RandomColumn,
} from './customers.ts';
import { layDesks } from './desks.ts';
import { makeEndings } from './endings.ts';
import { CalendarQueue, type EventQueue } from './event-queue.ts';
import * as event from './events.ts';
import { extrasOf, layClocks, layFollowUps, layOutcomes, linksOf } from './lay-chains.ts';
import { layQualityPlan, meetsAgent, qualityTimes } from './lay-quality.ts';
import { layQuality } from './quality.ts';
import { makeQueueLog } from './queue-log.ts';
import { byArrival, byDeadline, byPoints, type RankPlan } from './ranks.ts';
import {
  broughtOffset,
  contactOffset,
  groupOffset,
  histogramOffset,
  layoutRun,
  queueOffset,
  type RunColumn,
  type RunLayout,
  thresholdOffset,
  tierClockOffset,
  tierOffset,
  tierThresholdOffset,
} from './run.ts';
import { usualLimits } from './run-limit-error.ts';
import { shiftEnds } from './staff.ts';
import { layState } from './state-columns.ts';
import { makeSteering } from './steering.ts';
import { hasTempo, planTempo } from './tempo.ts';
import { moveToTicks, toTick } from './ticks.ts';
import type { TierPlan } from './tiers.ts';
import * as trait from './traits.ts';

/**
 * Makes a centre of a scenario.
 *
 * @param scenario what `resolve` returns
 * @param seed what names the experiment's randomness: the same seed, the same customers
 * @param events where pending events are kept; every implementation gives the same result
 * @param limits how large a run may grow before it is stopped
 * @param controlSeconds how often somebody in charge may act (`openFloor`); null when nobody does
 */
export function compile(
  scenario: Scenario,
  seed: string,
  events: EventQueue = new CalendarQueue(scenario.clock.horizonSeconds),
  limits: RunLimits = usualLimits(scenario),
  controlSeconds: number | null = null,
): Center {
  const plan = makePlan(scenario, seed, limits, controlSeconds);
  const agents = plan.agentNames.length - 1;
  const { groups, types } = plan;
  const pools = scenario.linePools.length;
  const firstContact = agents + 1;
  const capacity = firstContact + 1024;
  const customers = layCustomerColumns(types);
  const sources = scenario.work.map((work, type) => makeSource(scenario, seed, work, type, customers));
  events.grow(capacity);
  return {
    plan,
    sources,
    customers,
    events,
    stream: new Int32Array(4),
    drawn: new Float64Array(1),
    choiceStream: new Int32Array(4),
    leavingStream: new Int32Array(4),
    factors: { shared: new Float64Array(plan.intervals), own: new Float64Array(plan.intervals) },
    run: 0,
    now: 0,
    subject: 0,
    timelineAt: 0,
    plannedAt: 0,
    attempts: 0,
    trace: undefined,
    steering:
      controlSeconds === null ? null : makeSteering(seed, plan.typeNames, groups, plan.intervals, controlSeconds),
    traceClock: undefined,
    traceEnd: undefined,
    data: new Float64Array(0),
    spare: [],
    interval: 0,
    intervalStart: 0,
    nextArrival: new Float64Array(types),
    arrivalHeap: new Int32Array(types),
    servable: new Uint8Array(types),
    usedQueues: new Int32Array(types),
    usedQueueCount: 0,
    waiting: 0,
    queueLog: makeQueueLog(scenario.work.map(({ patience }) => patience.steps.some(({ kind }) => kind !== 'never'))),
    endings: makeEndings(sources, plan.horizon, Math.max(0, ...plan.meanHandling)),
    idleTimes: scenario.groups.map(({ staff }) =>
      staff.source === 'head-counts'
        ? new Float64Array(1 + Math.max(...staff.steps.map(({ agents }) => agents)))
        : new Float64Array(1),
    ),
    breaksSince: new Float64Array(firstContact),
    breaksInterval: new Int32Array(firstContact),
    idleSince: new Float64Array(firstContact),
    idleNext: new Int32Array(firstContact),
    idlePrevious: new Int32Array(firstContact),
    quality: layQuality(plan.quality, firstContact, types),
    chains: layChains(plan.hasChains ? 256 : 0, plan.clocks.length),
    desks: layDesks(Math.max(...plan.conversations), groups),
    firstContact,
    contactsUsed: firstContact,
    freeContact: 0,
    ...layState({
      isOpen: [Uint8Array, types],
      isClosing: [Uint8Array, types],
      openItems: [Int32Array, types],
      inSelfService: [Int32Array, types],
      queueHead: [Int32Array, types],
      queueTail: [Int32Array, types],
      queueLength: [Int32Array, types],
      queueArea: [Float64Array, types],
      queueMax: [Int32Array, types],
      isQueueUsed: [Uint8Array, types],
      linesWorking: [Float64Array, pools],
      linesBusy: [Int32Array, pools],
      free: [Int32Array, groups],
      staff: [Int32Array, groups],
      scheduled: [Int32Array, groups],
      keptBy: [Int32Array, groups],
      loggedIn: [Int32Array, groups],
      loggedInArea: [Float64Array, groups],
      ringing: [Int32Array, groups],
      ringingArea: [Float64Array, groups],
      handlingArea: [Float64Array, groups],
      remembered: [Float64Array, groups],
      idleHead: [Int32Array, groups],
      idleTail: [Int32Array, groups],
      idleOldest: [Int32Array, groups],
      agentState: [Uint8Array, firstContact],
      onShift: [Uint8Array, firstContact],
      owedBreak: [Float64Array, firstContact],
      breaksOwed: [Int32Array, firstContact],
      onLateBreak: [Uint8Array, firstContact],
      calledBy: [Int32Array, firstContact],
      cameAt: [Float64Array, firstContact],
      inHand: [Int32Array, groups],
    }),
    ...layContactColumns(capacity),
  };
}

/**
 * The thresholds for which a run counts answered and abandoned contacts: all that the promises name, ascending.
 */
export function thresholdsOf(scenario: Scenario): number[] {
  const named = scenario.promises.flatMap(({ answerWithin, shortAbandon }) => [answerWithin, shortAbandon]);
  return [...new Set(named)].sort((a, b) => a - b);
}

function makePlan(scenario: Scenario, seed: string, limits: RunLimits, controlSeconds: number | null): Plan {
  const { clock, groups, work } = scenario;
  const types = work.length;
  const intervals = clock.intervalStarts.length - 1;
  // Who steers may send callers away, call them back and inform them, whatever the scenario says.
  const without = controlSeconds === null ? unusedColumns(scenario) : [];
  const layout = layoutRun(types, groups.length, intervals, thresholdsOf(scenario), extrasOf(scenario), without);
  const perType = <T>(read: (work: WorkType) => T) => work.map(read);
  const agents = groups.flatMap(({ staff }, group) =>
    staff.source === 'named' ? staff.agents.map(({ name }) => ({ name, group })) : [],
  );
  const key = (path: string) => streamKey(seed, path);
  const dayStarts = new Set(clock.days.map(({ start }) => start));
  const attendance = planAttendance(scenario, seed);
  const choices = { listed, 'longest-idle': longestIdle, random };
  return {
    types,
    groups: groups.length,
    intervals,
    intervalStarts: Float64Array.from(clock.intervalStarts, toTick),
    seed,
    limits,
    typeNames: perType(({ name }) => name),
    groupNames: groups.map(({ name }) => name),
    agentNames: ['', ...agents.map(({ name }) => name)],
    isDayStart: clock.intervalStarts.slice(0, -1).map((start) => dayStarts.has(start)),
    sharedBusyness: { busyness: scenario.busyness, key: key('busyness') },
    ownBusyness: perType(({ arrivals, name }) => ({
      busyness: busynessOf(arrivals),
      key: key(`work/${name}/busyness`),
    })),
    ...layTimeline(scenario, controlSeconds),
    attendance:
      attendance === null
        ? null
        : { plan: attendance, lay: (there) => layTimeline({ ...scenario, groups: [...there] }, controlSeconds) },
    linePool: Int32Array.from(perType(({ linePool }) => linePool)),
    waitingRoom: Float64Array.from(perType(({ waitingRoom }) => waitingRoom)),
    balkingShare: Float64Array.from(perType(({ balking }) => balking)),
    servesAfterClose: Uint8Array.from(perType(({ closing }) => (closing === 'send-away' ? 0 : 1))),
    traits: Int32Array.from(work, (_, type) => traitsOf(scenario, type)),
    ...layConversations(work),
    ...laySlowdowns(scenario),
    ...layRouting(scenario),
    interrupts: Uint8Array.from(work, ({ channel, interrupts = channels.get(channel).customerWaits }) =>
      work.some((one) => one.interruptible) && interrupts ? 1 : 0,
    ),
    hasConsults: work.some(({ followUps = [] }) => followUps.some(({ outcome }) => outcome === 'consulted')),
    ranks: layRanks(scenario),
    leavesIdle: Int32Array.from(perType(({ leavesIdle = 0 }) => leavesIdle)),
    leaving: Uint8Array.from(groups, ({ staff }) =>
      staff.source === 'named' ? namedAgents : staff.leaving === 'named' ? namedCounts : pooled,
    ),
    pace: Float64Array.from(groups.flatMap(({ speeds }) => speeds.map((speed) => 1 / speed))),
    tempo: planTempo(scenario),
    ownHandling: groups.flatMap((_, group) =>
      work.map(({ handlingByGroup, name }) => {
        const own = handlingByGroup.find((handling) => handling.group === group);
        if (own === undefined) return undefined;
        return {
          talk: makeDraw(seed, `work/${name}/talk`, own.talk),
          hold: makeDraw(seed, `work/${name}/hold`, own.hold),
          wrapUp: makeDraw(seed, `work/${name}/wrap-up`, own.wrapUp),
        };
      }),
    ),
    agentGroup: Int32Array.from([-1, ...agents.map(({ group }) => group), -1]),
    firstAgent: Int32Array.from([...groups, undefined], (_, group) => 1 + agents.filter((a) => a.group < group).length),
    agentChoice: choices[scenario.routing.agentChoice],
    tracksIdle:
      scenario.routing.agentChoice === 'longest-idle' && scenario.routing.groups.some((options) => options.length > 1),
    isPlain: controlSeconds === null && isPlain(scenario),
    leavingKey: key('leaving'),
    choiceKey: key('agent-choice'),
    laterDraws: work.map((type) => makeLaterDraws(seed, type)),
    redial: work.flatMap((type) => makeRedialPlans(seed, type)),
    balkingKeys: perType(({ name }) => key(`work/${name}/balking`)),
    callBack: perType(({ callBack }) => callBack),
    callBackKeys: perType(({ name }) => key(`work/${name}/call-back`)),
    worse: scenario.shocks.flatMap(({ from, outcomes, to }) =>
      (outcomes?.work ?? []).map((type) => ({
        ...{ from: toTick(from), to: toTick(to), type },
        ...{ followUps: outcomes?.followUps ?? 1, resolved: outcomes?.resolved ?? 1 },
      })),
    ),
    horizon: toTick(clock.horizonSeconds),
    hasChains: work.some((_, type) => (traitsOf(scenario, type) & trait.linked) !== 0),
    ...layFollowUps(scenario, seed, layout, (path, duration) => makeDraw(seed, path, duration)),
    ...layOutcomes(scenario, seed, layout),
    ...layClocks(scenario, seed, layout),
    quality: layQualityPlan(scenario, seed, layout, agents),
    tiers: layTiers(scenario, seed, layout),
    layout,
    contactBase: Int32Array.from(work, (_, type) => contactOffset(layout, type, 'arrived')),
    thresholdBase: Int32Array.from(work, (_, type) => thresholdOffset(layout, type, 0, 'answeredWithin')),
    thresholds: Float64Array.from(layout.thresholds, toTick),
    histogramBase: Int32Array.from(work, (_, type) => histogramOffset(layout, type, 'answered')),
    groupFigures: Int32Array.from(groups, (_, group) => groupOffset(layout, group, 'scheduled')),
    queueFigures: Int32Array.from(work, (_, type) => queueOffset(layout, type, 'queueSeconds')),
    broughtBase: Int32Array.from(work, (_, type) => broughtOffset(layout, type)),
    constantFigures: bookSchedule(scenario, layout),
  };
}

function traitsOf(scenario: Scenario, type: number): number {
  const { routing, shocks, work } = scenario;
  const { balking, handlingByGroup, hold, linePool, redial, ring, selfService, wrapUp } = work[type];
  let traits = 0;
  if (selfService.completed > 0 || !isZero(selfService.seconds)) traits |= trait.selfService;
  if (linePool >= 0) traits |= trait.lines;
  if (!isZero(ring)) traits |= trait.ring;
  if (!(isZero(ring) && isZero(hold) && isZero(wrapUp)) || handlingByGroup.length > 0) traits |= trait.steps;
  if (Object.values(redial).some(({ fraction }) => fraction > 0)) traits |= trait.redialling;
  if (balking > 0) traits |= trait.balking;
  if (routing.groups[type].some(({ afterSeconds }) => afterSeconds > 0)) traits |= trait.overflowing;
  if (routing.groups[type].some(({ when }) => when !== undefined)) traits |= trait.helped | trait.conditional;
  if (work[type].leavesIdle !== undefined) traits |= trait.conditional;
  if (shocks.some(({ slowdown, slows }) => slowdown !== 1 && slows.includes(type))) traits |= trait.slowdowns;
  if (work[type].closing === 'keep') traits |= trait.keeps;
  if (hasTempo(scenario, type)) traits |= trait.tempo;
  if (work[type].concurrency !== undefined) traits |= trait.concurrent;
  if (work[type].callBack !== undefined) traits |= trait.callingBack;
  if (work[type].interruptible) traits |= trait.interruptible;
  if (work[type].followUps?.some(({ outcome }) => outcome === 'consulted')) traits |= trait.consulting | trait.steps;
  if (meetsAgent(scenario, type)) traits |= trait.meeting;
  return traits | linksOf(scenario, type);
}

/** The columns that nothing in the scenario can fill. Whoever lets something else write to one of these has to name it here: nothing guards the figures behind it. */
function unusedColumns(scenario: Scenario): RunColumn[] {
  const { groups, work } = scenario;
  const traits = work.reduce((all, _, type) => all | traitsOf(scenario, type), 0);
  const unless = (isUsed: boolean, ...columns: RunColumn[]) => (isUsed ? [] : columns);
  const has = (one: number) => (traits & one) !== 0;
  const fills = work.some(({ waitingRoom }) => waitingRoom < Number.POSITIVE_INFINITY);
  const hasNames = groups.some(({ staff }) => staff.source === 'named');
  return [
    ...unless(has(trait.steps), 'hold', 'wrapUp'),
    ...unless(has(trait.selfService), 'selfServed', 'requests'),
    ...unless(has(trait.lines) || fills, 'blocked'),
    ...unless(has(trait.balking), 'balked'),
    ...unless(has(trait.callingBack), 'calledBack'),
    ...unless(has(trait.redialling), 'redials', 'callers', 'callersAnswered'),
    ...unless(has(trait.ring) || has(trait.meeting), 'ringing'),
    ...unless(hasNames, 'breaksDue', 'breaksLate', 'breaksMissed', 'breakDelay', 'longStretches'),
    ...unless(has(trait.keeps), 'over24Hours', 'over48Hours'),
  ];
}

/**
 * Whether nothing in the centre depends on the instant at which a waiting contact hangs up: contacts only come, wait, talk and are
 * wrapped up; the agents of a group are interchangeable; and no group opens only to who has waited for long.
 */
function isPlain(scenario: Scenario): boolean {
  const { groups, work } = scenario;
  const plainWork = ({ handlingByGroup, ring, waitingRoom }: WorkType, type: number) =>
    (traitsOf(scenario, type) & ~trait.steps) === 0 &&
    isZero(ring) &&
    handlingByGroup.length === 0 &&
    waitingRoom === Number.POSITIVE_INFINITY;
  if (
    scenario.tiers !== undefined ||
    scenario.routing.order !== undefined ||
    work.some(({ leavesIdle }) => leavesIdle !== undefined)
  )
    return false;
  const isPooled = ({ staff }: AgentGroup) => staff.source === 'head-counts' && staff.leaving === 'pooled';
  return work.every(plainWork) && groups.every(isPooled);
}

function busynessOf(arrivals: Arrivals): Busyness {
  return arrivals.process === 'poisson' ? arrivals.busyness : { cv: 0, intervalCorrelation: 1 };
}

function isZero(duration: Duration): boolean {
  return duration.steps.every(({ mean }) => mean === 0);
}

function makeDraw(seed: string, path: string, duration: Duration): Draw {
  return {
    key: streamKey(seed, path),
    isTime: true,
    steps: duration.steps.map(({ from, kind, parameters }) => ({ from, parameters, fill: durations.get(kind).fill })),
  };
}

/** A number uniform on (0, 1), drawn like a duration. */
function makeUniformDraw(seed: string, path: string): Draw {
  const uniform = { from: 0, parameters: [0, 1], fill: durations.get('uniform').fill };
  return { key: streamKey(seed, path), isTime: false, steps: [uniform] };
}

function makeLaterDraws(seed: string, { hold, name, patience, ring, selfService, talk, wrapUp }: WorkType): LaterDraws {
  const path = `work/${name}`;
  return {
    selfServed: makeUniformDraw(seed, `${path}/self-served`),
    selfService: makeDraw(seed, `${path}/self-service`, selfService.seconds),
    patience: makeDraw(seed, `${path}/patience`, patience),
    ring: makeDraw(seed, `${path}/ring`, ring),
    talk: makeDraw(seed, `${path}/talk`, talk),
    hold: makeDraw(seed, `${path}/hold`, hold),
    wrapUp: makeDraw(seed, `${path}/wrap-up`, wrapUp),
  };
}

function makeRedialPlans(seed: string, { name, redial }: WorkType): RedialPlan[] {
  return (['abandoned', 'blocked', 'balked'] as const).map((cause) => {
    const { after, ...rest } = redial[cause];
    const path = `work/${name}/redial/${cause}`;
    return { ...rest, after: makeDraw(seed, `${path}/after`, after), decisionKey: streamKey(seed, path) };
  });
}

function makeSource(
  scenario: Scenario,
  seed: string,
  work: WorkType,
  type: number,
  customers: CustomerColumns,
): CustomerSource {
  const { arrivals, selfService } = work;
  const firstRow = firstRowOf(type);
  const columns: RandomColumn[] = [];
  const column = (values: Float64Array, draw: Draw, isConstant: boolean): void => {
    const stream = new Int32Array(4);
    if (isConstant) {
      draw.steps[0].fill(draw.steps[0].parameters, stream, values, firstRow, firstRow + blockSize);
      if (draw.isTime) moveToTicks(values, firstRow, firstRow + blockSize);
    } else columns.push({ draw, stream, values });
  };
  const isConstant = ({ steps }: Duration) =>
    steps.length === 1 && (steps[0].kind === 'fixed' || steps[0].kind === 'never');
  const draws = makeLaterDraws(seed, work);
  const handling = (['talk', 'hold', 'wrapUp'] as const).filter((part) => !isZero(work[part]));
  column(customers.talk, draws.talk, isConstant(work.talk));
  column(customers.hold, draws.hold, isConstant(work.hold));
  column(customers.wrapUp, draws.wrapUp, isConstant(work.wrapUp));
  column(customers.selfServed, draws.selfServed, selfService.completed === 0);
  column(customers.selfService, draws.selfService, isConstant(selfService.seconds));
  column(customers.patience, draws.patience, isConstant(work.patience));
  column(customers.ring, draws.ring, isConstant(work.ring));
  const segments = arrivals.process === 'poisson' ? cutArrivals(scenario, arrivals.curve, arrivals.busyness) : [];
  return {
    type,
    gapKey: streamKey(seed, `work/${work.name}/arrivals`),
    gapStream: new Int32Array(4),
    segments,
    spans:
      arrivals.process === 'recorded' ? arrivals.spans.map((span, i) => ({ ...span, count: arrivals.counts[i] })) : [],
    columns,
    firstRow,
    completed: selfService.completed,
    handling: handling.map((part) => customers[part]),
    toCustomer: 0,
    factors: new Float64Array(segments.length).fill(1),
    cumulated: new Float64Array(segments.length + 1),
    at: 0,
    reached: 0,
    placed: 0,
  };
}

/** The rate in stretches within the horizon, cut where the busyness factor may change. */
function cutArrivals({ busyness, clock }: Scenario, curve: RateCurve, own: Busyness): ArrivalSegment[] {
  const changes = (factor: Busyness) => factor.cv > 0 && factor.intervalCorrelation < 1;
  const starts = clock.intervalStarts;
  const cuts =
    changes(busyness) || changes(own)
      ? starts
      : busyness.cv > 0 || own.cv > 0
        ? clock.days.map(({ start }) => start)
        : [];
  return cutCurve(curve, [...cuts, clock.horizonSeconds])
    .segments.filter(({ from }) => from < clock.horizonSeconds)
    .map((segment) => {
      const { from, terms, to } = segment;
      const isConstant = terms.length === 1 && terms[0].n === 0 && terms[0].k === 0;
      const next = starts.findIndex((start) => start > from);
      return {
        segment,
        from,
        to,
        mass: integrateRate({ segments: [segment] }, from, to),
        rate: isConstant ? terms[0].c : 0,
        interval: next < 0 ? starts.length - 2 : next - 1,
      };
    });
}

/** Everything that happens whatever the customers do, in order of time and kind. */
function layTimeline({ clock, groups, linePools, quality, work }: Scenario, controlSeconds: number | null): Timeline {
  const rows: { time: number; kind: number; subject: number; value: number }[] = [];
  const add = (time: number, kind: number, subject: number, value: number) =>
    rows.push({ time: toTick(time), kind, subject, value });
  for (const end of clock.intervalStarts.slice(1)) add(end, event.intervalEnds, 0, 0);
  work.forEach(({ hours }, type) => {
    for (const { from, to } of joinSpans(hours)) {
      add(from, event.hoursStart, type, 0);
      add(to, event.hoursEnd, type, 0);
    }
  });
  linePools.forEach(({ steps }, pool) => {
    for (const { from, lines } of steps) add(from, event.linesChange, pool, lines);
  });
  let node = 1;
  groups.forEach(({ staff }, group) => {
    if (staff.source === 'head-counts') {
      for (const { agents, from } of staff.steps) add(from, event.staffChanges, group, agents);
      return;
    }
    for (const { onQueue, breaks } of staff.agents) {
      joinSpans(onQueue).forEach(({ from, to }, i, spans) => {
        const next = spans[i + 1]?.from ?? Number.POSITIVE_INFINITY;
        const owed = breaks.filter((span) => to <= span.from && span.to <= next);
        const length = owed.reduce((sum, span) => sum + span.to - span.from, 0);
        add(from, event.agentComes, node, 0);
        add(to, event.agentGoes, node, next - to > longestGap ? shiftEnds : toTick(length));
      });
      node++;
    }
  });
  if (quality !== undefined) {
    for (const { action, time } of qualityTimes(quality)) add(time, event.qualityDue, action, 0);
  }
  const instants = controlSeconds === null ? 0 : Math.ceil(clock.horizonSeconds / controlSeconds);
  for (let i = 0; i < instants; i++) add(i * (controlSeconds ?? 0), event.controls, 0, 0);
  rows.sort((a, b) => a.time - b.time || a.kind - b.kind);
  add(Number.POSITIVE_INFINITY, 0, 0, 0);
  return {
    timelineTime: Float64Array.from(rows, ({ time }) => time),
    timelineKind: Uint8Array.from(rows, ({ kind }) => kind),
    timelineSubject: Int32Array.from(rows, ({ subject }) => subject),
    timelineValue: Float64Array.from(rows, ({ value }) => value),
  };
}

/** Spans that touch become one: nobody goes home at midnight because a day ends. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans) {
    const last = joined[joined.length - 1];
    if (last !== undefined && last.to >= from) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}

/** How many conversations an agent may hold, and what each costs the others, end to end. */
function layConversations(work: readonly WorkType[]) {
  const factors = work.map(({ concurrency }) => concurrency?.handlingFactor ?? [1]);
  return {
    conversations: Int32Array.from(factors, ({ length }) => length),
    stacks: Uint8Array.from(work, ({ concurrency }) => (concurrency?.stacks ? 1 : 0)),
    conversationStart: starts(factors),
    conversationFactor: Float64Array.from(factors.flat()),
  };
}

/** Slower handling as steps per type: where shocks overlap, they multiply. */
function laySlowdowns({ shocks, work }: Scenario) {
  const start = [0];
  const from: number[] = [];
  const factor: number[] = [];
  work.forEach((_, type) => {
    const touching = shocks.filter(({ slowdown, slows }) => slowdown !== 1 && slows.includes(type));
    const times = [...new Set(touching.flatMap((shock) => [shock.from, shock.to]))].sort((a, b) => a - b);
    for (const time of times) {
      from.push(time);
      factor.push(
        touching
          .filter((shock) => shock.from <= time && time < shock.to)
          .reduce((product, { slowdown }) => product * slowdown, 1),
      );
    }
    start.push(from.length);
  });
  return {
    slowStart: Int32Array.from(start),
    slowFrom: Float64Array.from(from),
    slowFactor: Float64Array.from(factor),
  };
}

/** Mean talk, hold and wrap-up of the first contacts of a type; an agent's own part where he holds several at once. */
function plannedHandling({ concurrency, hold, talk, wrapUp }: WorkType): number {
  const factors = concurrency?.handlingFactor ?? [1];
  const mean = [talk, hold, wrapUp].reduce((sum, { steps }) => sum + steps[0].mean, 0);
  return (mean * factors[factors.length - 1]) / factors.length;
}

/** The routing table as columns. A group serves a type when both lists name them. */
function layRouting({ groups, routing, work }: Scenario) {
  const option = (type: number, group: number) => routing.groups[type].find((one) => one.group === group);
  const skilled = (type: number, group: number) => groups[group].speeds[type] > 0;
  const options = work.map((_, type) => routing.groups[type].filter(({ group }) => skilled(type, group)));
  const waits = options.map((list) =>
    [...new Set(list.map(({ afterSeconds }) => afterSeconds))].filter((wait) => wait > 0).sort((a, b) => a - b),
  );
  const queues = groups.map((_, group) =>
    routing.queues[group].filter(({ type }) => skilled(type, group)).sort((a, b) => b.tier - a.tier),
  );
  const flatQueues = queues.flatMap((list, group) =>
    list.map((queue) => {
      const way = option(queue.type, group);
      return { ...queue, after: way?.afterSeconds ?? Number.POSITIVE_INFINITY, when: way?.when };
    }),
  );
  return {
    groupStart: starts(options),
    groupOption: Int32Array.from(options.flat(), ({ group }) => group),
    groupAfter: Float64Array.from(options.flat(), ({ afterSeconds, when }) =>
      when === undefined ? toTick(afterSeconds) : Number.POSITIVE_INFINITY,
    ),
    groupHelps: Uint8Array.from(options.flat(), ({ when }) => (when === undefined ? 0 : 1)),
    meanHandling: Float64Array.from(work, plannedHandling),
    overflowStart: starts(waits),
    overflowAfter: Float64Array.from(waits.flat(), toTick),
    queueStart: starts(queues),
    queueType: Int32Array.from(flatQueues, ({ type }) => type),
    queueTier: Float64Array.from(flatQueues, ({ tier }) => tier),
    queueBase: Float64Array.from(flatQueues, ({ base }) => base),
    queuePerSecond: Float64Array.from(flatQueues, ({ perSecond }) => perSecond),
    queueAfter: Float64Array.from(flatQueues, (queue) => toTick(queue.after)),
    queueWaiting: Int32Array.from(flatQueues, ({ when }) => when?.waiting ?? 0),
    queueExpected: Float64Array.from(flatQueues, ({ when }) => when?.expectedWait ?? 0),
    queueIdle: Int32Array.from(flatQueues, ({ when }) => when?.idleThere ?? 0),
  };
}

/** The tiers of customers. */
function layTiers({ tiers = [], work }: Scenario, seed: string, layout: RunLayout): TierPlan {
  let sum = 0;
  const upTo = tiers.map(({ share }) => {
    sum += share;
    return sum;
  });
  return {
    names: tiers.map(({ name }) => name),
    upTo: Float64Array.from(upTo),
    patience: tiers.some(({ patience }) => patience !== undefined)
      ? Float64Array.from(tiers, ({ patience = 1 }) => patience)
      : null,
    keys: work.map(({ name }) => streamKey(seed, `work/${name}/tier`)),
    book: tierOffset(layout, 0, 0, 'arrived'),
    within: tierThresholdOffset(layout, 0, 0, 0, 'answeredWithin'),
    clocks: tierClockOffset(layout, 0, 0, 'started'),
  };
}

/** What queues are kept in order of. */
function layRanks({ routing, work }: Scenario): RankPlan {
  const { order } = routing;
  const zero = new Float64Array(work.length);
  if (order === undefined)
    return { by: byArrival, within: zero, perSecond: zero, arisen: 0, tiers: new Float64Array(0) };
  if (order.by === 'points') {
    return {
      by: byPoints,
      within: zero,
      perSecond: Float64Array.from(order.perSecond),
      arisen: order.arisen,
      tiers: Float64Array.from(order.tiers ?? []),
    };
  }
  const within = Float64Array.from(order.withinSeconds, (seconds) =>
    seconds === null ? Number.POSITIVE_INFINITY : toTick(seconds),
  );
  return { by: byDeadline, within, perSecond: zero, arisen: 0, tiers: new Float64Array(0) };
}

/** Where each list starts when they lie end to end, and where the last ends. */
function starts(lists: readonly (readonly unknown[])[]): Int32Array {
  const result = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    result[i + 1] = result[i] + list.length;
  });
  return result;
}

/** Scheduled and paid time, the same in every run. */
function bookSchedule({ clock, groups }: Scenario, layout: RunLayout): Float64Array {
  const data = new Float64Array(layout.length);
  const book = (at: number, from: number, to: number, agents: number) => {
    for (let i = 0; i < layout.intervals; i++) {
      const overlap = Math.min(to, clock.intervalStarts[i + 1]) - Math.max(from, clock.intervalStarts[i]);
      if (overlap > 0) data[at + i] += agents * overlap;
    }
  };
  groups.forEach(({ staff }, group) => {
    const scheduled = groupOffset(layout, group, 'scheduled');
    const paid = groupOffset(layout, group, 'paid');
    if (staff.source === 'head-counts') {
      staff.steps.forEach(({ agents, from }, i) => {
        const to = i + 1 < staff.steps.length ? staff.steps[i + 1].from : clock.horizonSeconds;
        book(scheduled, from, to, agents);
        book(paid, from, to, agents);
      });
      return;
    }
    for (const agent of staff.agents) {
      for (const { from, to } of agent.onQueue) book(scheduled, from, to, 1);
      for (const { from, to } of agent.paid) book(paid, from, to, 1);
    }
  });
  return data;
}
