/** `callfloor roster` and its verbs. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';
import { defineBuild } from './roster-build.ts';
import { defineCheck } from './roster-check.ts';

const verbs = ['check', 'build'];

export const roster: Command = {
  name: 'roster',
  verbs,
  define(parser, context) {
    const { cli, rosterBuild } = wordsIn(context.lang);
    return parser.command('roster', rosterBuild.group, (group) =>
      defineBuild(defineCheck(group, context), context).demandCommand(
        1,
        cli.usage.chooseVerb('roster', verbs.join(', ')),
      ),
    );
  },
};
