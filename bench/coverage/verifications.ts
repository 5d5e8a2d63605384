/** `verify` on simulated days that are right: how often it fails them all the same. */
import { DayCheck } from '../../src/experiment/verify/time-varying/simulate-day.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';
import { type PlainDay, plainDayScenario } from '../../src/scenario/plain-day.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import type { Claims, Experiments } from './claims.ts';
import { day } from './days.ts';

/** A quarter of an hour in which hardly anybody waits, one that is overloaded, one whose queue is left to it, and one in which hardly anybody calls. */
const starts = [0, 900, 1800, 2700, 3600];
const mixed: PlainDay = {
  ...day,
  intervalStarts: starts,
  agents: [6, 2, 4, 3],
  arrivalRate: stepCurve(starts, [0.01, 0.02, 0.015, 0.0008]),
};

/** As the command does it, and with errors that are seen more often. */
export function tryVerifications(claims: Claims, { count, runs }: Experiments): void {
  const { intervals } = exactDay({ ...mixed, leaving: 'pooled' });
  const expected = [
    intervals.map(({ answeredWithin }) => answeredWithin),
    intervals.map(({ abandoned }) => abandoned),
    intervals.map(({ answeredWaitSeconds }) => answeredWaitSeconds),
  ];
  const scenario = plainDayScenario(mixed, 'pooled');
  const center = compile(scenario, 'coverage');
  for (let experiment = 0; experiment < count; experiment++) {
    const [asSaid, often] = [new DayCheck(scenario, expected), new DayCheck(scenario, expected, 0.05)];
    for (let run = 0; run < runs; run++) {
      const record = simulate(center, experiment * runs + run);
      asSaid.add(record);
      often.add(record);
    }
    const fails = (check: DayCheck) => check.report().judgement === 'fail';
    claims.count('verify: a simulation that is right fails', fails(asSaid), 'at-most', 0.001);
    claims.count('verify: the same at one error in twenty', fails(often), 'at-most');
  }
}
