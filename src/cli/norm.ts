/** `callfloor norm`: a scenario goes in, and what it comes to under a service norm comes out, clause by clause. */
import { join } from 'node:path';
import { runExperiment } from '../experiment/run-experiment.ts';
import type { Norm } from '../judge/norm/clause-test.ts';
import { matchNorm } from '../judge/norm/match-norm.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawNormClauses } from '../report/charts/norm-clauses.ts';
import { normPage } from '../report/norm/norm-page.ts';
import { buildNormStatement, type NormStatement } from '../report/norm/norm-statement.ts';
import { renderNormText } from '../report/norm/render-norm-text.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { listenForInterruption } from './interruption.ts';
import { loadNorm } from './load-norm.ts';
import { loadScenario, type OtherDemand, type OtherPrecision } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { packageRoot } from './package-root.ts';
import { showProgress } from './progress.ts';
import { openReportFolder, type ReportFolder } from './report-folder.ts';

interface NormArguments extends OtherDemand, OtherPrecision, Omit<RunArguments, 'runs'> {
  file: string;
  norm?: string | undefined;
  runs?: number | undefined;
}

/** Simulates, judges every clause, writes the page and prints the statement; exit code 1 when a clause is broken. */
export async function normCommand(given: NormArguments): Promise<number> {
  const { lang, runs, seed } = given;
  const { cli, norm: words } = wordsIn(lang);
  const quiet = Boolean(given.quiet || given.json);
  const norm = readNorm(given);
  const threads = openThreads(given.threads);
  const { scenario } = await loadScenario(given.file, lang, given);
  const matched = matchNorm(norm, scenario);
  const folder = openReportFolder(given.out, `${scenario.name}-${seed}-norm`, cli);
  const bar = showProgress(matched.scenario.promises, lang, quiet);
  const interruption = listenForInterruption(() => bar.say(cli.progress.stopping), folder.discard);
  try {
    const outcome = await runExperiment(matched.scenario, {
      seed,
      ...(runs === undefined ? {} : { runs }),
      threads,
      signal: interruption.signal,
      onProgress: (progress) => bar.update(progress),
    });
    bar.stop();
    if (outcome.runs === 0) {
      console.error(cli.progress.nothingDone);
      return 130;
    }
    const statement = buildNormStatement(norm, matched, outcome);
    await writeStatement(statement, folder, lang);
    folder.finish();
    if (given.json) process.stdout.write(`${JSON.stringify(statement, null, 2)}\n`);
    else if (!quiet) {
      const setting = { colour: process.stdout.isTTY, columns: process.stdout.columns ?? 80 };
      console.log(renderNormText(statement, lang, setting));
      console.log(words.written({ path: join(folder.path, 'norm.html') }));
    }
    return statement.counts.broken > 0 && !given.exitZero ? 1 : 0;
  } finally {
    bar.stop();
    interruption.release();
    folder.discard();
  }
}

function readNorm({ lang, norm }: NormArguments): Norm {
  return loadNorm(norm ?? join(packageRoot, 'norms/telecom.yaml'), lang);
}

async function writeStatement(statement: NormStatement, folder: ReportFolder, lang: Lang): Promise<void> {
  const chart = await drawInBothWidths('clauses', (setting) => drawNormClauses(statement, setting), lang);
  folder.write('norm.html', normPage(statement, chart, lang));
  folder.write('norm.json', `${JSON.stringify(statement, null, 2)}\n`);
  if (chart !== null) folder.write('charts/clauses.svg', chart.svg);
}
