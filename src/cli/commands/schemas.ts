/** `callfloor schemas` and its options: the JSON schemas. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const schemas: Command = {
  name: 'schemas',
  define(parser, { lang, make, offer, ended }) {
    const { commands, positionals, options } = wordsIn(lang).cli;
    const { yes } = make;
    return parser.command(
      'schemas [folder]',
      commands.schemas,
      (command) =>
        command
          .positional('folder', { type: 'string', default: 'schemas', describe: positionals.schemas })
          .options(offer({ check: yes(options.schemasCheck) })),
      async (given) => ended(await (await import('../schemas.ts')).schemasCommand({ ...given, lang })),
    );
  },
};
