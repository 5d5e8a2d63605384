/** What share of days a roster has to hold, and what the building aims at so that a check on fresh days will say so. */
import { normalQuantile } from '../../math/normal.ts';
import { proportionInterval } from '../../math/proportion-interval.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** Checks on fresh days that one building makes at most; each is so much surer that all together err as seldom as one may. */
export const mostChecks = 4;

/** Confidence of one check. */
export function checkConfidence({ precision }: Scenario): number {
  return 1 - (1 - precision.confidence) / mostChecks;
}

/** The greatest share of days that a promise of the day asks for; 0 when there is none. */
export function dayShareOf({ promises }: Scenario): number {
  return Math.max(0, ...promises.filter(({ scope }) => scope === 'day').map(({ dayShare }) => dayShare));
}

/**
 * The share of days to aim at: the least that a check can call held, and a standard error for its luck.
 * @param runs of a check
 */
export function dayAim(scenario: Scenario, runs: number): number {
  const share = dayShareOf(scenario);
  const days = runs * scenario.clock.days.length;
  const least = leastShare(share, days, checkConfidence(scenario));
  return Math.min(1 - 0.5 / days, Math.max(0.5, least + Math.sqrt((least * (1 - least)) / days)));
}

/** The least share of `days` held whose Wilson interval lies wholly at or above `share`. */
function leastShare(share: number, days: number, confidence: number): number {
  for (let held = Math.ceil(share * days); held < days; held++) {
    if (proportionInterval(held, days, confidence).low >= share) return held / days;
  }
  return 1;
}

/**
 * The factor on demand of a day that so many days do not exceed.
 *
 * Source: E. B. Wilson and M. M. Hilferty (1931), The distribution of chi-square, for the quantile of the gamma factor.
 * @param share of days, in (0, 1); a promise of scope `interval` is judged by its mean: the factor is 1
 */
export function busyFactor(scenario: Scenario, promise: number, share: number): number {
  const { scope, work } = scenario.promises[promise];
  if (scope === 'interval') return 1;
  const own = work.map((type) => {
    const { arrivals } = scenario.work[type];
    return arrivals.process === 'poisson' ? arrivals.busyness.cv ** 2 : 0;
  });
  const variance = scenario.busyness.cv ** 2 + own.reduce((sum, each) => sum + each, 0) / own.length;
  return Math.max(0.5, 1 - variance / 9 + (normalQuantile(share) * Math.sqrt(variance)) / 3) ** 3;
}
