/** `callfloor drill` and its options: an emergency rehearsed, looked back at, and the plan for it tuned. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command, CommandContext } from '../command.ts';

const verbs = ['run', 'review', 'tune'];

export const drill: Command = {
  name: 'drill',
  verbs,
  define(parser, context) {
    const { lang, make, offer, ended } = context;
    const { commands, usage } = wordsIn(lang).cli;
    return parser.command('drill', commands.drill, (group) => {
      const { options, verbs: described } = wordsIn(lang).drill;
      return group
        .command(
          'run <file>',
          described.run,
          (verb) => verb.positional('file', make.file(options.file)).options(offer(runOptions(context))),
          async (given) => ended(await (await import('../drill-run.ts')).drillRunCommand({ ...given, lang })),
        )
        .command(
          'review <log>',
          described.review,
          (verb) => verb.positional('log', make.file(options.log)).options(offer(reviewOptions(context))),
          async (given) => ended(await (await import('../drill-review.ts')).drillReviewCommand({ ...given, lang })),
        )
        .command(
          'tune <file>',
          described.tune,
          (verb) => verb.positional('file', make.file(options.file)).options(offer(tuneOptions(context))),
          async (given) => ended(await (await import('../drill-tune.ts')).drillTuneCommand({ ...given, lang })),
        )
        .demandCommand(1, usage.chooseVerb('drill', verbs.join(', ')));
    });
  },
};

function common({ lang, make }: CommandContext) {
  const { options } = wordsIn(lang).drill;
  return {
    out: { ...make.out, describe: options.out },
    json: make.yes(options.json),
    quiet: make.yes(options.quiet),
  };
}

function runOptions(context: CommandContext) {
  const { lang, make } = context;
  const { options } = wordsIn(lang).drill;
  return {
    plan: make.text(options.plan),
    seed: make.seed,
    run: { ...make.whole('run', 0, 1_000_000, options.run), default: 0 },
    replay: make.text(options.replay),
    live: make.yes(options.live),
    speed: { ...make.whole('speed', 1, 600, options.speed), defaultDescription: '20' },
    by: make.text(options.by),
    ...common(context),
  };
}

function reviewOptions(context: CommandContext) {
  const { lang, make } = context;
  const { options } = wordsIn(lang).drill;
  return {
    drill: make.text(options.drill),
    resume: make.yes(wordsIn(lang).resume.option),
    days: { ...make.whole('days', 2, 10_000, options.days), default: 20 },
    ...common(context),
  };
}

function tuneOptions(context: CommandContext) {
  const { lang, make } = context;
  const { options } = wordsIn(lang).drill;
  return {
    plan: make.text(options.plan),
    seed: make.seed,
    resume: make.yes(wordsIn(lang).resume.option),
    days: { ...make.whole('days', 4, 10_000, options.tuneDays), default: 40 },
    alarms: { ...make.number('alarms', { low: 0.001, high: 0.999 }, options.alarms), default: 0.1 },
    ...common(context),
  };
}
