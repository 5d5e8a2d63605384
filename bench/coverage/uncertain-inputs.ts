/** The expectation when the volume is only known to lie within 30 %. */
import { runUncertainInputs } from '../../src/experiment/uncertain-inputs.ts';
import { judge } from '../../src/judge/judge.ts';
import { Ledger } from '../../src/judge/ledger.ts';
import { nextUniform, startStream, streamKey } from '../../src/random/stream.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses } from './claims.ts';
import { day, promising, scaled, totals } from './days.ts';

export async function tryUncertainInputs(claims: Claims, { count }: Experiments): Promise<void> {
  const size = 0.3;
  const points = Array.from({ length: 41 }, (_, i) => 1 - size + (2 * size * (i + 0.5)) / 41);
  const levels = points.map((factor) => totals(scaled(factor)).level);
  const target = totals(scaled(1.1)).level;
  const expected = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  // The level falls with the volume, so it is kept up to a factor of 1.1.
  const kept = (1.1 - (1 - size)) / (2 * size);
  const scenario: Scenario = {
    ...promising(day, [target, 1, 1000]),
    uncertainty: [{ name: 'volume', affects: ['arrivals'], work: [0], spread: 'uniform', size }],
  };
  const withInputs = ([factor]: readonly number[]): Scenario => ({ ...promising(scaled(factor), [target, 1, 1000]) });
  const luck = startStream(streamKey('coverage', 'uncertain-inputs'), 0);
  for (let experiment = 0; experiment < count; experiment++) {
    const seed = `coverage-${experiment}`;
    const center = compile(scenario, seed);
    const ledger = new Ledger(scenario, center.plan.layout);
    for (let run = 0; run < 200; run++) ledger.add(simulate(center, run));
    const known = judge(ledger, scenario, 0.95).map(({ estimate }) => estimate);
    const found = await runUncertainInputs(scenario, withInputs, { seed, threads: 1, known });
    const level = found?.promises[0];
    claims.count('uncertain inputs: mean over the inputs', misses(level?.estimate, expected), 'at-most');
    // Of inputs that may come true nine in ten lie in the range.
    const range = level === undefined ? null : { low: level.low, high: level.high };
    const come = totals(scaled(1 + size * (2 * nextUniform(luck) - 1))).level;
    claims.count('uncertain inputs: the range of nine cases in ten', misses(range, come), 'exact', 0.1);
    claims.count('uncertain inputs: share of inputs under which it is kept', misses(level?.holds, kept), 'at-most');
  }
}
