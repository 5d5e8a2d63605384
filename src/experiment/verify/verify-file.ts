/**
 * Checks Callfloor against a file of reference values: every row of a supported family is computed anew and compared at the
 * tolerance that double precision allows. What is not supported is said, never passed.
 */
import type { Progress } from '../outcome.ts';
import { referenceFamilies } from './families/index.ts';
import type { ReferenceFamily } from './reference-family.ts';
import {
  FieldReader,
  familyOf,
  ReferenceFileError,
  type ReferenceRow,
  rowsOf,
  UnsupportedReference,
} from './reference-file.ts';
import { compareFields } from './tolerance.ts';
import { mostFailuresListed, type RowComparison, type VerifyReport } from './verify-report.ts';

/** How to check. */
export interface VerifyOptions {
  /** Simulated days of a time-varying file, at least 2; 4,000 when left out. */
  runs?: number;
  /** Seed of those days; `verify` when left out. */
  seed?: string;
  /** Threads that simulate; 1 when left out. */
  threads?: number;
  /** Hears how many of the days are simulated. */
  onProgress?: (progress: Progress) => void;
  /** Ends the check early: it then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Parsed JSON of a file that this one refers to, by its path relative to this one; undefined when there is none. */
  read?: (path: string) => Promise<unknown>;
  /** A clock in milliseconds, to find the slowest row; without it none is named. */
  now?: () => number;
}

/**
 * Checks one reference file.
 *
 * @param file the parsed JSON
 * @param options see {@link VerifyOptions}
 * @throws ReferenceFileError when the file is malformed, all faults at once
 */
export async function verifyFile(file: unknown, options: VerifyOptions = {}): Promise<VerifyReport> {
  const name = familyOf(file);
  const report = startReport(name);
  const family = referenceFamilies.find(({ names }) => names.includes(name));
  const rows = rowsOf(file);
  report.rows = rows.length;
  if (family === undefined) {
    report.unsupported.rows = rows.map((_, row) => ({ row, reason: `family "${name}" is not supported` }));
  } else {
    const faults: string[] = [];
    rows.forEach((row, index) => {
      verifyRow(family, row, index, report, faults, options.now);
    });
    if (faults.length > 0) throw new ReferenceFileError(faults);
  }
  return finishReport(report);
}

/** A report with nothing in it yet. */
export function startReport(family: string): VerifyReport {
  return {
    family,
    judgement: 'pass',
    rows: 0,
    comparisons: 0,
    failures: 0,
    failed: [],
    worst: null,
    worstRelative: null,
    unsupported: { rows: [], fields: [] },
    slowest: null,
    simulated: [],
  };
}

/** Adds one comparison to a report. */
export function addComparison(report: VerifyReport, comparison: RowComparison): void {
  report.comparisons++;
  if (comparison.share > 1) {
    report.failures++;
    if (report.failed.length < mostFailuresListed) report.failed.push(comparison);
  }
  if (report.worst === null || comparison.share > report.worst.share) report.worst = comparison;
  if (report.worstRelative === null || comparison.relativeError > report.worstRelative.relativeError) {
    report.worstRelative = comparison;
  }
}

/** Draws the judgement. */
export function finishReport(report: VerifyReport): VerifyReport {
  const { unsupported } = report;
  if (report.failures > 0 || report.simulated.some(({ judgement }) => judgement === 'fail')) report.judgement = 'fail';
  else if (unsupported.rows.length > 0 || unsupported.fields.length > 0) report.judgement = 'unsupported';
  return report;
}

function verifyRow(
  family: ReferenceFamily,
  row: ReferenceRow,
  index: number,
  report: VerifyReport,
  faults: string[],
  now: (() => number) | undefined,
): void {
  const rowFaults: string[] = [];
  const input = new FieldReader(`rows[${index}].in`, row.in, rowFaults);
  const start = now?.() ?? 0;
  try {
    const computed = family.compute(input);
    const unread = input.unread();
    if (unread.length > 0) throw new UnsupportedReference(`no such input: ${unread.join(', ')}`);
    if (rowFaults.length === 0) compareRow(family, row, index, input, computed, report);
  } catch (error) {
    // The mathematics refuses the zeros that stand in for malformed fields: those faults are reported instead.
    const known = error instanceof UnsupportedReference || error instanceof RangeError;
    if (!known) throw error;
    if (rowFaults.length === 0) report.unsupported.rows.push({ row: index, reason: error.message });
  }
  faults.push(...rowFaults);
  if (now === undefined) return;
  const seconds = (now() - start) / 1000;
  if (report.slowest === null || seconds > report.slowest.seconds) report.slowest = { row: index, seconds };
}

function compareRow(
  family: ReferenceFamily,
  row: ReferenceRow,
  index: number,
  input: FieldReader,
  computed: ReturnType<ReferenceFamily['compute']>,
  report: VerifyReport,
): void {
  const sets = { ...row.out };
  // What follows from other inputs is checked too, such as the size of a sample given as a percentage.
  if (computed.in !== undefined) {
    sets.in = Object.fromEntries(Object.entries(row.in).filter(([field]) => field in computed.in));
  }
  for (const [set, expected] of Object.entries(sets)) {
    const { comparisons, missing } = compareFields(expected, computed[set] ?? {}, (field, value) =>
      family.tolerance(field, value, input),
    );
    const prefix = set === 'out' ? '' : `${set}.`;
    for (const comparison of comparisons) {
      addComparison(report, { row: index, ...comparison, field: prefix + comparison.field });
    }
    for (const field of missing) {
      const general = prefix + field.replaceAll(/\[\d+\]/g, '[]');
      if (!report.unsupported.fields.includes(general)) report.unsupported.fields.push(general);
    }
  }
}
