/** A staffing plan as one page: the finding, what is needed and why, the service, a forecast that is wrong, every interval. */

import { staffingMethods } from '../../plan/staffing/staffing-methods.ts';
import type { PlannedInterval, PlannedQueue, StaffingPlan } from '../../plan/staffing/staffing-plan.ts';
import { type Lang, words as wordsIn } from '../../words/dictionary.ts';
import { html, type Markup } from '../html.ts';
import { type FigureChart, renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { PlanWords } from './say.ts';

/** More rows than this are not printed one by one. */
const mostRows = 400;

/**
 * Renders the page.
 *
 * @param plan what to show
 * @param charts one a queue, in their order
 * @param lang the reader's language
 */
export function renderPlanPage(plan: StaffingPlan, charts: readonly FigureChart[], lang: Lang): string {
  const say = new PlanWords(plan, lang);
  const { text } = say;
  const heading = text.heading({ name: plan.name });
  return renderPage({
    lang,
    version: plan.version,
    title: heading,
    heading,
    madeBy: text.madeBy({ version: plan.version, method: say.method(plan.method) }),
    finding: say.finding(),
    judgement: say.judgement(),
    sections: [
      {
        id: 'needs',
        title: text.sections.needs,
        body: html`${plan.queues.map((queue, i) => needs(say, queue, charts[i]))}`,
      },
      { id: 'service', title: text.sections.service, body: html`${plan.queues.map((queue) => service(say, queue))}` },
      {
        id: 'uncertainty',
        title: text.sections.uncertainty,
        body: html`${plan.queues.map((queue) => html`${named(say, queue)}${say.uncertainty(queue).map((one) => html`<p>${one}</p>`)}`)}`,
      },
      { id: 'table', title: text.sections.table, body: html`${plan.queues.map((queue) => tables(say, queue))}` },
      {
        id: 'computed',
        title: text.sections.computed,
        body: html`<ul>${text.computed.map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
      },
    ],
  });
}

/** The queue's name, where there are several. */
function named(say: PlanWords, queue: PlannedQueue): Markup | null {
  return say.plan.queues.length === 1 ? null : html`<h3>${queue.name}</h3>`;
}

function needs(say: PlanWords, queue: PlannedQueue, chart: FigureChart): Markup {
  const { chart: words, differ, hours, methodMeanings } = say.text;
  const { total, method, intervals } = queue;
  const rows = staffingMethods.flatMap((one) => {
    const [whole, fractional] = [total.requiredHours[one], total.fractionalHours[one]];
    if (whole === null || fractional === null) return [];
    const most = intervals.reduce((peak, row) => ((row.required[one] ?? 0) > (peak.required[one] ?? 0) ? row : peak));
    return [
      [
        one === method ? hours.rostered({ method: say.method(one) }) : say.method(one),
        methodMeanings[one],
        say.number(whole, 1),
        say.number(fractional, 1),
        say.number(most.required[one] ?? 0),
        say.time(most),
      ],
    ];
  });
  return html`${named(say, queue)}<p>${say.demand(queue)}</p><p>${say.text.promise({ targets: say.targets(queue) })}</p>${
    queue.patienceKnown ? null : html`<p>${say.text.noPatience}</p>`
  }${renderFigure(words.question, chart)}${dataTable({
    caption: hours.title,
    head: [hours.method, hours.meaning, hours.whole, hours.fractional, hours.peak, hours.at],
    rows,
    textColumns: [1],
  })}<p>${say.roster(queue)}</p><h4>${differ.title}</h4><ul>${say.differences(queue).map((one) => html`<li>${one}</li>`)}</ul>`;
}

function service(say: PlanWords, queue: PlannedQueue): Markup {
  const { service: words } = say.text;
  const { total } = queue;
  const within = say.within(queue);
  const row = (name: string, of: PlannedQueue['total']['service']): string[] => [
    name,
    ...(within === undefined ? [] : [say.percent(of.serviceLevel)]),
    say.seconds(of.asaSeconds, of.abandonment === 1 || total.offered === 0),
    say.percent(of.abandonment),
    say.percent(of.occupancy),
  ];
  const overload = say.overload(queue);
  return html`${named(say, queue)}${dataTable({
    caption: queue.agentsGiven ? words.title : words.required,
    head: [
      '',
      ...(within === undefined ? [] : [words.answeredWithin({ within })]),
      words.asa,
      words.abandoned,
      words.occupancy,
    ],
    rows: [row(words.steady, total.service), ...(total.exact === null ? [] : [row(words.exact, total.exact)])],
  })}${overload === undefined ? null : html`<p>${overload}</p>`}${queue.agentsGiven ? broken(say, queue) : null}`;
}

/** The stretches in which the promise breaks, the longest twenty. */
function broken(say: PlanWords, queue: PlannedQueue): Markup {
  const { service: words, table } = say.text;
  const breaking = queue.intervals.filter(({ offered, service }) => offered > 0 && !service.keeps);
  if (breaking.length === 0) return html`<p>${words.none}</p>`;
  const worst = [...breaking].sort((a, b) => b.service.missing - a.service.missing || a.from - b.from).slice(0, 20);
  const any = (value: number | null, show: (value: number) => string): string =>
    value === null ? words.anyNumber : show(value);
  return html`${dataTable({
    caption: words.worst,
    head: [words.stretch, table.offered, words.agents, words.needed, words.missing, words.carried, words.carriedAht],
    rows: worst
      .sort((a, b) => a.from - b.from)
      .map((one) => [
        say.time(one),
        say.agents(one.offered),
        say.agents(one.service.agents),
        say.number(one.required[queue.method] ?? 0),
        say.number(one.service.missing),
        any(one.service.carriedOffered, (value) => say.number(value, 1)),
        any(one.service.carriedAhtSeconds, (value) => say.seconds(value)),
      ]),
  })}<p>${words.carryMeaning}</p>`;
}

function tables(say: PlanWords, queue: PlannedQueue): Markup {
  const { text } = say;
  const { intervals } = queue;
  const head = planHead(say, queue);
  return html`${named(say, queue)}${queue.days.length > 1 ? days(say, queue) : null}${
    intervals.length > mostRows
      ? html`<p>${text.table.inCsv({ count: say.number(intervals.length) })}</p>`
      : dataTable({
          caption: text.table.intervals,
          head,
          rows: intervals.map((interval) => planRow(say, queue, interval)),
          alarms: (row, column) =>
            queue.agentsGiven && !intervals[row].service.keeps && head[column] === text.table.missing,
        })
  }`;
}

function days(say: PlanWords, queue: PlannedQueue): Markup {
  const { table, service: words } = say.text;
  const within = say.within(queue);
  const uncertain = say.plan.uncertainty !== null;
  return dataTable({
    caption: table.days,
    head: [
      table.day,
      table.offered,
      table.required,
      table.paid,
      table.fte,
      table.peak,
      ...(within === undefined ? [] : [words.answeredWithin({ within })]),
      ...(uncertain ? [table.confidence] : []),
    ],
    rows: queue.days.map((day) => [
      say.plan.days[day.day].label,
      say.number(day.offered),
      say.number(day.requiredHours[queue.method] ?? 0, 1),
      say.number(day.scheduledHours, 1),
      say.number(day.fullTimeEquivalents, 1),
      say.number(day.peak.required),
      ...(within === undefined ? [] : [say.percent(day.service.serviceLevel)]),
      ...(uncertain ? [say.percent(day.confidence)] : []),
    ]),
  });
}

/** The columns of the interval table. */
export function planHead(say: PlanWords, queue: PlannedQueue): string[] {
  const { table, service: words } = say.text;
  const within = say.within(queue);
  return [
    table.time,
    table.offered,
    table.aht,
    table.load,
    ...staffingMethods
      .filter((method) => method !== 'erlang-a' || queue.patienceKnown)
      .map((method) => say.method(method)),
    table.roster,
    ...(say.plan.uncertainty === null ? [] : [table.range]),
    ...(queue.agentsGiven ? [table.agents, table.missing] : []),
    ...(within === undefined ? [] : [words.answeredWithin({ within })]),
    words.asa,
    words.abandoned,
    words.occupancy,
  ];
}

/** One row of it. */
export function planRow(say: PlanWords, queue: PlannedQueue, interval: PlannedInterval): string[] {
  const { service, range, offered, required } = interval;
  const { range: ranged } = wordsIn(say.lang).report;
  const within = say.within(queue);
  const quiet = offered === 0;
  return [
    say.time(interval),
    say.agents(offered),
    say.number(interval.ahtSeconds),
    say.number(
      interval.load[
        queue.method === 'lagged' ? 'lagged' : queue.method === 'modified-offered-load' ? 'modified' : 'stationary'
      ],
      1,
    ),
    ...staffingMethods.flatMap((method) =>
      method === 'erlang-a' && !queue.patienceKnown ? [] : [say.number(required[method] ?? 0)],
    ),
    say.number(interval.scheduled),
    ...(range === null ? [] : [ranged.short({ from: say.number(range.fewest), to: say.number(range.most) })]),
    ...(queue.agentsGiven ? [say.agents(service.agents), say.number(service.missing)] : []),
    ...(within === undefined ? [] : [say.percent(service.serviceLevel)]),
    say.seconds(service.asaSeconds, quiet || service.abandonment === 1),
    quiet ? say.text.none : say.percent(service.abandonment),
    say.percent(service.occupancy),
  ];
}
