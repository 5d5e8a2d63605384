import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normReference } from '../../../src/judge/norm/norm-reference.ts';
import { normSchema } from '../../../src/judge/norm/norm-schema.ts';
import { parseNorm } from '../../../src/judge/norm/parse-norm.ts';
import { ScenarioError } from '../../../src/scenario/scenario-error.ts';
import { telecom } from './centres.ts';

const project = resolve(import.meta.dirname, '../../..');

/** What is said of a norm file, first in English, then in Chinese. */
function said(text: string): string {
  try {
    parseNorm(text, 'mine.yaml');
  } catch (error) {
    if (error instanceof ScenarioError) return `${error.tell('en')}\n${error.tell('zh')}`;
    throw error;
  }
  return '';
}

const base = `title: { en: Ours, zh: 本中心规范 }
clauses:
  - id: ticket.close
    text: { en: closed within 48 h, zh: 48 小时内闭环 }
    source: { en: section 1, zh: 第 1 节 }
    test: { kind: clock, withinHours: 48 }
`;

describe('parseNorm', () => {
  it('reads a norm, with every default written in', () => {
    expect(said(base)).toBe('');
    expect(['C:\\norms\\a.b.YML', 'norms/a.b.json', 'a.b'].map((file) => parseNorm(base, file).name)).toEqual([
      'a.b',
      'a.b',
      'a.b',
    ]);
    const { clauses, name, roles } = parseNorm(base, 'folder/mine.yaml');
    expect({ name, roles }).toEqual({ name: 'mine', roles: {} });
    expect(clauses[0].test).toEqual({ kind: 'clock', withinHours: 48, mayExtend: false, mayPause: false });
  });

  it('reads the norm that is shipped: two texts a clause, ids but once', () => {
    expect(telecom.clauses).toHaveLength(26);
    expect(new Set(telecom.clauses.map(({ id }) => id)).size).toBe(26);
    for (const { text } of telecom.clauses) {
      expect(text.en).toMatch(/^[\x20-\x7e’]+$/);
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('says all faults against the schema at once', () => {
    const text = base
      .replace('title: { en: Ours, zh: 本中心规范 }', 'titel: Ours')
      .replace('withinHours: 48', 'withinHours: -1, mayExtent: true')
      .replace(', zh: 第 1 节', '');
    expect(said(text)).toMatchInlineSnapshot(`
      "mine.yaml:1:1: expected the key "title", got none.
      mine.yaml:1:1 titel: expected one of title, roles, clauses, got the unknown key "titel". Try "title".
      mine.yaml:5:5 clauses[0].source: expected the key "zh", got none. Try "zh: "服务规范第 1 节"".
      mine.yaml:6:43 clauses[0].test.mayExtent: expected one of kind, clock, withinHours, withinMinutes, withinWorkingDays, by, atLeast, mayExtend, mayPause, got the unknown key "mayExtent". Try "mayExtend".
      mine.yaml:6:39 clauses[0].test.withinHours: expected a number greater than 0, got -1.
      mine.yaml:1:1: 应为有键“title”，实为没有。
      mine.yaml:1:1 titel: 应为以下之一：title、roles、clauses，实为未知的键“titel”。建议：“title”。
      mine.yaml:5:5 clauses[0].source: 应为有键“zh”，实为没有。建议：“zh: "服务规范第 1 节"”。
      mine.yaml:6:43 clauses[0].test.mayExtent: 应为以下之一：kind、clock、withinHours、withinMinutes、withinWorkingDays、by、atLeast、mayExtend、mayPause，实为未知的键“mayExtent”。建议：“mayExtend”。
      mine.yaml:6:39 clauses[0].test.withinHours: 应为大于 0 的数字，实为 -1。"
    `);
  });

  it('says every other fault at once: twice the same id, no limit or two, no target or two', () => {
    const clause = (test: string) =>
      `  - { id: again, text: { en: a, zh: 甲 }, source: { en: b, zh: 乙 }, test: ${test} }\n`;
    const text = `${base}${clause('{ kind: clock }')}${clause('{ kind: clock, by: "08:00", withinHours: 2 }')}${clause(
      '{ kind: measure, of: [hotline], promise: { measure: occupancy } }',
    )}${clause('{ kind: measure, of: [hotline], promise: { measure: occupancy, atLeast: 0.1, atMost: 0.9 } }')}`;
    expect(said(text)).toMatchInlineSnapshot(`
      "mine.yaml:7:74 clauses[1].test: expected exactly one of withinHours, withinMinutes, withinWorkingDays, by, got none.
      mine.yaml:8:11 clauses[2].id: expected each id once, got "again" again.
      mine.yaml:8:74 clauses[2].test: expected exactly one of withinHours, withinMinutes, withinWorkingDays, by, got several.
      mine.yaml:9:11 clauses[3].id: expected each id once, got "again" again.
      mine.yaml:9:115 clauses[3].test.promise: expected atLeast or atMost, got neither. Try "atMost: 0.85".
      mine.yaml:10:11 clauses[4].id: expected each id once, got "again" again.
      mine.yaml:10:115 clauses[4].test.promise: expected either atLeast or atMost, got both. Try two promises.
      mine.yaml:7:74 clauses[1].test: 应为以下之一：withinHours、withinMinutes、withinWorkingDays、by，实为未写。
      mine.yaml:8:11 clauses[2].id: 应为每个 id 只出现一次，实为“again”重复。
      mine.yaml:8:74 clauses[2].test: 应为以下之一：withinHours、withinMinutes、withinWorkingDays、by，实为写了多个。
      mine.yaml:9:11 clauses[3].id: 应为每个 id 只出现一次，实为“again”重复。
      mine.yaml:9:115 clauses[3].test.promise: 应为 atLeast 或 atMost，实为两者皆无。建议：“atMost: 0.85”。
      mine.yaml:10:11 clauses[4].id: 应为每个 id 只出现一次，实为“again”重复。
      mine.yaml:10:115 clauses[4].test.promise: 应为 atLeast 或 atMost 之一，实为两者都有。建议：写成两条承诺。"
    `);
  });

  it.each(['', '[]', 'clauses: [', 'a: &a { b: *a }'])('says what is wrong with %j', (text) => {
    expect(said(text)).toMatch(/^mine\.yaml.*(clauses|YAML|alias|closes this \[)/);
    expect(said(text)).not.toMatch(/scenario|场景|NaN|undefined/);
  });

  it('names the test that was probably meant', () => {
    expect(said(base.replace('kind: clock', 'kind: clok'))).toMatch(
      /test\.kind: expected one of measure, clock.*Try "clock"/,
    );
  });
});

describe('normSchema', () => {
  it('normSchema() is what schemas/norm.schema.json holds (npm run schemas writes it)', () => {
    const file = readFileSync(join(project, 'schemas/norm.schema.json'), 'utf8');
    expect(file).toBe(`${JSON.stringify(normSchema(), null, 2)}\n`);
  });
});

describe('normReference', () => {
  it('normReference() is what docs/reference/norm.md holds (vitest -u writes it)', async () => {
    await expect(normReference()).toMatchFileSnapshot(join(project, 'docs/reference/norm.md'));
  });
});
