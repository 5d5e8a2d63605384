/**
 * Tuning a plan: its thresholds and the order of its levers are tried over days with the emergency and days without it. What is chosen is
 * judged on fresh days: among many plans the luckiest looks better than it is.
 */
import { setImmediate } from 'node:timers/promises';
import type { ConfidenceInterval } from '../math/confidence-interval.ts';
import { wilsonInterval } from '../math/proportion-interval.ts';
import type { ControlledCenter } from '../sim/control.ts';
import type { Condition } from './condition.ts';
import { runCourse } from './course.ts';
import type { Drill, Level, Plan } from './drill.ts';
import { compileDrill } from './exercise.ts';
import { outcomeOf } from './outcome.ts';
import { interval } from './review.ts';

/** How a plan differs from the one written. */
export interface Variation {
  /** Factor on the values at which levels are entered and left, away from normal above 1. */
  enter: number;
  /** Factor on how long it must have been so. */
  wait: number;
  /** A lever, by index, that the lowest level pulls as well; −1 for none. */
  first: number;
}

/** A plan over the days on which it was tried. */
export interface Tried {
  variation: Variation;
  plan: Plan;
  /** Share of ordinary days on which it declared a level. */
  alarms: number;
  /** Share of emergency days on which it declared none in time. */
  late: number;
  /** Means of emergency days. */
  lost: number;
  cost: number;
  damage: number;
}

/** What tuning found. */
export interface Tuning {
  limit: number;
  tried: number;
  days: number;
  confidence: number;
  /** The plans that went through the last round of the search, judged on its days. */
  round: Tried[];
  /** Those of them that no other beats both in false alarms and in damage; indexes, by false alarms. */
  front: number[];
  /** The plan as written is the first of the round; what was chosen, null when nothing keeps the limit. */
  chosen: number | null;
  /** On fresh days, of what was chosen: false alarms, late, and against the plan as written. */
  judged: {
    alarms: ConfidenceInterval;
    late: number;
    spares: ConfidenceInterval;
    saves: ConfidenceInterval;
  } | null;
}

/** How to tune. */
export interface TuningOptions {
  seed: string;
  /** Days of each sort in the last round, and again for the judgement; whole, at least 4. */
  days: number;
  /** Share of ordinary days on which a level may be declared. */
  limit: number;
  signal?: AbortSignal | undefined;
  onRun?: (done: number, all: number) => void;
}

const enters = [0.4, 0.7, 1, 1.5, 2.2] as const;
const waits = [0.5, 1, 2] as const;
/** A level must be declared so soon after the first inject that it is not late, seconds. */
export const inTime = 900;
/** Days of each sort in the first round, and how many plans go on to the last. */
const firstRound = 4;
const mostKept = 10;

/**
 * Tunes the plan that acts.
 *
 * @throws RangeError when `days` is below 4; the signal's reason when it ends the work
 */
export async function tunePlan(drill: Drill, options: TuningOptions): Promise<Tuning> {
  const { days, limit, onRun, seed, signal } = options;
  if (!(Number.isSafeInteger(days) && days >= 4)) {
    throw new RangeError(`days: expected a whole number of at least 4, got ${days}`);
  }
  const written = drill.plans[drill.plan];
  const variations = variationsOf(drill, written);
  const all = 2 * (variations.length * firstRound + Math.min(mostKept, variations.length) * days + 2 * days);
  let done = 0;
  const bench = openBench(drill, seed, async () => {
    await setImmediate();
    signal?.throwIfAborted();
    onRun?.(Math.min(++done, all), all);
  });
  const first: Tried[] = [];
  for (const variation of variations) {
    first.push(summary(variation, vary(written, variation), await bench(vary(written, variation), 0, firstRound)));
  }
  const [asWritten, ...others] = first;
  const kept = [asWritten, ...others.sort((a, b) => rank(a, limit) - rank(b, limit)).slice(0, mostKept - 1)];
  const round: Tried[] = [];
  for (const { plan, variation } of kept) round.push(summary(variation, plan, await bench(plan, firstRound, days)));
  // One alarm more than was seen: a share of few days is not known better.
  const cautious = ({ alarms }: Tried) => (alarms * days + 1) / (days + 2);
  const allowed = round.flatMap((one, i) => (cautious(one) <= limit ? [i] : []));
  const chosen = allowed.length === 0 ? null : allowed.reduce((a, b) => (round[b].damage < round[a].damage ? b : a));
  const { confidence } = drill.scenario.precision;
  const common = { limit, tried: variations.length, days, confidence, round, front: frontOf(round), chosen };
  if (chosen === null) return { ...common, judged: null };
  const fresh = await bench(round[chosen].plan, firstRound + days, days);
  const before = await bench(written, firstRound + days, days);
  const against = (read: (day: EmergencyDay) => number) =>
    interval(
      fresh.emergency.map((day, i) => read(before.emergency[i]) - read(day)),
      confidence,
    );
  const alarms = fresh.alarms.filter(Boolean).length;
  return {
    ...common,
    judged: {
      alarms: wilsonInterval(alarms / days, days, confidence),
      late: fresh.emergency.filter(({ late }) => late).length / days,
      spares: against(({ damage }) => damage),
      saves: against(({ lost }) => lost),
    },
  };
}

/** Plans that keep the limit come first, then by damage. */
function rank({ alarms, damage }: Tried, limit: number): number {
  return damage + (alarms > limit ? 1e9 * alarms : 0);
}

/** The plan as written first, then every combination. */
function variationsOf(drill: Drill, plan: Plan): Variation[] {
  const lowest = plan.levels.find((level) => level !== null);
  const later = drill.levers.flatMap((_, lever) =>
    pulls(lowest ?? null, lever) || !plan.levels.some((level) => pulls(level, lever)) ? [] : [lever],
  );
  const asWritten = { enter: 1, wait: 1, first: -1 };
  const others = enters.flatMap((enter) =>
    waits.flatMap((wait) => [-1, ...later].map((first) => ({ enter, wait, first }))),
  );
  return [asWritten, ...others.filter(({ enter, first, wait }) => enter !== 1 || wait !== 1 || first !== -1)];
}

function pulls(level: Level | null, lever: number): boolean {
  return level?.orders.some((order) => order.action === 'pull' && order.lever === lever) === true;
}

/** The plan with its thresholds moved and a lever brought forward. */
export function vary(plan: Plan, { enter, first, wait }: Variation): Plan {
  const moved = (condition: Condition) =>
    condition.map((clause) => {
      // Shares move towards their end, so that they stay shares; the others by their factor.
      const isShare = ['service level', 'connected', 'abandoned', 'occupancy', 'lines'].includes(clause.quantity);
      const value = isShare
        ? clause.above
          ? 1 - (1 - clause.value) / enter
          : clause.value / enter
        : clause.above
          ? clause.value * enter
          : clause.value;
      return {
        ...clause,
        value: Math.min(isShare ? 1 : Number.POSITIVE_INFINITY, Math.max(0, value)),
        forSeconds: clause.forSeconds * wait,
      };
    });
  const lowest = plan.levels.findIndex((level) => level !== null);
  const brought = plan.levels
    .flatMap((level) => level?.orders ?? [])
    .find((order) => order.action === 'pull' && order.lever === first);
  return {
    ...plan,
    levels: plan.levels.map((level, i) => {
      if (level === null) return null;
      const orders = i === lowest && brought !== undefined ? [brought, ...level.orders] : level.orders;
      return { enter: moved(level.enter), leave: level.leave, orders };
    }),
  };
}

interface EmergencyDay {
  lost: number;
  cost: number;
  damage: number;
  late: boolean;
}

interface Days {
  /** By ordinary day: whether a level was declared. */
  alarms: boolean[];
  emergency: EmergencyDay[];
}

/** Runs plans on days of both sorts; the same numbers are the same customers. */
function openBench(drill: Drill, seed: string, breathe: () => Promise<void>) {
  const ordinary = { ...drill, scenario: drill.ordinary };
  const [calm, struck]: ControlledCenter[] = [compileDrill(ordinary, seed), compileDrill(drill, seed)];
  return async (plan: Plan, from: number, days: number): Promise<Days> => {
    const alarms: boolean[] = [];
    const emergency: EmergencyDay[] = [];
    for (let day = from; day < from + days; day++) {
      await breathe();
      alarms.push(runCourse(ordinary, calm, day, { acts: 'plan', plan }).track.some(({ level }) => level > 0));
      await breathe();
      const result = runCourse(drill, struck, day, { acts: 'plan', plan });
      const { cost, damage, lost } = outcomeOf(drill, result);
      const declared = result.track.find(({ level }) => level > 0)?.time ?? Number.POSITIVE_INFINITY;
      emergency.push({ lost, cost, damage, late: declared > drill.injects[0].at + inTime });
    }
    return { alarms, emergency };
  };
}

function summary(variation: Variation, plan: Plan, { alarms, emergency }: Days): Tried {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    variation,
    plan,
    alarms: mean(alarms.map(Number)),
    late: mean(emergency.map(({ late }) => Number(late))),
    lost: mean(emergency.map(({ lost }) => lost)),
    cost: mean(emergency.map(({ cost }) => cost)),
    damage: mean(emergency.map(({ damage }) => damage)),
  };
}

/** Plans that none beats in both ways, by false alarms. */
function frontOf(round: readonly Tried[]): number[] {
  return round
    .flatMap((one, i) => {
      const beaten = round.some(
        (other) =>
          other.alarms <= one.alarms &&
          other.damage <= one.damage &&
          (other.alarms < one.alarms || other.damage < one.damage),
      );
      return beaten ? [] : [i];
    })
    .sort((a, b) => round[a].alarms - round[b].alarms || round[a].damage - round[b].damage);
}
