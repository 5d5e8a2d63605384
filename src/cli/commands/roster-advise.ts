/** `callfloor roster advise` and its options: a roster goes in, what to change first comes out. */
import type { Argv } from 'yargs';
import { words as wordsIn } from '../../words/dictionary.ts';
import type { CommandContext } from '../command.ts';

/** Adds the verb to the parser of `callfloor roster`. */
export function defineAdvise(parser: Argv, { lang, make, offer, ended }: CommandContext): Argv {
  const { cli, rosterAdvise: words, rosterCheck } = wordsIn(lang);
  const { text, whole, yes, seed, threads, otherDemand, out } = make;
  return parser.command(
    'advise [files..]',
    words.command,
    (command) =>
      command
        .positional('files', { type: 'string', array: true, default: [] as string[], describe: words.rosterFiles })
        .options(
          offer({
            scenario: { ...text(words.options.scenario), demandOption: true as const },
            'keep-head-counts': yes(rosterCheck.options.keepHeadCounts),
            ...otherDemand,
            seed,
            runs: { ...whole('runs', 2, 100_000, words.options.runs), default: 50 },
            threads,
            resume: yes(wordsIn(lang).resume.option),
            out,
            json: yes(words.options.json),
            quiet: yes(cli.options.quiet),
          }),
        ),
    async (given) => ended(await (await import('../roster-advise.ts')).rosterAdviseCommand({ ...given, lang })),
  );
}
