/**
 * What a labour rule is: a limit on the shifts of one person, said in numbers, checked on plain shifts. A rule only ever forbids
 * work, never asks for it: taking a shift away breaks no rule, so a roster can always be mended.
 */
import type { Static, TObject } from 'typebox';
import type { AnySchema, Kind } from '../kind.ts';

/** A shift as rules see it, in local time. */
export interface RuledShift {
  /** Days from the roster's first date to the date on which the shift begins. */
  day: number;
  /** Calendar week (Monday to Sunday) of that date, counted from that of the first date. */
  week: number;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  /** Seconds from the roster's start. */
  from: number;
  to: number;
  /** Minutes from the midnight that begins `day`, by the wall clock; `endMinute` past midnight is above 1440. */
  startMinute: number;
  endMinute: number;
  /** Paid hours. */
  paidHours: number;
  /** The longest stretch on queue without anything else, hours. */
  longestHours: number;
}

/** A rule that is broken. */
export interface RuleBreach {
  /** Index of the shift without which this breach is gone or less. */
  shift: number;
  /** What was found and what is allowed, in the rule's unit. */
  value: number;
  limit: number;
}

/** A kind of labour rule: one file in `kinds/labour-rules/`. */
export interface LabourRule<in out Schema extends TObject = AnySchema> extends Kind {
  readonly schema: Schema;
  readonly unit: 'hours' | 'days' | 'shifts' | 'nights' | 'weekends';
  /**
   * Where the shifts of one person break the rule; each breach names a shift whose removal mends it.
   * @param written the fields of the schema, defaults written in
   * @param shifts of one person, ascending
   */
  breaches(written: Static<Schema>, shifts: readonly RuledShift[]): RuleBreach[];
}

/** Sums over groups of shifts and reports each group above the limit at its last shift. */
export function sumsAbove(
  shifts: readonly RuledShift[],
  groupOf: (shift: RuledShift) => number,
  amountOf: (shift: RuledShift) => number,
  limit: number,
): RuleBreach[] {
  const sums = new Map<number, { last: number; value: number }>();
  shifts.forEach((shift, index) => {
    const group = groupOf(shift);
    const value = (sums.get(group)?.value ?? 0) + amountOf(shift);
    sums.set(group, { last: index, value });
  });
  // Sums of quarter hours are exact; the slack takes other lengths.
  return [...sums.values()]
    .filter(({ value }) => value > limit + 1e-9)
    .map(({ last, value }) => ({ shift: last, value, limit }));
}

/** Runs of consecutive days and reports each that is longer than the limit, at the first day too many. */
export function runsAbove(shifts: readonly RuledShift[], limit: number): RuleBreach[] {
  const breaches: RuleBreach[] = [];
  let run = 0;
  let before = Number.NaN;
  shifts.forEach(({ day }, index) => {
    if (day === before) return;
    run = day === before + 1 ? run + 1 : 1;
    before = day;
    if (run === limit + 1) breaches.push({ shift: index, value: run, limit });
    else if (run > limit && breaches.length > 0) breaches[breaches.length - 1].value = run;
  });
  return breaches;
}
