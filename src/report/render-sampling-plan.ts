/** A sampling plan for the terminal: the answer, the tables behind it, and what it means in sentences. */

import type { SamplingPlan, SamplingQuestion } from '../qa/sampling-plan.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { labelledTableText } from './labelled-table.ts';
import { findingOf, meaningOf, planTables, questionOf } from './sampling-plan-words.ts';

/** The plan as text. */
export function renderSamplingPlan(question: SamplingQuestion, plan: SamplingPlan, lang: Lang): string {
  const sentences = meaningOf(question, plan, lang).map((sentence) => `- ${sentence}`);
  return [
    [...questionOf(question, plan, lang), '', findingOf(question, plan, lang).sentence].join('\n'),
    ...planTables(plan, lang).map(labelledTableText),
    [words(lang).qa.meaning, ...sentences].join('\n'),
  ].join('\n\n');
}
