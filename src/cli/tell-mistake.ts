/** What is said of an error that lies in what a person gave. */
import { RosterError } from '../scenario/roster/roster-error.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { RunLimitError } from '../sim/run-limit-error.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { UserError } from './user-error.ts';

/** The words for an error; undefined when it is none of a person's making. */
export function tellMistake(error: unknown, lang: Lang): string | undefined {
  if (error instanceof UserError) return error.message;
  if (error instanceof ScenarioError || error instanceof RosterError) return error.tell(lang);
  if (error instanceof RunLimitError) {
    const { limit, most, queue, run, seed } = error;
    return wordsIn(lang).cli.runLimit[limit]({ queue, run, seed, most: formatNumber(lang, most) });
  }
  return undefined;
}
