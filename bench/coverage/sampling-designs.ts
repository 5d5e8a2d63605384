/** Sampling designs side by side, as `qa compare` judges them, on a small centre in which agents are coached. */
import { binomialPmf } from '../../src/math/binomial.ts';
import { normalCdf } from '../../src/math/normal.ts';
import { compareDesigns, samplingDesigns } from '../../src/qa/compare-designs.ts';
import { parse } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { teamColumns, teamOffset } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { type Claims, type Experiments, misses, Pool, wilsonError } from './claims.ts';

const runsEach = 20;
const agents = { mean: 79, between: 5, within: 8 };
const evaluators = { bias: 2, noise: 4 };
const text = `
clock: { days: 3, intervalMinutes: 60 }
work:
  inquiry:
    hours: "09:00-17:00"
    arrivals: { kind: constant-rate, perHour: 15 }
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: never }
    resolvedPerPointBelow: 0.02
    after: { unresolved: { becomes: { inquiry: { fraction: 0.5, afterHours: 1 } } } }
  evaluation: { channel: case, handleSeconds: 300, after: { handled: { becomes: { talk: { fraction: 0.5 } } } } }
  talk: { channel: case, handleSeconds: 600 }
quality:
  pass: 80
  agents: { mean: ${agents.mean}, between: ${agents.between}, within: ${agents.within} }
  samples: { recordings: { kind: simple, percent: 20, of: [inquiry], becomes: evaluation } }
  evaluators: { work: [evaluation], bias: ${evaluators.bias}, noise: ${evaluators.noise} }
  coaching: { talk: { closes: COACHING } }
people:
  groups:
    hotline: { skills: { inquiry: 1 }, staff: [{ from: "09:00", agents: 3 }, { from: "17:00", agents: 0 }] }
    evaluators: { skills: { evaluation: 1, talk: 1 }, staff: 2 }
promises: [{ measure: repeat-rate, atMost: 0.1, work: [inquiry] }]
`;

export async function tryDesigns(claims: Claims, { count }: Experiments): Promise<void> {
  const read = (closes: number) =>
    resolve(parse(text.replace('COACHING', `${closes}`), 'designs.yaml'), {
      name: 'designs',
      reader: { size: () => undefined, read: () => new Uint8Array() },
    });
  const coached = samplingDesigns(read(0.1), 'coverage').designs.slice(0, 2);
  const plain = samplingDesigns(read(0), 'coverage').designs.slice(0, 1);
  // Without talks a score is the sum of what agent, contact and evaluator add.
  const deviation = Math.hypot(agents.between, agents.within, evaluators.bias, evaluators.noise);
  const below = normalCdf((80 - agents.mean) / deviation);
  const pool = new Pool(claims);
  const weak = shareOfWeak(coached[0].scenario);
  for (let experiment = 0; experiment < count; experiment++) {
    const runs = { seed: `coverage-${experiment}`, runs: runsEach, threads: 1 };
    const [alone] = (await compareDesigns(plain, runs)).figures;
    claims.count('sampling designs: share of evaluations below the mark', misses(alone.belowMark, below));
    const [written, none] = (await compareDesigns(coached, runs)).figures;
    pool.add('sampling designs: time from the draw to the score', written.secondsToScore);
    pool.add('sampling designs: share of poor contacts found', written.poorFound);
    pool.add('sampling designs: share of weak agents found', written.weakFound, 'exact', (share) =>
      errorAmong(weak, share),
    );
    pool.add('sampling designs: share of good agents accused', written.goodAccused, 'exact', (share) =>
      errorAmong(1 - weak, share),
    );
    pool.add('sampling designs: quality', written.quality);
    pool.add('sampling designs: repeats', written.repeats);
    pool.add('sampling designs: difference of repeats', none.repeatsDifference, 'at-most');
  }
  pool.close();
}

/** The share of agents whose true quality lies below the mark. */
function shareOfWeak(scenario: Scenario): number {
  const center = compile(scenario, 'coverage');
  const counted = { weak: 0, good: 0 };
  for (let run = 0; run < 500; run++) {
    const { data, layout } = simulate(center, run);
    for (const column of ['weak', 'good'] as const)
      counted[column] += data[teamOffset(layout) + teamColumns.indexOf(column)];
  }
  return counted.weak / (counted.weak + counted.good);
}

/** How often Wilson's interval of a share errs where it is that of some of so few agents, one by one weak or not: by what the binomial distribution says. */
function errorAmong(some: number, share: number): number {
  const all = runsEach * 3;
  let error = binomialPmf(0, all, some);
  for (let count = 1; count <= all; count++) error += binomialPmf(count, all, some) * wilsonError(share, count);
  return error;
}
