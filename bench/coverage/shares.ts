/** Shares of days and of things that are promised with a confidence of their own. */

import { alarmBound } from '../../src/drill/tune.ts';
import { checkOnFreshDays } from '../../src/experiment/roster/check-on-fresh-days.ts';
import { checkConfidence, mostChecks } from '../../src/experiment/roster/day-aim.ts';
import { replanRoster } from '../../src/experiment/roster/replan-roster.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { withRoster } from '../../src/plan/roster/build/with-roster.ts';
import type { DayScope } from '../../src/plan/roster/replan/day-moves.ts';
import { fillUniform } from '../../src/random/samplers.ts';
import { startStream, streamKey } from '../../src/random/stream.ts';
import { plainPerson, type Roster } from '../../src/scenario/roster/roster.ts';
import { answerWithin, clock, exponential, fixed, group, scenario, workType } from '../scenario-builder.ts';
import { type Claims, type Experiments, misses, Pool, wilsonError } from './claims.ts';
import { day, promising } from './days.ts';

/** A roster that was built, checked on days that it has not seen; it holds on just too few of them. */
export async function tryFreshDays(claims: Claims, { count, runs }: Experiments): Promise<void> {
  const checked = promising({ ...day, agents: [3, 4] }, [0.75, 0.3, 40]);
  const promised = 1 - checkConfidence(checked);
  const pool = new Pool(claims);
  const lows: number[] = [];
  for (let experiment = 0; experiment < count; experiment++) {
    const { share } = await checkOnFreshDays(checked, { checkRuns: runs, seed: `coverage-${experiment}`, threads: 1 });
    pool.add('roster: share of days held in a check', share, 'exact', promised);
    lows.push(share?.low ?? 0);
  }
  const truth = pool.mean('roster: share of days held in a check');
  // Shown to hold on a share just above the true one.
  for (const low of lows) claims.count('roster: shown to hold, one check', low > truth, 'at-most', promised / 2);
  // A building makes so many checks at most, each on days of its own.
  for (let first = 0; first + mostChecks <= lows.length; first += mostChecks) {
    const isShown = lows.slice(first, first + mostChecks).some((low) => low > truth);
    claims.count('roster: shown to hold, any of four checks', isShown, 'at-most', promised * (mostChecks / 2));
  }
  pool.close();
}

const hour = 3600;
/** A caller waits so long for somebody to be there, and patience is exponential. */
const gapSeconds = 300;
const patienceSeconds = 600;

/**
 * A desk with a colleague missing. Two calls come at times that are known: one before anybody is there, whom no move helps, and one in the
 * lunch of the one who is left, which moves. So the days on which all are answered are exp(−1 ÷ 2) as planned and mended, exp(−1) without.
 */
export async function tryReplans(claims: Claims, { count, runs }: Experiments): Promise<void> {
  const horizon = 3 * hour;
  const at = (seconds: number) => ({ from: seconds, to: seconds + 0.001 });
  const spans = [at(900 - gapSeconds), at(1.25 * hour - gapSeconds)];
  const base = scenario({
    clock: clock(horizon, 900),
    work: [
      workType('call', horizon, {
        arrivals: { process: 'recorded', spans, counts: [1, 1] },
        talk: fixed(10),
        patience: exponential(patienceSeconds),
      }),
    ],
    groups: [group('front', 1)],
    promises: answerWithin(2 * gapSeconds).map((promise) => ({ ...promise, target: 1, dayShare: 0.5 })),
  });
  const person = (name: string) => ({ ...plainPerson(name), group: 'front' });
  const shift = { from: 900, to: horizon, only: [], pinned: false };
  const lunch = { activity: 'lunch' as const, from: hour, to: 1.25 * hour };
  const roster: Roster = {
    ...{ startDate: base.clock.startDate, timeZone: base.clock.timeZone, leave: [], unpaid: [] },
    people: ['Ann', 'Bob'].map(person),
    shifts: [
      { ...shift, person: 0, activities: [] },
      { ...shift, person: 1, activities: [lunch] },
    ],
  };
  const scope: DayScope = {
    ...{ from: 0, now: 0.5 * hour, until: horizon, stepSeconds: 900, mostMoveSeconds: hour, mostOvertimeSeconds: 0 },
    ...{ noticeSeconds: hour, overtimeFactor: 1, mayDrop: false, reserve: [], reserveSeconds: hour },
  };
  const kept = Math.exp(-gapSeconds / patienceSeconds);
  for (let experiment = 0; experiment < count; experiment++) {
    const options = { seed: `coverage-${experiment}`, runs, threads: 1 };
    const absences = [{ person: 0, from: scope.now }];
    const found = await replanRoster(roster, (one) => withRoster(base, one), absences, scope, options);
    const promised = { planned: kept, struck: kept ** 2, mended: kept };
    for (const [name, truth] of Object.entries(promised)) {
      const { together } = found[name as keyof typeof promised];
      claims.count(`replan: share of days held, ${name}`, misses(together, truth), 'exact', wilsonError(truth, runs));
    }
  }
}

/** Days of which one in so many is a false alarm, and reviews of which so many pass. */
export function tryProportions(claims: Claims, { count, runs }: Experiments): void {
  const luck = new Float64Array(runs);
  const stream = startStream(streamKey('coverage', 'proportions'), 0);
  for (let experiment = 0; experiment < count; experiment++) {
    fillUniform(stream, luck, 0, runs);
    const among = (share: number) => luck.filter((one) => one < share).length;
    claims.count('drill: upper bound of false alarms', 0.05 > alarmBound(among(0.05), runs, 0.95), 'at-most');
    // Three plans judged on the same days, all with a few false alarms more than allowed.
    const bounds = [0.0501, 0.051, 0.052].map((share) => alarmBound(among(share), runs, 1 - 0.05 / 3));
    claims.count(
      'drill: a plan that is said to keep the limit',
      bounds.some((bound) => bound <= 0.05),
      'at-most',
    );
    const share = 0.8;
    const error = wilsonError(share, runs);
    claims.count(
      'share of days or reviews, exactly',
      misses(proportionInterval(among(share), runs), share),
      'exact',
      error,
    );
  }
}
