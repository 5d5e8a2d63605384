/** A staffing plan in a terminal: the finding, what every method asks for, a spark line, the intervals. */
import Table from 'cli-table3';
import stringWidth from 'fast-string-width';
import pc from 'picocolors';
import { staffingMethods } from '../../plan/staffing/staffing-methods.ts';
import type { PlannedInterval, PlannedQueue, StaffingPlan } from '../../plan/staffing/staffing-plan.ts';
import type { Lang } from '../../words/dictionary.ts';
import type { TerminalSetting } from '../render-text.ts';
import { sparkBar } from '../spark-bar.ts';
import { marks } from '../wording.ts';
import { wrapLines } from '../wrap-lines.ts';
import { planHead, planRow } from './plan-page.ts';
import { PlanWords } from './say.ts';

/** More intervals than this are left to the file. */
const mostRows = 100;

/**
 * Renders the text.
 *
 * @param plan what to show
 * @param lang the reader's language
 * @param setting colour is written only when asked for; prose is broken at `columns`, tables are as wide as they must be
 * @returns lines, the last one ended too
 */
export function renderPlanText(plan: StaffingPlan, lang: Lang, setting: TerminalSetting): string {
  const say = new PlanWords(plan, lang);
  const columns = Math.max(40, setting.columns);
  const { bold, green, red } = pc.createColors(setting.colour);
  const judgement = say.judgement();
  const finding = wrapLines(`${judgement === null ? '' : `${marks[judgement]} `}${say.finding()}`, columns, 2);
  const paint = judgement === null ? bold : (line: string) => bold(judgement === 'held' ? green(line) : red(line));
  const queues = plan.queues.flatMap((queue) => queueLines(say, queue, columns));
  return `${[...finding.map(paint), ...queues].map((line) => line.trimEnd()).join('\n')}\n`;
}

function queueLines(say: PlanWords, queue: PlannedQueue, columns: number): string[] {
  const { plan, text } = say;
  const prose = (sentences: readonly string[]): string[] =>
    sentences.flatMap((sentence) => wrapLines(`  ${sentence}`, columns, 2));
  const overload = say.overload(queue);
  return [
    '',
    ...(plan.queues.length > 1 ? [`${queue.name}`] : []),
    ...prose([say.demand(queue), text.promise({ targets: say.targets(queue) })]),
    '',
    ...methodTable(say, queue),
    '',
    ...prose([say.roster(queue), ...say.differences(queue)]),
    ...(queue.patienceKnown ? [] : prose([text.noPatience])),
    '',
    ...serviceTable(say, queue),
    ...(overload === undefined ? [] : ['', ...prose([overload])]),
    ...sparks(say, queue, columns),
    ...(plan.uncertainty === null ? [] : ['', ...prose(say.uncertainty(queue))]),
    ...(queue.intervals.length > mostRows
      ? ['', ...prose([text.table.inCsv({ count: say.number(queue.intervals.length) })])]
      : ['', ...intervalTable(say, queue)]),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[], textColumns: number): string[] {
  const drawn = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, column) => (column < textColumns ? 'left' : 'right')),
  });
  for (const row of rows) drawn.push([...row]);
  return drawn.toString().split('\n');
}

function methodTable(say: PlanWords, queue: PlannedQueue): string[] {
  const { hours, methodMeanings } = say.text;
  const rows = staffingMethods.flatMap((method) => {
    const [whole, fractional] = [queue.total.requiredHours[method], queue.total.fractionalHours[method]];
    if (whole === null || fractional === null) return [];
    const name = method === queue.method ? hours.rostered({ method: say.method(method) }) : say.method(method);
    return [[name, methodMeanings[method], say.number(whole, 1), say.number(fractional, 1)]];
  });
  return [hours.title, ...table([hours.method, hours.meaning, hours.whole, hours.fractional], rows, 2)];
}

function serviceTable(say: PlanWords, { agentsGiven, total, ...queue }: PlannedQueue): string[] {
  const { service: words } = say.text;
  const within = say.within({ agentsGiven, total, ...queue });
  const row = (name: string, of: PlannedQueue['total']['service']): string[] => [
    name,
    ...(within === undefined ? [] : [say.percent(of.serviceLevel)]),
    say.seconds(of.asaSeconds, of.abandonment === 1 || total.offered === 0),
    say.percent(of.abandonment),
    say.percent(of.occupancy),
  ];
  const level = within === undefined ? [] : [words.answeredWithin({ within })];
  return [
    agentsGiven ? words.title : words.required,
    ...table(
      ['', ...level, words.asa, words.abandoned, words.occupancy],
      [row(words.steady, total.service), ...(total.exact === null ? [] : [row(words.exact, total.exact)])],
      1,
    ),
  ];
}

/** One bar an interval, or a few together: the most agents of them, or the worst service. */
function sparks(say: PlanWords, queue: PlannedQueue, columns: number): string[] {
  const { spark } = say.text;
  const first = queue.days[0].day;
  const ofDay = queue.intervals.filter(({ day }) => day === first);
  // A year as a spark line says nothing.
  if (queue.days.length > 1 || ofDay.length < 2) return [];
  const required = ofDay.map((interval) => interval.required[queue.method] ?? 0);
  const most = Math.max(...required);
  const title = spark.agents({
    method: say.method(queue.method),
    least: say.number(Math.min(...required)),
    most: say.number(most),
  });
  const lines = [
    '',
    `  ${title}`,
    sparkLine(ofDay, (one) => (one.required[queue.method] ?? 0) / Math.max(1, most), columns),
  ];
  const within = say.within(queue);
  if (within !== undefined && queue.agentsGiven) {
    const level = (one: PlannedInterval): number => one.exact?.serviceLevel ?? one.service.serviceLevel ?? 1;
    lines.push(`  ${spark.level({ within })}`, sparkLine(ofDay, level, columns, Math.min));
  }
  return lines;
}

function sparkLine(
  intervals: readonly PlannedInterval[],
  share: (interval: PlannedInterval) => number,
  columns: number,
  together: (...values: number[]) => number = Math.max,
): string {
  const from = intervals[0].label;
  const last = intervals[intervals.length - 1];
  const minutes =
    Math.round((last.to - last.from) / 60) + Number(last.label.slice(0, 2)) * 60 + Number(last.label.slice(3));
  const to = `${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`;
  const size = Math.ceil(intervals.length / Math.max(10, columns - stringWidth(from + to) - 6));
  let bars = '';
  for (let i = 0; i < intervals.length; i += size)
    bars += sparkBar(together(...intervals.slice(i, i + size).map(share)));
  return `  ${from} ${bars} ${to}`;
}

function intervalTable(say: PlanWords, queue: PlannedQueue): string[] {
  const rows = queue.intervals.map((interval) => planRow(say, queue, interval));
  return [say.text.table.intervals, ...table(planHead(say, queue), rows, 1)];
}
