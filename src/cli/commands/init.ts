/** `callfloor init` and its options: a commented starter file. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const init: Command = {
  name: 'init',
  define(parser, { lang, ended }) {
    const { commands, positionals } = wordsIn(lang).cli;
    return parser.command(
      'init [file]',
      commands.init,
      (command) =>
        command.positional('file', { type: 'string', default: 'my-centre.yaml', describe: positionals.init }),
      async (given) => ended(await (await import('../init.ts')).initCommand({ ...given, lang })),
    );
  },
};
