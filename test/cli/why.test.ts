import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type WhyReport, whySchema } from '../../src/report/why/why-report.ts';
import { callfloor, emptyFolder } from './callfloor.ts';

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

  it('callfloor why ends at Ctrl-C with exit code 130 and writes nothing', async () => {
    const folder = folderWithDesk();
    const { code, stderr } = await callfloor(['why', 'desk.yaml', '--runs', '100000', '--threads', '1'], {
      folder,
      meanwhile: async (child) => {
        while (readdirSync(folder).length < 2) await setTimeout(20);
        await setTimeout(1000);
        child.kill('SIGINT');
      },
    });
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'Stopped; nothing was written.\n' });
    expect(readdirSync(folder)).toEqual(['desk.yaml']);
  });
});
