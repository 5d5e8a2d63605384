/** Builds resolved scenarios with defaults, for tests and benchmarks of the engine alone. */
import { durations } from '../src/kinds/durations/index.ts';
import { type RateCurve, stepCurve } from '../src/math/rate-curve.ts';
import type { AgentGroup, Clock, Duration, Redial, Scenario, WorkType } from '../src/scenario/scenario.ts';

/** A duration in seconds of the given kind, the same at every hour. */
export function duration(kind: string, fields: object = {}): Duration {
  const { parameters, mean, cv } = durations.get(kind).resolve(fields as Record<string, unknown>, 1);
  return { steps: [{ from: 0, kind, parameters, mean, cv }] };
}

export const fixed = (value: number) => duration('fixed', { value });
export const exponential = (mean: number) => duration('exponential', { mean });
export const never = duration('never');

/** Exponential durations whose mean changes with the interval of arrival. */
export function exponentialSteps(starts: readonly number[], means: readonly number[]): Duration {
  return { steps: means.map((mean, i) => ({ ...exponential(mean).steps[0], from: starts[i] })) };
}

export const noRedial: Redial = {
  fraction: 0,
  after: fixed(0),
  maxAttempts: 1,
  keepsPatience: false,
  keepsMatter: false,
  keepsWaitClock: false,
};

/** A clock of equal days cut into intervals. */
export function clock(seconds: number, intervalSeconds = seconds, days = 1): Clock {
  const length = seconds / days;
  const intervals = Math.round(seconds / intervalSeconds);
  return {
    startDate: '2026-03-02',
    timeZone: 'Asia/Shanghai',
    intervalSeconds,
    days: Array.from({ length: days }, (_, day) => ({
      date: `2026-03-0${day + 2}`,
      weekday: 1 + (day % 7),
      start: day * length,
      end: (day + 1) * length,
    })),
    horizonSeconds: seconds,
    intervalStarts: Array.from({ length: intervals + 1 }, (_, i) => i * intervalSeconds),
    intervalLabels: Array.from({ length: intervals }, (_, i) => `${i}`),
  };
}

/** Poisson arrivals at the given rates per second, each over one interval. */
export function poisson(curve: RateCurve, cv = 0, intervalCorrelation = 1): WorkType['arrivals'] {
  return { process: 'poisson', curve, busyness: { cv, intervalCorrelation } };
}

export const atRate = (rate: number, seconds: number) => poisson(stepCurve([0, seconds], [rate]));

/** A type that is open for the whole horizon, without ring, hold, wrap-up, patience's end, lines and redials. */
export function workType(name: string, horizon: number, changes: Partial<WorkType>): WorkType {
  return {
    name,
    channel: 'voice',
    hours: [{ from: 0, to: horizon }],
    arrivals: atRate(0, horizon),
    selfService: { completed: 0, seconds: fixed(0) },
    linePool: -1,
    waitingRoom: Number.POSITIVE_INFINITY,
    balking: 0,
    priority: 0,
    ring: fixed(0),
    talk: fixed(0),
    hold: fixed(0),
    wrapUp: fixed(0),
    patience: never,
    handlingByGroup: [],
    redial: { abandoned: noRedial, blocked: noRedial, balked: noRedial },
    closing: 'serve',
    ...changes,
  };
}

/** A group of anonymous agents who serve all types at speed 1. */
export function group(
  name: string,
  steps: number | { from: number; agents: number }[],
  changes: Partial<AgentGroup> & { leaving?: 'pooled' | 'named' } = {},
): AgentGroup {
  const { leaving = 'pooled', ...rest } = changes;
  return {
    name,
    speeds: [],
    staff: {
      source: 'head-counts',
      steps: typeof steps === 'number' ? [{ from: 0, agents: steps }] : steps,
      leaving,
    },
    ...rest,
  };
}

/** A scenario of the given parts; routing by longest wait over all skills unless given. */
export function scenario(
  parts: { clock: Clock; work: WorkType[]; groups: AgentGroup[] } & Partial<Scenario>,
): Scenario {
  const { work } = parts;
  const groups = parts.groups.map((g) => ({ ...g, speeds: g.speeds.length > 0 ? g.speeds : work.map(() => 1) }));
  return {
    name: 'test',
    summary: '',
    hash: '',
    busyness: { cv: 0, intervalCorrelation: 1 },
    linePools: [],
    routing: {
      kind: 'longest-wait',
      queues: groups.map(({ speeds }) =>
        work.map((_, type) => ({ type, tier: 0, base: 0, perSecond: 1 })).filter(({ type }) => speeds[type] > 0),
      ),
      groups: work.map((_, type) =>
        groups.map((_, group) => ({ group, afterSeconds: 0 })).filter(({ group }) => groups[group].speeds[type] > 0),
      ),
      agentChoice: 'listed',
    },
    shocks: [],
    promises: [],
    precision: { confidence: 0.95, minRuns: 1, maxRuns: 1 },
    shifts: null,
    labourRules: [],
    uncertainty: [],
    plugins: [],
    ...parts,
    groups,
  };
}

/** A promise that makes the engine count contacts answered within so many seconds. */
export function answerWithin(seconds: number): Scenario['promises'] {
  return [
    {
      id: 'answer',
      measure: 'answered-within',
      variant: 'offered',
      answerWithin: seconds,
      shortAbandon: seconds,
      target: 0.8,
      sense: 'at-least',
      scope: 'day',
      work: [0],
      hours: [{ from: 0, to: Number.POSITIVE_INFINITY }],
      dayShare: 0.95,
    },
  ];
}
