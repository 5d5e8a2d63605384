/** `callfloor staff` and its options: a demand goes in, the agents for every interval come out. */
import { staffingMethods } from '../../plan/staffing/staffing-methods.ts';
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

/** The definitions of answered within, as scenarios name them. */
export const definitions = [
  'offered',
  'answered',
  'abandons-met',
  'short-abandons-excluded',
  'very-short-abandons-met',
  'virtual',
] as const;

export const staff: Command = {
  name: 'staff',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'staff <file>',
      wordsIn(lang).cli.commands.staff,
      (command) => {
        const { staff, erlang, cli } = wordsIn(lang);
        const { file, number, text, whole, yes } = make;
        const above = { low: 0, open: 'low' } as const;
        const below = { low: 0, open: 'high', high: 1 } as const;
        return command.positional('file', file(staff.positional)).options(
          offer({
            demand: text(staff.options.demand),
            day: text(staff.options.day),
            work: text(staff.options.work),
            aht: number('aht', { low: 0.001, high: 1e6 }, staff.options.aht),
            'aht-cv': { ...number('aht-cv', { low: 0, high: 10 }, staff.options.ahtCv), default: 1 },
            patience: number('patience', { low: 0.001, high: 1e9 }, staff.options.patience),
            agents: whole('agents', 0, 1_000_000, staff.options.agents),
            interval: number('interval', { ...above, high: 1440 }, staff.options.interval),
            column: { type: 'string', array: true, requiresArg: true, nargs: 1, describe: staff.options.column },
            within: number('within', { low: 0, high: 1e6 }, staff.options.within),
            target: number('target', { ...below, high: 1 }, staff.options.target),
            variant: { choices: definitions, requiresArg: true, describe: staff.options.variant },
            short: number('short', { low: 0, high: 1e6 }, erlang.options.short),
            'max-asa': number('max-asa', { low: 0.001, high: 1e6 }, erlang.options.maxAsa),
            'max-abandonment': number('max-abandonment', { ...above, high: 1 }, erlang.options.maxAbandonment),
            'max-occupancy': number('max-occupancy', { low: 0.01, high: 1 }, erlang.options.maxOccupancy),
            'max-waiting': number('max-waiting', { ...above, high: 1 }, staff.options.maxWaiting),
            method: {
              choices: staffingMethods,
              requiresArg: true,
              default: 'modified-offered-load' as const,
              describe: staff.options.method,
            },
            shrinkage: { ...number('shrinkage', below, staff.options.shrinkage), default: 0 },
            'fte-hours': { ...number('fte-hours', { ...above, high: 24 }, staff.options.fteHours), default: 8 },
            'volume-error': number('volume-error', below, staff.options.volumeError),
            'aht-error': number('aht-error', below, staff.options.ahtError),
            exact: yes(staff.options.exact),
            out: { ...text(staff.options.out), default: 'out' },
            json: yes(cli.options.json),
            png: yes(cli.options.png),
            quiet: yes(cli.options.quiet),
            'exit-zero': yes(cli.options.exitZero),
          }),
        );
      },
      async (given) => ended(await (await import('../staff.ts')).staffCommand({ ...given, lang })),
    );
  },
};
