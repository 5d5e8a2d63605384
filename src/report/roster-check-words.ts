/** What a roster check says in words: the sentences that text, page and chart share. */
import { labourRules } from '../kinds/labour-rules/index.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import type { RosterCheck } from './roster-check.ts';
import { nameRange, nameTime, sayVerdict, showCount } from './wording.ts';

type Slack = RosterCheck['slack']['work'][number];

/** The verdict, and in the same breath the greatest fault of the roster. */
export function sayFinding(check: RosterCheck, lang: Lang): string {
  const text = words(lang).rosterCheck;
  const { breaches } = check.labourRules;
  const faults = [
    ...check.countedTwice.slice(0, 1).map((one) => text.counted.short({ count: showCount(countTwice(one), lang) })),
    ...(check.missedBreaks.length > 0 ? [text.breaks.count({ count: `${check.missedBreaks.length}` })] : []),
    ...(breaches.length > 0 ? [text.rules.count({ count: `${breaches.length}` })] : []),
  ];
  const verdict = sayVerdict(check.report, lang);
  return faults.length === 0 ? verdict : words(lang).report.joinSentences([verdict, sentenceOf(faults, lang)]);
}

function sentenceOf(faults: readonly string[], lang: Lang): string {
  const list = faults.join(words(lang).report.semicolon);
  return lang === 'zh' ? `${list}。` : `${list[0].toUpperCase()}${list.slice(1)}.`;
}

/** How many people are counted more than once. */
export function countTwice({ able, people }: RosterCheck['countedTwice'][number]): number {
  return able.reduce((sum, one) => sum + one, 0) - people;
}

/** Stretches in which people are counted twice, a sentence each. */
export function sayCountedTwice({ countedTwice, report }: RosterCheck, lang: Lang): string[] {
  const text = words(lang).rosterCheck.counted;
  const count = (value: number) => showCount(value, lang);
  return countedTwice.map((one) =>
    text.sentence({
      range: nameRange(report, one, lang),
      needs: one.needs.map(count).join(' + '),
      sum: count(one.needs.reduce((sum, need) => sum + need, 0)),
      people: count(one.people),
      twice: count(countTwice(one)),
      able: words(lang).report.list(
        one.work.map((work, i) => text.able({ work: report.work[work].name, count: count(one.able[i]) })),
      ),
    }),
  );
}

/** Where most agents are missing, or how many can be spared everywhere. */
export function sayMissing({ report }: RosterCheck, { work, agents, hopeless }: Slack, lang: Lang): string {
  const text = words(lang).rosterCheck.slack;
  const { name } = report.work[work];
  const time = (interval: number) => nameTime(report, report.intervals[interval].start, lang);
  const lost = hopeless.indexOf(true);
  if (lost >= 0) return text.hopeless({ work: name, time: time(lost) });
  const known = agents.filter((one) => one !== null);
  const least = Math.min(...known);
  if (least < 0)
    return text.finding({ work: name, time: time(agents.indexOf(least)), missing: formatNumber(lang, -least) });
  return least > 0 ? text.spare({ work: name, least: formatNumber(lang, least) }) : text.exact({ work: name });
}

/** How much is missing and spare altogether. */
export function saySlack({ report }: RosterCheck, { work, agents }: Slack, lang: Lang): string {
  const hours = (sign: 1 | -1) =>
    agents.reduce<number>((sum, one, i) => {
      const { start, end } = report.intervals[i];
      return sum + (Math.max(0, sign * (one ?? 0)) * (end - start)) / 3600;
    }, 0);
  return words(lang).rosterCheck.slack.reading({
    work: report.work[work].name,
    short: formatNumber(lang, agents.filter((one) => one !== null && one < 0).length),
    missing: formatNumber(lang, hours(-1), 1),
    spare: formatNumber(lang, hours(1), 1),
  });
}

/** A figure with its sign, as planners write slack: `+3`, `−2`. */
export function showSlack(agents: number | null): string {
  if (agents === null) return '';
  return agents > 0 ? `+${agents}` : agents < 0 ? `−${-agents}` : '0';
}

/** How many sentences of one sort are said one by one. */
const most = 12;

/** Shifts on which somebody is on queue too long, a sentence each. */
export function sayMissedBreaks({ missedBreaks, report }: RosterCheck, lang: Lang): string[] {
  const text = words(lang).rosterCheck.breaks;
  return someOf(
    missedBreaks.map(({ person, from, to, seconds }) =>
      text.without({
        person,
        shift: nameShift(report, { from, to }, lang),
        hours: formatNumber(lang, seconds / 3600, 1),
      }),
    ),
    lang,
  );
}

/** Shifts that nobody can work, a sentence each. */
export function sayUnable({ unable, report }: RosterCheck, lang: Lang): string[] {
  const text = words(lang).rosterCheck.lacking;
  return someOf(
    unable.map(({ person, from, to, only }) =>
      text.one({ person, shift: nameShift(report, { from, to }, lang), only: words(lang).report.list(only) }),
    ),
    lang,
  );
}

/** Breaches of labour rules, a sentence each. */
export function sayBreaches({ labourRules: { breaches }, report }: RosterCheck, lang: Lang): string[] {
  const text = words(lang).rosterCheck.rules;
  const figure = (value: number) => formatNumber(lang, value, Number.isInteger(value) ? 0 : 1);
  return someOf(
    breaches.map(({ person, from, to, rule, value, limit }) =>
      text.breach({
        person,
        shift: nameShift(report, { from, to }, lang),
        rule: labourRules.get(rule).summary[lang],
        value: figure(value),
        limit: figure(limit),
      }),
    ),
    lang,
  );
}

function someOf(sentences: readonly string[], lang: Lang): string[] {
  const rest = sentences.length - most;
  if (rest <= 1) return [...sentences];
  return [...sentences.slice(0, most), words(lang).rosterCheck.breaks.more({ count: formatNumber(lang, rest) })];
}

/** A shift by its times; it may begin before the report's first day or end after its last. */
function nameShift(report: RosterCheck['report'], { from, to }: { from: number; to: number }, lang: Lang): string {
  const end = report.intervals[report.intervals.length - 1].end;
  return nameRange(report, { from: Math.max(0, from), to: Math.min(end, to) }, lang);
}

/** The table of shares: a row for each thing shared. */
export function shareTable({ shares }: RosterCheck, lang: Lang): { head: readonly string[]; rows: string[][] } {
  const text = words(lang).rosterCheck.fairness;
  const rows = (['hours', 'weekends', 'unsocial'] as const).map((what) => {
    const { most: top, mostPerson, least, leastPerson, gini } = shares[what];
    return [
      text.rows[what],
      text.of({ count: showCount(top, lang), person: mostPerson }),
      text.of({ count: showCount(least, lang), person: leastPerson }),
      formatNumber(lang, gini, 2),
    ];
  });
  return { head: text.head, rows };
}
