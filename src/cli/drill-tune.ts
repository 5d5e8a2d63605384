/** `callfloor drill tune`: a drill goes in, better thresholds for its plan come out, with what they trade. */
import { join } from 'node:path';
import { tunePlan } from '../drill/tune.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawTradeOff } from '../report/charts/trade-off.ts';
import { inColumns } from '../report/drill/render-after-action.ts';
import { planText, renderTuning, sayTuning, tuningHead, tuningRows } from '../report/drill/tuning-page.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { clockOf } from './drill-run.ts';
import { loadDrill, version } from './load-drill.ts';
import { openReportFolder } from './report-folder.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface DrillTuneArguments {
  file: string;
  plan?: string | undefined;
  seed: string;
  days: number;
  alarms: number;
  out: string;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** Tunes, writes the page and prints the finding; exit code 1 when nothing keeps the limit. */
export async function drillTuneCommand(given: DrillTuneArguments): Promise<number> {
  const { alarms, days, lang, seed } = given;
  const { cli, drill: text } = wordsIn(lang);
  const drill = await loadDrill(given.file, lang, given.plan);
  const folder = openReportFolder(given.out, `${drill.name}-${seed}-tuning`, cli);
  const quiet = Boolean(given.quiet || given.json);
  return untilInterrupted({ folder, quiet, lang }, async ({ done, signal, tell: show }) => {
    const count = (days: number, all: number) => show(days, all, text.progress.tune);
    const tuning = await tunePlan(drill, { seed, days, limit: alarms, signal, onRun: count });
    done();
    const chart = await drawInBothWidths('trade-off', (setting) => drawTradeOff(tuning, setting), lang);
    if (chart === null) throw new Error('the chart of plans is never empty');
    const clock = clockOf(drill);
    folder.write('tuning.html', renderTuning(drill, tuning, { chart, seed, version, clock }, lang));
    folder.write('tuning.json', `${JSON.stringify(tuning, null, 2)}\n`);
    folder.write('trade-off.svg', chart.svg);
    if (tuning.chosen !== null) folder.write('plan.yaml', planText(drill, tuning.round[tuning.chosen].plan, clock));
    folder.finish();
    if (given.json) process.stdout.write(`${JSON.stringify(tuning, null, 2)}\n`);
    else if (!given.quiet) {
      console.log(sayTuning(tuning, lang));
      console.log();
      for (const row of inColumns(
        [tuningHead(lang), ...tuningRows(drill, tuning, lang)].map(([name, ...figures]) => [...figures, name]),
      ))
        console.log(row);
      console.log();
      if (tuning.chosen !== null && tuning.because !== 'nothing-better') {
        console.log(text.tune.put);
        console.log();
        console.log(planText(drill, tuning.round[tuning.chosen].plan, clock));
      }
      console.log(cli.report(join(folder.path, 'tuning.html')));
    }
    return tuning.chosen === null ? 1 : 0;
  });
}
