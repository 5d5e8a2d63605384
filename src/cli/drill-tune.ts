/** `callfloor drill tune`: a drill goes in, better thresholds for its plan come out, with what they trade. */
import { join } from 'node:path';
import { tunePlan } from '../drill/tune.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawTradeOff } from '../report/charts/trade-off.ts';
import { renderTuning, sayTuning, tuningHead, tuningRows } from '../report/drill/tuning-page.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { countingBar } from './drill-review.ts';
import { listenForInterruption } from './interruption.ts';
import { loadDrill, version } from './load-drill.ts';
import { openReportFolder } from './report-folder.ts';

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
  const bar = countingBar(text.progress.tune, lang, Boolean(given.quiet || given.json));
  const interruption = listenForInterruption(() => {}, folder.discard);
  try {
    const { signal } = interruption;
    const tuning = await tunePlan(drill, { seed, days, limit: alarms, signal, onRun: bar.update });
    bar.stop();
    const chart = await drawInBothWidths('trade-off', (setting) => drawTradeOff(tuning, setting), lang);
    if (chart === null) throw new Error('the chart of plans is never empty');
    folder.write('tuning.html', renderTuning(drill, tuning, chart, { seed, version }, lang));
    folder.write('tuning.json', `${JSON.stringify(tuning, null, 2)}\n`);
    folder.write('trade-off.svg', chart.svg);
    folder.finish();
    if (given.json) process.stdout.write(`${JSON.stringify(tuning, null, 2)}\n`);
    else if (!given.quiet) {
      console.log(sayTuning(tuning, lang));
      console.log();
      for (const row of [tuningHead(lang), ...tuningRows(drill, tuning, lang)]) console.log(row.join('  ').trimEnd());
      console.log();
      console.log(cli.report(join(folder.path, 'tuning.html')));
    }
    return tuning.chosen === null ? 1 : 0;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    bar.stop();
    console.error(text.stopped);
    return 130;
  } finally {
    bar.stop();
    interruption.release();
    folder.discard();
  }
}
