/** One customer’s way through the centre in plain words: what happened when, what followed, and which clocks ran. */
import type { Scenario } from '../scenario/scenario.ts';
import type { ClockRow } from '../sim/chains.ts';
import type { EndRow, TraceRow } from '../sim/trace.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatDuration, formatNumber } from '../words/format.ts';
import { listDays, listIntervals } from './build-report.ts';
import type { ReportTime } from './report.ts';
import { nameTime } from './wording.ts';

/** What a run tells of one customer. */
export interface Story {
  work: string;
  customer: number;
  run: number;
  seed: string;
  /** Attempts and items of the customer, in any order. */
  contacts: readonly TraceRow[];
  clocks: readonly ClockRow[];
  /** How handling ended where it may fail to settle the matter, or customers are asked. */
  endings: readonly EndRow[];
}

/**
 * The story as lines of text, in order of time.
 * @param scenario the one that was simulated
 */
export function tellStory(scenario: Scenario, story: Story, lang: Lang): string[] {
  const text = words(lang).story;
  const time: ReportTime = { scenario: { days: listDays(scenario) }, intervals: listIntervals(scenario) };
  const moment = (seconds: number) =>
    seconds < scenario.clock.horizonSeconds
      ? nameTime(time, seconds, lang)
      : text.after({ moment: text.hours({ hours: formatNumber(lang, seconds / 3600, 1) }) });
  const events = [
    ...story.contacts.map((row) => ({ at: row.arrival, said: sayContact(row, scenario, lang) })),
    ...story.endings.map((row) => ({ at: row.at, said: sayEnding(row, scenario, lang) })),
    ...story.clocks.map((row) => ({
      at: row.at,
      said: text.clocks[row.result]({ clock: row.clock, time: formatDuration(lang, row.elapsed) }),
    })),
  ].sort((a, b) => a.at - b.at);
  const { customer, run, seed, work } = story;
  const tier = story.contacts[0]?.tier;
  const counts = {
    contacts: formatNumber(lang, story.contacts.length),
    clocks: formatNumber(lang, story.clocks.length),
  };
  return [
    text.title({
      ...{ number: `${customer}`, work, run: `${run}`, seed },
      tier: tier === undefined ? '' : text.inTier({ tier }),
    }),
    '',
    ...events.map(({ at, said }) => `${moment(at)}  ${said}`),
    '',
    text.together(counts),
  ];
}

/** Whether an item is settled, and what the customer thinks of it. */
function sayEnding({ isSettled, points, type: name }: EndRow, { work }: Scenario, lang: Lang): string {
  const text = words(lang).story;
  const said = (isSettled ? text.settled : text.notSettled)({ work: name });
  if (points === null) return said;
  const limit = work.find((one) => one.name === name)?.outcome?.satisfaction?.dissatisfiedBelow ?? 0;
  const given = { points: formatNumber(lang, points) };
  return `${said}${text.comma}${points < limit ? text.fewPoints(given) : text.points(given)}`;
}

/** How an attempt ended that nobody answered; who was kept overnight was not sent away. */
function sayEnd(row: TraceRow, { work }: Scenario, lang: Lang): string {
  const text = words(lang).story;
  const isKept = work.find(({ name }) => name === row.type)?.closing === 'keep';
  return row.outcome === 'waiting' && isKept ? text.neverServed : text.ends[row.outcome as keyof typeof text.ends];
}

function sayContact(row: TraceRow, scenario: Scenario, lang: Lang): string {
  const text = words(lang).story;
  const outcomes: Readonly<Record<string, string>> = text.outcomes;
  const { after, attempt, type: work } = row;
  const parts = [
    attempt > 1
      ? text.triesAgain({ work, attempt: `${attempt}` })
      : after === undefined
        ? text.comes({ work })
        : text.begins({ work, cause: after.work, outcome: outcomes[after.outcome] }),
  ];
  if (row.selfService > 0) parts.push(text.selfService({ time: formatDuration(lang, row.selfService) }));
  if (row.wait > 0) parts.push(text.waits({ time: formatDuration(lang, row.wait) }));
  else if (row.outcome === 'answered') parts.push(text.atOnce);
  if (row.outcome === 'answered') {
    const { agent, group } = row;
    const who = agent === '' ? text.someoneOf({ group }) : text.agentOf({ agent, group });
    parts.push(text.answered({ who, time: formatDuration(lang, row.talk + row.hold + row.wrapUp) }));
  } else parts.push(sayEnd(row, scenario, lang));
  return parts.join(text.comma);
}
