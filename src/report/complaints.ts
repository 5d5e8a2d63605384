/** Complaints in the report: after which contacts they arise, and how many come. */
import type { Outcome } from '../experiment/outcome.ts';
import { wholeScope } from '../measures/interval-tallies.ts';
import { sumContacts, sumOutcomes } from '../measures/sum-columns.ts';
import { leadsToComplaint } from '../scenario/complaints.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatPercent } from '../words/format.ts';
import { html, type Markup } from './html.ts';
import type { Report } from './report.ts';
import { dataTable } from './table.ts';
import { showCount } from './wording.ts';

/** The figures, means per run; undefined where no work is complaints. */
export function buildComplaints({ work }: Scenario, { runs, total }: Outcome): Report['complaints'] {
  if (work.every(({ complaint }) => complaint === undefined)) return undefined;
  const whole = wholeScope(total.layout);
  return {
    after: work.flatMap((_, type) => {
      if (!leadsToComplaint(work, type)) return [];
      const scope = { ...whole, work: [type] };
      const contacts = sumContacts(total, scope, 'arrived');
      const followed = sumOutcomes(total, scope, 'complained');
      const intervals = whole.intervals.map(
        (interval) => sumOutcomes(total, { ...scope, intervals: [interval] }, 'complained') / runs,
      );
      return {
        work: type,
        contacts: contacts / runs,
        followed: followed / runs,
        share: contacts === 0 ? null : followed / contacts,
        intervals,
      };
    }),
    came: work.flatMap(({ complaint }, type) => {
      if (complaint === undefined) return [];
      const scope = { ...whole, work: [type] };
      const further = sumOutcomes(total, scope, 'sameComplaint');
      const items = sumContacts(total, scope, 'arrived') - sumContacts(total, scope, 'redials');
      return {
        work: type,
        ...complaint,
        arrived: (items - further) / runs,
        arisen: (sumOutcomes(total, scope, 'arisen') - further) / runs,
        further: further / runs,
      };
    }),
  };
}

/** The tables of complaints, means per day; null where there are none. */
export function renderComplaints(report: Report, lang: Lang): Markup | null {
  const { complaints } = report;
  if (complaints === undefined) return null;
  const text = words(lang).report.complaints;
  const daily = (value: number) => showCount(value / report.scenario.days.length, lang);
  const after = dataTable({
    caption: text.after,
    head: [text.work, text.contacts, text.followed, text.rate],
    rows: complaints.after.map(({ contacts, followed, share, work }) => [
      report.work[work].name,
      daily(contacts),
      daily(followed),
      showRate(share, lang),
    ]),
  });
  const came = dataTable({
    caption: text.came,
    head: [text.work, text.level, text.about, text.arrived, text.arisen, text.further],
    rows: complaints.came.map(({ about, arisen, arrived, further, level, work }) => [
      report.work[work].name,
      text.levels[level],
      text.subjects[about],
      daily(arrived),
      daily(arisen),
      daily(further),
    ]),
  });
  return html`${complaints.after.length === 0 ? null : after}${came}`;
}

/** The same in sentences; none where no work is complaints. */
export function sayComplaints(report: Report, lang: Lang): string[] {
  const { complaints } = report;
  if (complaints === undefined) return [];
  const text = words(lang).report.complaints;
  const daily = (value: number) => showCount(value / report.scenario.days.length, lang);
  const sum = (of: 'arrived' | 'arisen') => complaints.came.reduce((all, one) => all + one[of], 0);
  const rates = complaints.after.flatMap(({ share, work }) =>
    share === null ? [] : [text.oneRate({ work: report.work[work].name, rate: showRate(share, lang) })],
  );
  return [
    text.cameDaily({ arrived: daily(sum('arrived')), arisen: daily(sum('arisen')) }),
    ...(rates.length === 0 ? [] : [text.rates({ rates: rates.join(text.comma) })]),
  ];
}

/** Complaint rates are small: two decimals of a per cent. */
function showRate(share: number | null, lang: Lang): string {
  return share === null ? '–' : formatPercent(lang, share, 2);
}
