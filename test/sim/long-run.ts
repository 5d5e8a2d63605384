/** Long runs of a centre in one steady state, for comparing what it does with exact values. */
import { clock, group, scenario, workType } from '../../bench/scenario-builder.ts';
import { coMoments } from '../../src/math/co-moments.ts';
import { ratioInterval } from '../../src/math/ratio-interval.ts';
import type { Scenario, WorkType } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import type { RunRecord } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';

const intervalSeconds = 3600;
export const intervals = 12;
/** The first hours are left out. */
export const warmUp = 2;
export const longHorizon = intervals * intervalSeconds;

/** What one interval of a run adds to a sum. */
export type Read = (run: RunRecord, interval: number) => number;

/** One pool of agents who do all the work. */
export function onePool(
  agents: number,
  work: Partial<WorkType>[],
  changes: Partial<Scenario> & Pick<Scenario, 'routing'>,
): Scenario {
  return scenario({
    clock: clock(longHorizon, intervalSeconds),
    work: work.map((type, i) => workType(`type ${i}`, longHorizon, type)),
    groups: [{ ...group('agents', agents), speeds: work.map(() => 1) }],
    ...changes,
  });
}

/** Simulates and returns a function that gives the 99.9 % interval of a ratio of sums over runs. */
export function longRun(centre: Scenario, runs = 40) {
  const compiled = compile(centre, 'long run');
  const records = Array.from({ length: runs }, (_, run) => simulate(compiled, run));
  const sum = (record: RunRecord, read: Read) => {
    let total = 0;
    for (let i = warmUp; i < intervals; i++) total += read(record, i);
    return total;
  };
  return (met: Read[], of: Read) => {
    const pairs = records.map((record) => [met.reduce((all, read) => all + sum(record, read), 0), sum(record, of)]);
    const interval = ratioInterval(coMoments(2, pairs), 0.999);
    if (interval === null || interval === undefined) throw new Error('no interval');
    return interval;
  };
}
