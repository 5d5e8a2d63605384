/** `callfloor qa compare`: sampling designs side by side on the same customers. */
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { compareDesigns, type DesignFigures, samplingDesigns } from '../qa/compare-designs.ts';
import { drawDesigns } from '../report/charts/designs.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { labelledTableText } from '../report/labelled-table.ts';
import { designFinding, designTables } from '../report/quality/design-words.ts';
import { designsPage } from '../report/quality/designs-page.ts';
import { words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { keptWork, runsOption } from './kept-work.ts';
import { loadScenario } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { openProgressLine } from './progress.ts';
import { UserError } from './user-error.ts';

interface QaCompareArguments extends Omit<RunArguments, 'exitZero'> {
  file: string;
}

/** What the designs come to. */
interface Found {
  figures: DesignFigures[];
  runs: number;
}

/** Simulates the designs, writes the page and prints the tables. */
export async function qaCompareCommand(given: QaCompareArguments): Promise<number> {
  const { file, lang, runs: wanted, seed } = given;
  const { quality } = wordsIn(lang);
  const text = quality.compare;
  const threads = openThreads(given.threads);
  const { scenario } = await loadScenario(file, lang);
  if (scenario.quality === undefined || scenario.quality.samples.length === 0) throw new UserError(quality.none);
  const { designs, leftOut } = samplingDesigns(scenario, seed);
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  return keptWork<Found>(given, {
    name: `qa-compare-${scenario.name}-${seed}`,
    owner: { scenarios: [scenario], seed, options: { command: 'qa compare', ...runsOption(wanted) } },
    bar,
    async compute({ journal, signal }) {
      const found = await compareDesigns(designs, {
        ...{ seed, runs: wanted, threads, journal, signal },
        onRun: (done) =>
          bar.update(done, wanted, [text.progress(formatNumber(lang, done), formatNumber(lang, wanted))]),
      });
      return found.runs === 0 ? undefined : found;
    },
    isPart: ({ runs }) => runs < wanted,
    async write({ figures, runs }, folder) {
      const chart = await drawInBothWidths('designs', (setting) => drawDesigns(figures, setting), lang);
      if (chart === null) throw new RangeError('figures must hold a design');
      const page = { name: scenario.summary || scenario.name, version: manifest.version, runs, seed, leftOut };
      folder.write('report.html', designsPage(figures, page, chart, lang));
      folder.write('charts/designs.svg', chart.svg);
    },
    json: { file: 'designs.json', data: ({ figures, runs }) => ({ runs, seed, leftOut, designs: figures }) },
    tell({ figures }) {
      console.log(`${designFinding(figures, lang)}\n`);
      console.log(designTables(figures, lang).map(labelledTableText).join('\n\n'));
      if (leftOut.length > 0) console.log(`\n${text.leftOut(leftOut.join(', '))}`);
    },
    tellPlace: (path) => console.log(`\n${text.report(join(path, 'report.html'))}`),
    exitCode: () => 0,
  });
}
