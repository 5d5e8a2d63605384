/** Shares of days and of things that are promised with a confidence of their own. */
import { checkOnFreshDays } from '../../src/experiment/roster/check-on-fresh-days.ts';
import { checkConfidence } from '../../src/experiment/roster/day-aim.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { fillUniform } from '../../src/random/samplers.ts';
import { startStream, streamKey } from '../../src/random/stream.ts';
import type { Claims, Experiments } from './claims.ts';
import { misses, Pool } from './claims.ts';
import { day, promising } from './days.ts';

/** A roster that was built, checked on days that it has not seen; it holds on just too few of them. */
export async function tryFreshDays(claims: Claims, { count, runs }: Experiments): Promise<void> {
  const scenario = promising({ ...day, agents: [3, 4] }, [0.75, 0.3, 40]);
  const promised = 1 - checkConfidence(scenario);
  const pool = new Pool(claims);
  const lows: number[] = [];
  for (let experiment = 0; experiment < count; experiment++) {
    const { share } = await checkOnFreshDays(scenario, { checkRuns: runs, seed: `coverage-${experiment}`, threads: 1 });
    pool.add('roster: share of days held in a check', share, 'exact', promised);
    lows.push(share?.low ?? 0);
  }
  const truth = pool.mean('roster: share of days held in a check');
  // Shown to hold on a share just above the true one.
  for (const low of lows) claims.count('roster: shown to hold, one check', low > truth, 'at-most', promised / 2);
  pool.close();
}

/** Days of which one in so many is a false alarm, and reviews of which so many pass. */
export function tryProportions(claims: Claims, { count, runs }: Experiments): void {
  const luck = new Float64Array(runs);
  const stream = startStream(streamKey('coverage', 'proportions'), 0);
  for (let experiment = 0; experiment < count; experiment++) {
    fillUniform(stream, luck, 0, runs);
    const among = (share: number) => luck.filter((one) => one < share).length;
    const bound = proportionInterval(among(0.05), runs, 0.9, 'clopper-pearson').high;
    claims.count('drill: upper bound of false alarms', 0.05 > bound, 'at-most');
    // Wilson's interval errs now a little more, now a little less than it says (Brown, Cai and DasGupta 2001).
    claims.count('quality: share of reviews that pass', misses(proportionInterval(among(0.8), runs), 0.8));
  }
}
