/** A sampling plan for the terminal: the answer, the tables behind it, and what it means in sentences. */
import Table from 'cli-table3';
import type { SamplingPlan, SamplingQuestion } from '../qa/sampling-plan.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { findingOf, type LabelledTable, meaningOf, planTables, questionOf } from './sampling-plan-words.ts';

/** The plan as text. */
export function renderSamplingPlan(question: SamplingQuestion, plan: SamplingPlan, lang: Lang): string {
  const sentences = meaningOf(question, plan, lang).map((sentence) => `- ${sentence}`);
  return [
    [...questionOf(question, plan, lang), '', findingOf(question, plan, lang).sentence].join('\n'),
    ...planTables(plan, lang).map((table) => `${table.title}\n${tableText(table)}`),
    [words(lang).qa.meaning, ...sentences].join('\n'),
  ].join('\n\n');
}

function tableText({ head, rows }: LabelledTable): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
