import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { playLive } from '../../../src/cli/live/play-live.ts';
import type { Terminal } from '../../../src/cli/live/terminal.ts';
import { writeOrder } from '../../../src/drill/decision-log.ts';
import { compileDrill } from '../../../src/drill/exercise.ts';
import { LiveSession } from '../../../src/drill/live-session.ts';
import { readDrill } from '../../drill/made-drill.ts';

const drill = readDrill();
const centre = compileDrill(drill, 'live');
const clock = (moment: number) => new Date(moment * 1000).toISOString().slice(11, 16);

/** A terminal that a test holds: it types, lets time beat, and sees what is shown. */
function hold({ speed = 600, lang = 'en' as 'en' | 'zh', columns = 100, rows = 40 } = {}) {
  const input = Object.assign(new PassThrough(), {
    raw: [] as boolean[],
    setRawMode: (raw: boolean) => input.raw.push(raw),
  });
  let shown = '';
  let beat: () => void = () => {};
  let beating = false;
  const terminal: Terminal = {
    input,
    output: {
      write: (text: string) => {
        shown += text;
      },
      columns,
      rows,
    },
    every(_, again) {
      beat = again;
      beating = true;
      return () => {
        beating = false;
      };
    },
  };
  const session = new LiveSession(drill, centre, 0);
  const setting = { drill: 'A rush', levers: drill.levers, lang, speed, by: 'Wang Lei', clock, from: session.time };
  const played = playLive(session, setting, terminal);
  return {
    session,
    played,
    input,
    /** Types keys, as fast as a stream brings them. */
    type: async (keys: string) => {
      input.write(keys);
      await new Promise((resolve) => setImmediate(resolve));
    },
    beat: (times: number) => {
      for (let i = 0; i < times; i++) if (beating) beat();
    },
    /** What is on the screen now. */
    screen: () => stripVTControlCharacters(shown.split('\x1b[H').at(-1) ?? ''),
    all: () => shown,
    isBeating: () => beating,
  };
}

describe('playLive', () => {
  it('loses no key at 600 times real time, and gives the orders at the time shown', async () => {
    const held = hold();
    await held.type(' ');
    held.beat(40);
    expect(held.screen()).toContain('09:10');
    const text = 'pull home 4';
    for (const key of text) {
      held.beat(1);
      await held.type(key);
    }
    expect(held.screen()).toContain(`order> ${text}`);
    await held.type('\r');
    expect(held.screen()).toContain('ordered: start home: 4');
    // Many keys at once are as good as one by one.
    await held.type('1\rlevel II\rstand down\r');
    await held.type('\x03');
    expect(await held.played).toBe(false);
    const { decisions } = held.session.finish();
    expect(decisions.map(({ order }) => writeOrder(order, drill.levers))).toEqual([
      ...['pull home 4', 'pull tell', 'level II', 'stand down'],
    ]);
    expect(new Set(decisions.map(({ by }) => by))).toEqual(new Set(['Wang Lei']));
    expect(clock(decisions[0].at)).toBe('09:21');
  });

  it('gives the terminal back after Ctrl-C', async () => {
    const held = hold();
    expect(held.input.raw).toEqual([true]);
    await held.type('\x03');
    await held.played;
    expect(held.input.raw).toEqual([true, false]);
    expect(held.all().startsWith('\x1b[?1049h\x1b[?25l')).toBe(true);
    expect(held.all().endsWith('\x1b[?25h\x1b[?1049l')).toBe(true);
    expect(held.isBeating()).toBe(false);
    expect(held.input.listenerCount('keypress')).toBe(0);
  });

  it('stands still until space, and while it is paused', async () => {
    const held = hold({ speed: 60 });
    held.beat(100);
    expect(held.session.time).toBe(drill.from);
    await held.type(' ');
    held.beat(100);
    expect(held.session.time).toBe(drill.from + 600);
    await held.type(' ');
    held.beat(100);
    expect(held.session.time).toBe(drill.from + 600);
    await held.type('+ ');
    held.beat(10);
    expect(held.session.time).toBe(drill.from + 720);
    await held.type('\x03');
    await held.played;
  });

  it('runs a whole exercise and ends with Enter', async () => {
    const held = hold();
    await held.type(' ');
    held.beat(400);
    expect(held.screen()).toContain('The exercise is over');
    await held.type('\r');
    expect(await held.played).toBe(true);
    expect(held.session.finish().track.at(-1)?.time).toBeGreaterThanOrEqual(drill.to);
  });

  it('says what is wrong with an order, and takes keys back', async () => {
    const held = hold({ lang: 'zh' });
    await held.type('homes\x7f 9\r');
    expect(held.screen()).toContain('home 应为 1 至 6 人，实为 9');
    await held.type('nothing\r');
    expect(held.screen()).toContain('应为处置手段的名称');
    await held.type('abc\x15stand down\r');
    expect(held.screen()).toContain('无需改变：解除响应');
    await held.type('\x1b[Aあ排队\x03');
    await held.played;
  });

  it('shows every lever and the order being typed in a terminal of 24 lines', async () => {
    const held = hold({ columns: 80, rows: 24 });
    await held.type(' ');
    held.beat(60);
    await held.type('level II\rhalf');
    const lines = held.screen().split('\r\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    drill.levers.forEach(({ name }, i) => {
      expect(lines.some((line) => line.includes(` ${i + 1} `) && line.includes(name))).toBe(true);
    });
    expect(held.screen()).toContain('order> half');
    await held.type('\x03');
    await held.played;
  });

  it('shows lines that fit the terminal, whatever it is', async () => {
    for (const columns of [20, 40, 80, 200]) {
      const held = hold({ columns });
      await held.type(' ');
      held.beat(60);
      const { default: stringWidth } = await import('string-width');
      for (const line of held.screen().split('\r\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      await held.type('\x03');
      await held.played;
    }
  });
});
