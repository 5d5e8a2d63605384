/** `callfloor check` and its options: all faults of a scenario file at once, or the file with every default written in. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const check: Command = {
  name: 'check',
  define(parser, { lang, make, offer, ended }) {
    const { commands, positionals, options } = wordsIn(lang).cli;
    const { file, yes } = make;
    return parser.command(
      'check <file>',
      commands.check,
      (command) =>
        command.positional('file', file(positionals.scenario)).options(offer({ json: yes(options.checkJson) })),
      async (given) => ended(await (await import('../check.ts')).checkCommand({ ...given, lang })),
    );
  },
};
