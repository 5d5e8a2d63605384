/** `callfloor roster replan` and its options: somebody is missing today, and the cheapest mend comes out. */
import type { Argv } from 'yargs';
import { words as wordsIn } from '../../words/dictionary.ts';
import type { CommandContext } from '../command.ts';

/** Adds the verb to the parser of `callfloor roster`. */
export function defineReplan(parser: Argv, { lang, make, offer, ended }: CommandContext): Argv {
  const { cli, rosterCheck, rosterReplan: words } = wordsIn(lang);
  const { number, text, whole, yes, seed, threads, otherDemand, out } = make;
  const { options } = words;
  return parser.command(
    'replan [files..]',
    words.command,
    (command) =>
      command
        .positional('files', { type: 'string', array: true, default: [] as string[], describe: words.rosterFiles })
        .options(
          offer({
            scenario: { ...text(options.scenario), demandOption: true as const },
            at: { ...text(options.at), demandOption: true as const },
            date: text(options.date),
            absent: { ...text(options.absent), demandOption: true as const },
            'call-in': text(options.callIn),
            'call-in-hours': { ...number('call-in-hours', { low: 1, high: 12 }, options.callInHours), default: 4 },
            overtime: { ...whole('overtime', 0, 480, options.overtime), default: 60 },
            'overtime-factor': {
              ...number('overtime-factor', { low: 0, high: 10 }, options.overtimeFactor),
              default: 1.5,
            },
            move: { ...whole('move', 0, 480, options.move), default: 60 },
            notice: { ...whole('notice', 0, 1440, options.notice), default: 60 },
            'keep-meetings': yes(options.keepMeetings),
            'keep-head-counts': yes(rosterCheck.options.keepHeadCounts),
            ...otherDemand,
            seed,
            runs: { ...whole('runs', 2, 100_000, options.runs), default: 50 },
            threads,
            resume: yes(wordsIn(lang).resume.option),
            out,
            json: yes(options.json),
            quiet: yes(cli.options.quiet),
            'exit-zero': yes(cli.options.exitZero),
          }),
        ),
    async (given) => ended(await (await import('../roster-replan.ts')).rosterReplanCommand({ ...given, lang })),
  );
}
