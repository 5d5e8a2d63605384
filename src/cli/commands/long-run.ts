/** `callfloor long-run` and its options: an instant of a scenario goes in, what it settles to comes out. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const longRun: Command = {
  name: 'long-run',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'long-run <file>',
      wordsIn(lang).cli.commands.longRun,
      (command) => {
        const { cli, longRun: words } = wordsIn(lang);
        const { options, positionals } = cli;
        const { file, number, seed, text, threads, whole, yes, otherDemand, out } = make;
        return command.positional('file', file(positionals.scenario)).options(
          offer({
            at: { ...text(words.options.at), demandOption: true as const },
            precision: number('precision', { low: 0, high: 100, open: 'both' }, words.options.precision),
            contacts: whole('contacts', 10_000, 1_000_000_000, words.options.contacts),
            ...otherDemand,
            seed,
            threads,
            resume: yes(wordsIn(lang).resume.option),
            out,
            json: yes(options.json),
            quiet: yes(options.quiet),
            'exit-zero': yes(options.exitZero),
          }),
        );
      },
      async (given) => ended(await (await import('../long-run.ts')).longRunCommand({ ...given, lang })),
    );
  },
};
