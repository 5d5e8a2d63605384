/** A day of one queue in a few numbers, and as an ordinary scenario: what is checked against formulas runs in the engine that everybody uses. */
import type { RateCurve } from '../math/rate-curve.ts';
import type { Duration, HeadCounts, Redial, Scenario } from './scenario.ts';

/** One queue and its staff over a day, in seconds and rates per second. */
export interface PlainDay {
  meanHandleSeconds: number;
  /** Infinity when callers never hang up. */
  meanPatienceSeconds: number;
  answerWithinSeconds: number;
  /** Start of every interval and, last, the end of the day. */
  intervalStarts: number[];
  agents: number[];
  /** Chance that a caller who would have to wait leaves at once; counted as abandoned after no wait. */
  balking: number;
  /** Arrivals per second. */
  arrivalRate: RateCurve;
}

const noTime: Duration = { steps: [{ from: 0, kind: 'fixed', parameters: [0], mean: 0, cv: 0 }] };
const never: Duration = { steps: [{ from: 0, kind: 'never', parameters: [], mean: Infinity, cv: 0 }] };
const calm = { cv: 0, intervalCorrelation: 0 };
const nobodyRedials: Redial = {
  fraction: 0,
  after: noTime,
  maxAttempts: 1,
  keepsPatience: false,
  keepsMatter: false,
  keepsWaitClock: false,
};

function exponential(mean: number): Duration {
  return mean === Infinity ? never : { steps: [{ from: 0, kind: 'exponential', parameters: [mean], mean, cv: 1 }] };
}

/**
 * The scenario of a day: one type of contact without ring, self-service or redials, one group of anonymous agents who stay
 * after the last interval until the queue is empty.
 *
 * @param day the inputs
 * @param leaving how agents leave when the staff falls
 */
export function plainDayScenario(day: PlainDay, leaving: HeadCounts['leaving']): Scenario {
  const { intervalStarts, agents } = day;
  const end = intervalStarts[intervalStarts.length - 1];
  const hours = [{ from: 0, to: end }];
  return {
    name: `plain-day-${leaving}`,
    summary: '',
    hash: '',
    clock: {
      startDate: '2026-01-05',
      timeZone: 'UTC',
      intervalSeconds: intervalStarts[1],
      days: [{ date: '2026-01-05', weekday: 1, start: 0, end }],
      horizonSeconds: end,
      intervalStarts,
      intervalLabels: agents.map((_, i) => `${i}`),
    },
    busyness: calm,
    work: [
      {
        name: 'call',
        channel: 'voice',
        hours,
        arrivals: { process: 'poisson', curve: day.arrivalRate, busyness: calm },
        selfService: { completed: 0, seconds: noTime },
        linePool: -1,
        waitingRoom: Infinity,
        balking: day.balking,
        priority: 0,
        ring: noTime,
        talk: exponential(day.meanHandleSeconds),
        hold: noTime,
        wrapUp: noTime,
        patience: exponential(day.meanPatienceSeconds),
        handlingByGroup: [],
        redial: { abandoned: nobodyRedials, blocked: nobodyRedials, balked: nobodyRedials },
        closing: 'serve',
      },
    ],
    linePools: [],
    groups: [
      {
        name: 'agents',
        speeds: [1],
        staff: {
          source: 'head-counts',
          steps: agents.map((count, i) => ({ from: intervalStarts[i], agents: count })),
          leaving,
        },
      },
    ],
    routing: {
      kind: 'longest-wait',
      queues: [[{ type: 0, tier: 0, base: 0, perSecond: 1 }]],
      groups: [[{ group: 0, afterSeconds: 0 }]],
      agentChoice: 'random',
    },
    shocks: [],
    promises: [
      {
        id: 'answered-within',
        measure: 'answered-within',
        variant: 'offered',
        answerWithin: day.answerWithinSeconds,
        shortAbandon: day.answerWithinSeconds,
        target: 0,
        sense: 'at-least',
        scope: 'day',
        work: [0],
        hours,
        dayShare: 0,
      },
    ],
    precision: { confidence: 0.95, minRuns: 2, maxRuns: 2 },
    shifts: null,
    labourRules: [],
    uncertainty: [],
    plugins: [],
  };
}
