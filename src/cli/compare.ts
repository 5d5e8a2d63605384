/** `callfloor compare`: several scenarios on the same customers; which is better, by how much, and how surely. */
import { join } from 'node:path';
import { alignPlans, clockFault } from '../experiment/align-plans.ts';
import { type Comparison, runComparison } from '../experiment/run-comparison.ts';
import { type Aspect, hasAspect, type Matters } from '../judge/comparison.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import { renderPng } from '../report/charts/render-png.ts';
import { buildComparison } from '../report/comparison/build-comparison.ts';
import type { ComparisonReport } from '../report/comparison/comparison-report.ts';
import { drawComparison } from '../report/comparison/draw-comparison.ts';
import { renderDifferencesCsv, renderPlansCsv } from '../report/comparison/render-comparison-csv.ts';
import { renderComparisonHtml } from '../report/comparison/render-comparison-html.ts';
import { renderComparisonText } from '../report/comparison/render-comparison-text.ts';
import { complete } from '../scenario/complete.ts';
import { listChanges } from '../scenario/list-changes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { keptWork, runsOption } from './kept-work.ts';
import { loadPlans } from './load-plans.ts';
import type { OtherPrecision } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import { openProgressLine } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

interface CompareArguments extends OtherPrecision {
  files: string[];
  vary?: string[] | undefined;
  by?: string | undefined;
  matters?: number | undefined;
  seed: string;
  threads?: number | undefined;
  out: string;
  json?: boolean | undefined;
  png?: boolean | undefined;
  quiet?: boolean | undefined;
  resume?: boolean | undefined;
  lang: Lang;
}

/** Compares, writes the page and prints the finding. */
export async function compareCommand(given: CompareArguments): Promise<number> {
  const { lang, seed } = given;
  const { compare: words } = wordsIn(lang);
  const threads = openThreads(given.threads);
  const found = await loadPlans(given.files, given.vary ?? [], lang, given);
  const scenarios = found.map(({ scenario }) => scenario);
  const by = chooseAspect(scenarios, given.by, lang);
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  const { matters, runs } = given;
  return keptWork<Pick<Comparison, 'ended'> & { report: ComparisonReport }>(given, {
    name: `compare-${scenarios[0].name.replaceAll(/[/\\]/g, '-')}-${seed}`,
    owner: {
      scenarios,
      seed,
      options: { command: 'compare', '--by': given.by ?? null, '--matters': matters ?? null, ...runsOption(runs) },
    },
    bar,
    async compute({ journal, signal }) {
      const comparison = await runComparison(scenarios, {
        ...{ seed, by, journal, threads, signal },
        ...(runs === undefined ? {} : { runs }),
        ...(matters === undefined ? {} : { matters: mattersOf(scenarios[0], by, matters) }),
        onProgress: ({ runs: done, atMost, plans, undecided }) =>
          bar.update(done, atMost, [
            words.progress({
              runs: formatNumber(lang, done),
              most: formatNumber(lang, atMost),
              plans: formatNumber(lang, plans),
              undecided: undecided === null ? '–' : formatNumber(lang, undecided),
            }),
          ]),
      });
      if (comparison === undefined) return undefined;
      const written = found.map(({ parsed }) => complete(parsed.written));
      const changes = written.map((one) => listChanges(written[0], one));
      return { ended: comparison.ended, report: buildComparison(comparison, changes) };
    },
    isPart: ({ ended }) => ended === 'stopped',
    write: ({ report }, folder) => writeComparison(report, folder, { ...given, threads }),
    json: { file: 'comparison.json', data: ({ report }) => report },
    tell: ({ report }) => console.log(renderComparisonText(report, lang, terminal())),
    tellPlace: (path) => console.log(words.report(join(path, 'comparison.html'))),
    exitCode: () => 0,
  });
}

/** The aspect that `--by` names; what cannot be compared at all is refused here. */
function chooseAspect(scenarios: readonly Scenario[], by: string | undefined, lang: Lang): Aspect {
  const { faults } = wordsIn(lang).compare;
  const [first] = scenarios;
  if (first.promises.length === 0) throw new UserError(faults.noPromise(first.name));
  for (const other of scenarios) {
    const fault = clockFault(first, other);
    if (fault !== undefined) throw new UserError(faults.clock[fault](other.name, first.name));
  }
  const ids = first.promises.map(({ id }) => id);
  const index = by === undefined ? 0 : ids.indexOf(by);
  if (index < 0 && by !== 'all') throw new UserError(faults.by(by ?? '', [...ids, 'all'].join(', ')));
  const aspect: Aspect = index < 0 ? 'all-hold' : index;
  for (const plan of alignPlans(scenarios)) {
    if (!hasAspect(plan, aspect)) throw new UserError(faults.byMissing(plan.scenario.name, by ?? ids[0]));
  }
  return aspect;
}

/** What does not matter, in the unit of the criterion: points for shares. */
function mattersOf({ promises }: Scenario, aspect: Aspect, given: number): Partial<Matters> {
  const unit = aspect === 'all-hold' ? 'fraction' : measureNames.get(promises[aspect].measure).unit;
  return { [unit]: unit === 'fraction' ? given / 100 : given };
}

async function writeComparison(
  report: ComparisonReport,
  folder: ReportFolder,
  { lang, png, threads }: CompareArguments,
): Promise<void> {
  const charts = await drawComparison(report, lang, threads);
  folder.write('comparison.html', renderComparisonHtml(report, charts, lang));
  folder.write('plans.csv', renderPlansCsv(report));
  folder.write('differences.csv', renderDifferencesCsv(report));
  for (const { name, svg } of charts) {
    folder.write(`charts/${name}.svg`, svg);
    if (png) folder.write(`charts/${name}.png`, await renderPng(svg));
  }
}
