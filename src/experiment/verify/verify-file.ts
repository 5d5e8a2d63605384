/**
 * Checks Callfloor against a file of reference values: every row of a supported family is computed anew and compared at the
 * tolerance that double precision allows. What is not supported is said, never passed.
 */
import type { Progress } from '../outcome.ts';
import { referenceFamilies } from './families/index.ts';
import type { ComputedRow, ReferenceFamily, RowContext } from './reference-family.ts';
import {
  countRows,
  FieldReader,
  familyOf,
  type ReferenceFields,
  ReferenceFileError,
  type ReferenceRow,
  rowsOf,
  UnsupportedReference,
} from './reference-file.ts';
import { ReportBuilder } from './report-builder.ts';
import { verifyDay } from './time-varying/verify-day.ts';
import type { VerifyReport } from './verify-report.ts';

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
  if (dayFamilies.includes(name)) return verifyDay(file as ReferenceFields, name, options);
  const family = referenceFamilies.find(({ names }) => names.includes(name));
  if (family === undefined) return refuseFamily(file, name);
  const rows = rowsOf(file);
  const report = new ReportBuilder(name, rows.length, options.now);
  const faults: string[] = [];
  const read = options.read ?? (async () => undefined);
  for (const [index, row] of rows.entries()) {
    await report.time(index, () => verifyRow(family, row, index, report, faults, read));
  }
  if (faults.length > 0) throw new ReferenceFileError(faults);
  return report.finish();
}

/** Names of the family whose files are a whole day each. */
const dayFamilies = ['time_varying', 'timevarying'];

function refuseFamily(file: unknown, name: string): VerifyReport {
  const rows = countRows(file);
  const report = new ReportBuilder(name, rows, undefined);
  for (let row = 0; row < rows; row++) report.refuseRow(row, `family "${name}" is not supported`);
  return report.finish();
}

async function verifyRow(
  family: ReferenceFamily,
  row: ReferenceRow,
  index: number,
  report: ReportBuilder,
  faults: string[],
  read: RowContext['read'],
): Promise<void> {
  const rowFaults: string[] = [];
  const input = new FieldReader(`rows[${index}].in`, row.in, rowFaults);
  try {
    const computed = await family.compute(input, { out: row.out.out, read });
    const unread = input.unread();
    if (unread.length > 0) throw new UnsupportedReference(`no such input: ${unread.join(', ')}`);
    if (rowFaults.length === 0) compareRow(family, row, index, input, computed, report);
  } catch (error) {
    // The mathematics refuses the zeros that stand in for malformed fields: those faults are reported instead.
    if (!(error instanceof UnsupportedReference || error instanceof RangeError)) throw error;
    if (rowFaults.length === 0) report.refuseRow(index, error.message);
  }
  faults.push(...rowFaults);
}

function compareRow(
  family: ReferenceFamily,
  row: ReferenceRow,
  index: number,
  input: FieldReader,
  computed: ComputedRow,
  report: ReportBuilder,
): void {
  const sets = { ...row.out };
  // What follows from other inputs is checked too, such as the size of a sample given as a percentage.
  if (computed.in !== undefined) {
    sets.in = Object.fromEntries(Object.entries(row.in).filter(([field]) => field in computed.in));
  }
  for (const [set, expected] of Object.entries(sets)) {
    const prefix = set === 'out' ? '' : `${set}.`;
    report.compare(index, prefix, expected, computed[set] ?? {}, (field, value) =>
      family.tolerance(field, value, input),
    );
  }
}
