/** The error for a user's files: it carries all faults at once, as data, and says them in either language. */
import { type Lang, words } from '../words/dictionary.ts';
import type { FaultMessage } from '../words/faults.ts';

/** One thing that is wrong in a file. */
export interface Fault {
  file: string;
  /** Counted from 1; null when the fault is that of the whole file. */
  line: number | null;
  /** Counted from 1: the character in a scenario, the field in a table. */
  column: number | null;
  /** Where it stands: `work.inquiry.talkSeconds` in a scenario, the header of the column in a table; may be empty. */
  path: string;
  message: FaultMessage;
}

/**
 * A fault as one line: `file:line:column path: expected …, got …. Try ….`
 * @param lang the reader's language
 * @param fault what is wrong and where
 */
export function tellFault(lang: Lang, { file, line, column, path, message }: Fault): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  // The union of messages pairs each sentence with its own values; the compiler cannot follow the pair through the look-up.
  const sentence = words(lang).faults[message.key] as (values: FaultMessage['values']) => string;
  return `${place}${path === '' ? '' : ` ${path}`}: ${sentence(message.values)}`;
}

/** A line for each fault; what several parts of a scenario find in the table that they share is said once. */
function tellOnce(lang: Lang, faults: readonly Fault[]): string {
  return [...new Set(faults.map((fault) => tellFault(lang, fault)))].join('\n');
}

/** Faults of a scenario and the files it names, all at once. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly faults: readonly Fault[];

  /** @param faults at least one */
  constructor(faults: readonly Fault[]) {
    super(tellOnce('en', faults));
    this.faults = faults;
  }

  /** All faults in one language, a line each. */
  tell(lang: Lang): string {
    return tellOnce(lang, this.faults);
  }
}
