/** `callfloor kinds` and its options: the kinds that a scenario may name. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const kinds: Command = {
  name: 'kinds',
  define(parser, { lang, make, offer, ended }) {
    const { commands, positionals, options } = wordsIn(lang).cli;
    const { yes } = make;
    return parser.command(
      'kinds [family]',
      commands.kinds,
      (command) =>
        command
          .positional('family', { type: 'string', describe: positionals.family })
          .options(offer({ json: yes(options.json) })),
      async (given) => ended(await (await import('../kinds.ts')).kindsCommand({ ...given, lang })),
    );
  },
};
