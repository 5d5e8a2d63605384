/**
 * What somebody in charge has changed in a running centre, in columns beside those of `center.ts`: messages that keep callers away,
 * people beyond the schedule, doors that are shut. The loop asks here at the few places where it matters, and only in runs
 * that are steered (`control.ts`); any other run has none of it.
 *
 * Nobody vanishes: whoever does not come or leaves because of a message is counted in a column of `steeredColumns`.
 */
import { type StreamKey, streamKey } from '../random/stream.ts';
import { type Center, takeContact } from './center.ts';
import { mixPlace, startOwnChain } from './chains.ts';
import { uniformOnce } from './customers.ts';
import { redials } from './events.ts';
import { type GroupColumn, groupColumns } from './run.ts';
import { toTick } from './ticks.ts';
import { bookOf } from './tiers.ts';
import { linked, redialling, steps } from './traits.ts';

/** Columns per work type × interval of the clock. */
export const steeredColumns = [
  /** New customers whom a message told before they called: they are in no other figure of the run. */
  'avoided',
  /** Customers whom a message or a hasty answer made call, who would not have: they are new customers of the run. */
  'caused',
  /** Attempts whose question the announcement answered; they count as self-served. */
  'informed',
  /** Among `informed`, attempts after the first. */
  'informedAgain',
  /** Attempts that hung up at the announcement; they count as balked. */
  'discouraged',
  /** Attempts that took a call-back: they keep their place, hold no line and never hang up. */
  'calledBack',
  /** Customers, at their first attempt, whom a door shut in opening hours turned away; they count as outside hours. */
  'shutOut',
  /** Among those turned away by a shut door, attempts after the first. */
  'shutOutAgain',
] as const;
export type SteeredColumn = (typeof steeredColumns)[number];

/** The state; levels, by type or group, that stay until they are changed. */
export interface Steering {
  /** Seconds between two instants at which somebody may act. */
  readonly stepSeconds: number;
  readonly keys: readonly SteeringKeys[];
  /** Of the columns of {@link steeredColumns}: `(column · types + type) · intervals + interval`. */
  tallies: Float64Array;
  // By type: shares of those whom it reaches.
  readonly avoids: Float64Array;
  readonly causes: Float64Array;
  readonly informs: Float64Array;
  readonly discourages: Float64Array;
  readonly callsBack: Float64Array;
  /** Wrap-up takes so many times as long, and so many of those served meanwhile call again for it. */
  readonly wrapUpTimes: Float64Array;
  readonly repeats: Float64Array;
  readonly isShut: Uint8Array;
  // By group.
  /** Agents on the schedule, and beyond it (or, below 0, taken off it). */
  readonly onSchedule: Int32Array;
  readonly extra: Int32Array;
  /** Agents beyond the schedule who are booked, and since when. */
  readonly booked: Int32Array;
  readonly bookedSince: Float64Array;
}

/** What a message does to a customer is decided by these streams, whatever else happens. */
interface SteeringKeys {
  avoided: StreamKey;
  caused: StreamKey;
  causedAfter: StreamKey;
  announcement: StreamKey;
  callBack: StreamKey;
  repeat: StreamKey;
}

/** Where the numbers of those begin whom a message makes call, and of those who call again for a hasty answer. */
const causedBy = { message: 2 ** 29, haste: 2 ** 30 } as const;
/** How long it takes on average until they call, seconds. */
const causedMeanSeconds = { message: 600, haste: 1800 } as const;

/** A state in which nothing is changed yet. */
export function makeSteering(
  seed: string,
  typeNames: readonly string[],
  groups: number,
  intervals: number,
  stepSeconds: number,
): Steering {
  const types = typeNames.length;
  const perType = () => new Float64Array(types);
  const perGroup = () => new Int32Array(groups);
  return {
    stepSeconds,
    keys: typeNames.map((name) => {
      const key = (what: string) => streamKey(seed, `work/${name}/steered/${what}`);
      return {
        avoided: key('avoided'),
        caused: key('caused'),
        causedAfter: key('caused-after'),
        announcement: key('announcement'),
        callBack: key('call-back'),
        repeat: key('repeat'),
      };
    }),
    tallies: new Float64Array(steeredColumns.length * types * intervals),
    avoids: perType(),
    causes: perType(),
    informs: perType(),
    discourages: perType(),
    callsBack: perType(),
    wrapUpTimes: perType().fill(1),
    repeats: perType(),
    isShut: new Uint8Array(types),
    onSchedule: perGroup(),
    extra: perGroup(),
    booked: perGroup(),
    bookedSince: new Float64Array(groups),
  };
}

/** Takes everything back for a new run. */
export function resetSteering(steering: Steering): void {
  const { avoids, callsBack, causes, discourages, informs, repeats, wrapUpTimes } = steering;
  const { booked, bookedSince, extra, isShut, onSchedule } = steering;
  for (const column of [avoids, causes, informs, discourages, callsBack, repeats]) column.fill(0);
  for (const column of [isShut, onSchedule, extra, booked, bookedSince]) column.fill(0);
  wrapUpTimes.fill(1);
  steering.tallies = new Float64Array(steering.tallies.length);
}

function count(center: Center, steering: Steering, type: number, column: SteeredColumn): void {
  const { intervals, types } = center.plan;
  steering.tallies[(steeredColumns.indexOf(column) * types + type) * intervals + center.interval]++;
}

/** Whether a message keeps a new customer from calling; one whom it makes call comes a little later. */
export function isKeptAway(center: Center, steering: Steering, type: number, customer: number): boolean {
  const { avoids, causes, keys } = steering;
  if (causes[type] > 0 && uniformOnce(center, keys[type].caused, customer, 1) < causes[type]) {
    causeCustomer(center, steering, type, customer, 'message');
  }
  if (avoids[type] === 0 || uniformOnce(center, keys[type].avoided, customer, 1) >= avoids[type]) return false;
  count(center, steering, type, 'avoided');
  return true;
}

/** A customer who would not have come calls after a while. */
function causeCustomer(
  center: Center,
  steering: Steering,
  type: number,
  customer: number,
  why: keyof typeof causedBy,
): void {
  const contact = takeContact(center);
  center.type[contact] = type;
  // Whoever calls for the same reason after the same customer is the same person, whatever else has happened meanwhile.
  center.customer[contact] = causedBy[why] + (Math.imul(customer, 0x9e3779b1) >>> 3);
  center.attempt[contact] = 0;
  const u = uniformOnce(center, steering.keys[type].causedAfter, center.customer[contact], 1);
  center.events.time[contact] = center.now + toTick(-causedMeanSeconds[why] * Math.log(u));
  center.events.schedule(contact, redials);
  count(center, steering, type, 'caused');
}

/** What an attempt that would have to wait does at the announcement. */
export function hearAnnouncement(
  center: Center,
  steering: Steering,
  contact: number,
  type: number,
): 'waits' | 'informed' | 'discouraged' {
  const { discourages, informs, keys } = steering;
  const told = informs[type];
  if (told === 0 && discourages[type] === 0) return 'waits';
  const u = uniformOnce(center, keys[type].announcement, center.customer[contact], center.attempt[contact]);
  if (u < told) {
    count(center, steering, type, 'informed');
    if (center.attempt[contact] > 1) count(center, steering, type, 'informedAgain');
    return 'informed';
  }
  if (u >= told + (1 - told) * discourages[type]) return 'waits';
  count(center, steering, type, 'discouraged');
  return 'discouraged';
}

/** Whether an attempt that is about to wait takes a call-back instead of holding the line. */
export function takesCallBack(center: Center, steering: Steering, contact: number, type: number): boolean {
  const share = steering.callsBack[type];
  const { attempt, customer } = center;
  if (share === 0 || uniformOnce(center, steering.keys[type].callBack, customer[contact], attempt[contact]) >= share) {
    return false;
  }
  count(center, steering, type, 'calledBack');
  return true;
}

/** Wraps up in a hurry: it takes less time, and some of those served call again. */
export function hurryWrapUp(center: Center, steering: Steering, contact: number, type: number): void {
  if ((center.plan.traits[type] & steps) !== 0) {
    center.wrapUp[contact] = toTick(center.wrapUp[contact] * steering.wrapUpTimes[type]);
  }
  // An item that follows from another has the number of the customer with whom its chain began, and an answer of its own.
  const lineage = (center.plan.traits[type] & linked) !== 0 ? center.lineage[contact] : 0;
  const customer = lineage === 0 ? center.customer[contact] : mixPlace(center.customer[contact], lineage);
  const share = steering.repeats[type];
  if (share > 0 && uniformOnce(center, steering.keys[type].repeat, customer, center.attempt[contact]) < share) {
    causeCustomer(center, steering, type, customer, 'haste');
  }
}

/** Somebody came to a door that was shut in opening hours, or after them. */
export function findShut(center: Center, steering: Steering, type: number, attempt: number): void {
  if (steering.isShut[type] === 1) count(center, steering, type, attempt === 1 ? 'shutOut' : 'shutOutAgain');
}

/** Clears what a first attempt has that no draw sets. */
export function startCaused(center: Center, contact: number, type: number): void {
  if ((center.plan.traits[type] & linked) !== 0) startOwnChain(center, contact, type);
  if ((center.plan.traits[type] & redialling) === 0) return;
  center.keepsWaitClock[contact] = 0;
  center.callerBook[contact] = bookOf(center, contact, type);
}

/** A group's agents by schedule become so many: those beyond it come on top. */
export function scheduleStaff(center: Center, steering: Steering, group: number, agents: number): void {
  steering.onSchedule[group] = agents;
  applyExtra(center, steering, group);
}

/** Has so many agents beyond the schedule in a group of head-counts, or so many fewer. */
export function setExtra(center: Center, steering: Steering, group: number, agents: number): void {
  steering.extra[group] = agents;
  applyExtra(center, steering, group);
}

function applyExtra(center: Center, steering: Steering, group: number): void {
  const planned = steering.onSchedule[group];
  const wanted = Math.max(0, planned + steering.extra[group]);
  bookExtra(center, steering, group);
  steering.booked[group] = wanted - planned;
  center.scheduled[group] = wanted;
  makeIdleRoom(center, group, wanted + 1);
}

const scheduled: GroupColumn = 'scheduled';
const paid: GroupColumn = 'paid';

/** Books the scheduled and paid time of those beyond the schedule up to now. */
export function bookExtra(center: Center, steering: Steering, group: number): void {
  const { groupFigures, intervalStarts, intervals } = center.plan;
  const agents = steering.booked[group];
  const from = steering.bookedSince[group];
  steering.bookedSince[group] = center.now;
  if (agents === 0) return;
  for (let i = 0; i < intervals; i++) {
    const overlap = Math.min(center.now, intervalStarts[i + 1]) - Math.max(from, intervalStarts[i]);
    if (overlap <= 0) continue;
    for (const column of [scheduled, paid]) {
      center.data[groupFigures[group] + groupColumns.indexOf(column) * intervals + i] += agents * overlap;
    }
  }
}

/** Makes the ring of idle times long enough for so many agents. */
function makeIdleRoom(center: Center, group: number, agents: number): void {
  const ring = center.idleTimes[group];
  if (!center.plan.tracksIdle || agents <= ring.length) return;
  const larger = new Float64Array(agents);
  const oldest = center.idleOldest[group];
  for (let i = 0; i < ring.length; i++) larger[i] = ring[(oldest + i) % ring.length];
  center.idleTimes[group] = larger;
  center.idleOldest[group] = 0;
}
