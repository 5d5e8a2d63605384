import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type WhyReport, whySchema } from '../../src/report/why/why-report.ts';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

/** A desk that is well staffed but for two colleagues who stay away in its second hour. */
const desk = JSON.stringify({
  work: {
    inquiry: {
      hours: '08:00-12:00',
      arrivals: { kind: 'constant-rate', perHour: 60 },
      talkSeconds: { kind: 'exponential', mean: 230 },
      patienceSeconds: { kind: 'exponential', mean: 180 },
    },
  },
  people: { groups: { desk: { skills: { inquiry: 1 }, staff: 8 } } },
  shocks: [{ kind: 'agents-lost', from: '09:00', hours: 1, agents: 5 }],
  promises: [{ measure: 'answered-within', seconds: 20, atLeast: 0.8, scope: 'interval' }],
});

function folderWithDesk(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'desk.yaml'), desk);
  return folder;
}

describe('callfloor why', () => {
  it('callfloor why names the cause and what mends it, writes its files, the same with any number of threads', async () => {
    const folder = folderWithDesk();
    const words = ['why', 'desk.yaml', '--runs', '30'];
    const { code, stdout, stderr } = await callfloor([...words, '--threads', '1'], { folder });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/misses\s+from 09:00 to 10:00/);
    expect(stdout).toContain('missed: absence');
    expect(stdout).toMatch(/more\s+agents\s+of\s+desk\s+from\s+09:00\s+to\s+10:00/);
    const out = join(folder, 'out/desk-1-why');
    expect(readdirSync(out).sort()).toEqual(['charts', 'parts.csv', 'why.html', 'why.json']);
    const json = readFileSync(join(out, 'why.json'), 'utf8');
    const why = JSON.parse(json) as WhyReport;
    const isValid = new Ajv2020({ strict: false }).compile(whySchema);
    expect(isValid(why), JSON.stringify(isValid.errors)).toBe(true);
    expect(why.factors).toEqual(['absence', 'backlog']);
    expect(why.mend?.judgement).toBe('held');
    const again = await callfloor([...words, '--threads', '2', '--json', '--lang', 'zh', '--exit-zero'], { folder });
    expect(again.code).toBe(0);
    expect(again.stdout).toBe(json);
    expect(readFileSync(join(out, 'why.html'), 'utf8')).toContain('差距从何而来');
  });

  // Seed 1 breaks a promise as a whole within four days, while no interval of it is shown to break.
  it('callfloor why writes the page where a broken promise has no red interval, and says that few days are approximate', async () => {
    for (const [lang, caution] of [
      ['en', /can hardly\s+show how skewed they are, so the intervals are\s+approximate/],
      ['zh', /区间只是近似/],
    ] as const) {
      const folder = emptyFolder();
      const words = ['why', shipped('few-lines.yaml'), '--runs', '4', '--lang', lang];
      const { code, stdout, stderr } = await callfloor(words, { folder });
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout.replaceAll('\n', '')).toMatch(caution);
      const out = join(folder, 'out/few-lines-1-why');
      const why = JSON.parse(readFileSync(join(out, 'why.json'), 'utf8')) as WhyReport;
      const drawn = why.promises.filter(({ intervals }) => intervals.length > 0);
      expect(drawn.length).toBeLessThan(why.promises.length);
      expect(readdirSync(join(out, 'charts'))).toEqual(drawn.map(({ promise }) => `why-${promise + 1}.svg`));
      expect(readFileSync(join(out, 'why.html'), 'utf8')).toMatch(caution);
    }
  });

  it('callfloor why says that promises are undecided after too few days, and asks for more', async () => {
    for (const [lang, mark, more] of [
      ['en', /^\? .*not decided after 2 runs/, 'give more --runs'],
      ['zh', /^\? .*经 2 次仿真尚无定论/, '请增大 --runs'],
    ] as const) {
      const folder = emptyFolder();
      const words = ['why', shipped('few-lines.yaml'), '--runs', '2', '--lang', lang];
      const { code, stdout } = await callfloor(words, { folder });
      const text = stdout.replaceAll(/\s+/g, ' ');
      expect(code).toBe(0);
      expect(text).toMatch(mark);
      expect(text.replaceAll(' ', '')).toContain(more.replaceAll(' ', ''));
      expect(text).not.toContain('✔');
      expect(readFileSync(join(folder, 'out/few-lines-1-why/why.html'), 'utf8')).toContain('class="verdict undecided"');
    }
  });

  it('callfloor why ends at Ctrl-C with exit code 130, writes no report and keeps what was computed', async () => {
    const folder = folderWithDesk();
    const { code, stderr } = await callfloor(['why', 'desk.yaml', '--runs', '100000', '--threads', '1'], {
      folder,
      meanwhile: async (child) => {
        while (readdirSync(folder).length < 2) await setTimeout(20);
        await setTimeout(1000);
        child.kill('SIGINT');
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped before there was a report to write.');
    expect(readdirSync(join(folder, 'out'))).toEqual(['desk-1-why.checkpoint.json']);
  });
});
