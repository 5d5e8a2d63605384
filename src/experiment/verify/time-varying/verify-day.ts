/**
 * Checks a time-varying reference day twice: its exact law, computed anew for each convention of how agents leave, and the
 * simulation, for the conventions that the engine follows.
 */
import { type DayCounts, type ExactDay, exactDay } from '../../../math/exact-day.ts';
import { type PlainDay, plainDayScenario } from '../../../scenario/plain-day.ts';
import type { HeadCounts } from '../../../scenario/scenario.ts';
import { FieldReader, type ReferenceFields, ReferenceFileError, UnsupportedReference } from '../reference-file.ts';
import { ReportBuilder } from '../report-builder.ts';
import type { VerifyOptions } from '../verify-file.ts';
import type { VerifyReport } from '../verify-report.ts';
import { readDay } from './day-inputs.ts';
import { simulateDay } from './simulate-day.ts';

/** How agents leave, by the files' names: for the exact law and, where the engine follows it, for the simulation. */
const conventions: Readonly<
  Record<string, { exact: 'pooled' | 'named' | 'preempted'; simulated: HeadCounts['leaving'] | null }>
> = {
  A_pooled_exhaustive: { exact: 'pooled', simulated: 'pooled' },
  B_named_random_exhaustive: { exact: 'named', simulated: 'named' },
  // Nobody hangs up on a caller because a shift ends: only the formulas know this one.
  P_preemptive: { exact: 'preempted', simulated: null },
};

/** Relative, with a floor for states of almost no probability: the references are good to about 2e-8. */
const tolerance = { relative: 1e-6, absolute: 1e-10 };
const snapshotField = /^snapshots_every_(\d+)s$/;

/** A convention of the file with its expectations. */
interface ReferenceDay {
  convention: string;
  fields: ReferenceFields;
  /** Expectations of the simulated counts, per interval. */
  expected: { within: number; abandoned: number; answeredWait: number }[];
}

/**
 * Checks one day.
 *
 * @param file the parsed JSON: `inputs`, and `results` by convention
 * @param family as the file names it
 * @param options see `VerifyOptions`
 * @throws ReferenceFileError when the file is malformed, all faults at once; the signal's reason when it ends the check
 */
export async function verifyDay(file: ReferenceFields, family: string, options: VerifyOptions): Promise<VerifyReport> {
  const faults: string[] = [];
  const whole = new FieldReader('file', file, faults);
  const input = whole.object('inputs');
  const { day, refusal } = tryReadDay(input);
  const intervals = day === null ? 0 : day.intervalStarts.length - 1;
  const days = readResults(whole.object('results'), intervals, faults);
  if (faults.length > 0) throw new ReferenceFileError(faults);

  const report = new ReportBuilder(family, days.length * intervals, options.now);
  for (const [index, reference] of days.entries()) {
    const known = conventions[reference.convention];
    const row = index * intervals;
    if (day === null || known === undefined) {
      report.refuseRow(row, day === null ? refusal : `convention "${reference.convention}" is not supported`);
      continue;
    }
    await compareExact(day, known.exact, reference, row, report);
    if (known.simulated === null) continue;
    const { runs = 4000, seed = 'verify', threads = 1, signal, onProgress } = options;
    const { expected } = reference;
    const simulated = await simulateDay(
      plainDayScenario(day, known.simulated),
      [expected.map((it) => it.within), expected.map((it) => it.abandoned), expected.map((it) => it.answeredWait)],
      reference.convention,
      { runs, seed, threads, signal, onProgress },
    );
    report.addSimulated(simulated);
  }
  return report.finish();
}

function tryReadDay(input: FieldReader): { day: PlainDay | null; refusal: string } {
  try {
    const day = readDay(input);
    const unread = input.unread();
    if (unread.length > 0) return { day: null, refusal: `no such input: ${unread.join(', ')}` };
    return { day, refusal: '' };
  } catch (error) {
    if (!(error instanceof UnsupportedReference || error instanceof RangeError)) throw error;
    return { day: null, refusal: error.message };
  }
}

function readResults(results: FieldReader, intervals: number, faults: string[]): ReferenceDay[] {
  const names = Object.keys(results.fields);
  if (names.length === 0) faults.push(`${results.path}: expected at least one convention, got none`);
  return names.map((convention) => {
    const result = results.object(convention);
    const list = result.objects('intervals');
    result.require('intervals', intervals === 0 || list.length === intervals, `${intervals} objects, one per interval`);
    const expected = list.map((interval) => {
      const offered = interval.number('offered');
      const abandoned = offered * (interval.numberOrNull('p_abandon') ?? 0);
      return {
        within: offered * (interval.numberOrNull('sl_offered') ?? 0),
        abandoned,
        answeredWait: (offered - abandoned) * (interval.numberOrNull('mean_wait_served_s') ?? 0),
      };
    });
    return { convention, fields: result.fields, expected };
  });
}

async function compareExact(
  day: PlainDay,
  leaving: 'pooled' | 'named' | 'preempted',
  { convention, fields }: ReferenceDay,
  row: number,
  report: ReportBuilder,
): Promise<void> {
  const snapshots = Object.keys(fields).find((field) => snapshotField.test(field));
  const snapshotSeconds = Number(snapshotField.exec(snapshots ?? '')?.[1]);
  let exact: ExactDay;
  try {
    exact = await report.time(row, () =>
      exactDay({ ...day, leaving, ...(snapshots === undefined ? {} : { snapshotSeconds }) }),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report.refuseRow(row, error.message);
    return;
  }
  const compare = (at: number, path: string, expected: ReferenceFields, actual: ReferenceFields) =>
    report.compare(at, `${convention}.${path}.`, expected, actual, () => tolerance);

  for (const [field, expected] of Object.entries(fields)) {
    if (field === 'numerics') continue;
    if (field === 'intervals') {
      (expected as ReferenceFields[]).forEach((interval, i) => {
        compare(row + i, `intervals[${i}]`, interval, intervalFields(exact, i));
      });
    } else if (field === 'day') {
      const seconds = exact.intervals[exact.intervals.length - 1].end;
      compare(row, 'day', expected as ReferenceFields, countFields(exact.total, seconds));
    } else if (field === snapshots) {
      const actual = exact.snapshots.map((snapshot) => ({
        t_s: snapshot.time,
        lambda_per_s: snapshot.arrivalRate,
        p_all_agents_busy: snapshot.allBusy,
        mean_queue: snapshot.meanQueue,
        mean_busy: snapshot.meanBusy,
      }));
      report.compare(row, `${convention}.`, { [field]: expected }, { [field]: actual }, () => tolerance);
    } else {
      report.passOver(`${convention}.${field}`);
    }
  }
}

function intervalFields(exact: ExactDay, index: number): ReferenceFields {
  const interval = exact.intervals[index];
  return {
    interval: index,
    start_s: interval.start,
    staff: interval.agents,
    ...countFields(interval, interval.end - interval.start),
    mean_queue_at_interval_end: interval.queueAtEnd,
  };
}

function countFields(counts: DayCounts, seconds: number): ReferenceFields {
  const { offered, answered, answeredWithin, abandoned, abandonedWithin } = counts;
  return {
    offered,
    p_wait: ratio(counts.waited, offered),
    sl_offered: ratio(answeredWithin, offered),
    sl_excl_short_abandons: ratio(answeredWithin, offered - abandonedWithin),
    sl_answered: ratio(answeredWithin, answered),
    sl_abandons_within_t_count_as_met: ratio(answeredWithin + abandonedWithin, offered),
    sl_virtual: ratio(counts.virtuallyWithin, offered),
    p_abandon: ratio(abandoned, offered),
    p_abandon_within_t: ratio(abandonedWithin, offered),
    mean_wait_all_s: ratio(counts.waitSeconds, offered),
    mean_wait_served_s: ratio(counts.answeredWaitSeconds, answered),
    mean_queue: counts.queueSeconds / seconds,
    mean_busy: counts.busySeconds / seconds,
    abandonment_events: counts.abandonments,
  };
}

/** Null where nobody came: there is nothing to compare. */
function ratio(met: number, of: number): number | null {
  return of === 0 ? null : met / of;
}
