import type { ChildProcess } from 'node:child_process';
import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openScreen } from '../../src/cli/screen.ts';
import { callfloor, emptyFolder } from './callfloor.ts';

const talk = (mean: number) => `
work:
  inquiry:
    hours: "08:00-12:00"
    arrivals: { kind: interval-profile, file: demand.csv }
    talkSeconds: { kind: exponential, mean: ${mean} }
    patienceSeconds: { kind: exponential, mean: 180 }
people:
  groups:
    desk: { skills: { inquiry: 1 }, staff: 16 }
promises:
  - { measure: answered-within, seconds: 20, atLeast: 0.8 }
`;
const demand = (calls: number) =>
  `interval,calls\n${[8, 9, 10, 11].map((h) => `${String(h).padStart(2, '0')}:00,${calls}\n`).join('')}`;

/** Resolves when what is read grows beyond its length now by text that fits. */
function further(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((done) => {
    const hear = (chunk: string) => {
      text += chunk;
      if (!pattern.test(text)) return;
      child.stdout?.off('data', hear);
      done(text);
    };
    child.stdout?.on('data', hear);
  });
}

describe('callfloor simulate --watch', () => {
  it('tells the verdict anew when the scenario or a file that it names is saved, waits where one is wrong, and ends at Ctrl-C', async () => {
    const folder = emptyFolder();
    const save = (name: string, text: string) => writeFileSync(join(folder, name), text);
    save('desk.yaml', talk(230));
    save('demand.csv', demand(120));
    const pages: string[] = [];
    const { code, stderr } = await callfloor(['simulate', 'desk.yaml', '--watch', '--threads', '1'], {
      folder,
      meanwhile: async (child) => {
        const waiting = /Waiting for one of 2 files to be saved\. Ctrl-C ends\.\n$/;
        pages.push(await further(child, waiting));
        for (const deed of [
          () => save('desk.yaml', talk(600)),
          () => save('demand.csv', demand(20)),
          () => save('desk.yaml', talk(-1)),
          () => save('desk.yaml', talk(230)),
        ]) {
          const page = further(child, waiting);
          deed();
          pages.push(await page);
        }
        child.kill('SIGINT');
      },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(pages.map((page) => /[✔✘](?= held| broken)|desk\.yaml:\d+:\d+ [\w.]+/.exec(page)?.[0])).toEqual([
      '✔',
      '✘',
      '✔',
      'desk.yaml:6:45 work.inquiry.talkSeconds.mean',
      '✔',
    ]);
    expect(() => readFileSync(join(folder, 'out'))).toThrow(/ENOENT/);
  });

  it('says at once what it does, and minds files that are broken, removed, renamed into place and saved twice at once', async () => {
    const folder = emptyFolder();
    const path = (name: string) => join(folder, name);
    const save = (text: string) => writeFileSync(path('desk.yaml'), text);
    save(talk(230).replace('{ kind: interval-profile, file: demand.csv }', '{ kind: constant-rate, perHour: 220 }'));
    const sound = readFileSync(path('desk.yaml'), 'utf8');
    const pages: string[] = [];
    const { code, stderr } = await callfloor(
      ['simulate', 'desk.yaml', '--watch', '--threads', '1', '--max-runs', '2'],
      {
        folder,
        meanwhile: async (child) => {
          const waiting = /Waiting for the scenario to be saved\. Ctrl-C ends\.\n$/;
          pages.push(await further(child, waiting));
          for (const deed of [
            () => save('work: [\n'),
            () => unlinkSync(path('desk.yaml')),
            () => {
              writeFileSync(path('desk.yaml~'), sound);
              renameSync(path('desk.yaml~'), path('desk.yaml'));
            },
            () => {
              save('work: [\n');
              save(sound.replace('mean: 230', 'mean: 2300'));
            },
          ]) {
            const page = further(child, waiting);
            deed();
            pages.push(await page);
          }
          child.kill('SIGINT');
        },
      },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const start =
      'Reading desk.yaml …\nSimulating the first day, about 880 contacts; the first verdict comes when it is done.\n';
    expect(pages[0].startsWith(start)).toBe(true);
    expect(
      pages.map((page) => /[✔✘?](?= held| broken| undecided)|desk\.yaml:\d+|There is no file/.exec(page)?.[0]),
    ).toEqual([expect.stringMatching(/[✔?]/), 'desk.yaml:1', 'There is no file', expect.stringMatching(/[✔?]/), '✘']);
  });

  it.each([
    [['--json'], '--json'],
    [['--quiet'], '--quiet'],
    [['--png'], '--png'],
    [['--trace'], '--trace'],
    [['--out', 'elsewhere'], '--out'],
  ])('refuses %j: it writes nothing', async (words, option) => {
    const { code, stderr } = await callfloor(['simulate', 'x.yaml', '--watch', ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--watch shows the verdict and writes nothing: leave ${option} out`);
    const zh = await callfloor(['simulate', 'x.yaml', '--watch', ...words, '--lang', 'zh']);
    expect(zh.stderr).toContain(`--watch 只显示结论，不写任何文件：请去掉 ${option}`);
  });
});

describe('openScreen', () => {
  function terminal(isTTY: boolean, rows = 3) {
    const written: string[] = [];
    const stream = { isTTY, rows, write: (text: string) => written.push(text) > 0 };
    return { written, stream: stream as unknown as NodeJS.WriteStream };
  }

  it('draws pages over one another, no longer than the terminal, and gives it back with the whole last page', () => {
    const { stream, written } = terminal(true);
    const screen = openScreen(stream);
    screen.show('a\nb\n');
    screen.show('c\nd\ne\nf\n');
    screen.close();
    expect(written).toEqual([
      '\x1b[?1049h\x1b[?25l',
      '\x1b[Ha\x1b[K\nb\x1b[K\n\x1b[J',
      '\x1b[Hc\x1b[K\nd\x1b[K\ne\x1b[J',
      '\x1b[?25h\x1b[?1049lc\nd\ne\nf\n',
    ]);
  });

  it('writes one page after the other where there is no terminal', () => {
    const { stream, written } = terminal(false);
    const screen = openScreen(stream);
    screen.show('a\n');
    screen.show('b\n');
    screen.close();
    expect(written).toEqual(['a\n', 'b\n']);
  });
});
