/** `callfloor qa` and its options: what a sample takes and what it shows. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command, CommandContext } from '../command.ts';

const verbs = ['plan', 'scores', 'sample', 'compare'];

export const qa: Command = {
  name: 'qa',
  verbs,
  define(parser, context) {
    const { commands, usage } = wordsIn(context.lang).cli;
    return parser.command('qa', commands.qa, (group) => {
      const { plan, scores } = wordsIn(context.lang).qa;
      const { compare, file, sample } = wordsIn(context.lang).quality;
      return group
        .command(
          'plan',
          plan,
          (verb) => verb.options(context.offer(planOptions(context))),
          async (given) =>
            context.ended(await (await import('../qa-plan.ts')).qaPlanCommand({ ...given, lang: context.lang })),
        )
        .command(
          'scores <file>',
          scores.describe,
          (verb) =>
            verb.positional('file', context.make.file(scores.file)).options(context.offer(scoresOptions(context))),
          async (given) =>
            context.ended(await (await import('../qa-scores.ts')).qaScoresCommand({ ...given, lang: context.lang })),
        )
        .command(
          'sample <file>',
          sample.describe,
          (verb) => verb.positional('file', context.make.file(file)).options(context.offer(sampleOptions(context))),
          async (given) =>
            context.ended(await (await import('../qa-sample.ts')).qaSampleCommand({ ...given, lang: context.lang })),
        )
        .command(
          'compare <file>',
          compare.describe,
          (verb) => verb.positional('file', context.make.file(file)).options(context.offer(compareOptions(context))),
          async (given) =>
            context.ended(await (await import('../qa-compare.ts')).qaCompareCommand({ ...given, lang: context.lang })),
        )
        .demandCommand(1, usage.chooseVerb('qa', verbs.join(', ')));
    });
  },
};

function planOptions({ lang, make }: CommandContext) {
  const { number, text, whole, yes } = make;
  const { options } = wordsIn(lang).qa;
  const share = (name: string, describe: string) => number(name, { low: 0, high: 1 }, describe);
  const points = (name: string, describe: string) => number(name, { low: 0, high: 100 }, describe);
  return {
    agents: { ...whole('agents', 1, 100_000, options.agents), demandOption: true as const },
    contacts: { ...whole('contacts', 0, 10_000, options.contacts), demandOption: true as const },
    tickets: { ...whole('tickets', 0, 10_000, options.tickets), default: 0 },
    'recording-percent': {
      ...number('recording-percent', { low: 0, high: 100 }, options.recordingPercent),
      default: 10,
    },
    'ticket-percent': { ...number('ticket-percent', { low: 0, high: 100 }, options.ticketPercent), default: 20 },
    minutes: { ...number('minutes', { low: 0, open: 'low', high: 480 }, options.minutes), demandOption: true as const },
    'minutes-cv': { ...number('minutes-cv', { low: 0, high: 5 }, options.minutesCv), default: 0.5 },
    'finding-minutes': { ...number('finding-minutes', { low: 0, high: 480 }, options.findingMinutes), default: 10 },
    'open-days': { ...whole('open-days', 1, 7, options.openDays), default: 7 },
    'qa-days': whole('qa-days', 1, 7, options.qaDays),
    hours: { ...number('hours', { low: 0, open: 'low', high: 24 }, options.hours), default: 7.5 },
    'other-minutes': { ...number('other-minutes', { low: 0, high: 1440 }, options.otherMinutes), default: 30 },
    absence: { ...number('absence', { low: 0, open: 'high', high: 0.9 }, options.absence), default: 0.05 },
    'in-time': { ...number('in-time', { low: 0, open: 'both', high: 1 }, options.inTime), default: 0.95 },
    evaluators: whole('evaluators', 0, 10_000, options.evaluators),
    pass: { ...points('pass', options.pass), default: 80 },
    mean: { ...points('mean', options.mean), default: 88 },
    between: { ...points('between', options.between), default: 5 },
    within: { ...points('within', options.within), default: 9 },
    noise: { ...points('noise', options.noise), default: 5 },
    serious: { ...share('serious', options.serious), default: 0.005 },
    'repeat-limit': {
      ...number('repeat-limit', { low: 0, open: 'both', high: 1 }, options.repeatLimit),
      default: 0.05,
    },
    'repeat-truth': { ...share('repeat-truth', options.repeatTruth), default: 0.02 },
    out: text(options.out),
    json: yes(options.json),
  };
}

function scoresOptions({ lang, make }: CommandContext) {
  const { options, scores } = wordsIn(lang).qa;
  return {
    pass: { ...make.number('pass', { low: 0, high: 100 }, scores.pass), default: 80 },
    confidence: {
      ...make.number('confidence', { low: 0.5, open: 'both', high: 1 }, scores.confidence),
      default: 0.95,
    },
    out: make.text(scores.out),
    json: make.yes(options.json),
  };
}

function sampleOptions({ lang, make }: CommandContext) {
  const { run, sample } = wordsIn(lang).quality;
  return {
    day: make.text(sample.day),
    scores: make.yes(sample.scores),
    run: { ...make.whole('run', 0, 1_000_000_000, run), default: 0 },
    seed: make.seed,
  };
}

function compareOptions({ lang, make }: CommandContext) {
  const { compare } = wordsIn(lang).quality;
  const { cli, qa } = wordsIn(lang);
  return {
    runs: { ...make.whole('runs', 2, 100_000, compare.runs), default: 20 },
    seed: make.seed,
    threads: make.threads,
    resume: make.yes(wordsIn(lang).resume.option),
    out: make.out,
    json: make.yes(qa.options.json),
    quiet: make.yes(cli.options.quiet),
  };
}
