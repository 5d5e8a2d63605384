/**
 * Models that others have published, as shipped scenario files: ContactCenters' examples (github.com/umontreal-simul/contactcenters, doc/examples, f5ddb4a0),
 * whose expectations for MMC, MMCAb and MMCBlocked were computed exactly for the eight-hour day that starts empty.
 */
import { describe, expect, it } from 'vitest';
import { workloads } from '../../bench/workloads.ts';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { coMoments } from '../../src/math/co-moments.ts';
import { ratioInterval } from '../../src/math/ratio-interval.ts';
import { compile } from '../../src/sim/compile.ts';
import type { RunRecord } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { contacts, groupTime, within } from './figures.ts';

type Read = (run: RunRecord) => number;

function experiment(center: ReturnType<typeof compile>, runs: number) {
  const records = Array.from({ length: runs }, (_, run) => simulate(center, run));
  /**
   * The interval of Σ met ÷ Σ of at 99.9 % confidence holds the value; a value that was itself simulated with as many days errs as
   * much as ours, so the difference has √2 times the standard error, and half a unit of its last digit besides.
   */
  return (met: Read, of: Read, value: number, simulatedToDigit?: number) => {
    const pairs = records.map((record) => [met(record), of(record)]);
    const { high, low, point } = ratioInterval(coMoments(2, pairs), 0.999)!;
    const wider = simulatedToDigit === undefined ? 1 : Math.SQRT2;
    const rounding = (simulatedToDigit ?? 0) / 2;
    expect(point - wider * (point - low) - rounding).toBeLessThanOrEqual(value);
    expect(point + wider * (high - point) + rounding).toBeGreaterThanOrEqual(value);
  };
}

const day: Read = () => 1;
const answered: Read = (run) => contacts(run, 'answered');
const inTarget: Read = (run) => sumTypes(run, 'answeredWithin');
const lateAbandons: Read = (run) => contacts(run, 'abandoned') - sumTypes(run, 'abandonedWithin');

function sumTypes(run: RunRecord, column: 'answeredWithin' | 'abandonedWithin'): number {
  const twenty = run.layout.thresholds.indexOf(20);
  let sum = 0;
  for (let type = 0; type < run.layout.types; type++) sum += within(run, column, twenty, type);
  return sum;
}

/** The shipped scenario file of a published model, compiled. */
async function model(name: string) {
  const { scenario } = await loadScenario(`scenarios/models/${name}.yaml`);
  return compile(scenario, 'published');
}

describe('simulate', () => {
  /** Handling time in the eight hours, sixteen intervals of the file's half-hours. */
  const occupied: Read = (run) => {
    let seconds = 0;
    for (let interval = 0; interval < 16; interval++) seconds += groupTime(run, 'handling', 0, interval);
    return seconds;
  };

  it('agrees with ContactCenters’ MMC (1,000 days, 99.9 % confidence)', async () => {
    const agrees = experiment(await model('mmc'), 1000);
    agrees(inTarget, day, 1815.2717371083925);
    agrees(inTarget, answered, 0.9004324092799992);
    agrees((run) => contacts(run, 'answeredWait') / 60, answered, 0.10068074101802055);
    agrees((run) => occupied(run) / (12 * 8 * 3600), day, 0.6969343494893416);
  });

  it('agrees with ContactCenters’ MMCAb (1,000 days, 99.9 % confidence)', async () => {
    const agrees = experiment(await model('mmc-abandon'), 1000);
    agrees((run) => contacts(run, 'abandoned'), day, 59.263218373846925);
    agrees(inTarget, day, 1906.7188944620555);
    agrees(inTarget, answered, 0.9744381116388905);
    agrees((run) => contacts(run, 'answeredWait') / 60, answered, 0.02382526682725987);
    agrees((run) => occupied(run) / (12 * 8 * 3600), day, 0.6765583441776766);
    agrees(inTarget, (run) => answered(run) + lateAbandons(run), 0.9681890685867927);
  });

  it('agrees with ContactCenters’ MMCBlocked (1,000 days, 99.9 % confidence)', async () => {
    const agrees = experiment(await model('mmc-blocked'), 1000);
    agrees((run) => contacts(run, 'blocked'), day, 18.86331379588012);
    agrees(inTarget, day, 1854.068801770679);
    agrees(inTarget, answered, 0.9283634988924246);
    agrees((run) => contacts(run, 'answeredWait') / 60, answered, 0.06045013345807861);
    agrees((run) => occupied(run) / (12 * 8 * 3600), day, 0.6904729137791678);
  });

  it('agrees with what ContactCenters printed for its multi-skill day (1,000 days, 99.9 % confidence)', async () => {
    const agrees = experiment(await model('simple-msk'), 1000);
    agrees(answered, day, 4284.5, 0.1);
    agrees((run) => contacts(run, 'abandoned'), day, 895, 1);
    agrees(inTarget, (run) => answered(run) + lateAbandons(run), 0.507, 0.001);
  });

  it('agrees with the formulas on the two queues whose speed is measured (99.9 % confidence)', () => {
    const single = experiment(compile(workloads[0].scenario, 'published'), 8);
    single((run) => contacts(run, 'delayed'), answered, 0.27476);
    single((run) => contacts(run, 'answeredWait') / 60, answered, 0.06869);
    const leaving = experiment(compile(workloads[1].scenario, 'published'), 8);
    const requests: Read = (run) => contacts(run, 'requests');
    leaving((run) => contacts(run, 'abandoned'), requests, 0.02954);
    leaving((run) => (contacts(run, 'answeredWait') + contacts(run, 'abandonedWait')) / 60, requests, 0.1477);
  });
});
