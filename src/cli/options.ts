/**
 * The options that commands share, and the checks of their values: whoever gives a wrong one hears its name, what was expected
 * and what came.
 */
import type { Options } from 'yargs';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { UserError } from './user-error.ts';

/** Which numbers an option takes; the ends belong to them but where `open` says otherwise. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly open?: 'low' | 'high' | 'both';
}

/**
 * The makers of options in a language.
 *
 * @param lang of the complaints and of the descriptions of `seed`, `runs` and `threads`
 */
export function optionMakers(lang: Lang) {
  const { cli: words } = wordsIn(lang);
  const text = (describe: string) => ({ type: 'string', requiresArg: true, describe, coerce: last<string> }) as const;
  const yes = (describe: string) => ({ type: 'boolean', describe }) as const;
  const whole = (option: string, low: number, high: number, describe: string) =>
    ({
      requiresArg: true,
      describe,
      coerce: (given: unknown) => wholeNumber(lang, option, low, high, last(given)),
    }) as const;
  const number = (option: string, range: NumberRange, describe: string) =>
    ({
      requiresArg: true,
      describe,
      coerce: (given: unknown) => numberWithin(lang, option, range, last(given)),
    }) as const;
  const numbers = (option: string, range: NumberRange, describe: string) =>
    ({
      requiresArg: true,
      describe,
      coerce: (given: unknown) => [given].flat().map((one) => numberWithin(lang, option, range, one)),
    }) as const;
  const file = (describe: string) => ({ type: 'string', demandOption: true, describe }) as const;
  const seed = {
    type: 'string',
    requiresArg: true,
    default: '1',
    describe: words.options.seed,
    coerce: (given: string | string[]) => checkSeed(lang, last(given)),
  } as const;
  const runs = whole('runs', 1, 10_000_000, words.options.runs);
  const threads = whole('threads', 1, 256, words.options.threads);
  /** Demand from elsewhere than the scenario says. */
  const otherDemand = {
    demand: text(words.options.demand),
    day: text(words.options.day),
    work: text(words.options.work),
  };
  const confidence = number('confidence', { low: 0.5, high: 1, open: 'both' }, words.options.confidence);
  /** How sure the answer shall be, and at what cost at most, other than the scenario says. */
  const precision = { confidence, 'max-runs': whole('max-runs', 2, 10_000_000, words.options.maxRuns) };
  /** The folder that reports go into. */
  const out = {
    ...text(words.options.out),
    default: 'out',
    coerce: (given: string | string[]) => folderName(lang, last(given)),
  };
  const shared = { seed, runs, threads, otherDemand, confidence, precision, out };
  return { text, yes, whole, number, numbers, file, ...shared } satisfies Record<string, unknown>;
}

/** What {@link optionMakers} makes. */
export type OptionMakers = ReturnType<typeof optionMakers>;

/** The options of one command by name. */
export type OptionTable = Record<string, Options>;

/** Of an option given several times the last counts. */
function last<T>(given: T | T[]): T {
  return Array.isArray(given) ? (given[given.length - 1] as T) : given;
}

function wholeNumber(lang: Lang, option: string, low: number, high: number, given: unknown): number {
  if (typeof given === 'number' && Number.isInteger(given) && given >= low && given <= high) return given;
  throw new UserError(wordsIn(lang).cli.usage.wholeNumber(option, low, high, String(given)));
}

function numberWithin(lang: Lang, option: string, { low, high, open }: NumberRange, given: unknown): number {
  const aboveLow = open === 'low' || open === 'both';
  const belowHigh = open === 'high' || open === 'both';
  if (
    typeof given === 'number' &&
    (aboveLow ? given > low : given >= low) &&
    (belowHigh ? given < high : given <= high)
  )
    return given;
  const words = wordsIn(lang).erlang;
  const { ranges } = words;
  const told = (end: number): string => end.toLocaleString('en-US');
  const from = aboveLow ? ranges.above(told(low)) : ranges.atLeast(told(low));
  const to = belowHigh ? ranges.below(told(high)) : ranges.atMost(told(high));
  throw new UserError(words.number(option, from + to, String(given)));
}

function folderName(lang: Lang, given: string): string {
  if (given.trim() !== '') return given;
  throw new UserError(wordsIn(lang).cli.usage.noFolder);
}

function checkSeed(lang: Lang, given: string): string {
  // The seed is part of a folder's name.
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(given)) return given;
  throw new UserError(wordsIn(lang).cli.usage.seed(given));
}

/** What commands that simulate and write a report are given alike. */
export interface RunArguments {
  resume?: boolean | undefined;
  seed: string;
  runs: number;
  threads?: number | undefined;
  /** The folder that reports go into. */
  out: string;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  exitZero?: boolean | undefined;
  lang: Lang;
}
