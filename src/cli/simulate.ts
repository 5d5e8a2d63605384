/** `callfloor simulate`: a scenario goes in, a verdict comes out, and a report that can be handed on. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { replayRun, runExperiment } from '../experiment/run-experiment.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import { buildReport } from '../report/build-report.ts';
import { renderJson } from '../report/render-json.ts';
import { renderText } from '../report/render-text.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { listenForInterruption } from './interruption.ts';
import { loadScenario, type OtherDemand } from './load-scenario.ts';
import { showProgress } from './progress.ts';
import { openReportFolder } from './report-folder.ts';
import { traceTable } from './trace-table.ts';
import { writeReport } from './write-report.ts';

interface SimulateArguments extends OtherDemand {
  file: string;
  seed: string;
  runs?: number | undefined;
  threads?: number | undefined;
  out: string;
  json?: boolean | undefined;
  trace?: boolean | undefined;
  traceRun: number;
  png?: boolean | undefined;
  quiet?: boolean | undefined;
  exitZero?: boolean | undefined;
  lang: Lang;
}

/** Simulates, judges, writes the report and prints the verdict; exit code 1 when a promise is broken. */
export async function simulateCommand(given: SimulateArguments): Promise<number> {
  const { lang, seed } = given;
  const { cli } = wordsIn(lang);
  const quiet = Boolean(given.quiet || given.json);
  const { scenario } = await loadScenario(given.file, lang, given);
  const folder = openReportFolder(given.out, `${scenario.name}-${seed}`, cli);
  const bar = showProgress(scenario.promises, lang, quiet);
  const interruption = listenForInterruption(() => bar.say(cli.progress.stopping), folder.discard);
  try {
    const outcome = await runExperiment(scenario, {
      seed,
      ...(given.runs === undefined ? {} : { runs: given.runs }),
      threads: given.threads ?? availableParallelism(),
      signal: interruption.signal,
      onProgress: (progress) => bar.update(progress),
    });
    bar.stop();
    if (outcome.runs === 0) {
      console.error(cli.progress.nothingDone);
      return 130;
    }
    const report = buildReport(scenario, outcome, erlangBeside(scenario));
    await writeReport(report, folder, lang, Boolean(given.png));
    if (given.trace) folder.write('trace.csv', await traceRun(scenario, seed, given.traceRun));
    folder.finish();
    if (given.json) process.stdout.write(renderJson(report));
    else if (!quiet) {
      console.log(renderText(report, lang, { colour: process.stdout.isTTY, columns: process.stdout.columns ?? 80 }));
      console.log(cli.report(join(folder.path, 'report.html')));
      if (given.trace) console.log(cli.trace(join(folder.path, 'trace.csv')));
    }
    const broken = outcome.verdicts.some(({ judgement }) => judgement === 'broken');
    return broken && !given.exitZero ? 1 : 0;
  } finally {
    bar.stop();
    interruption.release();
    folder.discard();
  }
}

async function traceRun(scenario: Scenario, seed: string, run: number): Promise<string> {
  const table = traceTable();
  await replayRun(scenario, seed, run, table.add);
  return table.csv();
}
