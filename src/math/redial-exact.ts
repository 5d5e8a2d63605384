/**
 * Erlang A whose abandoning callers redial after an exponential delay, solved exactly as a chain of (calls in the
 * system, callers between two attempts). Beside `erlangX` it shows what a short delay adds: redials come while the
 * queue that made them is still long.
 */
import type { ErlangAOptions } from './erlang-a.ts';
import { erlangX } from './erlang-x.ts';
import { requireFinite, requireWhole } from './requirements.ts';

/**
 * An Erlang A queue whose callers redial; `arrivalRate` counts first calls and is above 0, `agents` is a whole number
 * of at least 1.
 */
export interface RedialOptions extends Omit<ErlangAOptions, 'answerWithinSeconds' | 'shortAbandonSeconds'> {
  /** Share of callers who call again after hanging up, 0 to 1. */
  readonly redialAfterAbandonment: number;
  /** Mean of the exponential time between hanging up and calling again, in seconds, above 0. */
  readonly meanRedialSeconds: number;
}

/** Steady-state measures of a queue with redials; per attempt unless they say fresh. */
export interface RedialMeasures {
  /** Attempts per second, first calls and redials. */
  readonly attemptRate: number;
  /** Mean number of callers between two attempts. */
  readonly meanOrbit: number;
  readonly meanQueue: number;
  readonly abandonment: number;
  readonly waitProbability: number;
  /** Chance that a first call finds no free agent. */
  readonly waitProbabilityFresh: number;
  readonly meanWaitAll: number;
  readonly occupancy: number;
}

/** A state on the edge of the chain that is likelier than this calls for a larger chain. */
const edgeProbability = 1e-13;
/** Multiplications that a chain may cost: some seconds. */
const mostWork = 5e9;

/**
 * The exact steady state of Erlang A with redials after a finite delay.
 *
 * @param options the queue fed with first calls, the share who redial and how soon
 * @returns the measures, to about 1e-11 relative
 * @throws RangeError naming the argument out of its range; `agents` or `meanRedialSeconds` when the chain would be too
 * large to solve in a few seconds (hundreds of agents, or hundreds of callers between attempts: `erlangX` is close
 * there), or when first calls exceed what agents and patience can clear
 * Source: two-dimensional Markov chain; block elimination in the number of calls, Latouche and Ramaswami (1999),
 * "Introduction to Matrix Analytic Methods in Stochastic Modeling".
 * @example
 * ```ts
 * const desk = { arrivalRate: 120 / 3600, meanHandleSeconds: 300, meanPatienceSeconds: 120, agents: 10 };
 * redialExact({ ...desk, redialAfterAbandonment: 0.3, meanRedialSeconds: 600 }).abandonment; // => 0.1801216839
 * ```
 */
export function redialExact(options: RedialOptions): RedialMeasures {
  const { arrivalRate, meanHandleSeconds, meanPatienceSeconds, agents, redialAfterAbandonment, meanRedialSeconds } =
    options;
  requireFinite('arrivalRate', arrivalRate, 0, { aboveMinimum: true });
  requireFinite('meanHandleSeconds', meanHandleSeconds, 0, { aboveMinimum: true });
  requireFinite('meanPatienceSeconds', meanPatienceSeconds, 0, { aboveMinimum: true });
  requireWhole('agents', agents, 1);
  requireFinite('redialAfterAbandonment', redialAfterAbandonment, 0, { maximum: 1 });
  requireFinite('meanRedialSeconds', meanRedialSeconds, 0, { aboveMinimum: true });
  // The fixed point says how large the chain must be about.
  const guess = erlangX({ ...options, answerWithinSeconds: 0 });
  if (guess.perAttempt === null) {
    throw new RangeError(
      `arrivalRate must be below what the agents can answer when everybody redials, got ${arrivalRate}`,
    );
  }
  const busy = guess.attemptRate * meanHandleSeconds * (1 - guess.perAttempt.abandonment);
  const calls = busy + guess.perAttempt.meanQueue;
  const orbit = guess.repeatRate * meanRedialSeconds;
  let mostCalls = Math.ceil(calls + 8 * Math.sqrt(calls + 1) + 16);
  let mostOrbit = Math.ceil(orbit + 8 * Math.sqrt(orbit + 1) + 8);
  for (;;) {
    if (mostCalls * mostOrbit ** 3 > mostWork) {
      throw new RangeError(
        `meanRedialSeconds and agents must keep the chain small, got ${meanRedialSeconds} and ${agents}`,
      );
    }
    const chain = solveChain(options, mostCalls, mostOrbit);
    if (chain.callsEdge <= edgeProbability && chain.orbitEdge <= edgeProbability) return chain.measures;
    if (chain.callsEdge > edgeProbability) mostCalls = Math.ceil(1.3 * mostCalls);
    if (chain.orbitEdge > edgeProbability) mostOrbit = Math.ceil(1.3 * mostOrbit);
  }
}

/**
 * The chain cut off at `mostCalls` in the system and `mostOrbit` between attempts, with the probability of either edge.
 */
function solveChain(
  options: RedialOptions,
  mostCalls: number,
  mostOrbit: number,
): { measures: RedialMeasures; callsEdge: number; orbitEdge: number } {
  const { arrivalRate, agents, redialAfterAbandonment } = options;
  const answerRate = 1 / options.meanHandleSeconds;
  const hangUpRate = 1 / options.meanPatienceSeconds;
  const redialRate = 1 / options.meanRedialSeconds;
  const width = mostOrbit + 1;
  // From i calls with j in orbit: up at λ (j stays) and j ν (j − 1); down at `finish` (j stays) and `leave` (j + 1).
  const finish = (i: number): number =>
    Math.min(i, agents) * answerRate + Math.max(0, i - agents) * hangUpRate * (1 - redialAfterAbandonment);
  const leave = (i: number): number => Math.max(0, i - agents) * hangUpRate * redialAfterAbandonment;

  // Matrices are kept by columns: the entry from j to k stands at k × width + j.
  // x(i + 1) = x(i) R(i + 1), R(i) = U (D(i) − R(i + 1) L(i + 1))⁻¹, from the top down. U raises, L lowers, D is what
  // leaves a state.
  const ratios: Float64Array[] = [];
  let above: Float64Array = new Float64Array(0);
  for (let i = mostCalls; i >= 0; i--) {
    const matrix = new Float64Array(width * width);
    for (let j = 0; j < width; j++) {
      const rise = i < mostCalls ? arrivalRate + j * redialRate : 0;
      matrix[j * width + j] = rise + finish(i) + leave(i);
    }
    if (i < mostCalls) {
      const down = finish(i + 1);
      const out = leave(i + 1);
      for (let j = 0; j < width; j++) {
        // Whoever would join a full orbit gives up instead: part of the error that the edge's probability bounds.
        const stay = j === mostOrbit ? down + out : down;
        for (let from = 0; from < width; from++) {
          const joining = j > 0 ? above[(j - 1) * width + from] * out : 0;
          matrix[j * width + from] -= above[j * width + from] * stay + joining;
        }
      }
    }
    if (i === 0) {
      above = matrix;
      break;
    }
    const raise = new Float64Array(width * width);
    for (let j = 0; j < width; j++) {
      raise[j * width + j] = arrivalRate;
      if (j > 0) raise[(j - 1) * width + j] = j * redialRate;
    }
    above = divide(raise, matrix, width);
    ratios[i] = above;
  }

  let level: Float64Array = leftNullVector(above, width);
  let total = 0;
  let orbit = 0;
  let queue = 0;
  let busy = 0;
  let full = 0;
  let fullOrbit = 0;
  let orbitEdge = 0;
  let callsEdge = 0;
  for (let i = 0; i <= mostCalls; i++) {
    if (i > 0) level = multiply(level, ratios[i], width);
    callsEdge = 0;
    for (let j = 0; j < width; j++) {
      const p = level[j];
      total += p;
      orbit += p * j;
      queue += p * Math.max(0, i - agents);
      busy += p * Math.min(i, agents);
      if (i >= agents) {
        full += p;
        fullOrbit += p * j;
      }
      callsEdge += p;
    }
    orbitEdge += level[mostOrbit];
  }
  const attemptRate = arrivalRate + (redialRate * orbit) / total;
  return {
    measures: {
      attemptRate,
      meanOrbit: orbit / total,
      meanQueue: queue / total,
      abandonment: (hangUpRate * queue) / total / attemptRate,
      waitProbability: (arrivalRate * full + redialRate * fullOrbit) / total / attemptRate,
      waitProbabilityFresh: full / total,
      meanWaitAll: queue / total / attemptRate,
      occupancy: busy / total / agents,
    },
    callsEdge: callsEdge / total,
    orbitEdge: orbitEdge / total,
  };
}

/** A B⁻¹ for an M-matrix B, by elimination without pivoting; both are overwritten. */
function divide(a: Float64Array, b: Float64Array, width: number): Float64Array {
  for (let k = 0; k < width; k++) {
    for (let j = k + 1; j < width; j++) {
      const factor = b[j * width + k] / b[k * width + k];
      if (factor === 0) continue;
      for (let row = k + 1; row < width; row++) b[j * width + row] -= factor * b[k * width + row];
      for (let row = 0; row < width; row++) a[j * width + row] -= factor * a[k * width + row];
    }
  }
  for (let k = width - 1; k >= 0; k--) {
    const pivot = b[k * width + k];
    for (let row = 0; row < width; row++) a[k * width + row] /= pivot;
    for (let j = 0; j < k; j++) {
      const factor = b[j * width + k];
      if (factor === 0) continue;
      for (let row = 0; row < width; row++) a[j * width + row] -= factor * a[k * width + row];
    }
  }
  return a;
}

function multiply(vector: Float64Array, matrix: Float64Array, width: number): Float64Array {
  const product = new Float64Array(width);
  for (let j = 0; j < width; j++) {
    let sum = 0;
    for (let row = 0; row < width; row++) sum += vector[row] * matrix[j * width + row];
    product[j] = sum;
  }
  return product;
}

/**
 * The x > 0 with x B = 0 for a singular M-matrix B, by elimination from the last state (Grassmann, Taksar and Heyman
 * 1985).
 */
function leftNullVector(b: Float64Array, width: number): Float64Array {
  for (let k = width - 1; k > 0; k--) {
    let leaving = 0;
    for (let j = 0; j < k; j++) leaving -= b[j * width + k];
    for (let row = 0; row < k; row++) {
      const factor = -b[k * width + row] / leaving;
      b[k * width + row] = factor;
      for (let j = 0; j < k; j++) if (j !== row) b[j * width + row] += factor * b[j * width + k];
    }
  }
  const x = new Float64Array(width);
  x[0] = 1;
  for (let k = 1; k < width; k++) for (let row = 0; row < k; row++) x[k] += x[row] * b[k * width + row];
  return x;
}
