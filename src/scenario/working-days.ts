/** Working days of countries: public holidays, and the weekends on which people work instead. */
import chineseDays from 'chinese-days';

/** Countries whose calendar is known, by ISO code. */
export const countries = ['CN'] as const;
/** One of {@link countries}. */
export type Country = (typeof countries)[number];

/**
 * Whether people work on a date; undefined where the country has not yet announced that year's days. China's are those of the State
 * Council's yearly notices, as the package chinese-days collects them.
 *
 * @param date ISO date
 */
export function isWorkingDay(country: Country, date: string): boolean | undefined {
  switch (country) {
    case 'CN':
      return isAnnounced(date.slice(0, 4)) ? chineseDays.isWorkday(date) : undefined;
  }
}

const announced = new Map<string, boolean>();

/** A year is announced when any day of it is a holiday that falls on no weekend. */
function isAnnounced(year: string): boolean {
  let known = announced.get(year);
  if (known === undefined) {
    known = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
    announced.set(year, known);
  }
  return known;
}
