/** The wall board of a live drill as lines of a terminal. */

import stringWidth from 'fast-string-width';
import pico from 'picocolors';
import { levelNames } from '../../drill/drill.ts';
import type { WallBoard } from '../../drill/live-session.ts';
import { say, sayLever, sayOrder } from '../../report/drill/say-drill.ts';
import { type Lang, words as wordsIn } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';

/** What is shown beside the state of the floor. */
export interface BoardFrame {
  drill: string;
  lang: Lang;
  columns: number;
  rows: number;
  speed: number;
  paused: boolean;
  /** What is being typed, and what became of the last order. */
  typed: string;
  answer: string;
  colour: boolean;
  clock: (moment: number) => string;
}

/** Waits from here on are shown as alarming, seconds; and occupancies, shares in time below. */
const alarming = { wait: 120, occupancy: 0.95, serviceLevel: 0.5 } as const;

/** Lays the board out; every line fits the terminal. */
export function layOutBoard(board: WallBoard, frame: BoardFrame): string[] {
  const { clock, columns, lang, rows } = frame;
  const text = wordsIn(lang).drill.live;
  const { bold, cyan, dim, red, yellow, green } = pico.createColors(frame.colour);
  const share = (value: number | null) => (value === null ? '–' : formatPercent(lang, value));
  const shaped = (line: string, paint: (text: string) => string = (one) => one) => paint(cutLine(line, columns));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((one) => stringWidth(one))) + 2;
  const nameWidth = widest(board.queues.map(({ name }) => name));
  const queues = board.queues.map(({ longestWait, name, serviceLevel, waiting }) => {
    const line = [
      `  ${pad(name, nameWidth)}`,
      pad(`${text.waiting} ${formatNumber(lang, waiting)}`, 14),
      pad(`${text.longest} ${formatDuration(lang, Math.round(longestWait))}`, 20),
      serviceLevel === null ? '' : `${text.service} ${share(serviceLevel)}`,
    ].join('');
    const isBad = serviceLevel !== null && (longestWait > alarming.wait || serviceLevel < alarming.serviceLevel);
    return shaped(line, isBad ? red : (one) => one);
  });
  const staff = `  ${text.agents} ${formatNumber(lang, board.loggedIn)}   ${text.idle} ${formatNumber(lang, board.idle)}   ${text.occupancy} ${share(board.occupancy)}`;
  const level = board.level === 0 ? text.calm : text.level({ level: levelNames[board.level - 1] });
  const asked = board.asked > board.level ? `   ${text.asked({ level: levelNames[board.asked - 1] })}` : '';
  const all = board.levers.map(({ lever }) => lever);
  const levels = board.levels.flatMap((one, i) => {
    if (one === null) return [];
    const todo = one.orders.map((order) => sayLever(order, all, lang));
    return [shaped(`  ${pad(levelNames[i], 4)}${todo.join(' · ')}`, i < board.level ? green : dim)];
  });
  const titles = board.levers.map(
    ({ lever }) => `${say(lever.title, lang)}${lever.counted ? ` ${formatNumber(lang, lever.capacity)}` : ''}`,
  );
  const titleWidth = widest(titles);
  const levers = board.levers.map(({ lever, state }, i) => ({
    line: `  ${pad(`${i + 1}`, 3)}${pad(titles[i], titleWidth)}${sayState(lever, state)}`,
    paint: state.working > 0 ? green : state.worksAt === null ? dim : yellow,
  }));
  function sayState(
    { counted, delay }: WallBoard['levers'][number]['lever'],
    state: WallBoard['levers'][number]['state'],
  ) {
    const soon = state.worksAt === null ? '' : clock(state.worksAt);
    if (state.working === 0) {
      return state.worksAt === null ? `${text.free} · ${formatDuration(lang, delay)}` : text.coming({ time: soon });
    }
    const now = `${text.working}${counted ? ` ${formatNumber(lang, state.working)}` : ''}`;
    if (state.worksAt === null) return now;
    return `${now} · ${state.ordered > state.working ? text.more({ agents: formatNumber(lang, state.ordered), time: soon }) : text.ending({ time: soon })}`;
  }
  const told = board.told.slice(-2).map(({ told: said, toldAt, what }) => {
    const news = say(said, lang) === '' ? say(what, lang) : say(said, lang);
    return shaped(`  ${clock(toldAt)} ${news}`, cyan);
  });
  const decided = board.decided
    .slice(-2)
    .map(({ at, order }) => shaped(`  ${clock(at)} ${sayOrder(order, all, lang)}`));
  const speed = text.speed({ speed: frame.speed, paused: frame.paused });
  const headOf = (parts: readonly string[]) => [
    shaped(text.title({ drill: frame.drill, time: clock(board.time), speed }), bold),
    '',
    ...queues,
    shaped(staff, (board.occupancy ?? 0) > alarming.occupancy ? red : undefined),
    shaped(`  ${level}${asked}`, asked === '' ? bold : (one) => red(bold(one))),
    ...parts,
  ];
  const foot = [
    '',
    shaped(board.isOver ? text.over : frame.answer, yellow),
    shaped(`${text.prompt}> ${frame.typed}▏`, bold),
    ...wrapParts(text.help, columns).map((line) => shaped(line, dim)),
  ];
  const oneBelowAnother = levers.map(({ line, paint }) => shaped(line, paint));
  const sideBySide = inTwoColumns(levers, columns);
  // Every lever is to be seen: in a small terminal other things give way, those first that can be looked up elsewhere.
  const bodies = [
    [...headOf([...levels, '', ...told, ...decided]), ...oneBelowAnother],
    [...headOf([...levels, '', ...told, ...decided]), ...sideBySide],
    [...headOf([...told.slice(-1), ...decided.slice(-1)]), ...sideBySide],
  ];
  const room = Math.max(0, rows - foot.length);
  const body = bodies.find((one) => one.length <= room) ?? bodies[bodies.length - 1].slice(0, room);
  return [...body, ...foot].slice(0, rows);
}

/** Lines in two columns, read downwards; each is cut to its half. */
function inTwoColumns(lines: readonly { line: string; paint: (text: string) => string }[], columns: number): string[] {
  const half = Math.floor(columns / 2);
  const rows = Math.ceil(lines.length / 2);
  return Array.from({ length: rows }, (_, row) =>
    [lines[row], lines[row + rows]]
      .flatMap((one, column) =>
        one === undefined
          ? []
          : [one.paint(column === 0 ? pad(cutLine(one.line, half - 1), half) : cutLine(one.line, half))],
      )
      .join(''),
  );
}

/** Parts joined by dots, over as many lines as they need. */
function wrapParts(parts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length === 0 ? part : `${lines[lines.length - 1]} · ${part}`;
    if (lines.length > 0 && stringWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** A text filled up to a width. */
function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - stringWidth(text)));
}

/** As much of a line as fits. */
function cutLine(line: string, columns: number): string {
  if (stringWidth(line) <= columns) return line;
  let cut = '';
  let width = 0;
  for (const character of line) {
    width += stringWidth(character);
    if (width > columns - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
