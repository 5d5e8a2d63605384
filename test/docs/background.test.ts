import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as math from '../../src/math/index.ts';
import { renderSvg } from '../../src/report/charts/render-svg.ts';
import { callfloor, emptyFolder, project } from '../cli/callfloor.ts';
import { textsOf } from '../report/charts/texts-of.ts';
import { pictures } from './background/pictures.ts';
import { checkExample, examplesOf, nameExample } from './examples.ts';

/**
 * The pages of `docs/background`. Their TypeScript is executed, with `// => value` at the end of a line checked; the lines after
 * `$ callfloor …` must be what the command prints, "…" standing for lines left out; a block headed by a file's name is that file. A
 * picture that is not up to date is drawn anew by `npx vitest run test/docs -u`.
 */
const folder = join(project, 'docs/background');
const pages = readdirSync(folder).filter((file) => file.endsWith('.md'));

/** The fenced blocks of a page, with what stands behind the opening fence. */
function blocksOf(page: string): { readonly head: string; readonly lines: readonly string[] }[] {
  const text = readFileSync(join(folder, page), 'utf8');
  const blocks = text.matchAll(/^```(\w+.*)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, head, body]) => ({ head, lines: body.trimEnd().split('\n') }));
}

/** Where the shown lines stand in the output, in order and without gaps but those marked; the first that does not. */
function firstMissing(shown: readonly string[], output: readonly string[]): string | undefined {
  let at = 0;
  let gap = false;
  for (const line of shown) {
    if (line === '…') {
      gap = true;
      continue;
    }
    const found = gap ? output.indexOf(line, at) : output[at] === line ? at : -1;
    if (found < 0) return line;
    at = found + 1;
    gap = false;
  }
  return gap || at === output.length ? undefined : 'the output goes on';
}

describe('docs/background', () => {
  for (const page of pages) {
    const blocks = blocksOf(page);
    const code = blocks.filter(({ head }) => head === 'ts').flatMap(({ lines }) => lines);
    for (const line of code.filter((each) => each.startsWith('import '))) {
      it(`${page} imports what there is: ${line}`, () => {
        const [, names] = /^import \{ (.*) \} from 'callfloor\/math';$/.exec(line) ?? [];
        expect(names?.split(', ').filter((name) => !(name in math))).toEqual([]);
      });
    }
    for (const example of examplesOf(code.filter((line) => !line.startsWith('import ')))) {
      it(`${page}: ${nameExample(example)}`, () => checkExample(example, math));
    }

    const sessions = blocks.filter(({ head }) => head === 'console');
    if (sessions.length === 0) continue;
    const work = emptyFolder();
    symlinkSync(join(project, 'scenarios'), join(work, 'scenarios'));
    for (const { head, lines } of blocks) {
      const [, name] = head.split(' ');
      if (name !== undefined) writeFileSync(join(work, name), `${lines.join('\n')}\n`);
    }
    for (const { lines } of sessions) {
      const [command, ...shown] = lines;
      it(`${page}: ${command} prints what the page shows`, async () => {
        const [, words] = /^\$ callfloor (.*)$/.exec(command) ?? [];
        const { stdout, stderr } = await callfloor(words.split(' '), { folder: work });
        expect(stderr).toBe('');
        expect(firstMissing(shown, stdout.trimEnd().split('\n')), stdout).toBe(undefined);
      });
    }
  }

  it('README.md lists every page', () => {
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(pages.filter((page) => page !== 'README.md' && !index.includes(`(${page})`))).toEqual([]);
  });

  for (const [name, drawPicture] of Object.entries(pictures)) {
    it(`${name}.md shows a picture of the model, drawn as it is now, with its text beside`, async () => {
      const chart = drawPicture();
      const svg = await renderSvg(chart, 'en');
      expect(chart.name).toBe(name);
      expect(svg).not.toMatch(/NaN|undefined|null/);
      for (const { x, y, text } of textsOf(svg)) {
        expect(x, text).toBeGreaterThanOrEqual(0);
        expect(x, text).toBeLessThanOrEqual(chart.width);
        expect(y, text).toBeGreaterThan(0);
        expect(y, text).toBeLessThan(chart.height);
      }
      await expect(svg).toMatchFileSnapshot(resolve(folder, `${name}.svg`));
      const page = readFileSync(join(folder, `${name}.md`), 'utf8');
      expect(page).toContain(`![${chart.title}. ${chart.reading}](${name}.svg)`);
    });
  }
});
