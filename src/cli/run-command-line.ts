/** One call of the program, from its arguments to its exit code: the only place that turns errors into words. */
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { buildParser } from './commands.ts';
import { reasonOf } from './files.ts';
import { chooseLanguage } from './language.ts';
import { UserError } from './user-error.ts';

/**
 * Runs one command.
 *
 * @param argv the arguments after the program's name
 * @param environment says the language of everything printed where the arguments do not
 * @param version of this program
 * @returns the exit code: 0 fine, 1 a promise is broken or a check failed, 2 bad input, 3 Callfloor itself failed, 130 stopped
 */
export async function runCommandLine(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  version: string,
): Promise<number> {
  const lang = chooseLanguage(argv, environment);
  mindOutput(lang);
  let exitCode = 0;
  const parser = buildParser(argv, lang, version, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0) parser.showHelp('log');
    else await parser.parseAsync();
    return exitCode;
  } catch (error) {
    const [message, code] = await explain(error, argv, lang, version);
    if (argv.includes('--json')) console.log(JSON.stringify({ error: { exitCode: code, message } }));
    console.error(message);
    return code;
  }
}

async function explain(
  error: unknown,
  argv: readonly string[],
  lang: Lang,
  version: string,
): Promise<[string, number]> {
  // What the parser refuses; what a command does stands in files of its own, with the sorts of errors.
  if (error instanceof UserError) return [error.message, 2];
  const { tellMistake } = await import('./tell-mistake.ts');
  const mistake = tellMistake(error, lang);
  if (mistake !== undefined) return [mistake, 2];
  const message = error instanceof Error ? error.message : String(error);
  const command = ['callfloor', ...argv].map((word) => (/^[\w./=:-]+$/.test(word) ? word : `'${word}'`)).join(' ');
  return [wordsIn(lang).cli.internal(message, command, version), 3];
}

/** `callfloor … | head` closes our output: no fault, and nothing left to say. A full disk behind it is one. */
function mindOutput(lang: Lang): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    const { cli, resume } = wordsIn(lang);
    console.error(resume.outputFull(reasonOf(error, cli)));
    process.exit(2);
  });
  process.stderr.on('error', () => {});
}
