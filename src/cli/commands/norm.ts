/** `callfloor norm` and its options: a scenario is held against a service norm, clause by clause. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const norm: Command = {
  name: 'norm',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'norm <file>',
      wordsIn(lang).cli.commands.norm,
      (command) => {
        const { cli, norm: words } = wordsIn(lang);
        const { options, positionals } = cli;
        const { file, otherDemand, out, precision, runs, seed, text, threads, yes } = make;
        return command.positional('file', file(positionals.scenario)).options(
          offer({
            norm: text(words.options.norm),
            ...otherDemand,
            seed,
            runs,
            ...precision,
            threads,
            resume: yes(wordsIn(lang).resume.option),
            out,
            json: yes(words.options.json),
            quiet: yes(options.quiet),
            'exit-zero': yes(options.exitZero),
          }),
        );
      },
      async (given) => ended(await (await import('../norm.ts')).normCommand({ ...given, lang })),
    );
  },
};
