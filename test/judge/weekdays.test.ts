/** How likely a day of each weekday keeps a promise. */
import { describe, expect, it } from 'vitest';
import {
  answerWithin,
  atRate,
  clock,
  exponential,
  group,
  poisson,
  scenario,
  workType,
} from '../../bench/scenario-builder.ts';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { stepCurve } from '../../src/math/rate-curve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';

const hour = 3600;
/** Fourteen days of four hours; Mondays are too much for the staff, the other days are easy. */
const horizon = 14 * 4 * hour;
const fortnight = scenario({
  clock: clock(horizon, hour, 14),
  work: [
    workType('call', horizon, {
      arrivals: poisson(
        stepCurve(
          Array.from({ length: 15 }, (_, i) => i * 4 * hour),
          Array.from({ length: 14 }, (_, day) => (day % 7 === 0 ? 0.06 : 0.03)),
        ),
      ),
      ...{ talk: exponential(100), patience: exponential(60) },
    }),
  ],
  groups: [group('agents', 6)],
  promises: answerWithin(20),
});

function verdictOf(centre: Scenario, runs: number) {
  const compiled = compile(centre, 'weekdays');
  const ledger = new Ledger(centre, compiled.plan.layout);
  for (let run = 0; run < runs; run++) ledger.add(simulate(compiled, run));
  return { ledger, verdict: judge(ledger, centre, 0.999)[0] };
}

describe('judge, by weekday', () => {
  const { ledger, verdict } = verdictOf(fortnight, 60);

  it('splits the days held without losing one', () => {
    const { dayHolds, weekdayHolds } = ledger.promises[0];
    expect(weekdayHolds.reduce((sum, { held }) => sum + held, 0)).toBe(dayHolds.held);
    expect(weekdayHolds.reduce((sum, { judged }) => sum + judged, 0)).toBe(dayHolds.judged);
    expect(verdict.weekdays.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('tells the busy weekday from the others, which are alike', () => {
    const [monday, ...others] = verdict.weekdays.map(({ dayHolds }) => dayHolds);
    for (const other of others) {
      expect(monday.high).toBeLessThan(other.low);
      expect(other.low).toBeLessThanOrEqual(others[0].high);
      expect(others[0].low).toBeLessThanOrEqual(other.high);
    }
  });

  it('comes through a checkpoint unchanged, and is empty where all days are the same weekday', () => {
    const again = new Ledger(fortnight, compile(fortnight, 'weekdays').plan.layout);
    again.restore(JSON.parse(JSON.stringify(ledger.state())));
    expect(judge(again, fortnight, 0.999)[0].weekdays).toEqual(verdict.weekdays);
    const day = scenario({
      clock: clock(4 * hour, hour),
      work: [workType('call', 4 * hour, { arrivals: atRate(0.03, 4 * hour), talk: exponential(100) })],
      ...{ groups: [group('agents', 6)], promises: answerWithin(20) },
    });
    expect(verdictOf(day, 3).verdict.weekdays).toEqual([]);
  });
});
