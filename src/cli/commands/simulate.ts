/** `callfloor simulate` and its options: a scenario goes in, a verdict and a report come out. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const simulate: Command = {
  name: 'simulate',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'simulate <file>',
      wordsIn(lang).cli.commands.simulate,
      (command) => {
        const { cli, resume, watch } = wordsIn(lang);
        const { positionals, options } = cli;
        const { file, whole, yes, seed, runs, threads, otherDemand, precision, out } = make;
        return command.positional('file', file(positionals.scenario)).options(
          offer({
            ...otherDemand,
            seed,
            runs,
            ...precision,
            threads,
            resume: yes(resume.option),
            watch: yes(watch.option),
            out,
            json: yes(options.json),
            trace: yes(options.trace),
            'trace-run': whole('trace-run', 0, 10_000_000, options.traceRun),
            png: yes(options.png),
            quiet: yes(options.quiet),
            'exit-zero': yes(options.exitZero),
          }),
        );
      },
      async (given) => ended(await (await import('../simulate.ts')).simulateCommand({ ...given, lang })),
    );
  },
};
