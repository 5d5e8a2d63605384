/** Sampling designs side by side, as `qa compare` judges them, on a small centre in which agents are coached. */
import { normalCdf } from '../../src/math/normal.ts';
import { compareDesigns, samplingDesigns } from '../../src/qa/compare-designs.ts';
import { parse } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { type Claims, type Experiments, misses, Pool } from './claims.ts';

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
  for (let experiment = 0; experiment < count; experiment++) {
    const runs = { seed: `coverage-${experiment}`, runs: 20, threads: 1 };
    const [alone] = (await compareDesigns(plain, runs)).figures;
    claims.count('sampling designs: share of evaluations below the mark', misses(alone.belowMark, below));
    const [written, none] = (await compareDesigns(coached, runs)).figures;
    pool.add('sampling designs: time from the draw to the score', written.secondsToScore);
    pool.add('sampling designs: share of poor contacts found', written.poorFound);
    // One or two of three agents: such a share has few values, and an interval that is cut at 0 and 1 lies beyond them.
    pool.add('sampling designs: share of weak agents found', written.weakFound, 'at-most');
    pool.add('sampling designs: share of good agents accused', written.goodAccused, 'at-most');
    pool.add('sampling designs: quality', written.quality);
    pool.add('sampling designs: repeats', written.repeats);
    pool.add('sampling designs: difference of repeats', none.repeatsDifference);
  }
  pool.close();
}
