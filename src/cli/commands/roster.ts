/** `callfloor roster` and its verbs. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';
import { defineAdvise } from './roster-advise.ts';
import { defineBuild } from './roster-build.ts';
import { defineCheck } from './roster-check.ts';

const verbs = ['check', 'build', 'advise'];

export const roster: Command = {
  name: 'roster',
  verbs,
  define(parser, context) {
    const { cli, rosterBuild } = wordsIn(context.lang);
    return parser.command('roster', rosterBuild.group, (group) =>
      defineAdvise(defineBuild(defineCheck(group, context), context), context).demandCommand(
        1,
        cli.usage.chooseVerb('roster', verbs.join(', ')),
      ),
    );
  },
};
