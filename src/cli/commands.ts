/**
 * The commands of `callfloor`, in the order of the help. Options of a command stand in `commands/`, in the file of its name; what
 * it does stands beside this file and is loaded when it is called, so that help and small commands start at once.
 */
import type { Argv } from 'yargs';
import yargs from 'yargs';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { nearestName } from '../words/nearest-name.ts';
import type { Command, CommandContext } from './command.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { drill } from './commands/drill.ts';
import { erlang } from './commands/erlang.ts';
import { explain } from './commands/explain.ts';
import { init } from './commands/init.ts';
import { kinds } from './commands/kinds.ts';
import { longRun } from './commands/long-run.ts';
import { norm } from './commands/norm.ts';
import { qa } from './commands/qa.ts';
import { roster } from './commands/roster.ts';
import { schemas } from './commands/schemas.ts';
import { simulate } from './commands/simulate.ts';
import { staff } from './commands/staff.ts';
import { trace } from './commands/trace.ts';
import { verify } from './commands/verify.ts';
import { why } from './commands/why.ts';
import { optionMakers } from './options.ts';
import { UserError } from './user-error.ts';

/** All commands. */
export const commands: readonly Command[] = [
  simulate,
  compare,
  why,
  check,
  init,
  erlang,
  explain,
  longRun,
  staff,
  roster,
  norm,
  qa,
  drill,
  trace,
  verify,
  schemas,
  kinds,
];

/**
 * Builds the parser.
 *
 * @param argv the arguments after the program's name
 * @param lang of help and complaints
 * @param version printed by `--version`
 * @param ended called with the exit code of the command that ran
 */
export function buildParser(
  argv: readonly string[],
  lang: Lang,
  version: string,
  ended: (exitCode: number) => void,
): Argv {
  const { cli: words } = wordsIn(lang);
  // The options of the command that is called: yargs builds no other.
  const known = ['lang', 'help', 'version'];
  const context: CommandContext = {
    lang,
    make: optionMakers(lang),
    offer(table) {
      known.push(...Object.keys(table));
      return table;
    },
    ended,
  };
  const named = yargs([...argv])
    .scriptName('callfloor')
    .locale(words.locale)
    .updateStrings(words.parser as unknown as Record<string, string>)
    .usage(words.about)
    .epilogue(words.docs);
  return commands
    .reduce<Argv>((parser, command) => command.define(parser, context), named)
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
      const command = commands.find(({ name }) => name === argv[0]);
      const advice = [nameOnce(message ?? error.message, words.parser['Unknown argument: %s'])];
      const unknown = argv.map((word) => /^--([^=]+)/.exec(word)?.[1]).find((name) => name && !known.includes(name));
      const meant = unknown === undefined ? undefined : nearestName(unknown, known);
      if (meant !== undefined) advice.push(words.usage.didYouMean(`--${meant}`));
      const verb = command?.verbs?.find((name) => name === argv[1]);
      advice.push(words.usage.seeHelp(['callfloor', command?.name, verb].filter(Boolean).join(' ')));
      throw new UserError(advice.join('\n'));
    });
}

/** The parser lists an unknown option with hyphens a second time, in camel case, as it would hand it on. */
function nameOnce(message: string, { one, other }: { one: string; other: string }): string {
  const [start] = other.split('%s');
  if (!message.startsWith(start)) return message;
  const names = message.slice(start.length).split(', ');
  const again = new Set(names.filter((name) => name.includes('-')).map(camelCase));
  const told = names.filter((name) => !again.has(name));
  return (told.length === 1 ? one : other).replace('%s', told.join(', '));
}

function camelCase(name: string): string {
  return name.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());
}
