/** An experiment that somebody stops because he likes what he sees, between the looks that were planned. */
import { Ledger } from '../../src/judge/ledger.ts';
import { fewestToldRuns, planLooks } from '../../src/judge/looks.ts';
import { SequentialJudge } from '../../src/judge/sequential-judge.ts';
import type { Judgement } from '../../src/judge/verdict.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses } from './claims.ts';
import { day, promising, totals } from './days.ts';

/** Each promise lies at its very edge; somebody watches who wants to hear what is wrong. */
const names = ['service level', 'abandonment', 'ASA'];
const wrong: readonly Judgement[] = ['held', 'held', 'broken'];

/** He may stop after any run that is told of, the one after which things look best to him: so nothing that is told at any moment may be wrong. */
export function tryStops(claims: Claims, { count, runs }: Experiments): void {
  const looks = planLooks({ confidence: 0.95, minRuns: 25, maxRuns: runs });
  const { abandonment, asa, level } = totals(day);
  const truths = [level, abandonment, asa];
  const scenario = promising(day, [level + 1e-9, abandonment - 1e-9, asa + 1e-9]);
  const center = compile(scenario, 'coverage');
  for (let experiment = 0; experiment < count; experiment++) {
    const ledger = new Ledger(scenario, center.plan.layout);
    const judge = new SequentialJudge(ledger, scenario, looks);
    const misled = names.map(() => false);
    const missed = names.map(() => false);
    for (let run = 0; run < runs; run++) {
      ledger.add(simulate(center, experiment * runs + run));
      const isLook = judge.look();
      if (ledger.runs < fewestToldRuns) continue;
      ledger.promises.forEach(({ kind, whole }, i) => {
        if (judge.taken?.judgements[i].whole === wrong[i]) misled[i] = true;
        if (!isLook && misses(whole.estimate(kind.unit, looks.anyTime), truths[i])) missed[i] = true;
      });
    }
    names.forEach((name, i) => {
      claims.count(`stopped at the best moment: verdict on ${name}`, misled[i], 'at-most');
      claims.count(`stopped at the worst moment, between looks: interval of ${name}`, missed[i], 'at-most');
    });
  }
}
