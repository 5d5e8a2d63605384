/** `callfloor explain` and its options: a small lesson on a scenario, or on one queue. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const explain: Command = {
  name: 'explain',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'explain [file]',
      wordsIn(lang).cli.commands.explain,
      (command) => {
        const { lesson, cli } = wordsIn(lang);
        const { number, text, whole, yes, seed, threads, out } = make;
        const { options } = lesson;
        return command.positional('file', { type: 'string', describe: lesson.scenario }).options(
          offer({
            work: text(options.work),
            at: text(options.at),
            calls: number('calls', { low: 0, open: 'low', high: 1e9 }, options.calls),
            per: number('per', { low: 0.001, high: 1e6 }, options.per),
            aht: number('aht', { low: 0.001, high: 1e6 }, options.aht),
            'handle-cv': number('handle-cv', { low: 0, high: 5 }, options.handleCv),
            agents: whole('agents', 1, 2000, options.agents),
            patience: number('patience', { low: 0.001, high: 1e9 }, options.patience),
            within: number('within', { low: 0, high: 1e6 }, options.within),
            target: number('target', { low: 0, open: 'both', high: 1 }, options.target),
            seed,
            runs: { ...whole('runs', 2, 10_000, options.runs), default: 40 },
            threads,
            resume: yes(wordsIn(lang).resume.option),
            out,
            json: yes(cli.options.json),
            png: yes(cli.options.png),
            quiet: yes(cli.options.quiet),
          }),
        );
      },
      async (given) => ended(await (await import('../explain.ts')).explainCommand({ ...given, lang })),
    );
  },
};
