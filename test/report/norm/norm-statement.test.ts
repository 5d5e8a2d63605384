/** What is said of a statement, word for word, in both languages. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runExperiment } from '../../../src/experiment/run-experiment.ts';
import type { Norm } from '../../../src/judge/norm/clause-test.ts';
import { matchNorm } from '../../../src/judge/norm/match-norm.ts';
import { drawNormClauses } from '../../../src/report/charts/norm-clauses.ts';
import { renderSvg } from '../../../src/report/charts/render-svg.ts';
import { normPage } from '../../../src/report/norm/norm-page.ts';
import { buildNormStatement, type NormStatement } from '../../../src/report/norm/norm-statement.ts';
import { sayNote } from '../../../src/report/norm/norm-wording.ts';
import { renderNormText } from '../../../src/report/norm/render-norm-text.ts';
import { en, type NormNote } from '../../../src/words/norm.ts';
import { centre, few, telecom } from '../../judge/norm/centres.ts';

const kept = [
  'hotline.answer',
  'hotline.connect',
  'voicemail.reply',
  'complaint.resolve',
  'complaint.escalated',
  'ticket.close',
  'ticket.archive',
  'qa.checks',
  'qa.pass',
];
const norm: Norm = { ...telecom, clauses: telecom.clauses.filter(({ id }) => kept.includes(id)) };
let statement: NormStatement;

beforeAll(async () => {
  const item = { channel: 'case', handleSeconds: 600 };
  const scenario = centre({
    days: 4,
    summary: 'A small centre',
    work: {
      inquiry: {
        arrivals: { ...few, counts: [40, 4, 4] },
        talkSeconds: 300,
        patienceSeconds: 120,
        after: { handled: { becomes: { complaint: { fraction: 0.2 }, ticket: { fraction: 0.5 } } } },
      },
      complaint: { ...item, resolved: 0.9 },
      ticket: { ...item, after: { handled: { becomes: { 'satisfaction call': { fraction: 1, afterHours: 30 } } } } },
      'satisfaction call': { channel: 'outbound', talkSeconds: 60 },
      evaluation: {
        ...item,
        arrivals: few,
        resolved: 0.9,
        after: { unresolved: { becomes: { 'put right': { fraction: 0.5 } } } },
      },
      'put right': item,
      archive: { ...item, arrivals: few },
    },
    people: {
      groups: {
        desk: { skills: { inquiry: 1 }, staff: 3 },
        office: {
          skills: { complaint: 1, ticket: 1, 'satisfaction call': 1, evaluation: 1, 'put right': 1, archive: 1 },
          staff: 20,
        },
      },
    },
    clocks: {
      'complaint.resolve': { starts: { complaint: 'created' }, stops: { complaint: 'handled' }, withinHours: 48 },
      'complaint.escalated': { starts: { complaint: 'created' }, stops: { complaint: 'handled' }, withinHours: 2 },
      'ticket.close': { starts: { ticket: 'created' }, stops: { 'satisfaction call': 'handled' }, withinHours: 72 },
    },
    norm: { declares: { 'qa.checks': ['wording', 'correctness', 'confidentiality', 'process'] } },
  });
  const matched = matchNorm(norm, scenario);
  const outcome = await runExperiment(matched.scenario, { seed: '1', runs: 80, threads: 1 });
  statement = buildNormStatement(norm, matched, outcome);
});

describe('renderNormText', () => {
  it.each(['en', 'zh'] as const)('says it in %s', async (lang) => {
    const text = renderNormText(statement, lang);
    expect(text).not.toMatch(/NaN|undefined|null/);
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `statement-${lang}.txt`));
  });
});

describe('normPage', () => {
  it.each(['en', 'zh'] as const)('shows the finding, every clause and its reason in %s', async (lang) => {
    const chart = drawNormClauses(statement, { lang, width: 800 });
    const svg = chart === null ? '' : await renderSvg(chart, lang);
    const page = normPage(statement, { name: 'clauses', title: '', reading: '', svg, narrowSvg: svg }, lang);
    expect(page).not.toMatch(/NaN|undefined|>null/);
    for (const { id, text } of statement.clauses) {
      expect(page).toContain(id);
      expect(page.replaceAll('\u00a0', ' ')).toContain(text[lang]);
    }
  });
});

describe('sayNote', () => {
  it('has a sentence for every note in both languages, and in Chinese no English one', () => {
    const values = {
      clock: 'c',
      near: 'd',
      role: 'r',
      names: ['n'],
      work: ['w'],
      section: 'knowledge',
      clause: 'x',
      items: ['i'],
      after: ['unresolved'],
      en: 'e',
      zh: '中',
      scenario: 5400,
      norm: 90,
      by: '08:00',
      steps: ['a', 'b'],
      from: 'a',
      to: 'b',
      outcome: 'handled',
      found: 0.1,
      share: 0.2,
      hours: 72,
    };
    for (const key of Object.keys(en.notes) as NormNote['key'][]) {
      const note = { key, values } as unknown as NormNote;
      expect(sayNote(note, 'en')).toMatch(/[a-z]/);
      expect(sayNote(note, 'zh')).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
