/** `callfloor why`: a scenario goes in, the causes of what it misses come out, and a small change that would mend it. */
import { join } from 'node:path';
import { explainMiss } from '../experiment/why/explain-miss.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import { buildReport } from '../report/build-report.ts';
import type { ChartSetting } from '../report/charts/chart.ts';
import { drawPictures } from '../report/charts/draw-charts.ts';
import { drawWhyParts, nameWhyPicture } from '../report/charts/why-parts.ts';
import type { Report } from '../report/report.ts';
import { buildWhy } from '../report/why/build-why.ts';
import { renderWhyCsv } from '../report/why/render-why-csv.ts';
import { renderWhyHtml } from '../report/why/render-why-html.ts';
import { renderWhyText } from '../report/why/render-why-text.ts';
import type { WhyReport } from '../report/why/why-report.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { keptWork } from './kept-work.ts';
import { loadScenario, type OtherDemand } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { openProgressLine } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { terminal } from './terminal.ts';

interface WhyArguments extends OtherDemand, RunArguments {
  confidence?: number | undefined;
  file: string;
}

/** Explains, writes the page and prints the finding; exit code 1 when a promise is broken. */
export async function whyCommand(given: WhyArguments): Promise<number> {
  const { lang, runs, seed } = given;
  const { cli, why: words } = wordsIn(lang);
  const threads = openThreads(given.threads);
  const { scenario } = await loadScenario(given.file, lang, given);
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  return keptWork<{ report: Report; why: WhyReport }>(given, {
    name: `${scenario.name}-${seed}-why`,
    owner: { scenarios: [scenario], seed, options: { command: 'why', '--runs': runs } },
    bar,
    async compute({ journal, signal }) {
      const found = await explainMiss(scenario, {
        ...{ seed, runs, threads, signal, journal },
        onProgress: ({ stage, done, all }) => bar.update(done, all, [words.stages[stage]]),
      });
      const report = buildReport(scenario, found.outcome, erlangBeside(scenario));
      return { report, why: buildWhy(scenario, found) };
    },
    isPart: () => false,
    write: ({ report, why }, folder) => writeWhy(report, why, folder, lang, threads),
    json: { file: 'why.json', data: ({ why }) => why },
    tell: ({ report, why }) => console.log(renderWhyText(report, why, lang, terminal())),
    tellPlace: (path) => console.log(cli.report(join(path, 'why.html'))),
    exitCode: ({ why }) => (why.promises.length > 0 && !given.exitZero ? 1 : 0),
  });
}

async function writeWhy(
  report: Report,
  why: WhyReport,
  folder: ReportFolder,
  lang: Lang,
  threads: number,
): Promise<void> {
  const pictures = why.promises.map((promise) => ({
    name: nameWhyPicture(promise),
    draw: (setting: ChartSetting) => drawWhyParts(report, promise, setting),
  }));
  const charts = await drawPictures(pictures, lang, threads);
  folder.write('why.html', renderWhyHtml(report, why, charts, lang));
  folder.write('parts.csv', renderWhyCsv(report, why));
  for (const { name, svg } of charts) folder.write(`charts/${name}.svg`, svg);
}
