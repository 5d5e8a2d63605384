/**
 * How long a centre that begins empty takes until what follows from earlier items comes as often as it ever will: until redials, repeat
 * contacts and tickets have all been made by a full past.
 */
import { durations } from '../../kinds/durations/index.ts';
import { solveLinear } from '../../math/linear-system.ts';
import type { Duration } from '../../scenario/scenario.ts';

/** Items of one type that make items of another. */
export interface Descent {
  /** Types by index. */
  from: number;
  to: number;
  /** Mean number of items made by each. */
  mean: number;
  /** Time until they come. */
  after: Duration;
}

/** Steps of time in which it is computed, and the share of the limit at which a flow counts as full. */
const steps = 400;
const full = 0.999;
/** Beyond this the loop counts as never full, seconds: a hundred years. */
const never = 3.2e9;

/**
 * The time by which the expected flow of every type is within 0.1 % of what it will ever be.
 *
 * The flow at time t is what comes by itself plus what the flows until t have made: a system of renewal equations, computed in steps small beside
 * the answer, with every delay rounded up.
 *
 * @param own rate of each type that comes by itself, per second
 * @param descents what makes what
 * @returns seconds, 0 where nothing follows from anything; Infinity when the flows never settle, an item making one or more like itself
 * @see T. E. Harris (1963), The Theory of Branching Processes, chapter VI, for the age-dependent process whose mean this is
 */
export function fillingTime(own: readonly number[], descents: readonly Descent[]): number {
  const active = descents.filter(({ mean }) => mean > 0);
  if (active.length === 0) return 0;
  const limit = limitOf(own, active);
  if (limit === null) return Number.POSITIVE_INFINITY;
  const longest = Math.max(...active.map(({ after }) => after.steps[0].mean), 1);
  for (let horizon = longest / 4; horizon < never; horizon *= 2) {
    const reached = firstFull(own, active, limit, horizon / steps);
    if (reached >= 0) return (reached * horizon) / steps;
  }
  return Number.POSITIVE_INFINITY;
}

/** The flows in the end; null when there is no end. */
function limitOf(own: readonly number[], descents: readonly Descent[]): number[] | null {
  const rows = own.map((_, to) => own.map((__, from) => (to === from ? 1 : 0)));
  for (const { from, to, mean } of descents) rows[to][from] -= mean;
  try {
    const limit = solveLinear(rows, own);
    return limit.every((rate) => rate >= -1e-12 && Number.isFinite(rate)) ? limit : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The first step at which all flows are full; −1 when it lies beyond the last. */
function firstFull(
  own: readonly number[],
  descents: readonly Descent[],
  limit: readonly number[],
  step: number,
): number {
  const shares = descents.map(({ after, mean }) => {
    const { kind, parameters } = after.steps[0];
    const { survival } = durations.get(kind);
    return Float64Array.from({ length: steps + 1 }, (_, lag) =>
      lag === 0
        ? 0
        : mean * ((lag === 1 ? 1 : survival(parameters, (lag - 1) * step)) - survival(parameters, lag * step)),
    );
  });
  const flows = own.map(() => new Float64Array(steps + 1));
  for (let now = 0; now <= steps; now++) {
    for (const [type, rate] of own.entries()) flows[type][now] = rate;
    for (const [i, { from, to }] of descents.entries()) {
      let made = 0;
      for (let lag = 1; lag <= now; lag++) made += flows[from][now - lag] * shares[i][lag];
      flows[to][now] += made;
    }
    if (limit.every((rate, type) => flows[type][now] >= full * rate)) return now;
  }
  return -1;
}
