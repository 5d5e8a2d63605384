/** `callfloor drill tune`: a drill goes in, better thresholds for its plan come out, with what they trade. */
import { join } from 'node:path';
import type { Drill } from '../drill/drill.ts';
import { type Tuning, tunePlan } from '../drill/tune.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawTradeOff } from '../report/charts/trade-off.ts';
import type { TuningData } from '../report/drill/drill-schemas.ts';
import { inColumns } from '../report/drill/render-after-action.ts';
import { planText, renderTuning, sayTuning, tuningHead, tuningRows } from '../report/drill/tuning-page.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { clockOf } from './drill-run.ts';
import { keptWork } from './kept-work.ts';
import { loadDrill, version } from './load-drill.ts';
import { openProgressLine } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';

interface DrillTuneArguments {
  file: string;
  plan?: string | undefined;
  seed: string;
  days: number;
  resume?: boolean | undefined;
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
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  return keptWork<Tuning>(given, {
    name: `${drill.name}-${seed}-tuning`,
    owner: {
      scenarios: [drill],
      seed,
      options: { command: 'drill tune', '--plan': drill.plans[drill.plan].name, '--days': days, '--alarms': alarms },
    },
    bar,
    stopping: cli.progress.givingUp,
    compute: ({ journal, signal }) =>
      tunePlan(drill, {
        ...{ seed, days, limit: alarms, journal, signal },
        onRun: (done, all) => bar.update(done, all, [text.progress.tune]),
      }),
    isPart: () => false,
    write: (tuning, folder) => writeTuning(tuning, drill, folder, given),
    json: { file: 'tuning.json', data: (tuning) => tuningData(tuning, drill, seed) },
    tell: (tuning) => console.log(tellTuning(tuning, drill, lang)),
    tellPlace: (path) => console.log(cli.report(join(path, 'tuning.html'))),
    exitCode: ({ chosen }) => (chosen === null ? 1 : 0),
  });
}

/** The tuning as its schema has it. */
function tuningData(tuning: Tuning, { name }: Drill, seed: string): TuningData {
  return { format: 'callfloor-drill-tuning', formatVersion: 1, version, drill: name, seed, ...tuning };
}

async function writeTuning(
  tuning: Tuning,
  drill: Drill,
  folder: ReportFolder,
  { lang, seed }: DrillTuneArguments,
): Promise<void> {
  const chart = await drawInBothWidths('trade-off', (setting) => drawTradeOff(tuning, setting), lang);
  if (chart === null) throw new Error('the chart of plans is never empty');
  const clock = clockOf(drill);
  folder.write('tuning.html', renderTuning(drill, tuning, { chart, seed, version, clock }, lang));
  folder.write('trade-off.svg', chart.svg);
  if (tuning.chosen !== null) folder.write('plan.yaml', planText(drill, tuning.round[tuning.chosen].plan, clock));
}

/** The finding, the plans of the last round, and what to put into the drill where there is something better. */
function tellTuning(tuning: Tuning, drill: Drill, lang: Lang): string {
  const { chosen, because, round } = tuning;
  const rows = [tuningHead(lang), ...tuningRows(drill, tuning, lang)].map(([name, ...figures]) => [...figures, name]);
  const said = [sayTuning(tuning, lang), inColumns(rows).join('\n')];
  if (chosen !== null && because !== 'nothing-better') {
    said.push(wordsIn(lang).drill.tune.put, planText(drill, round[chosen].plan, clockOf(drill)));
  }
  return `${said.join('\n\n')}\n`;
}
