/** Collects what a check finds into its report. */
import type { ReferenceFields } from './reference-file.ts';
import { compareFields, type Tolerance } from './tolerance.ts';
import { mostFailuresListed, type RowComparison, type SimulatedReport, type VerifyReport } from './verify-report.ts';

/** A report under way. */
export class ReportBuilder {
  readonly #report: VerifyReport;
  readonly #now: (() => number) | undefined;

  /**
   * @param family as the file names it
   * @param rows rows in the file
   * @param now a clock in milliseconds, if there is one
   */
  constructor(family: string, rows: number, now: (() => number) | undefined) {
    this.#now = now;
    this.#report = {
      family,
      judgement: 'pass',
      rows,
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

  /**
   * Compares a set of results.
   *
   * @param row index
   * @param prefix before the name of each field in messages
   * @param expected what the file says
   * @param actual what was computed
   * @param tolerance by innermost field and reference value
   */
  compare(
    row: number,
    prefix: string,
    expected: ReferenceFields,
    actual: ReferenceFields,
    tolerance: (field: string, expected: number) => Tolerance,
  ): void {
    const { comparisons, missing } = compareFields(expected, actual, tolerance);
    for (const comparison of comparisons) this.#add({ row, ...comparison, field: prefix + comparison.field });
    for (const field of missing) this.passOver(prefix + field);
  }

  #add(comparison: RowComparison): void {
    const report = this.#report;
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

  /** Notes a field that is not computed; the items of a list count as one field. */
  passOver(field: string): void {
    const general = field.replaceAll(/\[\d+\]/g, '[]');
    const { fields } = this.#report.unsupported;
    if (!fields.includes(general)) fields.push(general);
  }

  /** Notes a row that is not computed. */
  refuseRow(row: number, reason: string): void {
    this.#report.unsupported.rows.push({ row, reason });
  }

  /** Does the work of a row and notes how long it took. */
  async time<Result>(row: number, work: () => Result | Promise<Result>): Promise<Result> {
    if (this.#now === undefined) return await work();
    const start = this.#now();
    try {
      return await work();
    } finally {
      const seconds = (this.#now() - start) / 1000;
      const { slowest } = this.#report;
      if (slowest === null || seconds > slowest.seconds) this.#report.slowest = { row, seconds };
    }
  }

  /** Adds a simulated convention. */
  addSimulated(simulated: SimulatedReport): void {
    this.#report.simulated.push(simulated);
  }

  /** The report with its judgement. */
  finish(): VerifyReport {
    const { failures, simulated, unsupported } = this.#report;
    const fails = failures > 0 || simulated.some(({ judgement }) => judgement === 'fail');
    const leavesOut = unsupported.rows.length > 0 || unsupported.fields.length > 0;
    return { ...this.#report, judgement: fails ? 'fail' : leavesOut ? 'unsupported' : 'pass' };
  }
}
