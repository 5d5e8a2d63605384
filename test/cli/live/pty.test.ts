import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { centreText, drillText } from '../../drill/made-drill.ts';
import { emptyFolder, program } from '../callfloor.ts';

/** `script` of util-linux gives a program a terminal of its own; other systems' takes other options, or there is none. */
const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** Runs a live drill in a terminal, with the modes of the terminal noted before and after. */
function openTerminal() {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'centre.yaml'), centreText);
  writeFileSync(join(folder, 'rush.yaml'), drillText);
  const quoted = [process.execPath, program].map((part) => `'${part}'`).join(' ');
  const lines = [
    'stty rows 40 cols 100',
    'stty -g > before',
    `${quoted} drill run rush.yaml --live --speed 600 --by 'Wang Lei'`,
    'echo code $?',
    'stty -g > after',
  ];
  const script = spawn('script', ['-qfec', lines.join('; '), '/dev/null'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TERM: 'xterm', LANG: 'C.UTF-8' },
  });
  let shown = '';
  script.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  const ended = new Promise<void>((resolve) => script.on('close', () => resolve()));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return {
    type: (keys: string) => script.stdin.write(keys),
    ended,
    all: () => shown,
    sees: async (text: string | RegExp) => {
      for (let tries = 0; tries < 600; tries++) {
        const screen = stripVTControlCharacters(shown.split('\x1b[H').slice(-2).join(''));
        if (typeof text === 'string' ? screen.includes(text) : text.test(screen)) return;
        await sleep(50);
      }
      throw new Error(`never saw ${text}; the last of the screen: ${stripVTControlCharacters(shown.slice(-2000))}`);
    },
    modes: () => [read('before'), read('after')],
    decisions: () =>
      read('out/rush-live-1-0/decisions.jsonl')
        .trim()
        .split('\n')
        .slice(1, -1)
        .map((line) => JSON.parse(line) as { order: string; by: string; time: string }),
  };
}

describe.skipIf(!hasTerminal)('callfloor drill run --live in a terminal', () => {
  it('loses no key at 600 times real time, and leaves the terminal as it was at Ctrl-C', async () => {
    const terminal = openTerminal();
    await terminal.sees('space starts the clock');
    terminal.type(' ');
    // In three seconds the clock goes half an hour; forty keys a second are faster than anybody types.
    const orders = ['tell', 'home 4', '7 2', 'release tell', 'level II', 'stand down'];
    for (const key of orders.map((order) => `${order}\r`).join('')) {
      terminal.type(key);
      await sleep(25);
    }
    await terminal.sees('stand down');
    terminal.type('half an ord');
    await terminal.sees('half an ord');
    terminal.type('\x03');
    await terminal.ended;
    expect(terminal.decisions().map(({ order }) => order)).toEqual([
      ...['pull tell', 'pull home 4', 'pull office 2', 'release tell', 'level II', 'stand down'],
    ]);
    expect(new Set(terminal.decisions().map(({ by }) => by))).toEqual(new Set(['Wang Lei']));
    // The clock did run meanwhile.
    expect(new Set(terminal.decisions().map(({ time }) => time)).size).toBeGreaterThan(2);
    const [before, after] = terminal.modes();
    expect(after).toBe(before);
    expect(terminal.all()).toContain('\x1b[?25h\x1b[?1049l');
    expect(stripVTControlCharacters(terminal.all())).toContain('code 0');
  }, 60_000);
});
