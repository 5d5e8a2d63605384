/** `callfloor compare` and its options: several scenarios go in, what tells them apart comes out. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const compare: Command = {
  name: 'compare',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'compare <files..>',
      wordsIn(lang).cli.commands.compare,
      (command) => {
        const { cli, compare: words } = wordsIn(lang);
        const { text, number, whole, yes, seed, threads, precision, out } = make;
        return command
          .positional('files', { type: 'string', array: true, demandOption: true, describe: words.positional })
          .options(
            offer({
              vary: { type: 'string', array: true, nargs: 1, requiresArg: true, describe: words.options.vary },
              by: text(words.options.by),
              matters: number('matters', { low: 0, high: 1e6 }, words.options.matters),
              seed,
              runs: whole('runs', 2, 10_000_000, cli.options.runs),
              ...precision,
              threads,
              resume: yes(wordsIn(lang).resume.option),
              out,
              json: yes(cli.options.json),
              png: yes(cli.options.png),
              quiet: yes(cli.options.quiet),
            }),
          );
      },
      async (given) => ended(await (await import('../compare.ts')).compareCommand({ ...given, lang })),
    );
  },
};
