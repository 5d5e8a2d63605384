/** Chances that the formulas give: agents who keep their target though the forecast is wrong (`erlang`, `staff`), and points of a lesson. */
import { steadyScenario } from '../../src/experiment/lesson/steady-scenario.ts';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { dayConfidence, planConfidence } from '../../src/math/staffing-range.ts';
import { nextNormal } from '../../src/random/samplers.ts';
import { type Stream, startStream, streamKey } from '../../src/random/stream.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses } from './claims.ts';

const answerWithinSeconds = 20;
const target = { measure: 'serviceLevel', variant: 'offered', answerWithinSeconds, atLeast: 0.8 } as const;
const desk = { meanHandleSeconds: 200, meanPatienceSeconds: 90, targets: [target] };
const errors = { volume: 0.08, handleTime: 0.05 };
/** Intervals of a day, about as tight. */
const plan = [
  { arrivalRate: 0.0311, agents: 8 },
  { arrivalRate: 0.05, agents: 12 },
  { arrivalRate: 0.0216, agents: 6 },
];

export function tryForecasts(claims: Claims, { count }: Experiments): void {
  const luck = startStream(streamKey('coverage', 'forecasts'), 0);
  const one = planConfidence({ ...desk, arrivalRate: plan[1].arrivalRate }, plan[1].agents, errors);
  const whole = dayConfidence(
    plan.map(({ agents, arrivalRate }) => ({ agents, options: { ...desk, arrivalRate } })),
    errors,
  );
  for (let experiment = 0; experiment < count; experiment++) {
    const [volume, handleTime] = [logNormal(luck, errors.volume), logNormal(luck, errors.handleTime)];
    const keeps = plan.map(({ agents, arrivalRate }) => {
      const { meanHandleSeconds, meanPatienceSeconds } = desk;
      const came = { arrivalRate: arrivalRate * volume, meanHandleSeconds: meanHandleSeconds * handleTime };
      return erlangA({ ...came, meanPatienceSeconds, agents, answerWithinSeconds }).serviceLevel.offered >= 0.8;
    });
    claims.count('erlang: agents keep their target under errors of the forecast', !keeps[1], 'exact', 1 - one);
    claims.count('staff: all intervals of a day keep it', !keeps.every(Boolean), 'exact', 1 - whole);
  }
}

/** A factor of mean 1. */
function logNormal(luck: Stream, cv: number): number {
  const variance = Math.log1p(cv ** 2);
  return Math.exp(Math.sqrt(variance) * nextNormal(luck) - variance / 2);
}

/** The simulated point that a lesson shows beside the formula. */
export function tryLessons(claims: Claims, { count }: Experiments): void {
  const queue = { arrivalRate: 0.05, meanHandleSeconds: 120, meanPatienceSeconds: 90, agents: 7, answerWithinSeconds };
  const truth = erlangA(queue);
  const scenario = steadyScenario(
    { ...queue, target: 0.8, variant: 'offered', ringSeconds: 0, shortAbandonSeconds: 5 },
    400,
  );
  const center = compile(scenario, 'coverage');
  const runs = 40;
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    for (let run = 0; run < runs; run++) ledger.add(simulate(center, experiment * runs + run));
    const [level, abandonment] = judge(ledger, scenario, 0.95);
    claims.count('lesson: service level of a point', misses(level.estimate, truth.serviceLevel.offered));
    claims.count('lesson: abandonment of a point', misses(abandonment.estimate, truth.abandonment));
  }
}
