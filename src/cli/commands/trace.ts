/** `callfloor trace` and its options: one customer of one run, told in words. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const trace: Command = {
  name: 'trace',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'trace <file>',
      wordsIn(lang).cli.commands.trace,
      (command) => {
        const { cli, story: words } = wordsIn(lang);
        const { options, positionals } = cli;
        const { file, seed, text, whole, yes } = make;
        return command.positional('file', file(positionals.scenario)).options(
          offer({
            customer: { ...whole('customer', 0, 4_000_000_000, words.customer), default: 0 },
            work: text(words.work),
            run: { ...whole('run', 0, 10_000_000, words.run), default: 0 },
            seed,
            json: yes(options.json),
          }),
        );
      },
      async (given) => ended(await (await import('../trace.ts')).traceCommand({ ...given, lang })),
    );
  },
};
