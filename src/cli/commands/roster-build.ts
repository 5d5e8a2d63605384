/** `callfloor roster build` and its options: a scenario with shifts goes in, a roster that keeps the promises comes out. */
import type { Argv } from 'yargs';
import { words as wordsIn } from '../../words/dictionary.ts';
import type { CommandContext } from '../command.ts';

/** Adds the verb to the parser of `callfloor roster`. */
export function defineBuild(parser: Argv, { lang, make, offer, ended }: CommandContext): Argv {
  const { cli, rosterBuild: words } = wordsIn(lang);
  const { options, positionals } = cli;
  const { file, numbers, seed, threads, whole, yes, otherDemand, out } = make;
  return parser.command(
    'build <file>',
    words.command,
    (command) =>
      command.positional('file', file(positionals.scenario)).options(
        offer({
          ...otherDemand,
          seed,
          runs: { ...whole('runs', 50, 1_000_000, words.options.runs), default: 1000 },
          'teach-runs': { ...whole('teach-runs', 50, 1_000_000, words.options.teachRuns), default: 300 },
          'erlang-demand': numbers('erlang-demand', { low: 0.5, high: 2 }, words.options.erlangDemand),
          threads,
          resume: yes(wordsIn(lang).resume.option),
          out,
          json: yes(options.json),
          quiet: yes(options.quiet),
          'exit-zero': yes(options.exitZero),
        }),
      ),
    async (given) => ended(await (await import('../roster-build.ts')).rosterBuildCommand({ ...given, lang })),
  );
}
