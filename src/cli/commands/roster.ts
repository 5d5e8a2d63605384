/** `callfloor roster` and its verbs. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';
import { defineAdvise } from './roster-advise.ts';
import { defineBuild } from './roster-build.ts';
import { defineCheck } from './roster-check.ts';
import { defineReplan } from './roster-replan.ts';

const verbs = ['check', 'build', 'advise', 'replan'];

export const roster: Command = {
  name: 'roster',
  verbs,
  define(parser, context) {
    const { commands, usage } = wordsIn(context.lang).cli;
    return parser.command('roster', commands.roster, (group) =>
      [defineCheck, defineBuild, defineAdvise, defineReplan]
        .reduce((parsed, define) => define(parsed, context), group)
        .demandCommand(1, usage.chooseVerb('roster', verbs.join(', '))),
    );
  },
};
