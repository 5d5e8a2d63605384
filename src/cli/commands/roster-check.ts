/** `callfloor roster check` and its options: a roster is held against a scenario. */
import type { Argv } from 'yargs';
import { words as wordsIn } from '../../words/dictionary.ts';
import type { CommandContext } from '../command.ts';

/** Adds the verb to the parser of `callfloor roster`. */
export function defineCheck(parser: Argv, { lang, make, offer, ended }: CommandContext): Argv {
  const { cli, rosterCheck: words } = wordsIn(lang);
  const { text, whole, yes, seed, runs, threads, otherDemand, precision, out } = make;
  return parser.command(
    'check <files..>',
    words.check,
    (command) =>
      command
        .positional('files', { type: 'string', array: true, demandOption: true, describe: words.rosterFile })
        .options(
          offer({
            scenario: { ...text(words.options.scenario), demandOption: true as const },
            'keep-head-counts': yes(words.options.keepHeadCounts),
            ...otherDemand,
            seed,
            runs,
            ...precision,
            'slack-runs': whole('slack-runs', 0, 100_000, words.options.slackRuns),
            threads,
            resume: yes(wordsIn(lang).resume.option),
            out,
            json: yes(words.options.json),
            quiet: yes(cli.options.quiet),
            'exit-zero': yes(cli.options.exitZero),
          }),
        ),
    async (given) => ended(await (await import('../roster-check.ts')).rosterCheckCommand({ ...given, lang })),
  );
}
