import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { callfloor, emptyFolder, project, shipped } from './callfloor.ts';

describe('callfloor check on clocks', () => {
  it('says in either language which clock can stop for a part only, beside the scenario and not in it', async () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'leak.yaml'),
      `work:
  ticket:
    channel: case
    arrivals: { kind: constant-rate, perHour: 10 }
    handleSeconds: 60
    after: { handled: { becomes: { archive: { fraction: 0.8 } } } }
  archive: { channel: case, handleSeconds: 60 }
people: { groups: { office: { skills: { ticket: 1, archive: 1 }, staff: 2 } } }
clocks: { ticket.archive: { starts: { ticket: created }, stops: { archive: handled }, withinHours: 8 } }
`,
    );
    const { code, stderr, stdout } = await callfloor(['check', 'leak.yaml', '--json'], { folder });
    expect(code).toBe(0);
    expect(stderr).toMatch(/clock ticket\.archive stops for at most 80\.0\s% of what starts it at ticket/);
    expect(JSON.parse(stdout)).toHaveProperty('clocks');
    const zh = await callfloor(['check', 'leak.yaml', '--lang', 'zh'], { folder });
    expect(zh.stderr).toContain('时限 ticket.archive 从 ticket 启动，即使人人得到服务，也至多 80.0% 会停止');
  });
});

describe('callfloor init', () => {
  it.each(['en', 'zh'])('callfloor init --lang %s writes a starter that is sound and runs', async (lang) => {
    const folder = emptyFolder();
    const { code, stdout } = await callfloor(['init', 'centre.yaml', '--lang', lang], { folder });
    expect(code).toBe(0);
    expect(stdout).toContain('callfloor simulate centre.yaml');
    expect((await callfloor(['check', 'centre.yaml'], { folder })).stderr).toBe('');
    const run = await callfloor(['simulate', 'centre.yaml', '--runs', '5', '--exit-zero'], { folder });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  it('callfloor init names the schema, so that editors complete the file', async () => {
    const folder = emptyFolder();
    await callfloor(['init'], { folder });
    const [first] = readFileSync(join(folder, 'my-centre.yaml'), 'utf8').split('\n');
    const path = first.replace('# yaml-language-server: $schema=', '');
    expect(JSON.parse(readFileSync(join(folder, path), 'utf8'))).toHaveProperty('title', 'Callfloor scenario');
  });

  it('callfloor init leaves a file alone that exists', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'centre.yaml'), 'mine');
    const { code, stderr } = await callfloor(['init', 'centre.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('centre.yaml exists already');
    expect(readFileSync(join(folder, 'centre.yaml'), 'utf8')).toBe('mine');
  });

  it('callfloor init says that a folder is missing', async () => {
    const { code, stderr } = await callfloor(['init', 'nowhere/centre.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('no such folder');
  });
});

describe('callfloor check', () => {
  it('callfloor check prints the scenario with every default, itself a sound scenario that prints the same', async () => {
    const folder = emptyFolder();
    const { code, stdout } = await callfloor(['check', shipped('hello.yaml')], { folder });
    expect(code).toBe(0);
    writeFileSync(join(folder, 'whole.yaml'), stdout);
    const again = await callfloor(['check', 'whole.yaml'], { folder });
    expect(parse(again.stdout)).toEqual(parse(stdout));
    const { stdout: json } = await callfloor(['check', shipped('hello.yaml'), '--json'], { folder });
    expect(JSON.parse(json)).toEqual(parse(stdout));
  });

  it('callfloor check says in Chinese what is wrong in Chinese', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.yaml'), 'work: {}\n');
    const { code, stderr } = await callfloor(['check', 'a.yaml', '--lang', 'zh'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('应为');
  });

  it('callfloor check says which module of a scenario cannot be loaded', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.yaml'), 'plugins: [./kinds.js]\nwork: {}\n');
    const missing = await callfloor(['check', 'a.yaml'], { folder });
    expect(missing.code).toBe(2);
    expect(missing.stderr).toBe(`There is no file ${join(realpathSync(folder), 'kinds.js')}.\n`);
    writeFileSync(join(folder, 'kinds.js'), 'throw new Error("not today");\n');
    const { code, stderr } = await callfloor(['check', 'a.yaml'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('kinds.js cannot be loaded: not today');
  });
});

describe('callfloor kinds', () => {
  it('callfloor kinds lists every family with every kind, in both languages', async () => {
    const { stdout } = await callfloor(['kinds']);
    for (const name of ['durations', 'log-normal', 'arrivals', 'routing', 'skill-order', 'shocks', 'answered-within']) {
      expect(stdout).toContain(name);
    }
    expect((await callfloor(['kinds', 'routing', '--lang', 'zh'])).stdout).toContain('等待最久者优先');
  });

  it('callfloor kinds --json prints one family as one object', async () => {
    const { stdout } = await callfloor(['kinds', 'durations', '--json']);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['durations']);
  });

  it('callfloor kinds refuses a family that there is not', async () => {
    const { code, stderr } = await callfloor(['kinds', 'duration']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean durations?');
  });
});

describe('callfloor schemas', () => {
  it('callfloor schemas --check finds the committed schemas up to date', async () => {
    const { code, stdout } = await callfloor(['schemas', join(project, 'schemas'), '--check']);
    expect(stdout).toContain('is up to date');
    expect(code).toBe(0);
  });

  it('callfloor schemas --check ends with 1 when a schema is missing', async () => {
    expect((await callfloor(['schemas', '--check'])).code).toBe(1);
  });
});

describe('callfloor verify', () => {
  const golden = (name: string) => join(project, 'test/golden', name);

  it('callfloor verify passes on exact values and says how many', async () => {
    const { code, stdout } = await callfloor(['verify', golden('erlang_b.json'), golden('erlang_c.json')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/erlang_b\.json.*✓ pass/);
    expect(stdout).toMatch(/erlang_c\.json.*✓ pass/);
  });

  it('callfloor verify ends with 1 when a row disagrees, and names it', async () => {
    const folder = emptyFolder();
    const file = JSON.parse(readFileSync(golden('erlang_b.json'), 'utf8')) as {
      rows: { out: Record<string, number> }[];
    };
    const [field] = Object.keys(file.rows[3].out);
    file.rows[3].out[field] *= 1.001;
    writeFileSync(join(folder, 'b.json'), JSON.stringify(file));
    const { code, stdout } = await callfloor(['verify', 'b.json'], { folder });
    expect(code).toBe(1);
    expect(stdout).toContain(`b.json row 3 ${field}: expected`);
  });

  it('callfloor verify says of an unknown family that it is not supported, never that it passes', async () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'x.json'),
      JSON.stringify({ family: 'crystal_ball', rows: [{ in: {}, out: { sl: 1 } }] }),
    );
    const { stdout } = await callfloor(['verify', 'x.json', '--json'], { folder });
    expect(JSON.parse(stdout)).toMatchObject({ failed: false, files: [{ file: 'x.json', judgement: 'unsupported' }] });
    expect((await callfloor(['verify', 'x.json'], { folder })).stdout).not.toContain('pass');
  });

  it('callfloor verify refuses what is not JSON and what is no reference', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.json'), '{\n  "family": 3,\n  "rows": [1 2]\n}');
    writeFileSync(join(folder, 'b.json'), '{"family": 3}');
    for (const name of ['a.json', 'b.json']) {
      const { code, stderr } = await callfloor(['verify', name], { folder });
      expect(code).toBe(2);
      expect(stderr).toContain(name);
    }
    writeFileSync(join(folder, 'c.json'), '# a title');
    expect((await callfloor(['verify', 'a.json'], { folder })).stderr).toBe(
      'a.json:3:14: expected a file of exact values in JSON, got something else. Try a file with "family" and "rows".\n',
    );
    expect((await callfloor(['verify', 'c.json', '--lang', 'zh'], { folder })).stderr).toMatch(
      /^c\.json：应为 JSON 格式/,
    );
  });
});
