import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReferenceFileError } from '../../../src/experiment/verify/reference-file.ts';
import { DayCheck } from '../../../src/experiment/verify/time-varying/simulate-day.ts';
import { verifyFile } from '../../../src/experiment/verify/verify-file.ts';
import { exactDay } from '../../../src/math/exact-day.ts';
import { stepCurve } from '../../../src/math/rate-curve.ts';
import { type PlainDay, plainDayScenario } from '../../../src/scenario/plain-day.ts';
import { compile } from '../../../src/sim/compile.ts';
import { simulate } from '../../../src/sim/simulate.ts';

type Fields = Record<string, unknown>;

interface Result {
  intervals: Fields[];
  day: Fields;
}

interface Row {
  in: Fields & { case: string; convention: string };
  out: { intervals: Record<string, number[]>; day: Fields; snapshots?: Record<string, number[]> };
}

const golden = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../golden/exact_days.json'), 'utf8')) as {
  rows: Row[];
};

/** From columns to one object per index, as whole-day files have them. */
function toObjects(columns: Record<string, number[]>): Record<string, number>[] {
  const [first] = Object.values(columns);
  return first.map((_, i) => Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]])));
}

/** A whole-day file out of the rows that are chosen, all of one case. */
function fileOf(rows: Row[]): { family: string; inputs: Fields; results: Record<string, Result> } {
  const { case: _, convention: __, ...inputs } = rows[0].in;
  const results = rows.map(({ in: { convention }, out: { intervals, day, snapshots } }) => [
    convention,
    {
      intervals: toObjects(intervals),
      day,
      ...(snapshots === undefined ? {} : { snapshots_every_300s: toObjects(snapshots) }),
    },
  ]);
  return structuredClone({ family: 'time_varying', inputs, results: Object.fromEntries(results) });
}

/** The first case: 13 hours, balking, all conventions. */
function dayFile() {
  return fileOf(golden.rows.filter((row) => row.in.case === golden.rows[0].in.case));
}

const few = { runs: 300, seed: 'days', threads: 1 };

describe('verifyFile on a whole day', () => {
  it('passes every convention exactly, and the two that the engine follows by simulation', async () => {
    const report = await verifyFile(dayFile(), { ...few, now: () => performance.now() });
    expect(report.failed).toEqual([]);
    expect(report.unsupported).toEqual({ rows: [], fields: [] });
    expect(report.rows).toBe(3 * 13);
    expect(report.simulated).toMatchObject([
      { convention: 'A_pooled_exhaustive', runs: 300, judgement: 'pass' },
      { convention: 'B_named_random_exhaustive', runs: 300, judgement: 'pass' },
    ]);
    for (const { counts } of report.simulated) expect(counts).toHaveLength(3);
    expect(report.judgement).toBe('pass');
  });

  it('fails where the exact law or the simulation disagrees', async () => {
    const file = dayFile();
    const { A_pooled_exhaustive: pooled } = file.results;
    pooled.intervals[3].sl_offered = (pooled.intervals[3].sl_offered as number) * 0.9;
    const report = await verifyFile(file, few);
    expect(report.judgement).toBe('fail');
    expect(report.failed).toMatchObject([{ row: 3, field: 'A_pooled_exhaustive.intervals[3].sl_offered' }]);
    const [simulated] = report.simulated;
    expect(simulated.judgement).toBe('fail');
    expect(simulated.counts[0]).toMatchObject({ count: 'answered within T', interval: 3 });
    expect(simulated.worstZ).toBeGreaterThan(4.2);
  });

  it('fails a simulation that is a little off all day, though no interval shows it alone', () => {
    const starts = Array.from({ length: 13 }, (_, i) => i * 900);
    const plain: PlainDay = {
      ...{ meanHandleSeconds: 120, meanPatienceSeconds: 90, answerWithinSeconds: 20, balking: 0 },
      ...{ intervalStarts: starts, agents: new Array<number>(12).fill(3) },
      arrivalRate: stepCurve(starts, new Array<number>(12).fill(0.02)),
    };
    const { intervals } = exactDay({ ...plain, leaving: 'pooled' });
    const scenario = plainDayScenario(plain, 'pooled');
    const expected = (factor: number) => [
      intervals.map(({ answeredWithin }) => answeredWithin * factor),
      intervals.map(({ abandoned }) => abandoned),
      intervals.map(({ answeredWaitSeconds }) => answeredWaitSeconds),
    ];
    const [right, off] = [new DayCheck(scenario, expected(1)), new DayCheck(scenario, expected(1.015))];
    const center = compile(scenario, 'a little off');
    for (let run = 0; run < 2000; run++) {
      const record = simulate(center, run);
      right.add(record);
      off.add(record);
    }
    expect(right.report()).toMatchObject({ judgement: 'pass', runs: 2000 });
    const { counts, judgement } = off.report();
    expect(judgement).toBe('fail');
    expect(Math.abs(counts[0].worstZ)).toBeLessThan(4.2);
    expect(Math.abs(counts[0].dayZ)).toBeGreaterThan(4.2);
  });

  it('tells the conventions apart', async () => {
    const file = dayFile();
    const { B_named_random_exhaustive: named } = file.results;
    file.results = { A_pooled_exhaustive: named };
    expect((await verifyFile(file, few)).failures).toBeGreaterThan(0);
  });

  it('reports conventions, events and fields that it does not know, and never passes them', async () => {
    const strange = dayFile();
    strange.results = { C_by_lot: strange.results.A_pooled_exhaustive };
    expect((await verifyFile(strange, few)).unsupported.rows[0].reason).toBe('convention "C_by_lot" is not supported');
    const eclipse = dayFile();
    eclipse.inputs.event = { type: 'eclipse', start_s: 0, duration_s: 60 };
    const report = await verifyFile(eclipse, few);
    expect(report.judgement).toBe('unsupported');
    expect(report.unsupported.rows[0].reason).toBe('event "eclipse" is not supported');
    const extra = dayFile();
    extra.results = { P_preemptive: extra.results.P_preemptive };
    extra.results.P_preemptive.intervals[0].joy = 1;
    expect((await verifyFile(extra, few)).unsupported.fields).toEqual(['P_preemptive.intervals[].joy']);
  });

  it.each(['multiply', 'exp_decay'])('reads an event of type %s', async (type) => {
    const rows = golden.rows.filter(({ in: { event, convention } }) => {
      return (event as Fields | null)?.type === type && convention === 'P_preemptive';
    });
    const report = await verifyFile(fileOf(rows), few);
    expect(report).toMatchObject({ judgement: 'pass', rows: 26, simulated: [] });
  });

  it('takes null for endless patience, no balking and no event', async () => {
    const file = dayFile();
    file.inputs = { ...file.inputs, mean_patience_s: null, p_balk_if_wait: null, event: null };
    file.results = { P_preemptive: file.results.P_preemptive };
    const report = await verifyFile(file, few);
    expect(report.unsupported.rows).toEqual([]);
    expect(report.failed[0]).toMatchObject({ field: 'P_preemptive.intervals[0].p_wait' });
  });

  it('refuses a malformed day with all its faults', async () => {
    const file: Fields = dayFile();
    file.inputs = { ...(file.inputs as Fields), aht_s: 'long', agents_per_interval: [1, 2] };
    file.results = { A_pooled_exhaustive: { intervals: [{ offered: 'many' }] } };
    const fault = await verifyFile(file, few).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ReferenceFileError);
    expect((fault as ReferenceFileError).faults).toEqual([
      'file.inputs.agents_per_interval: expected 13 numbers, one per interval, got [1,2]',
      'file.inputs.aht_s: expected a number, got "long"',
      'file.results.A_pooled_exhaustive.intervals: expected 13 objects, one per interval, got [{"offered":"many"}]',
      'file.results.A_pooled_exhaustive.intervals[0].offered: expected a number, got "many"',
    ]);
  });

  it('stops at a signal', async () => {
    const options = { ...few, runs: 1_000_000, signal: AbortSignal.abort(new Error('enough')) };
    await expect(verifyFile(dayFile(), options)).rejects.toThrow('enough');
  });
});
