/** `callfloor qa compare`: sampling designs side by side on the same customers. */
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { compareDesigns, samplingDesigns } from '../qa/compare-designs.ts';
import { drawDesigns } from '../report/charts/designs.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { labelledTableText } from '../report/labelled-table.ts';
import { designFinding, designTables } from '../report/quality/design-words.ts';
import { designsPage } from '../report/quality/designs-page.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { listenForInterruption } from './interruption.ts';
import { loadScenario } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import { openProgressLine } from './progress.ts';
import { openReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

interface QaCompareArguments {
  file: string;
  runs: number;
  seed: string;
  threads?: number | undefined;
  out?: string | undefined;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** Simulates the designs and prints the tables; writes a page when a folder is given. */
export async function qaCompareCommand(given: QaCompareArguments): Promise<number> {
  const { file, json, lang, out, quiet, runs: wanted, seed } = given;
  const { cli, quality } = wordsIn(lang);
  const text = quality.compare;
  const threads = openThreads(given.threads);
  const { scenario } = await loadScenario(file, lang);
  if (scenario.quality === undefined || scenario.quality.samples.length === 0) throw new UserError(quality.none);
  const folder = out === undefined ? undefined : openReportFolder(out, `qa-compare-${scenario.name}-${seed}`, cli);
  const bar = openProgressLine(lang, Boolean(quiet || json));
  const interruption = listenForInterruption(
    () => bar.say(cli.progress.stopping),
    () => folder?.discard(),
  );
  try {
    const { designs, leftOut } = samplingDesigns(scenario, seed);
    const { figures, runs } = await compareDesigns(designs, {
      seed,
      runs: wanted,
      threads,
      signal: interruption.signal,
      onRun: (done) => bar.update(done, wanted, [text.progress(formatNumber(lang, done), formatNumber(lang, wanted))]),
    });
    bar.stop();
    if (runs === 0) {
      console.error(cli.progress.nothingDone);
      return 130;
    }
    if (folder !== undefined) {
      const chart = await drawInBothWidths('designs', (setting) => drawDesigns(figures, setting), lang);
      if (chart === null) throw new RangeError('figures must hold a design');
      const page = { name: scenario.summary || scenario.name, version: manifest.version, runs, seed, leftOut };
      folder.write('report.html', designsPage(figures, page, chart, lang));
      folder.write('charts/designs.svg', chart.svg);
      folder.finish();
    }
    if (json) console.log(JSON.stringify({ runs, seed, leftOut, designs: figures }, null, 2));
    else {
      console.log(`${designFinding(figures, lang)}\n`);
      console.log(designTables(figures, lang).map(labelledTableText).join('\n\n'));
      if (leftOut.length > 0) console.log(`\n${text.leftOut(leftOut.join(', '))}`);
      if (folder !== undefined) console.log(`\n${text.report(join(folder.path, 'report.html'))}`);
    }
    return 0;
  } finally {
    bar.stop();
    interruption.release();
    folder?.discard();
  }
}
