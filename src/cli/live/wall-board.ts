/** The wall board of a live drill as lines of a terminal. */
import pico from 'picocolors';
import stringWidth from 'string-width';
import { levelNames } from '../../drill/drill.ts';
import type { WallBoard } from '../../drill/live-session.ts';
import { say } from '../../report/drill/say-drill.ts';
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
  const queues = board.queues.map(({ longestWait, name, serviceLevel, waiting }) => {
    const line = [
      `  ${pad(name, 16)}`,
      pad(`${text.waiting} ${formatNumber(lang, waiting)}`, 16),
      pad(`${text.longest} ${formatDuration(lang, Math.round(longestWait))}`, 22),
      `${text.service} ${share(serviceLevel)}`,
    ].join('');
    const isBad = longestWait > alarming.wait || (serviceLevel !== null && serviceLevel < alarming.serviceLevel);
    return shaped(line, isBad ? red : (one) => one);
  });
  const staff = `  ${text.agents} ${formatNumber(lang, board.loggedIn)}   ${text.idle} ${formatNumber(lang, board.idle)}   ${text.occupancy} ${share(board.occupancy)}`;
  const level = board.level === 0 ? text.calm : text.level({ level: levelNames[board.level - 1] });
  const asked = board.asked > board.level ? `   ${text.asked({ level: levelNames[board.asked - 1] })}` : '';
  const levers = board.levers.map(({ lever, state }, i) => {
    const size = lever.counted ? ` ${formatNumber(lang, lever.capacity)}` : '';
    const now =
      state.working > 0
        ? `${text.working}${lever.counted ? ` ${formatNumber(lang, state.working)}` : ''}`
        : state.worksAt !== null
          ? text.coming({ time: clock(state.worksAt) })
          : `${text.free} · ${formatDuration(lang, lever.delay)}`;
    const line = `  ${pad(`${i + 1}`, 3)}${pad(`${say(lever.title, lang)}${size}`, 24)}${now}`;
    return shaped(line, state.working > 0 ? green : state.worksAt === null ? dim : yellow);
  });
  const told = board.told.slice(-2).map(({ at, told: said, what }) => {
    const news = say(said, lang) === '' ? say(what, lang) : say(said, lang);
    return shaped(`  ${clock(at)} ${news}`, cyan);
  });
  const speed = text.speed({ speed: frame.speed, paused: frame.paused });
  const head = [
    shaped(text.title({ drill: frame.drill, time: clock(board.time), speed }), bold),
    '',
    ...queues,
    shaped(staff, (board.occupancy ?? 0) > alarming.occupancy ? red : undefined),
    shaped(`  ${level}${asked}`, asked === '' ? bold : (one) => red(bold(one))),
    '',
    ...told,
  ];
  const foot = [
    '',
    shaped(board.isOver ? text.over : frame.answer, yellow),
    shaped(`${text.prompt}> ${frame.typed}▏`, bold),
    shaped(text.help, dim),
  ];
  const room = Math.max(0, rows - head.length - foot.length - 1);
  return [...head, ...levers.slice(0, room), ...foot].slice(0, rows);
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
