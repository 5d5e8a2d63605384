/** A live drill in a terminal: the clock runs, the board is shown, keys become orders. */

import type { Said } from '../../drill/drill.ts';
import type { Answer, LiveSession } from '../../drill/live-session.ts';
import { sayOrder } from '../../report/drill/say-drill.ts';
import { tellFault } from '../../scenario/scenario-error.ts';
import { type Lang, words as wordsIn } from '../../words/dictionary.ts';
import { type Key, openScreen, type Terminal } from './terminal.ts';
import { layOutBoard } from './wall-board.ts';

/** The speeds that + and − go through, in multiples of real time. */
export const speeds = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600] as const;

/** How a live drill is played. */
export interface LiveSetting {
  drill: string;
  levers: readonly { title: Said; counted: boolean }[];
  lang: Lang;
  /** Multiples of real time, 1–600. */
  speed: number;
  by: string;
  clock: (moment: number) => string;
  /** When the exercise began, seconds. */
  from: number;
}

/** The board is drawn, and time let on, so often: milliseconds. */
const beat = 100;

/**
 * Plays until the exercise is over and somebody presses Enter, or until Ctrl-C.
 * @returns whether it was played to its end
 */
export function playLive(session: LiveSession, setting: LiveSetting, terminal: Terminal): Promise<boolean> {
  const { lang } = setting;
  const text = wordsIn(lang).drill.live;
  let { speed } = setting;
  let paused = true;
  let typed = '';
  let answer = text.pressEnter;
  let reached = setting.from;

  return new Promise((resolve) => {
    const screen = openScreen(terminal, press, () => end(session.isOver));
    const stop = terminal.every(beat, () => {
      if (!paused && !session.isOver) {
        reached += (beat / 1000) * speed;
        session.advance(reached);
      }
      draw();
    });
    draw();

    function end(whole: boolean): void {
      stop();
      screen.close();
      resolve(whole);
    }

    function draw(): void {
      const { columns = 80, rows = 24 } = terminal.output;
      const { clock, drill } = setting;
      const colour = process.env.NO_COLOR === undefined;
      screen.show(
        layOutBoard(session.board(), { drill, lang, columns, rows, speed, paused, typed, answer, colour, clock }),
      );
    }

    function press(key: Key): void {
      if (key.ctrl && (key.name === 'c' || key.name === 'd')) {
        end(session.isOver);
        return;
      }
      if (key.name === 'return' || key.name === 'enter') {
        if (session.isOver) {
          end(true);
          return;
        }
        if (typed.trim() !== '') answer = sayAnswer(session.order(typed, setting.by), setting);
        typed = '';
      } else if (key.name === 'backspace') typed = [...typed].slice(0, -1).join('');
      else if (key.name === 'escape' || (key.ctrl && key.name === 'u')) typed = '';
      else if (typed === '' && key.sequence === ' ') {
        paused = !paused;
        answer = '';
      } else if (typed === '' && (key.sequence === '+' || key.sequence === '='))
        speed = speeds.find((one) => one > speed) ?? speed;
      else if (typed === '' && key.sequence === '-') speed = speeds.findLast((one) => one < speed) ?? speed;
      else if (!key.ctrl && key.meta !== true && isText(key.sequence)) typed += key.sequence;
      draw();
    }
  });
}

/** Whether a key types something; arrows and the like do not. */
function isText(sequence: string | undefined): boolean {
  return sequence !== undefined && /^[^\p{Cc}]+$/u.test(sequence);
}

/** What became of an order, in a line. */
function sayAnswer(answer: Answer, { lang, levers }: LiveSetting): string {
  const text = wordsIn(lang).drill.live;
  if ('refused' in answer) {
    const message = { key: 'inDrill' as const, values: answer.refused };
    return text.refused({
      why: tellFault(lang, { file: '', line: null, column: null, path: '', message }).replace(/^: /, ''),
    });
  }
  if ('done' in answer) return text.done({ order: sayOrder(answer.done, levers, lang) });
  return text.unchanged({ order: sayOrder(answer.unchanged, levers, lang) });
}
