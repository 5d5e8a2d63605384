/** An experiment that somebody stops because he likes what he sees, between the looks that were planned. */
import { ComparisonLedger } from '../../src/judge/comparison.ts';
import { anyTimeConfidence, fewestToldRuns, planLooks } from '../../src/judge/looks.ts';
import { comparisonConfidence } from '../../src/judge/selection.ts';
import { SequentialJudge } from '../../src/judge/sequential-judge.ts';
import type { Estimate, Judgement } from '../../src/judge/verdict.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses, Pool } from './claims.ts';
import { day, promising, totals } from './days.ts';

/** Each promise lies at its very edge; somebody watches who wants to hear what is wrong. */
const names = ['service level', 'abandonment', 'ASA'];
const wrong: readonly Judgement[] = ['held', 'held', 'broken'];

/** He may stop after any run that is told of, the one after which things look best to him: so nothing that is told at any moment may be wrong. */
export function tryStops(claims: Claims, { count, runs }: Experiments): void {
  const looks = planLooks({ confidence: 0.95, minRuns: 25, maxRuns: runs });
  const days = [day, { ...day, agents: [3, 3] }];
  const [truths, others] = days.map(totals).map(({ abandonment, asa, level }) => [level, abandonment, asa]);
  const edge = 1e-9;
  const scenarios = days.map((one) => promising(one, [truths[0] + edge, truths[1] - edge, truths[2] + edge]));
  const centers = scenarios.map((scenario) => compile(scenario, 'coverage'));
  const layouts = centers.map(({ plan }) => plan.layout);
  const plans = scenarios.map((scenario) => ({ scenario, promises: [0, 1, 2] }));
  const ofPair = anyTimeConfidence(comparisonConfidence(0.95, plans.length, 1), fewestToldRuns, runs);
  const pool = new Pool(claims);
  for (let experiment = 0; experiment < count; experiment++) {
    const comparison = new ComparisonLedger(plans, layouts, 0, { fraction: 0, seconds: 0, count: 0 });
    const [ledger] = comparison.ledgers;
    const judge = new SequentialJudge(ledger, scenarios[0], looks);
    const misled = names.map(() => false);
    const told = new Told();
    for (let run = 0; run < runs; run++) {
      comparison.add(centers.map((center) => simulate(center, experiment * runs + run)));
      const isLook = judge.look();
      if (ledger.runs < fewestToldRuns) continue;
      names.forEach((_, i) => {
        if (judge.taken?.judgements[i].whole === wrong[i]) misled[i] = true;
      });
      if (isLook) continue;
      ledger.promises.forEach(({ kind, whole }, i) => {
        told.add(names[i], whole.estimate(kind.unit, looks.anyTime));
      });
      told.add('mean of daily service levels', ledger.promises[0].dayRatios.estimate('fraction', looks.anyTime));
      told.add('share of days held', ledger.promises[0].dayHolds.estimate(looks.anyTime));
      told.add('share of days on which all hold', ledger.allHold.estimate(looks.anyTime));
      const differences = comparison.differences(looks.anyTime)[1];
      [...names, 'share of days on which all hold'].forEach((name, i) => {
        told.add(`difference of ${name}`, differences[i].estimate);
      });
      const { best, overOthers } = comparison.selection(ofPair);
      told.add('distance of a plan to the best of the others', { value: best, ...overOthers[1] });
    }
    names.forEach((name, i) => {
      claims.count(`stopped at the best moment: verdict on ${name}`, misled[i], 'at-most');
    });
    const exact = new Map([
      ...names.map((name, i) => [name, truths[i]] as const),
      ...names.map((name, i) => [`difference of ${name}`, others[i] - truths[i]] as const),
      ['distance of a plan to the best of the others', others[0] - truths[0]] as const,
    ]);
    for (const [name, all] of told.all) {
      const claim = `stopped at the worst moment, between looks: interval of ${name}`;
      const truth = exact.get(name);
      if (truth === undefined) pool.add(claim, all, 'at-most');
      else claims.count(claim, misses(all, truth), 'at-most');
    }
  }
  pool.close();
}

/** What all intervals that were told of a figure have in common, and its last value: a truth outside was missed by one of them. */
class Told {
  readonly all = new Map<string, Omit<Estimate, 'confidence'>>();

  add(name: string, estimate: Omit<Estimate, 'confidence'> | null): void {
    if (estimate === null) return;
    const { low, high } = this.all.get(name) ?? { low: -Infinity, high: Infinity };
    this.all.set(name, {
      value: estimate.value,
      low: Math.max(low, estimate.low),
      high: Math.min(high, estimate.high),
    });
  }
}
