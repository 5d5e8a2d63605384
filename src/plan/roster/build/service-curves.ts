/**
 * What agents do for a promise, slot by slot: Erlang A with the load that infinitely many agents would have, as concave curves
 * of straight pieces for a linear model. They need not be right: the simulation corrects them. They have to bend as queues do.
 */
import { erlangA } from '../../../math/erlang-a.ts';
import { modifiedOfferedLoad } from '../../../math/modified-offered-load.ts';
import type { QueueMeasures } from '../../../math/queue-measures.ts';
import { stepCurve } from '../../../math/rate-curve.ts';
import type { Scenario, ServicePromise, Span, WorkType } from '../../../scenario/scenario.ts';
import { expectedContacts, meanDuration, meanHandling } from '../../interval-means.ts';
import { serviceVariants } from '../../service-variants.ts';

/** Demand of one type of work in one slot, and the head-counts between which curves are straight. */
export interface SlotDemand {
  /** Contacts expected that ask for a person. */
  contacts: number;
  /** Offered load of the mean day, Erlangs. */
  load: number;
  /** Whole head-counts, ascending; below the first the curve is not known. */
  agents: number[];
}

/** Mean handle time (ring included) of a type in a group, seconds; `pace` is the type's reference ÷ the group's. */
export interface TypePace {
  handleSeconds: number;
  patienceSeconds: number;
  ringSeconds: number;
  /** By group; 0 where the group cannot do it. */
  pace: number[];
}

/** Demand and pace of every type. */
export interface Demand {
  slots: number;
  step: number;
  types: (TypePace & { slots: (SlotDemand | null)[] })[];
}

/** How many pieces a curve has at most. */
const mostPieces = 14;

/**
 * Demand slot by slot; null where nobody comes.
 * @param busy factor on the load for which head-counts are spread
 */
export function slotDemand(scenario: Scenario, busy: number): Demand {
  const { clock, shifts: plan, work } = scenario;
  if (plan === null) throw new RangeError('scenario: expected one with a shift plan');
  const step = plan.stepSeconds;
  const slots = Math.ceil(clock.horizonSeconds / step);
  const spans = Array.from({ length: slots }, (_, slot): Span => ({ from: slot * step, to: (slot + 1) * step }));
  return {
    slots,
    step,
    types: work.map((one, type) => {
      const contacts = spans.map((span) => expectedContacts(one, span));
      const pace = typePace(scenario, type);
      const loads = slotLoads(one, slots, step, pace.handleSeconds);
      return {
        ...pace,
        slots: contacts.map((count, slot) => {
          if (count <= 0) return null;
          const load = loads[slot];
          return { contacts: count, load, agents: headCounts(load * busy, plan.leastAgents) };
        }),
      };
    }),
  };
}

/** Modified offered load by slot; where only a part of a slot is open, the mean over that part. */
function slotLoads(work: WorkType, slots: number, step: number, meanSeconds: number): number[] {
  const bounds = work.hours.flatMap(({ from, to }) => [from, to]).filter((time) => time < slots * step);
  const starts = [...new Set([...Array.from({ length: slots + 1 }, (_, slot) => slot * step), ...bounds])];
  starts.sort((a, b) => a - b);
  const rates = starts
    .slice(0, -1)
    .map((from, i) => expectedContacts(work, { from, to: starts[i + 1] }) / (starts[i + 1] - from));
  const handleTime = { kind: 'exponential', meanSeconds } as const;
  const loads = modifiedOfferedLoad({ arrivalRate: stepCurve(starts, rates), intervalStarts: starts, handleTime });
  const bySlot = new Array<number>(slots).fill(0);
  loads.forEach(({ from, offeredLoad }, part) => {
    const slot = Math.floor(from / step);
    if (rates[part] > 0) bySlot[slot] = Math.max(bySlot[slot], offeredLoad);
  });
  return bySlot;
}

function typePace(scenario: Scenario, type: number): TypePace {
  const whole = { from: 0, to: scenario.clock.horizonSeconds };
  const work = scenario.work[type];
  const ringSeconds = meanDuration(work.ring, whole);
  const handling = scenario.groups.map(({ speeds }, group) => {
    const serves = speeds[type] > 0 && scenario.routing.groups[type].some((option) => option.group === group);
    return serves ? ringSeconds + meanHandling(scenario, type, group, whole) : Infinity;
  });
  const able = handling.filter((seconds) => seconds < Infinity);
  const handleSeconds = Math.max(1, able.reduce((sum, seconds) => sum + seconds, 0) / able.length);
  return {
    handleSeconds,
    ringSeconds,
    patienceSeconds: Math.max(1e-6, meanDuration(work.patience, whole)),
    pace: handling.map((seconds) => (seconds === Infinity ? 0 : handleSeconds / Math.max(1, seconds))),
  };
}

/** From well below the load to where everybody is answered at once. */
function headCounts(load: number, least: number): number[] {
  const root = Math.sqrt(load);
  const from = Math.max(least, Math.floor(load - 2 * root), 0);
  const to = Math.max(from + 1, Math.ceil(load + 4 * root + 2));
  const step = Math.max(1, Math.ceil((to - from) / mostPieces));
  const counts: number[] = [];
  for (let agents = from; agents < to; agents += step) counts.push(agents);
  counts.push(to);
  return counts;
}

/** A promise in one slot: how far above the target, in contacts, at each head-count; concave. */
export type Margins = number[];

/** Measures whose margin Erlang A can tell. */
const known = ['answered-within', 'connection-rate', 'abandonment', 'asa', 'mean-wait'];

/** Whether the optimiser can work towards a promise. */
export function canAim({ measure, variant }: ServicePromise): boolean {
  return known.includes(measure) && (measure !== 'connection-rate' || variant !== 'self-service-counted-in');
}

/**
 * The margins of a promise in a slot of a type.
 *
 * Shares count contacts above the target share; waits count contacts times the part of the target that is spared.
 * @param busy factor on the load: of the day on which the promise shall just hold
 */
export function margins(promise: ServicePromise, pace: TypePace, slot: SlotDemand, busy: number): Margins {
  const { answerWithin, measure, sense, shortAbandon, target, variant } = promise;
  const spare = Math.max(0, answerWithin - pace.ringSeconds);
  const load = slot.load * busy;
  const points = slot.agents.map((agents) => {
    if (agents === 0) return sense === 'at-least' ? -target * slot.contacts : -slot.contacts;
    const queue = {
      arrivalRate: load / pace.handleSeconds,
      meanHandleSeconds: pace.handleSeconds,
      meanPatienceSeconds: pace.patienceSeconds,
      agents,
      answerWithinSeconds: spare,
      shortAbandonSeconds: Math.min(shortAbandon, spare),
    };
    const value = measureValue(measure, variant, erlangA(queue), pace.ringSeconds);
    const above = sense === 'at-least' ? value - target : target - value;
    const unit = measure === 'asa' || measure === 'mean-wait' ? Math.max(target, 1) : 1;
    return slot.contacts * busy * Math.max(-10, above / unit);
  });
  return concave(slot.agents, points);
}

function measureValue(measure: string, variant: string, measures: QueueMeasures, ring: number): number {
  if (measure === 'answered-within') return measures.serviceLevel[serviceVariants[variant]];
  if (measure === 'connection-rate') return 1 - measures.abandonment;
  if (measure === 'abandonment') return measures.abandonment;
  return (measure === 'asa' ? measures.asa : measures.meanWaitAll) + ring;
}

/** The least concave function above the points, at the points. */
function concave(x: readonly number[], y: readonly number[]): number[] {
  const hull: number[] = [];
  for (let i = 0; i < x.length; i++) {
    while (hull.length >= 2) {
      const [a, b] = [hull[hull.length - 2], hull[hull.length - 1]];
      if ((y[b] - y[a]) * (x[i] - x[a]) > (y[i] - y[a]) * (x[b] - x[a])) break;
      hull.pop();
    }
    hull.push(i);
  }
  return x.map((at, i) => {
    const next = hull.findIndex((corner) => corner >= i);
    if (hull[next] === i) return y[i];
    const [a, b] = [hull[next - 1], hull[next]];
    return y[a] + ((y[b] - y[a]) * (at - x[a])) / (x[b] - x[a]);
  });
}

/** The margin at a head-count, straight between those of the curve and level beyond its ends. */
export function marginAt(agents: readonly number[], curve: Margins, count: number): number {
  const last = agents.length - 1;
  if (count <= agents[0]) return curve[0];
  if (count >= agents[last]) return curve[last];
  let piece = 0;
  while (agents[piece + 1] < count) piece++;
  const part = (count - agents[piece]) / (agents[piece + 1] - agents[piece]);
  return curve[piece] + part * (curve[piece + 1] - curve[piece]);
}
