/** `callfloor verify` and its options: the program checked against files of exact values. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const verify: Command = {
  name: 'verify',
  define(parser, { lang, make, offer, ended }) {
    const { commands, positionals, options } = wordsIn(lang).cli;
    const { whole, yes, seed, threads } = make;
    return parser.command(
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
      async (given) => ended(await (await import('../verify.ts')).verifyCommand({ ...given, lang })),
    );
  },
};
