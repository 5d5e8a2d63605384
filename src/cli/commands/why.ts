/** `callfloor why` and its options: what a broken promise is missed by goes in, its causes and what would mend it come out. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const why: Command = {
  name: 'why',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'why <file>',
      wordsIn(lang).cli.commands.why,
      (command) => {
        const { cli, why: words } = wordsIn(lang);
        const { options, positionals } = cli;
        const { confidence, file, seed, threads, whole, yes, otherDemand, out } = make;
        return command.positional('file', file(positionals.scenario)).options(
          offer({
            ...otherDemand,
            seed,
            runs: { ...whole('runs', 2, 100_000, words.runs), default: 50 },
            confidence,
            threads,
            resume: yes(wordsIn(lang).resume.option),
            out,
            json: yes(options.json),
            quiet: yes(options.quiet),
            'exit-zero': yes(options.exitZero),
          }),
        );
      },
      async (given) => ended(await (await import('../why.ts')).whyCommand({ ...given, lang })),
    );
  },
};
