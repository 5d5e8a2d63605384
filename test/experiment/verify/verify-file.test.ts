import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReferenceFileError } from '../../../src/experiment/verify/reference-file.ts';
import { verifyFile } from '../../../src/experiment/verify/verify-file.ts';

const folder = resolve(import.meta.dirname, '../../golden');

interface Stationary {
  family: string;
  rows: { in: Record<string, unknown>; out: Record<string, unknown> }[];
}

function load(name: string): Stationary {
  return JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Stationary;
}

/** Models that the program itself computes; other files of the folder are for the tests of single functions. */
const stationary = readdirSync(folder).filter((name) =>
  /^(erlang|staffing|qa|qed|mmn|mol|fluid|priority|retrial|redial).*\.json$/.test(name),
);

async function faultsOf(file: unknown): Promise<readonly string[]> {
  try {
    await verifyFile(file);
  } catch (error) {
    if (error instanceof ReferenceFileError) return error.faults;
    throw error;
  }
  return [];
}

describe('verifyFile', () => {
  it.each(stationary)('passes on every row and field of %s', async (name) => {
    const report = await verifyFile(load(name), { now: () => performance.now(), read: async (path) => load(path) });
    expect(report.failed).toEqual([]);
    expect(report.unsupported).toEqual({ rows: [], fields: [] });
    expect(report.judgement).toBe('pass');
    expect(report.rows).toBe(load(name).rows.length);
    expect(report.comparisons).toBeGreaterThanOrEqual(report.rows);
    expect(report.worst?.share).toBeLessThanOrEqual(1);
    expect(report.slowest?.seconds).toBeGreaterThan(0);
  });

  it('fails on one wrong digit and names the row and the field', async () => {
    const file = load('erlang_c.json');
    const row = file.rows[63].out as { asa_s: number };
    row.asa_s *= 1 + 1e-7;
    const report = await verifyFile(file);
    expect(report.judgement).toBe('fail');
    expect(report.failures).toBe(1);
    expect(report.failed[0]).toMatchObject({ row: 63, field: 'asa_s', expected: row.asa_s });
    expect(report.worst).toEqual(report.failed[0]);
    expect(report.worstRelative?.relativeError).toBeCloseTo(1e-7, 8);
  });

  it('fails on an integer that is one off', async () => {
    const file = load('qa_min_n_detect.json');
    (file.rows[0].out as { min_n: number }).min_n++;
    expect((await verifyFile(file)).judgement).toBe('fail');
  });

  it('checks what follows from other inputs: the size of a sample given as a percentage', async () => {
    const file = load('qa_hypergeometric.json');
    file.rows[0].in.percent = 55;
    expect((await verifyFile(file)).failed.map(({ field }) => field)).toEqual(['in.n']);
  });

  it('reports a family that it does not know, and never passes it', async () => {
    const report = await verifyFile({ family: 'lunch', rows: [{ in: {}, out: { soup: 1 } }] });
    expect(report.judgement).toBe('unsupported');
    expect(report.unsupported.rows).toEqual([{ row: 0, reason: 'family "lunch" is not supported' }]);
  });

  it('reports a list that names no family, whatever it holds', async () => {
    expect(await verifyFile([{ case: 'a' }, 3])).toMatchObject({ judgement: 'unsupported', rows: 2, comparisons: 0 });
    expect((await verifyFile([])).judgement).toBe('unsupported');
    expect((await verifyFile({ family: 'lunch' })).judgement).toBe('unsupported');
  });

  it('reports fields that it does not compute, inputs that it does not know and rows that the mathematics refuses', async () => {
    const file = load('erlang_b.json');
    (file.rows[0].out as Record<string, unknown>).erlang_z = 0.5;
    file.rows[1].in.moon_phase = 0.25;
    file.rows[2].in.a_erl = -1;
    const report = await verifyFile(file);
    expect(report.judgement).toBe('unsupported');
    expect(report.unsupported.fields).toEqual(['erlang_z']);
    expect(report.unsupported.rows.map(({ row }) => row)).toEqual([1, 2]);
    expect(report.unsupported.rows[0].reason).toBe('no such input: rows[1].in.moon_phase');
    expect(report.unsupported.rows[1].reason).toMatch(/offeredLoad/);
  });

  it('passes over null: not applicable', async () => {
    const file = load('erlang_b.json');
    (file.rows[0].out as Record<string, unknown>).erlang_b = null;
    expect((await verifyFile(file)).judgement).toBe('pass');
  });

  it.each([
    [null, /^file: expected an object/],
    [{}, /^family: expected the name of a family, got nothing/],
    [{ family: 'erlang_b' }, /^rows: expected a list/],
    [{ family: 'erlang_b', rows: [] }, /^rows: expected a list with at least one row/],
    [{ family: 'erlang_b', rows: [3] }, /^rows\[0\]: expected { in, out }, got 3/],
    [{ family: 'erlang_b', rows: [{ in: {}, out: null }] }, /^rows\[0\].out: expected an object/],
    [
      { family: 'erlang_b', rows: [{ in: { a_erl: '1', n: 2 }, out: {} }] },
      /^rows\[0\].in.a_erl: expected a number, got "1"/,
    ],
  ])('refuses %j with a fault that says where', async (file, message) => {
    expect((await faultsOf(file))[0]).toMatch(message);
  });

  it('names all faults of a file at once', async () => {
    const file = {
      family: 'erlang_b',
      rows: [
        { in: { a_erl: 1 }, out: {} },
        { in: { n: 2 }, out: {} },
      ],
    };
    expect(await faultsOf(file)).toEqual([
      'rows[0].in.n: expected a number, got nothing',
      'rows[1].in.a_erl: expected a number, got nothing',
    ]);
  });
});
