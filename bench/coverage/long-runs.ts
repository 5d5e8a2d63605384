/** The steady state of one queue from one long run each. */
import { longRun } from '../../src/experiment/long-run.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { type Claims, type Experiments, misses } from './claims.ts';
import { day } from './days.ts';

export function tryLongRuns(claims: Claims, { count }: Experiments): void {
  const { meanHandleSeconds, meanPatienceSeconds, answerWithinSeconds } = day;
  const queue = { arrivalRate: 0.05, meanHandleSeconds, meanPatienceSeconds, agents: 7, answerWithinSeconds };
  const truth = erlangA(queue);
  for (let experiment = 0; experiment < count; experiment++) {
    const { serviceLevel, abandonment, asa } = longRun(queue, 'coverage', 20_000, experiment);
    claims.count('long run: service level', misses(serviceLevel, truth.serviceLevel.offered));
    claims.count('long run: abandonment', misses(abandonment, truth.abandonment));
    claims.count('long run: ASA', misses(asa, truth.asa));
  }
}
