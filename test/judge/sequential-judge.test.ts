import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { planLooks } from '../../src/judge/looks.ts';
import { SequentialJudge } from '../../src/judge/sequential-judge.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { smallScenario } from '../experiment/small-day.ts';

const looks = planLooks({ confidence: 0.95, minRuns: 20, maxRuns: 80 });
/** One promise that is kept beyond doubt, and one of intervals. */
const scenario = smallScenario([{ target: 0.3 }, { target: 0.8, scope: 'interval' }]);
const center = compile(scenario, 'sequential');

/** A ledger and its judge after so many runs, looked at on the way. */
function ledgerAfter(runs: number) {
  const ledger = new Ledger(scenario, center.plan.layout);
  const sequential = new SequentialJudge(ledger, scenario, looks);
  for (let run = 0; run < runs; run++) {
    ledger.add(simulate(center, run));
    sequential.look();
  }
  return { ledger, sequential };
}

describe('SequentialJudge', () => {
  it('tells at a look what the judge says at its confidence', () => {
    const { ledger, sequential } = ledgerAfter(40);
    expect(sequential.told()).toEqual(judge(ledger, scenario, looks.confidence));
    expect(sequential.taken?.runs).toBe(40);
  });

  it('decides nothing before the first look, whatever is seen', () => {
    const { ledger, sequential } = ledgerAfter(19);
    expect(judge(ledger, scenario, looks.anyTime)[0].judgement).toBe('held');
    const told = sequential.told();
    for (const { furtherRuns, intervals, judgement, variants } of told) {
      expect(judgement).toBe('undecided');
      expect(furtherRuns).toBeGreaterThanOrEqual(1);
      for (const one of [...intervals, ...variants]) expect(['undecided', 'nothing-to-judge']).toContain(one.judgement);
    }
    expect([sequential.taken, sequential.undecided]).toEqual([null, null]);
  });

  it('keeps between looks what the last one said, with the figures of all runs and wider intervals', () => {
    const at = ledgerAfter(40);
    const later = ledgerAfter(55);
    const told = later.sequential.told();
    expect(told.map(({ judgement }) => judgement)).toEqual(at.sequential.told().map(({ judgement }) => judgement));
    told.forEach(({ estimate, intervals, variants }, i) => {
      expect(estimate).toEqual(judge(later.ledger, scenario, looks.anyTime)[i].estimate);
      const taken = at.sequential.taken?.judgements[i];
      expect(intervals.map(({ judgement }) => judgement)).toEqual(taken?.intervals);
      expect(variants.map(({ judgement, flips }) => ({ judgement, flips }))).toEqual(taken?.variants);
    });
    expect(looks.anyTime).toBeGreaterThan(looks.confidence);
  });

  it('goes on where another was kept, to the same', () => {
    const { ledger, sequential } = ledgerAfter(55);
    const resumed = new SequentialJudge(ledger, scenario, looks);
    resumed.restore(JSON.parse(JSON.stringify(sequential.taken)));
    expect(resumed.told()).toEqual(sequential.told());
  });
});
