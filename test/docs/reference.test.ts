import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { callfloor, project } from '../cli/callfloor.ts';
import { libraryPage } from './library-page.ts';

// A page that is not up to date is written anew by `npx vitest run test/docs -u`.

describe('docs/reference', () => {
  it('cli.md is what the commands say of themselves', async () => {
    const names = commands.flatMap(({ name, verbs = [] }) => [name, ...verbs.map((verb) => `${name} ${verb}`)]);
    const helps = await Promise.all(names.map((name) => callfloor([...name.split(' '), '--help'])));
    const { stdout: overview } = await callfloor(['--help']);
    const page = [
      '# Commands',
      'Printed by the program itself: `callfloor --help`, and `--help` after a command. In Chinese with `--lang zh` or in a Chinese environment.',
      fence(overview),
      ...names.flatMap((name, i) => [`## callfloor ${name}`, fence(helps[i].stdout)]),
      '## Exit codes',
      [
        '| code | means |',
        '|---|---|',
        '| 0 | fine: every promise is held or undecided, or every check passed |',
        '| 1 | a promise is broken, or a check failed |',
        '| 2 | bad input: the command line, a scenario, a table; nothing was written |',
        '| 3 | Callfloor itself failed: the message names the command that replays it |',
        '| 130 | stopped by Ctrl-C (or a polite kill) before the work was done; where there is a report of what was done by then, it says so |',
      ].join('\n'),
      '## What `simulate` writes',
      [
        'Into `out/<scenario>-<seed>/`, all at once when everything is done; an earlier report of the same name is replaced as a whole.',
        '',
        '| file | holds |',
        '|---|---|',
        '| `report.html` | the report: one page, readable offline, on a phone and on paper |',
        '| `report.json` | the same as data, by `schemas/report.schema.json`; `--json` prints it |',
        '| `intervals.csv` | one row per planning interval |',
        '| `charts/*.svg` | every chart by itself; with `--png` as pictures too |',
        '| `trace.csv` | with `--trace`: one row per attempt of a contact in the run that `--trace-run` names |',
      ].join('\n'),
      '## What `staff` writes',
      [
        'Into `out/<file>-staffing/`, all at once.',
        '',
        '| file | holds |',
        '|---|---|',
        '| `staffing.html` | the plan: one page, readable offline, on a phone and on paper |',
        '| `staffing.json` | the same as data, by `schemas/staffing.schema.json`; `--json` prints it |',
        '| `intervals.csv` | one row per queue and interval; `callfloor staff` reads it again |',
        '| `charts/queue-*.svg` | the chart of every queue; with `--png` as pictures too |',
      ].join('\n'),
      '## Stopping',
      'Ctrl-C once: the days in hand are finished, and the report is written from what is done and says so; a search (`why`, `explain`, `roster advise`, `roster replan`, `drill review`, `drill tune`), whose answer needs all its days, writes none. Twice: the program ends at once and writes no report. The exit code is 130 either way.',
      'Either way, and every five seconds in between, what has been computed is kept beside the folder of the report, in `out/<its name>.checkpoint.json`: the same command with `--resume` (every command that has it) goes on from there and ends in the same bytes as one that was never stopped. The checkpoint goes when the whole report lies. If the disk takes no report, the verdict is printed and the checkpoint stays.',
    ].join('\n\n');
    await expect(`${page}\n`).toMatchFileSnapshot(resolve(project, 'docs/reference/cli.md'));
  });

  it('library.md is what the doc comments of the mathematics say', async () => {
    const page = libraryPage(resolve(project, 'src/math'));
    expect(page).not.toMatch(/@|undefined|\(\)/);
    await expect(`${page}\n`).toMatchFileSnapshot(resolve(project, 'docs/reference/library.md'));
  });

  it('kinds.md is what callfloor kinds prints', async () => {
    const { stdout } = await callfloor(['kinds']);
    const page = [
      '# Kinds',
      'Everything that may stand after `kind:` in a scenario (`measure:` in a promise), with its fields, as `callfloor kinds` prints it.',
      fence(stdout),
    ].join('\n\n');
    await expect(`${page}\n`).toMatchFileSnapshot(resolve(project, 'docs/reference/kinds.md'));
  });
});

function fence(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
