/**
 * Callers who find every agent busy, hear no queue, and call again until they get through (the classical retrial queue
 * M/M/c/c). It shows how far one is wrong who plans on blocked attempts without knowing that they are the same people.
 */
import { inverseErlangB } from './erlang-b.ts';
import { requireFinite, requireWhole } from './requirements.ts';

/** A group without a queue, and callers who keep trying. */
export interface RetrialOptions {
  /** First attempts per second, at least 0. */
  readonly arrivalRate: number;
  /** Mean handle time in seconds, above 0. */
  readonly meanHandleSeconds: number;
  /** Agents, a whole number of at least 1. */
  readonly agents: number;
  /** Mean of the exponential time until a blocked caller tries again, in seconds, above 0. */
  readonly meanRetrySeconds: number;
}

/** Steady-state measures of a retrial queue. */
export interface RetrialMeasures {
  readonly offeredLoad: number;
  /** Whether the agents can keep up; if not, more and more callers keep trying. */
  readonly stable: boolean;
  /** Blocked first attempts ÷ first attempts. */
  readonly firstAttemptBlocking: number;
  /** Blocked attempts ÷ attempts, repeated ones included. */
  readonly anyAttemptBlocking: number;
  /** Mean number of callers between two attempts. */
  readonly meanOrbit: number;
  readonly meanBusy: number;
  readonly occupancy: number;
  /** Mean number of repeated attempts of a caller. */
  readonly meanRetries: number;
  /** Mean time from the first attempt until an agent answers; 0 for those answered at once. */
  readonly meanDelay: number;
}

type Shares = Omit<RetrialMeasures, 'offeredLoad' | 'stable'>;
const nothing: Shares = {
  firstAttemptBlocking: 0,
  anyAttemptBlocking: 0,
  meanOrbit: 0,
  meanBusy: 0,
  occupancy: 0,
  meanRetries: 0,
  meanDelay: 0,
};
const endless: Omit<Shares, 'meanBusy'> = {
  firstAttemptBlocking: 1,
  anyAttemptBlocking: 1,
  meanOrbit: Infinity,
  occupancy: 1,
  meanRetries: Infinity,
  meanDelay: Infinity,
};

/** States beyond which the chain is too long to add up in a few seconds. */
const mostStates = 3e7;

/**
 * Steady-state measures of the classical retrial queue.
 *
 * @param options demand, agents and the mean time between attempts
 * @returns the measures; when the agents cannot keep up (`agents` ≤ offered load) `stable` is false, orbit, retries and
 * delay are Infinity and everybody is blocked. Blocking below 1e-290 is 0
 * @throws RangeError naming the argument out of its range, or when too many callers would be trying again to add them
 * up in a few seconds
 * Source: Falin and Templeton (1997), "Retrial Queues", chapter 2; solved level by level from far above the mean orbit,
 * with sums of positive terms only.
 * @example
 * ```ts
 * retrial({ arrivalRate: 0.5 / 300, meanHandleSeconds: 300, agents: 1, meanRetrySeconds: 60 }).meanOrbit; // => 0.6
 * retrial({ arrivalRate: 4 / 300, meanHandleSeconds: 300, agents: 5, meanRetrySeconds: 60 }).firstAttemptBlocking; // => 0.5034763289
 * ```
 */
export function retrial(options: RetrialOptions): RetrialMeasures {
  const { arrivalRate, meanHandleSeconds, agents, meanRetrySeconds } = options;
  requireFinite('arrivalRate', arrivalRate, 0);
  requireFinite('meanHandleSeconds', meanHandleSeconds, 0, { aboveMinimum: true });
  requireWhole('agents', agents, 1);
  requireFinite('meanRetrySeconds', meanRetrySeconds, 0, { aboveMinimum: true });
  const offeredLoad = arrivalRate * meanHandleSeconds;
  if (offeredLoad === 0) return { ...nothing, offeredLoad, stable: true };
  if (offeredLoad >= agents) return { ...endless, offeredLoad, stable: false, meanBusy: agents };
  // Nobody is ever blocked, as far as a double can tell.
  if (inverseErlangB(offeredLoad, agents) > 1e290) {
    return { ...nothing, offeredLoad, stable: true, meanBusy: offeredLoad, occupancy: offeredLoad / agents };
  }
  let chain = solve(offeredLoad, agents, meanHandleSeconds / meanRetrySeconds, 256);
  for (let top = 512; !chain.longEnough; top *= 2) {
    if (top * agents > mostStates) {
      throw new RangeError(`meanRetrySeconds must keep fewer than ${top} callers trying, got ${meanRetrySeconds}`);
    }
    chain = solve(offeredLoad, agents, meanHandleSeconds / meanRetrySeconds, top);
  }
  const { blocked, orbit, blockedOrbit, busy } = chain;
  const retryRate = orbit / meanRetrySeconds;
  return {
    offeredLoad,
    stable: true,
    firstAttemptBlocking: blocked,
    anyAttemptBlocking: (arrivalRate * blocked + blockedOrbit / meanRetrySeconds) / (arrivalRate + retryRate),
    meanOrbit: orbit,
    meanBusy: busy,
    occupancy: busy / agents,
    meanRetries: retryRate / arrivalRate,
    meanDelay: orbit / arrivalRate,
  };
}

interface OrbitSums {
  /** P(all agents busy). */
  readonly blocked: number;
  /** Mean orbit, and the part of it while all agents are busy. */
  readonly orbit: number;
  readonly blockedOrbit: number;
  readonly busy: number;
  /** Whether the levels left out weigh nothing. */
  readonly longEnough: boolean;
}

/**
 * The chain with at most `top` callers in orbit, time in handle times. Orbit grows only while all agents are busy, so
 * the weights of level j + 1 are the weight of (all busy, j) times a vector that the levels above fix.
 */
function solve(load: number, agents: number, retryRate: number, top: number): OrbitSums {
  // Per level: the weight of "all busy" and of all other states relative to "all busy" of the level below, and their
  // mean busy agents.
  const allBusy = new Float64Array(top + 1);
  const others = new Float64Array(top + 1);
  const busyOthers = new Float64Array(top + 1);
  let above = new Float64Array(agents);
  let level = new Float64Array(agents);
  const factor = new Float64Array(agents);
  for (let j = top; j >= 0; j--) {
    // Balance of the states with i < agents busy, in units of the weight of "all busy": a tridiagonal system,
    // eliminated upwards in i.
    const leave = j * retryRate;
    const comeBack = (j + 1) * retryRate;
    let goneForGood = leave;
    for (let i = 0; i < agents; i++) {
      const inflow = (i > 0 ? above[i - 1] * comeBack : 0) + (i === agents - 1 ? agents : 0);
      // Who goes down from i comes back up or leaves the level: eliminated without subtraction (Grassmann, Taksar and
      // Heyman 1985).
      if (i > 0) goneForGood = leave + (i * goneForGood) / factor[i - 1];
      factor[i] = load + goneForGood;
      level[i] = inflow + (i > 0 ? (level[i - 1] * load) / factor[i - 1] : 0);
    }
    let sum = 0;
    let busy = 0;
    for (let i = agents - 1; i >= 0; i--) {
      level[i] = (level[i] + (i < agents - 1 ? level[i + 1] * (i + 1) : 0)) / factor[i];
      sum += level[i];
      busy += i * level[i];
    }
    // What rises from level j − 1 to j comes back: λ P(all busy, j − 1) = j ν P(somebody free, j).
    const scale = j === 0 ? 1 : load / (leave * sum);
    allBusy[j] = scale;
    others[j] = scale * sum;
    busyOthers[j] = scale * busy;
    for (let i = 0; i < agents; i++) level[i] *= scale;
    [above, level] = [level, above];
  }
  let weight = 1;
  let total = 0;
  let blocked = 0;
  let orbit = 0;
  let blockedOrbit = 0;
  let busy = 0;
  let last = 0;
  for (let j = 0; j <= top; j++) {
    const here = weight * allBusy[j];
    last = here + weight * others[j];
    total += last;
    blocked += here;
    orbit += j * last;
    blockedOrbit += j * here;
    busy += agents * here + weight * busyOthers[j];
    weight = here;
    if (total > 1e200) {
      const shrink = 1e-200;
      total *= shrink;
      blocked *= shrink;
      orbit *= shrink;
      blockedOrbit *= shrink;
      busy *= shrink;
      weight *= shrink;
      last *= shrink;
    }
  }
  return {
    blocked: blocked / total,
    orbit: orbit / total,
    blockedOrbit: blockedOrbit / total,
    busy: busy / total,
    longEnough: last * top * top <= 1e-17 * (total + orbit),
  };
}
