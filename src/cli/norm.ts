/** `callfloor norm`: a scenario goes in, and what it comes to under a service norm comes out, clause by clause. */
import { join } from 'node:path';
import type { Outcome } from '../experiment/outcome.ts';
import { runExperiment } from '../experiment/run-experiment.ts';
import type { Norm } from '../judge/norm/clause-test.ts';
import { matchNorm } from '../judge/norm/match-norm.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawNormClauses } from '../report/charts/norm-clauses.ts';
import { normPage } from '../report/norm/norm-page.ts';
import { buildNormStatement, type NormStatement } from '../report/norm/norm-statement.ts';
import { renderNormText } from '../report/norm/render-norm-text.ts';
import { fingerprint } from '../scenario/hash.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { keptWork, runsOption } from './kept-work.ts';
import { loadNorm } from './load-norm.ts';
import { loadScenario, type OtherDemand, type OtherPrecision } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { packageRoot } from './package-root.ts';
import { showProgress } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { terminal } from './terminal.ts';

interface NormArguments extends OtherDemand, OtherPrecision, Omit<RunArguments, 'runs'> {
  file: string;
  norm?: string | undefined;
  runs?: number | undefined;
}

/** Simulates, judges every clause, writes the page and prints the statement; exit code 1 when a clause is broken. */
export async function normCommand(given: NormArguments): Promise<number> {
  const { lang, runs, seed } = given;
  const { norm: words } = wordsIn(lang);
  const norm = readNorm(given);
  const threads = openThreads(given.threads);
  const { scenario } = await loadScenario(given.file, lang, given);
  const matched = matchNorm(norm, scenario);
  const bar = showProgress(matched.scenario.promises, lang, Boolean(given.quiet || given.json));
  return keptWork<{ outcome: Outcome; statement: NormStatement }>(given, {
    name: `${scenario.name}-${seed}-norm`,
    owner: {
      scenarios: [scenario],
      seed,
      options: { command: 'norm', '--norm': fingerprint(norm), ...runsOption(runs) },
    },
    bar,
    async compute({ journal, signal }) {
      const outcome = await runExperiment(matched.scenario, {
        ...{ seed, threads, signal, journal },
        ...(runs === undefined ? {} : { runs }),
        onProgress: (progress) => bar.update(progress),
      });
      return outcome.runs === 0 ? undefined : { outcome, statement: buildNormStatement(norm, matched, outcome) };
    },
    isPart: ({ outcome }) => outcome.ended === 'stopped',
    write: ({ statement }, folder) => writeStatement(statement, folder, lang),
    json: { file: 'norm.json', data: ({ statement }) => statement },
    tell: ({ statement }) => console.log(renderNormText(statement, lang, terminal())),
    tellPlace: (path) => console.log(words.written({ path: join(path, 'norm.html') })),
    exitCode: ({ statement }) => (statement.counts.broken > 0 && !given.exitZero ? 1 : 0),
  });
}

function readNorm({ lang, norm }: NormArguments): Norm {
  return loadNorm(norm ?? join(packageRoot, 'norms/telecom.yaml'), lang);
}

async function writeStatement(statement: NormStatement, folder: ReportFolder, lang: Lang): Promise<void> {
  const chart = await drawInBothWidths('clauses', (setting) => drawNormClauses(statement, setting), lang);
  folder.write('norm.html', normPage(statement, chart, lang));
  if (chart !== null) folder.write('charts/clauses.svg', chart.svg);
}
