import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { callfloor, emptyFolder, shipped } from './callfloor.ts';

const hello = shipped('hello.yaml');

interface Report {
  experiment: { runs: number; ended: string; seed: string };
  promises: { judgement: string }[];
  work: { total: Record<string, number> }[];
}

/** Every file below a folder with its bytes. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

/** A sound scenario of one queue, as JSON, which is YAML too. */
function scenario(changes: { agents?: number; promises?: object[] } = {}): string {
  const { agents = 10, promises = [{ measure: 'answered-within', seconds: 20, atLeast: 0.8 }] } = changes;
  return JSON.stringify({
    work: {
      inquiry: {
        hours: '08:00-12:00',
        arrivals: { kind: 'constant-rate', perHour: 120 },
        talkSeconds: { kind: 'exponential', mean: 230 },
        patienceSeconds: { kind: 'exponential', mean: 180 },
        after: { abandoned: { redial: { fraction: 0.5, afterSeconds: 60 } } },
      },
    },
    people: { groups: { desk: { skills: { inquiry: 1 }, staff: agents } } },
    promises,
  });
}

function folderWith(files: Record<string, string>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('callfloor simulate', () => {
  it('callfloor simulate writes the report and ends with 0 when every promise is held', async () => {
    const folder = folderWith({ 'desk.yaml': scenario({ agents: 14 }) });
    const { code, stdout, stderr } = await callfloor(['simulate', 'desk.yaml'], { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Report: out/desk-1/report.html');
    const names = Object.keys(contents(join(folder, 'out/desk-1')));
    expect(names).toEqual(expect.arrayContaining(['report.html', 'report.json', 'intervals.csv']));
    expect(names.filter((name) => name.startsWith('charts/') && name.endsWith('.svg')).length).toBeGreaterThan(3);
    expect(readdirSync(join(folder, 'out'))).toEqual(['desk-1']);
  });

  it('callfloor simulate ends with 1 when a promise is broken, with --exit-zero with 0', async () => {
    const folder = folderWith({ 'desk.yaml': scenario({ agents: 8 }) });
    const words = ['simulate', 'desk.yaml', '--runs', '30'];
    expect((await callfloor(words, { folder })).code).toBe(1);
    expect((await callfloor([...words, '--exit-zero'], { folder })).code).toBe(0);
  });

  it('callfloor simulate ends with 0 when a promise stays undecided', async () => {
    const promises = [{ measure: 'answered-within', seconds: 20, atLeast: 0.8127 }];
    const folder = folderWith({ 'desk.yaml': scenario({ promises }) });
    const { code, stdout } = await callfloor(['simulate', 'desk.yaml', '--runs', '3', '--json'], { folder });
    expect((JSON.parse(stdout) as Report).promises[0].judgement).toBe('undecided');
    expect(code).toBe(0);
  });

  it('callfloor simulate --json prints the report as one JSON object and nothing else; of an option given twice the last counts', async () => {
    const folder = emptyFolder();
    const { stdout, stderr } = await callfloor(['simulate', hello, '--runs', '20', '--json', '--seed', 'a'], {
      folder,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(folder, 'out/hello-a/report.json'), 'utf8')));
    expect((JSON.parse(stdout) as Report).experiment).toMatchObject({ runs: 20, ended: 'runs-asked', seed: 'a' });
  });

  it('callfloor simulate --quiet prints nothing', async () => {
    const { stdout, stderr } = await callfloor(['simulate', hello, '--runs', '5', '--quiet', '--exit-zero']);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  });

  it('callfloor simulate gives the same bytes with one thread, with two, and again; others with another seed', async () => {
    const folder = emptyFolder();
    const run = async (out: string, ...more: string[]) => {
      await callfloor(['simulate', hello, '--runs', '60', '--trace', '--out', out, ...more], { folder });
      return contents(join(folder, out));
    };
    const one = await run('one', '--threads', '1');
    expect(await run('two', '--threads', '2')).toEqual(one);
    expect(await run('one', '--threads', '2')).toEqual(one);
    const other = await run('other', '--seed', '2');
    expect(other['hello-2/trace.csv']).not.toBe(one['hello-1/trace.csv']);
  });

  it('callfloor simulate speaks Chinese on the terminal and in the report', async () => {
    const folder = emptyFolder();
    const { stdout } = await callfloor(['simulate', hello, '--runs', '5', '--lang', 'zh'], { folder });
    expect(stdout).toContain('报告：');
    expect(readFileSync(join(folder, 'out/hello-1/report.html'), 'utf8')).toContain('lang="zh');
  });

  it('callfloor simulate --png writes every chart as a picture too', async () => {
    const folder = emptyFolder();
    await callfloor(['simulate', hello, '--runs', '5', '--png'], { folder });
    const charts = readdirSync(join(folder, 'out/hello-1/charts'));
    const names = (ending: string) => charts.filter((name) => name.endsWith(ending)).map((name) => name.split('.')[0]);
    expect(names('.png')).toEqual(names('.svg'));
    const picture = charts.find((name) => name.endsWith('.png')) ?? '';
    expect(
      readFileSync(join(folder, 'out/hello-1/charts', picture))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('callfloor simulate --trace writes one row per contact of a run, and any run can be replayed alone', async () => {
    const folder = folderWith({ 'desk.yaml': scenario({ agents: 8 }) });
    const trace = async (...more: string[]) => {
      const { stdout } = await callfloor(['simulate', 'desk.yaml', '--trace', '--json', ...more], { folder });
      const csv = readFileSync(join(folder, 'out/desk-1/trace.csv'), 'utf8');
      return { report: JSON.parse(stdout) as Report, csv };
    };
    const { report, csv } = await trace('--runs', '1');
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    const [{ total }] = report.work;
    const count = (outcome: string) => data.filter((row) => row.outcome === outcome).length;
    expect(data.length).toBe(total.arrived);
    for (const outcome of ['answered', 'abandoned', 'blocked', 'balked', 'waiting']) {
      expect(count(outcome), outcome).toBe(total[outcome]);
    }
    expect(data.filter((row) => Number(row.attempt) > 1).length).toBe(total.redials);
    expect(total.redials).toBeGreaterThan(0);

    const seventh = await trace('--runs', '20', '--trace-run', '7');
    expect(seventh.csv).not.toBe(csv);
    expect((await trace('--runs', '1', '--trace-run', '7')).csv).toBe(seventh.csv);
  });

  it('callfloor simulate replaces an earlier report as a whole', async () => {
    const folder = emptyFolder();
    await callfloor(['simulate', hello, '--runs', '5', '--png', '--trace'], { folder });
    await callfloor(['simulate', hello, '--runs', '5'], { folder });
    const names = Object.keys(contents(join(folder, 'out/hello-1')));
    expect(names.filter((name) => name.endsWith('.png') || name === 'trace.csv')).toEqual([]);
  });

  it('callfloor simulate takes its demand from another table, and a day of it', async () => {
    const folder = folderWith({
      'desk.yaml': scenario(),
      'calls.csv': 'day,start,offered\n1,08:00,10\n1,08:30,20\n2,08:00,300\n2,08:30,100\n',
    });
    const arrived = async (day: string) => {
      const words = ['simulate', 'desk.yaml', '--demand', 'calls.csv', '--day', day, '--runs', '40', '--json'];
      const [{ total }] = (JSON.parse((await callfloor(words, { folder })).stdout) as Report).work;
      return total.arrived - total.redials;
    };
    // Poisson means over 40 days, at 99.999 % confidence.
    expect(Math.abs((await arrived('1')) - 30)).toBeLessThan(4.417 * Math.sqrt(30 / 40));
    expect(Math.abs((await arrived('2')) - 400)).toBeLessThan(4.417 * Math.sqrt(400 / 40));
  });

  it('callfloor simulate refuses a folder it cannot write to before it does any work', async () => {
    const folder = folderWith({ file: '', 'desk.yaml': scenario() });
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/desk-1'), '');
    const endless = ['simulate', 'desk.yaml', '--runs', '10000000'];
    for (const out of ['file', 'file/below', '/proc/callfloor', 'out']) {
      const { code, stderr } = await callfloor([...endless, '--out', out], { folder });
      expect(code).toBe(2);
      expect(stderr).toContain('Nothing can be written to');
    }
    expect(readdirSync(folder).sort()).toEqual(['desk.yaml', 'file', 'out']);
  });

  it('callfloor simulate says every fault of a scenario at once and writes nothing', async () => {
    const bad = scenario({ promises: [{ measure: 'answered-within', seconds: -1, atLeast: 90 }, { measure: 'luck' }] });
    const folder = folderWith({ 'desk.yaml': bad });
    const { code, stdout, stderr } = await callfloor(['simulate', 'desk.yaml'], { folder });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThanOrEqual(3);
    for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^desk\.yaml:1:\d+ promises\[\d\]/);
    expect(readdirSync(folder)).toEqual(['desk.yaml']);
  });
});

describe('callfloor simulate, interrupted', () => {
  const endless = ['simulate', hello, '--runs', '10000000', '--threads', '2'];

  /** Waits until the program simulates: its report folder is in the making, and even a busy machine has finished runs since. */
  async function atWork(folder: string): Promise<void> {
    while (!existsSync(join(folder, 'out'))) await setTimeout(50);
    await setTimeout(10_000);
  }

  it('callfloor simulate ends cleanly at the first Ctrl-C with what is done, and says so', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await callfloor([...endless, '--json', '--exit-zero'], {
      folder,
      meanwhile: async (child) => {
        await atWork(folder);
        child.kill('SIGINT');
      },
    });
    expect(code).toBe(130);
    expect(stderr).toBe('');
    const { experiment } = JSON.parse(stdout) as Report;
    expect(experiment.ended).toBe('stopped');
    expect(experiment.runs).toBeGreaterThan(0);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['hello-1', 'hello-1.checkpoint.json']);
  });

  it('callfloor simulate ends at once at the second Ctrl-C with exit code 130 and leaves nothing but its checkpoint', async () => {
    const folder = emptyFolder();
    const { code } = await callfloor(endless, {
      folder,
      meanwhile: async (child) => {
        await atWork(folder);
        child.kill('SIGINT');
        child.kill('SIGTERM');
      },
    });
    expect(code).toBe(130);
    expect(readdirSync(join(folder, 'out'))).toEqual(['hello-1.checkpoint.json']);
  });

  it('callfloor simulate minds no reader that goes away', async () => {
    const { stderr } = await callfloor(['simulate', hello, '--runs', '5', '--json'], {
      meanwhile: (child) => child.stdout?.destroy(),
    });
    expect(stderr).toBe('');
  });

  it.each([
    ['en', '2', 'Run 0 with seed 1 was stopped: more than', 'most of them waiting for inquiry'],
    ['zh', '1', '随机种子 1 的第 0 次模拟已中止', '多数在等待 inquiry'],
  ])(
    'callfloor simulate --lang %s ends a run without end with one message, and writes nothing',
    async (lang, threads, start, queue) => {
      const folder = emptyFolder();
      const text = readFileSync(hello, 'utf8');
      const flood = text
        .replace('perHour: 120', 'perHour: 10000000')
        .replace(/patienceSeconds: .*/, 'patienceSeconds: 30000000');
      writeFileSync(join(folder, 'flood.yaml'), flood);
      const words = ['simulate', 'flood.yaml', '--runs', '2', '--threads', threads, '--lang', lang, '--quiet'];
      const { code, stdout, stderr } = await callfloor(words, { folder });
      expect(stderr.startsWith(start)).toBe(true);
      expect(stderr).toContain(queue);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stdout).toBe('');
      expect(code).toBe(2);
      expect(readdirSync(folder)).toEqual(['flood.yaml']);
    },
  );

  it('callfloor simulate stops redials that feed themselves, soon and with the name of the queue', async () => {
    const folder = emptyFolder();
    const text = readFileSync(hello, 'utf8')
      .replace('perHour: 120', 'perHour: 600')
      .replace(
        /patienceSeconds: .*/,
        'patienceSeconds: 5\n    after: { abandoned: { redial: { fraction: 1, afterSeconds: 1, maxAttempts: 10000 } } }',
      )
      .replace('staff: 10', 'staff: 2');
    writeFileSync(join(folder, 'redials.yaml'), text);
    const { code, stderr } = await callfloor(['simulate', 'redials.yaml'], { folder });
    expect(stderr).toContain('more than 1,360,000 attempts; the longest queue is inquiry');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['redials.yaml']);
  });
});
