/** `callfloor erlang` and its options: one question about a steady queue, answered by Erlang B, C and A. */
import { words as wordsIn } from '../../words/dictionary.ts';
import type { Command } from '../command.ts';

export const erlang: Command = {
  name: 'erlang',
  define(parser, { lang, make, offer, ended }) {
    return parser.command(
      'erlang',
      wordsIn(lang).cli.commands.erlang,
      (command) => {
        const { erlang, staff } = wordsIn(lang);
        const { number, whole, yes } = make;
        return command.options(
          offer({
            calls: { ...number('calls', { low: 0, high: 1e9 }, erlang.options.calls), demandOption: true },
            per: { ...number('per', { low: 0.001, high: 1e6 }, erlang.options.per), default: 60 },
            aht: { ...number('aht', { low: 0.001, high: 1e6 }, erlang.options.aht), demandOption: true },
            agents: whole('agents', 0, 1_000_000, erlang.options.agents),
            patience: number('patience', { low: 0.001, high: 1e9 }, erlang.options.patience),
            within: { ...number('within', { low: 0, high: 1e6 }, erlang.options.within), default: 10 },
            target: { ...number('target', { low: 0, open: 'both', high: 1 }, erlang.options.target), default: 0.9 },
            short: number('short', { low: 0, high: 1e6 }, erlang.options.short),
            shrinkage: {
              ...number('shrinkage', { low: 0, open: 'high', high: 1 }, erlang.options.shrinkage),
              default: 0,
            },
            'max-occupancy': number('max-occupancy', { low: 0.01, high: 1 }, erlang.options.maxOccupancy),
            'max-asa': number('max-asa', { low: 0.001, high: 1e6 }, erlang.options.maxAsa),
            'max-abandonment': number(
              'max-abandonment',
              { low: 0, open: 'low', high: 1 },
              erlang.options.maxAbandonment,
            ),
            'volume-error': number('volume-error', { low: 0, open: 'high', high: 1 }, staff.options.volumeError),
            'aht-error': number('aht-error', { low: 0, open: 'high', high: 1 }, staff.options.ahtError),
            'long-run': yes(erlang.options.longRun),
            json: yes(erlang.options.json),
          }),
        );
      },
      async (given) => ended(await (await import('../erlang.ts')).erlangCommand({ ...given, lang })),
    );
  },
};
