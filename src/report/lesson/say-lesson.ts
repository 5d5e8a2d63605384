/** What a lesson says in words: its heading, the sentence to take away, the command to try. */

import { fewMore } from '../../plan/lesson/knee.ts';
import { loadOf } from '../../plan/lesson/lesson-queue.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import { nameTime } from '../wording.ts';
import { dayBars } from './day-charts.ts';
import type { Lesson } from './lesson.ts';
import { showPoints, showShares, showWithin } from './lesson-values.ts';
import { aroundOf } from './service-charts.ts';

/** What the lesson is about, in a few words. */
export function headLesson({ day, subject }: Lesson, lang: Lang): string {
  const { page } = words(lang).lesson;
  const { queue, place } = subject;
  if (day !== null && place !== null) {
    const { report } = day;
    const { name, summary } = report.scenario;
    const time = nameTime(report, report.intervals[place.interval].start, lang);
    return page.ofScenario({ summary: summary === '' ? name : summary, work: report.work[place.work].name, time });
  }
  return page.ofQueue({
    calls: plainNumber(3600 * queue.arrivalRate, lang),
    aht: plainNumber(queue.meanHandleSeconds, lang),
    agents: formatNumber(lang, queue.agents),
  });
}

/** A number with the decimals that it has, 2 at most. */
export function plainNumber(value: number, lang: Lang): string {
  const digits = [0, 1].find((one) => Math.abs(value - Number(value.toFixed(one))) < 1e-9 * value);
  return formatNumber(lang, value, digits ?? 2);
}

/** The sentence to take away. */
export function sayFinding(lesson: Lesson, lang: Lang): string {
  const { finding, causes, charts } = words(lang).lesson;
  const bars = dayBars(lesson);
  if (bars.length >= 2) {
    const [formula, simulated] = showShares([bars[0].value, bars[bars.length - 1].value], lang);
    const changes = bars.slice(1).map(({ step, value }, i) => ({ step, change: value - bars[i].value }));
    const most = changes.reduce((a, b) => (Math.abs(b.change) > Math.abs(a.change) ? b : a));
    const cause =
      Math.abs(most.change) < 0.005 || most.step === 'formula'
        ? finding.noCause
        : finding.cause({ name: causes[most.step], points: showPoints(most.change, lang) });
    return finding.day({ formula, simulated, cause });
  }
  const { fewer, own, more } = aroundOf(lesson);
  const few = formatNumber(lang, fewMore);
  const agents = formatNumber(lang, lesson.subject.queue.agents);
  if (fewer === undefined) {
    const [share, plus] = showShares([own.serviceLevel, more.serviceLevel], lang);
    return charts.knee.titleFirst({ few, agents, share, more: plus });
  }
  const [minus, share, plus] = showShares([fewer.serviceLevel, own.serviceLevel, more.serviceLevel], lang);
  return finding.queue({ agents, share, within: showWithin(lesson, lang), few, fewer: minus, more: plus });
}

/** The queue as arguments of `callfloor erlang`, with other agents where given. */
export function erlangCommand(
  { subject }: Lesson,
  change: { agents?: number; patience?: number; calls?: number } = {},
): string {
  const { queue } = subject;
  const digits = (value: number): string => `${Number(value.toPrecision(6))}`;
  const patience = change.patience ?? queue.meanPatienceSeconds;
  const parts = [
    'callfloor erlang',
    `--calls ${digits(change.calls ?? 3600 * queue.arrivalRate)}`,
    `--aht ${digits(queue.meanHandleSeconds)}`,
    ...(patience < Infinity ? [`--patience ${digits(patience)}`] : []),
    ...(change.calls === undefined ? [`--agents ${change.agents ?? queue.agents}`] : []),
    `--within ${digits(queue.answerWithinSeconds - queue.ringSeconds)}`,
    `--target ${digits(queue.target)}`,
  ];
  return parts.join(' ');
}

/** Agents above the load. */
export function reserveOf({ subject }: Lesson): number {
  return subject.queue.agents - loadOf(subject.queue);
}
