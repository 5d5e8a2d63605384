/**
 * Tuning a plan: at which thresholds its levels are declared, and which lever each level pulls, tried over days with the emergency
 * and days without it. What is chosen is judged on fresh days: among many plans the luckiest looks better than it is.
 */
import { setImmediate } from 'node:timers/promises';
import { type Journal, rowsStep } from '../experiment/checkpoint.ts';
import { meetsTarget } from '../judge/ledger.ts';
import type { ConfidenceInterval } from '../math/confidence-interval.ts';
import { proportionInterval } from '../math/proportion-interval.ts';
import { runCourse } from './course.ts';
import { decideByPlan } from './deciders.ts';
import type { Drill, Plan } from './drill.ts';
import { compileDrill, type ExerciseResult, openExercise } from './exercise.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { declaredAfter } from './rate-objectives.ts';
import { interval } from './review.ts';
import { arrangementsOf, stays, thresholdsTried, type Variation, vary } from './vary-plan.ts';

/** A plan over the days of a round. */
export interface Tried {
  variation: Variation;
  plan: Plan;
  /** Share of ordinary days on which it declared a level or a rule of it acted. */
  alarms: number;
  /** Share of emergency days on which levels were not declared in time: see {@link isLate}. */
  late: number;
  /** Share of emergency days on which it kept every promise of the drill's objectives; null where they promise nothing. */
  kept: number | null;
  /** Means of emergency days. */
  lost: number;
  cost: number;
  damage: number;
}

/** What the judgement on fresh days says of the plan that was chosen. */
export interface Judged {
  /** Share of fresh ordinary days with a false alarm, with the bound that it lies below at the confidence of the tuning. */
  alarms: { point: number; atMost: number };
  late: number;
  kept: number | null;
  /** Against the plan as written, a fresh emergency day: damage spared, customers saved. */
  spares: ConfidenceInterval;
  saves: ConfidenceInterval;
}

/** What tuning found. */
export interface Tuning {
  /** At most this share of ordinary days may have a false alarm. */
  limit: number;
  /** Plans tried, and emergency and ordinary days simulated in all. */
  tried: number;
  simulated: { emergency: number; ordinary: number };
  /** Emergency and ordinary days of the last round, and again of the judgement. */
  days: number;
  ordinaryDays: number;
  confidence: number;
  /** The plans that went through the last round, the one as written first. */
  round: Tried[];
  /** Those of them that no other beats both in false alarms and in damage; indexes, by false alarms. */
  front: number[];
  /** What was chosen, an index into `round`; null when nothing is shown to keep the limit. */
  chosen: number | null;
  /**
   * Why: it spares damage against the plan as written beyond chance; nothing shown to be better than the plan as written was found,
   * which keeps the limit; or the plan as written does not keep the limit, and this one does.
   */
  because: 'better' | 'nothing-better' | 'keeps-limit' | null;
  judged: Judged | null;
}

/** How to tune. */
export interface TuningOptions {
  seed: string;
  /** Days with the emergency in the last round, and again for the judgement; whole, at least 4. */
  days: number;
  /** Share of ordinary days on which there may be a false alarm, above 0 and below 1. */
  limit: number;
  /** Keeps the days done. */
  journal?: Journal | undefined;
  signal?: AbortSignal | undefined;
  onRun?: (done: number, all: number) => void;
}

/** Emergency days of the first two rounds at most, and how many plans go through each later one. */
const mostFirstDays = 6;
const mostSecondDays = 10;
const thresholdsKept = 3;
const arrangementsKept = 4;
const lastKept = 9;
/** How many of the last round are judged at most, the plan as written besides. */
const mostJudged = 3;
/** Without a response among the objectives: a level is declared so soon after the first inject that it is not late, seconds. */
const inTime = 900;

/**
 * Ordinary days that a limit needs: so many that a plan with half as many false alarms is usually shown to keep it.
 * @param limit above 0
 */
export function ordinaryDaysFor(limit: number, days: number): number {
  return Math.max(days, Math.ceil(25 / limit));
}

/**
 * Tunes the plan that acts.
 *
 * With α the error allowed (1 − the scenario's confidence) and k plans judged, a plan is said to keep the limit where the upper
 * Clopper–Pearson bound of its false alarms on fresh days, at the one-sided confidence 1 − α/k, is no higher: the chance that the
 * plan chosen does not keep it is at most α.
 *
 * @throws RangeError when `days` is below 4 or `limit` is not inside 0–1; the signal's reason when it ends the work
 */
export async function tunePlan(drill: Drill, options: TuningOptions): Promise<Tuning> {
  const { days, journal, limit, onRun, seed, signal } = options;
  if (!(Number.isSafeInteger(days) && days >= 4)) {
    throw new RangeError(`days: expected a whole number of at least 4, got ${days}`);
  }
  if (!(limit > 0 && limit < 1)) throw new RangeError(`limit: expected a share above 0 and below 1, got ${limit}`);
  const written = drill.plans[drill.plan];
  const ordinaryDays = ordinaryDaysFor(limit, days);
  const [firstDays, secondDays] = [Math.min(mostFirstDays, days), Math.min(mostSecondDays, days)];
  const thresholds = thresholdsTried(written);
  const arrangements = arrangementsOf(written);
  const asWritten: Variation = { enter: 1, wait: 1, stay: 1, levels: arrangements[0] };
  const scanned = thresholds.length + arrangements.length - 1;
  const crossed =
    stays.length * Math.min(thresholdsKept, thresholds.length) * Math.min(arrangementsKept, arrangements.length);
  const all =
    2 * ordinaryDays +
    scanned * firstDays +
    crossed * secondDays +
    Math.min(lastKept, scanned) * days +
    (mostJudged + 1) * days;
  let done = 0;
  const simulated = { emergency: 0, ordinary: 0 };
  const breathe = async (what: keyof typeof simulated) => {
    await setImmediate();
    signal?.throwIfAborted();
    simulated[what]++;
    onRun?.(Math.min(++done, all), all);
  };
  const variants = thresholds.map((one) => vary(written, one));
  const countAlarms = (from: number) =>
    countFalseAlarms(drill, variants, { seed, from, days: ordinaryDays, journal }, () => breathe('ordinary'));
  const play = openEmergency(drill, seed, journal, () => breathe('emergency'));

  // 1. Ordinary days: what is seen on them does not depend on levers until the first alarm, so one day serves all thresholds.
  const seen = await countAlarms(0);
  const alarmsOf = ({ enter, wait }: Variation) =>
    seen[thresholds.findIndex((one) => one.enter === enter && one.wait === wait)];
  const atMost = (alarms: number, confidence: number) => alarmBound(alarms, ordinaryDays, confidence);
  const { confidence } = drill.scenario.precision;
  const isAllowed = (variation: Variation) => atMost(alarmsOf(variation), confidence) <= limit;

  // 2. Every threshold with the levers as written, and every arrangement of levers at the thresholds as written.
  const scan = async (variations: readonly Variation[], from: number, count: number) => {
    const results: { variation: Variation; days: EmergencyDay[] }[] = [];
    for (const variation of variations) {
      results.push({ variation, days: await play(vary(written, variation), from, count) });
    }
    return results.sort((a, b) => meanOf(a.days, 'damage') - meanOf(b.days, 'damage'));
  };
  const byThreshold = await scan(thresholds, 0, firstDays);
  const byArrangement = await scan(
    arrangements.slice(1).map((levels) => ({ ...asWritten, levels })),
    0,
    firstDays,
  );
  const written1 = byThreshold.filter(({ variation }) => isSame(variation, asWritten));
  const bestThresholds = byThreshold.filter(({ variation }) => isAllowed(variation)).slice(0, thresholdsKept);
  const bestArrangements = [...byArrangement, ...written1]
    .sort((a, b) => meanOf(a.days, 'damage') - meanOf(b.days, 'damage'))
    .slice(0, arrangementsKept);

  // 3. The best of both together, on other days; 4. the best of those, on all days of the last round.
  const together = bestThresholds.flatMap(({ variation: { enter, wait } }) =>
    bestArrangements.flatMap(({ variation: { levels } }) =>
      stays.map((stay): Variation => ({ enter, wait, stay, levels })),
    ),
  );
  const pairs = await scan(together, firstDays, secondDays);
  const last = [
    asWritten,
    ...pairs.map(({ variation }) => variation).filter((one) => !isSame(one, asWritten)),
    // What raises too many alarms is shown, to be seen what it would save.
    ...byThreshold
      .map(({ variation }) => variation)
      .filter((one) => !isAllowed(one) && !isSame(one, asWritten))
      .slice(0, 2),
  ];
  const kept = [...last.slice(0, lastKept - 2), ...last.slice(Math.max(lastKept - 2, last.length - 2))];
  const round: Tried[] = [];
  const from = firstDays + secondDays;
  for (const variation of kept) {
    const plan = vary(written, variation);
    const alarms = alarmsOf(variation) / ordinaryDays;
    round.push({ variation, plan, alarms, ...summary(await play(plan, from, days)) });
  }

  // 5. The judgement, on fresh days: the best, and those with ever fewer alarms in case it does not keep the limit.
  const tried = new Set([...thresholds, ...byArrangement.map(({ variation }) => variation), ...together].map(nameOf))
    .size;
  const common = { limit, tried, days, ordinaryDays, confidence, round, front: frontOf(round) };
  const candidates = candidatesOf(round, (one) => isAllowed(one.variation));
  const judgedOnes = [...new Set([...candidates, 0])];
  const fresh = await countAlarms(ordinaryDays);
  const freshAlarms = (i: number) =>
    fresh[
      thresholds.findIndex((one) => one.enter === round[i].variation.enter && one.wait === round[i].variation.wait)
    ];
  const bounds = judgedOnes.map((i) => atMost(freshAlarms(i), 1 - (1 - confidence) / judgedOnes.length));
  const keeps = judgedOnes.filter((_, place) => bounds[place] <= limit);
  if (keeps.length === 0) return { ...common, simulated, chosen: null, because: null, judged: null };
  const before = await play(written, from + days, days);
  const judge = async (i: number): Promise<Judged> => {
    const after = i === 0 ? before : await play(round[i].plan, from + days, days);
    const against = (read: (day: EmergencyDay) => number) =>
      interval(
        after.map((day, n) => read(before[n]) - read(day)),
        confidence,
      );
    const { kept: promises, late } = summary(after);
    return {
      alarms: { point: freshAlarms(i) / ordinaryDays, atMost: bounds[judgedOnes.indexOf(i)] },
      late,
      kept: promises,
      spares: against(({ damage }) => damage),
      saves: against(({ lost }) => lost),
    };
  };
  const first = keeps[0];
  const judged = await judge(first);
  const writtenKeeps = keeps.includes(0);
  if (first === 0 || (writtenKeeps && judged.spares.low <= 0)) {
    return { ...common, simulated, chosen: 0, because: 'nothing-better', judged: await judge(0) };
  }
  return { ...common, simulated, chosen: first, because: judged.spares.low > 0 ? 'better' : 'keeps-limit', judged };
}

/** The one-sided upper bound of a share of false alarms: Clopper and Pearson (1934). */
export function alarmBound(count: number, of: number, confidence: number): number {
  return proportionInterval(count, of, 1 - 2 * (1 - confidence), 'clopper-pearson').high;
}

function nameOf({ enter, levels, stay, wait }: Variation): string {
  return `${enter} ${wait} ${stay} ${levels.join(',')}`;
}

function isSame(one: Variation, other: Variation): boolean {
  return nameOf(one) === nameOf(other);
}

/** The plan of least damage among those allowed, then the one of least damage with fewer alarms, and so on. */
function candidatesOf(round: readonly Tried[], isAllowed: (one: Tried) => boolean): number[] {
  const found: number[] = [];
  let below = Number.POSITIVE_INFINITY;
  while (found.length < mostJudged) {
    const left = round.flatMap((one, i) => (isAllowed(one) && one.alarms < below ? [i] : []));
    if (left.length === 0) break;
    const best = left.reduce((a, b) => (round[b].damage < round[a].damage ? b : a));
    found.push(best);
    below = round[best].alarms;
  }
  return found;
}

interface EmergencyDay extends Pick<Outcome, 'lost' | 'cost' | 'damage'> {
  late: boolean;
  kept: boolean | null;
}

/**
 * Counts ordinary days on which plans would have acted: a level declared, or a rule. Until the first of them does, the floor is the
 * same under all, so each day is simulated once with nobody acting. What is scripted belongs to the emergency and is left out.
 *
 * @param from the first day; `days` of them
 * @param breathe is awaited before each day; what it throws ends the work
 * @returns days with a false alarm, by plan
 */
export async function countFalseAlarms(
  drill: Drill,
  plans: readonly Plan[],
  { days, from, journal, seed }: { seed: string; from: number; days: number; journal?: Journal | undefined },
  breathe: () => Promise<void> = async () => {},
): Promise<number[]> {
  const ordinary = { ...drill, scenario: drill.ordinary };
  const centre = compileDrill(ordinary, seed);
  /** By day, the plans that acted. */
  const alarms: number[][] = [];
  journal?.begin(rowsStep(alarms));
  const kept = alarms.length;
  for (let day = from; day < from + days; day++) {
    await breathe();
    if (day < from + kept) continue;
    const acted: number[] = [];
    const silent = new Map(plans.map((plan, i) => [i, decideByPlan({ ...plan, script: [] })]));
    const exercise = openExercise(ordinary, centre, day, drill.plans[drill.plan]);
    for (let moment = exercise.next(); moment !== null && moment.time < drill.to; moment = exercise.next()) {
      if (!moment.inExercise) continue;
      for (const [i, decide] of silent) {
        if (decide(moment).length === 0) continue;
        acted.push(i);
        silent.delete(i);
      }
    }
    alarms.push(acted);
  }
  return plans.map((_, i) => alarms.filter((acted) => acted.includes(i)).length);
}

/** Runs plans on days with the emergency; the same numbers are the same customers. */
function openEmergency(drill: Drill, seed: string, journal: Journal | undefined, breathe: () => Promise<void>) {
  const centre = compileDrill(drill, seed);
  return async (plan: Plan, from: number, days: number): Promise<EmergencyDay[]> => {
    const found: EmergencyDay[] = [];
    journal?.begin(rowsStep(found));
    const kept = found.length;
    for (let day = from; day < from + days; day++) {
      await breathe();
      if (day < from + kept) continue;
      const result = runCourse(drill, centre, day, { acts: 'plan', plan });
      const outcome = outcomeOf(drill, result);
      const { cost, damage, lost } = outcome;
      found.push({ lost, cost, damage, late: isLate(drill, result), kept: keepsPromises(drill, outcome) });
    }
    return found;
  };
}

/**
 * Whether levels were declared too late on a day: one of the drill's objectives for a response is missed; without such an objective,
 * none was declared within 15 minutes of the first inject.
 */
export function isLate(drill: Drill, result: Pick<ExerciseResult, 'track'>): boolean {
  const asked = drill.objectives.flatMap(({ measure }) => (measure.kind === 'response' ? [measure] : []));
  const wanted = asked.length > 0 ? asked : [{ level: 1, inject: 0, within: inTime }];
  return wanted.some((one) => (declaredAfter(drill, one, result) ?? Number.POSITIVE_INFINITY) > one.within);
}

/** Whether every promise among the objectives is kept; null where there is none, or nothing to judge. */
function keepsPromises(drill: Drill, outcome: Outcome): boolean | null {
  const judged = drill.objectives.flatMap(({ measure }) => {
    if (measure.kind !== 'promise') return [];
    const { met, of } = outcome.promises[measure.promise];
    return of === 0 ? [] : [meetsTarget(drill.scenario.promises[measure.promise], met / of)];
  });
  return judged.length === 0 ? null : judged.every(Boolean);
}

function meanOf(days: readonly EmergencyDay[], what: 'lost' | 'cost' | 'damage'): number {
  return days.reduce((sum, day) => sum + day[what], 0) / days.length;
}

function summary(days: readonly EmergencyDay[]): Pick<Tried, 'late' | 'kept' | 'lost' | 'cost' | 'damage'> {
  const judged = days.flatMap(({ kept }) => (kept === null ? [] : [kept]));
  return {
    late: days.filter(({ late }) => late).length / days.length,
    kept: judged.length === 0 ? null : judged.filter(Boolean).length / judged.length,
    lost: meanOf(days, 'lost'),
    cost: meanOf(days, 'cost'),
    damage: meanOf(days, 'damage'),
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
