/**
 * The commands of `callfloor` and their options: what `--help` prints and the reference page shows. What a command does stands
 * in the file of its name, loaded when it is called, so that help and small commands start at once.
 */
import type { Argv, Options } from 'yargs';
import yargs from 'yargs';
import type { CliWords } from '../words/cli.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import type { ErlangWords } from '../words/erlang.ts';
import { nearestName } from '../words/nearest-name.ts';
import { UserError } from './user-error.ts';

/** The names of all commands, in the order of the help. */
export const commandNames = ['simulate', 'check', 'init', 'erlang', 'verify', 'schemas', 'kinds'] as const;

/**
 * Builds the parser.
 *
 * @param argv the arguments after the program's name
 * @param language of help and complaints
 * @param version printed by `--version`
 * @param ended called with the exit code of the command that ran
 */
export function buildParser(
  argv: readonly string[],
  language: Lang,
  version: string,
  ended: (exitCode: number) => void,
): Argv {
  const { cli: words, erlang } = wordsIn(language);
  const { commands, positionals, options } = words;
  const text = (describe: string) => ({ type: 'string', requiresArg: true, describe, coerce: last<string> }) as const;
  const yes = (describe: string) => ({ type: 'boolean', describe }) as const;
  const whole = (option: string, low: number, high: number, describe: string) =>
    ({
      requiresArg: true,
      describe,
      coerce: (given: unknown) => wholeNumber(words, option, low, high, last(given)),
    }) as const;
  const number = (option: string, range: NumberRange, describe: string) =>
    ({
      requiresArg: true,
      describe,
      coerce: (given: unknown) => numberWithin(erlang, option, range, last(given)),
    }) as const;
  const file = (describe: string) => ({ type: 'string', demandOption: true, describe }) as const;
  const seed = {
    type: 'string',
    requiresArg: true,
    default: '1',
    describe: options.seed,
    coerce: (given: string | string[]) => checkSeed(words, last(given)),
  } as const;
  const runs = whole('runs', 1, 10_000_000, options.runs);
  const threads = whole('threads', 1, 256, options.threads);

  // The options of the command that is called: yargs builds no other.
  const known = ['lang', 'help', 'version'];
  const offer = <T extends Record<string, Options>>(table: T): T => {
    known.push(...Object.keys(table));
    return table;
  };

  const parser = yargs([...argv])
    .scriptName('callfloor')
    .locale(words.locale)
    .updateStrings(words.parser as unknown as Record<string, string>)
    .usage(words.about)
    .epilogue(words.docs)
    .command(
      'simulate <file>',
      commands.simulate,
      (command) =>
        command.positional('file', file(positionals.scenario)).options(
          offer({
            demand: text(options.demand),
            day: text(options.day),
            work: text(options.work),
            seed,
            runs,
            threads,
            out: { ...text(options.out), default: 'out' },
            json: yes(options.json),
            trace: yes(options.trace),
            'trace-run': { ...whole('trace-run', 0, 10_000_000, options.traceRun), default: 0 },
            png: yes(options.png),
            quiet: yes(options.quiet),
            'exit-zero': yes(options.exitZero),
          }),
        ),
      async (given) => ended(await (await import('./simulate.ts')).simulateCommand({ ...given, lang: language })),
    )
    .command(
      'check <file>',
      commands.check,
      (command) =>
        command.positional('file', file(positionals.scenario)).options(offer({ json: yes(options.checkJson) })),
      async (given) => ended(await (await import('./check.ts')).checkCommand({ ...given, lang: language })),
    )
    .command(
      'init [file]',
      commands.init,
      (command) =>
        command.positional('file', { type: 'string', default: 'my-centre.yaml', describe: positionals.init }),
      async (given) => ended(await (await import('./init.ts')).initCommand({ ...given, lang: language })),
    )
    .command(
      'erlang',
      erlang.command,
      (command) =>
        command.options(
          offer({
            calls: { ...number('calls', { low: 0, high: 1e9 }, erlang.options.calls), demandOption: true },
            per: { ...number('per', { low: 0.001, high: 1e6 }, erlang.options.per), default: 60 },
            aht: { ...number('aht', { low: 0.001, high: 1e6 }, erlang.options.aht), demandOption: true },
            agents: whole('agents', 0, 1_000_000, erlang.options.agents),
            patience: number('patience', { low: 0.001, high: 1e9 }, erlang.options.patience),
            within: { ...number('within', { low: 0, high: 1e6 }, erlang.options.within), default: 10 },
            target: { ...number('target', { low: 0, open: 'both', high: 1 }, erlang.options.target), default: 0.9 },
            short: number('short', { low: 0, high: 1e6 }, erlang.options.short),
            shrinkage: {
              ...number('shrinkage', { low: 0, open: 'high', high: 1 }, erlang.options.shrinkage),
              default: 0,
            },
            'max-occupancy': number('max-occupancy', { low: 0.01, high: 1 }, erlang.options.maxOccupancy),
            'max-asa': number('max-asa', { low: 0.001, high: 1e6 }, erlang.options.maxAsa),
            'max-abandonment': number(
              'max-abandonment',
              { low: 0, open: 'low', high: 1 },
              erlang.options.maxAbandonment,
            ),
            json: yes(erlang.options.json),
          }),
        ),
      async (given) => ended(await (await import('./erlang.ts')).erlangCommand({ ...given, lang: language })),
    )
    .command(
      'verify <files..>',
      commands.verify,
      (command) =>
        command
          .positional('files', { type: 'string', array: true, demandOption: true, describe: positionals.verify })
          .options(
            offer({
              runs: { ...whole('runs', 2, 10_000_000, options.verifyRuns), default: 4000 },
              seed,
              threads,
              json: yes(options.json),
              quiet: yes(options.quiet),
            }),
          ),
      async (given) => ended(await (await import('./verify.ts')).verifyCommand({ ...given, lang: language })),
    )
    .command(
      'schemas [folder]',
      commands.schemas,
      (command) =>
        command
          .positional('folder', { type: 'string', default: 'schemas', describe: positionals.schemas })
          .options(offer({ check: yes(options.schemasCheck) })),
      async (given) => ended(await (await import('./schemas.ts')).schemasCommand({ ...given, lang: language })),
    )
    .command(
      'kinds [family]',
      commands.kinds,
      (command) =>
        command
          .positional('family', { type: 'string', describe: positionals.family })
          .options(offer({ json: yes(options.json) })),
      async (given) => ended(await (await import('./kinds.ts')).kindsCommand({ ...given, lang: language })),
    )
    .option('lang', { choices: ['en', 'zh'] as const, requiresArg: true, describe: words.lang })
    .help('help', words.help)
    .alias('help', 'h')
    .version('version', words.version, version)
    .strict()
    .recommendCommands()
    .parserConfiguration({
      'boolean-negation': false,
      'dot-notation': false,
      'parse-positional-numbers': false,
    })
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      // What the parser finds wrong itself, and what a value's own check refuses, arrives as the parser's error.
      if (error && error.name !== 'YError') throw error;
      const command = commandNames.find((name) => name === argv[0]);
      const advice = [message ?? error.message];
      const unknown = argv.map((word) => /^--([^=]+)/.exec(word)?.[1]).find((name) => name && !known.includes(name));
      const meant = unknown === undefined ? undefined : nearestName(unknown, known);
      if (meant !== undefined) advice.push(words.usage.didYouMean(`--${meant}`));
      advice.push(words.usage.seeHelp(command === undefined ? 'callfloor' : `callfloor ${command}`));
      throw new UserError(advice.join('\n'));
    });
  return parser;
}

/** Of an option given several times the last counts. */
function last<T>(given: T | T[]): T {
  return Array.isArray(given) ? (given[given.length - 1] as T) : given;
}

function wholeNumber(words: CliWords, option: string, low: number, high: number, given: unknown): number {
  if (typeof given === 'number' && Number.isInteger(given) && given >= low && given <= high) return given;
  throw new UserError(words.usage.wholeNumber(option, low, high, String(given)));
}

/** Which numbers an option takes; the ends belong to them but where `open` says otherwise. */
interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly open?: 'low' | 'high' | 'both';
}

function numberWithin(words: ErlangWords, option: string, { low, high, open }: NumberRange, given: unknown): number {
  const aboveLow = open === 'low' || open === 'both';
  const belowHigh = open === 'high' || open === 'both';
  if (
    typeof given === 'number' &&
    (aboveLow ? given > low : given >= low) &&
    (belowHigh ? given < high : given <= high)
  )
    return given;
  const { ranges } = words;
  const told = (end: number): string => end.toLocaleString('en-US');
  const from = aboveLow ? ranges.above(told(low)) : ranges.atLeast(told(low));
  const to = belowHigh ? ranges.below(told(high)) : ranges.atMost(told(high));
  throw new UserError(words.number(option, from + to, String(given)));
}

function checkSeed(words: CliWords, given: string): string {
  // The seed is part of a folder's name.
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(given)) return given;
  throw new UserError(words.usage.seed(given));
}
