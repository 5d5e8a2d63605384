/** A re-planned day in words, as a page, as data and as a list of moves. */
import Type, { type Static } from 'typebox';
import manifest from '../../../package.json' with { type: 'json' };
import type { PromiseStand, Replan, Stand } from '../../experiment/roster/replan-roster.ts';
import type { Absence, DayScope, PricedMove } from '../../plan/roster/replan/day-moves.ts';
import type { Roster } from '../../scenario/roster/roster.ts';
import { clockText, RosterClock } from '../../scenario/roster/roster-clock.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { csvText } from '../csv-text.ts';
import { html } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { closed } from '../report.ts';
import { dataTable } from '../table.ts';
import { wrapLines } from '../wrap-lines.ts';

const share = Type.Number({ minimum: 0, maximum: 1 });
const seconds = Type.Number({ description: 'Seconds from the start' });
const ends = { low: share, high: share };
const stand = closed(
  {
    together: Type.Union(
      [closed({ value: share, ...ends, confidence: share }, 'Share of days with its interval'), Type.Null()],
      { description: 'Days on which all promises of the day held together; null without such' },
    ),
    promises: Type.Array(
      closed(
        {
          id: Type.String(),
          share: Type.Number({
            description: 'Of days on which it held; of scope interval: of intervals whose mean keeps it',
          }),
          shareInterval: Type.Union([closed(ends, 'Interval of the share of days'), Type.Null()], {
            description: 'Null for a promise of scope interval',
          }),
          value: Type.Union([Type.Number(), Type.Null()], { description: 'The measure over all days' }),
          short: Type.Number({ description: 'Contacts below the target, mean a day; waits in parts of the target' }),
          holds: Type.Boolean(),
        },
        'What a promise comes to',
      ),
    ),
  },
  'What a roster comes to on fresh days',
);

const schema = closed(
  {
    format: Type.Literal('callfloor-replan'),
    formatVersion: Type.Literal(1),
    experiment: closed({ version: Type.String(), seed: Type.String(), runs: Type.Integer() }, 'How it was computed'),
    now: seconds,
    absent: Type.Array(closed({ person: Type.String(), from: seconds }, 'Somebody who is missing')),
    ended: Type.Union([Type.Literal('not-needed'), Type.Literal('mended'), Type.Literal('not-mended')]),
    hours: Type.Number({ description: 'Paid hours more' }),
    cost: Type.Number({ description: 'Their price' }),
    moves: Type.Array(
      closed(
        {
          person: Type.String(),
          kind: Type.String(),
          move: Type.String({ description: 'In words, English' }),
          paidHours: Type.Number(),
          cost: Type.Number(),
        },
        'A move',
      ),
    ),
    planned: stand,
    struck: stand,
    mended: stand,
    possible: Type.Integer({ description: 'Moves that there were' }),
    tried: Type.Integer({ description: 'Moves that were simulated' }),
  },
  'A re-planned day as `callfloor roster replan` writes it',
);

/** JSON schema (2020-12) of a re-planned day. */
export const replanSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor re-planned day',
  ...schema,
};

/** What is told of a day. */
export interface ReplanTold {
  replan: Replan;
  /** As it was before. */
  planned: Roster;
  scenario: Scenario;
  absences: readonly Absence[];
  scope: DayScope;
  seed: string;
  runs: number;
}

/** A move in words, and the times that it is about. */
function wordMove({ planned, replan }: ReplanTold, { what }: PricedMove, lang: Lang): string {
  const { moves } = wordsIn(lang).rosterReplan;
  const { activities } = wordsIn(lang).rosterBuild.chart;
  const clock = new RosterClock(planned.startDate, planned.timeZone);
  const time = (seconds: number) => clockText(clock.local(seconds).minutes);
  if (what.move === 'call-in') return moves['call-in']({ from: time(what.from), to: time(what.to) });
  const shift = replan.struckRoster.shifts[what.shift];
  switch (what.move) {
    case 'free-skills':
      return moves['free-skills']();
    case 'start-earlier':
      return moves['start-earlier']({ from: time(shift.from), to: time(shift.from - what.bySeconds) });
    case 'end-later':
      return moves['end-later']({ from: time(shift.to), to: time(shift.to + what.bySeconds) });
    case 'drop-activity': {
      const { activity, from } = shift.activities[what.activity];
      return moves['drop-activity']({ what: activities[activity], from: time(from) });
    }
    case 'shift-activity': {
      const { activity, from } = shift.activities[what.activity];
      return moves['shift-activity']({ what: activities[activity], from: time(from), to: time(from + what.bySeconds) });
    }
  }
}

function totalOf(moves: readonly PricedMove[]) {
  return {
    hours: moves.reduce((sum, { paidSeconds }) => sum + paidSeconds / 3600, 0),
    cost: moves.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** The one sentence to take away. */
export function sayReplanFinding({ replan }: ReplanTold, lang: Lang): string {
  const { cost, finding } = wordsIn(lang).rosterReplan;
  return finding[replan.ended]({ moves: replan.moves.length, cost: cost(totalOf(replan.moves)) });
}

function sayAbsent({ absences, planned }: ReplanTold, lang: Lang): string {
  const { absent, since } = wordsIn(lang).rosterReplan;
  const clock = new RosterClock(planned.startDate, planned.timeZone);
  const names = absences.map(({ from, person }) =>
    since({ name: planned.people[person].name, time: clockText(clock.local(from).minutes) }),
  );
  return absent({ names: wordsIn(lang).report.list(names) });
}

function moveRows(told: ReplanTold, lang: Lang): string[][] {
  return told.replan.moves.map((one) => [
    told.planned.people[one.person].name,
    wordMove(told, one, lang),
    formatNumber(lang, one.paidSeconds / 3600, 2),
    formatNumber(lang, one.cost, 2),
  ]);
}

function standRows({ replan, scenario }: ReplanTold, lang: Lang): string[][] {
  const { share, table } = wordsIn(lang).rosterReplan;
  const stands: Stand[] = [replan.planned, replan.struck, replan.mended];
  const show = ({ share: value, shareInterval, short }: PromiseStand) =>
    shareInterval === null
      ? share.interval({ share: value, short })
      : share.day({ share: value, ...shareInterval, short });
  const rows = scenario.promises.map(({ id }, p) => [id, ...stands.map(({ promises }) => show(promises[p]))]);
  const isSeveral = scenario.promises.filter(({ scope }) => scope === 'day').length > 1;
  if (!isSeveral) return rows;
  const together = stands.map((one) =>
    one.together === null ? '–' : share.day({ ...one.together, share: one.together.value, short: 0 }),
  );
  return [...rows, [table.together, ...together]];
}

/** The result in the terminal. */
export function renderReplanText(told: ReplanTold, lang: Lang, columns: number): string {
  const { hint, table } = wordsIn(lang).rosterReplan;
  const { moves } = told.replan;
  const lines = [sayReplanFinding(told, lang), sayAbsent(told, lang)];
  if (told.replan.ended === 'not-mended') lines.push(hint);
  lines.push('', `${table.moves}:`);
  if (moves.length === 0) lines.push(`  ${table.none}`);
  for (const [name, what, hours, cost] of moveRows(told, lang)) {
    lines.push(`  ${name}: ${what}${cost === formatNumber(lang, 0, 2) ? '' : ` (${hours} h, ${cost})`}`);
  }
  lines.push('', `${table.stands}:`);
  for (const [name, planned, struck, mended] of standRows(told, lang)) {
    lines.push(`  ${name}: ${table.planned} ${planned}, ${table.struck} ${struck}, ${table.mended} ${mended}`);
  }
  return lines.flatMap((line) => (line === '' ? [''] : wrapLines(line, Math.max(40, columns), 4))).join('\n');
}

/** The page. */
export function replanPage(told: ReplanTold, chart: DrawnChart<'shifts'> | null, lang: Lang): string {
  const { replan, runs, scenario, scope, seed } = told;
  const text = wordsIn(lang).rosterReplan;
  const { sections, table } = text;
  const { version } = manifest;
  const clock = new RosterClock(told.planned.startDate, told.planned.timeZone);
  const heading = text.heading({ name: scenario.summary || scenario.name });
  const number = (value: number) => formatNumber(lang, value);
  const rows = moveRows(told, lang);
  return renderPage({
    lang,
    version,
    title: heading,
    heading,
    madeBy: text.madeBy({
      version,
      seed,
      runs: number(runs),
      tried: number(replan.tried),
      possible: number(replan.possible),
    }),
    finding: sayReplanFinding(told, lang),
    judgement: replan.ended === 'not-mended' ? 'broken' : 'held',
    sections: [
      {
        id: 'moves',
        title: sections.moves,
        body: html`<p>${sayAbsent(told, lang)}${replan.ended === 'not-mended' ? ` ${text.hint}` : ''}</p>${
          rows.length === 0
            ? html`<p>${table.none}</p>`
            : dataTable({
                caption: table.moves,
                head: [table.person, table.move, table.hours, table.cost],
                rows,
                textColumns: [1],
              })
        }`,
      },
      {
        id: 'stands',
        title: sections.stands,
        body: dataTable({
          caption: table.stands,
          head: [table.promise, table.planned, table.struck, table.mended],
          rows: standRows(told, lang),
          textColumns: [1, 2, 3],
        }),
      },
      {
        id: 'staff',
        title: sections.staff,
        body: chart === null ? null : renderFigure(wordsIn(lang).rosterBuild.chart.question, chart),
      },
      {
        id: 'computed',
        title: sections.computed,
        body: html`<ul>${text
          .method({
            runs: number(runs),
            now: clockText(clock.local(scope.now).minutes),
            confidence: formatPercent(lang, scenario.precision.confidence, 0),
          })
          .map((one) => html`<li>${one}</li>`)}</ul>`,
      },
    ],
  });
}

/** The moves as CSV, a row a move; `kind` is the same in every language. */
export function movesCsv(told: ReplanTold, lang: Lang): string {
  const rows = told.replan.moves.map((one) => [
    told.planned.people[one.person].name,
    one.what.move,
    wordMove(told, one, lang),
    (one.paidSeconds / 3600).toFixed(2),
    one.cost.toFixed(2),
  ]);
  const head = ['person', 'kind', 'move', 'paidHours', 'cost'];
  return csvText(rows, head);
}

/** The result as plain data. */
export function replanJson(told: ReplanTold): Static<typeof schema> {
  const { absences, planned, replan, runs, scenario, scope, seed } = told;
  const { version } = manifest;
  const shown = ({ promises, together }: Stand) => ({
    together,
    promises: promises.map((one, p) => ({ id: scenario.promises[p].id, ...one })),
  });
  return {
    format: 'callfloor-replan',
    formatVersion: 1,
    experiment: { version, seed, runs },
    now: scope.now,
    absent: absences.map(({ from, person }) => ({ person: planned.people[person].name, from })),
    ended: replan.ended,
    ...totalOf(replan.moves),
    moves: replan.moves.map((one) => ({
      person: planned.people[one.person].name,
      kind: one.what.move,
      move: wordMove(told, one, 'en'),
      paidHours: one.paidSeconds / 3600,
      cost: one.cost,
    })),
    planned: shown(replan.planned),
    struck: shown(replan.struck),
    mended: shown(replan.mended),
    possible: replan.possible,
    tried: replan.tried,
  };
}
