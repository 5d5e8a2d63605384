/** `callfloor simulate`: a scenario goes in, a verdict comes out, and a report that can be handed on. */
import { join } from 'node:path';
import type { Outcome } from '../experiment/outcome.ts';
import { replayRun, runExperiment } from '../experiment/run-experiment.ts';
import { runUncertainInputs } from '../experiment/uncertain-inputs.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import { buildReport } from '../report/build-report.ts';
import { renderJson } from '../report/render-json.ts';
import { renderText } from '../report/render-text.ts';
import type { Report } from '../report/report.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { type CheckpointFile, checkpointFile, explainRefusal } from './checkpoint-file.ts';
import { listenForInterruption } from './interruption.ts';
import { loadScenario, type OtherDemand, type OtherPrecision } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { type ProgressBar, showProgress } from './progress.ts';
import { openReportFolder, type ReportFolder } from './report-folder.ts';
import { traceTable } from './trace-table.ts';
import { UserError } from './user-error.ts';
import { writeReport } from './write-report.ts';

interface SimulateArguments extends OtherDemand, OtherPrecision, Omit<RunArguments, 'runs'> {
  file: string;
  runs?: number | undefined;
  resume?: boolean | undefined;
  watch?: boolean | undefined;
  trace?: boolean | undefined;
  traceRun: number;
  png?: boolean | undefined;
}

/** Simulates, judges, writes the report and prints the verdict; exit code 1 when a promise is broken. */
export async function simulateCommand(given: SimulateArguments): Promise<number> {
  const { lang, seed } = given;
  if (given.watch) return watch(given);
  const { cli, resume: words } = wordsIn(lang);
  const quiet = Boolean(given.quiet || given.json);
  const threads = openThreads(given.threads);
  const { scenario, withInputs } = await loadScenario(given.file, lang, given);
  const name = `${scenario.name}-${seed}`;
  const folder = openReportFolder(given.out, name, cli);
  const bar = showProgress(scenario.promises, lang, quiet);
  const kept = checkpointFile(given.out, name, lang, (message) => bar.say(message));
  const interruption = listenForInterruption(
    () => bar.say(cli.progress.stopping),
    () => {
      folder.discard();
      kept.keep();
    },
  );
  try {
    const outcome = await experiment(scenario, { ...given, threads }, kept, bar, interruption.signal);
    const inputs =
      scenario.uncertainty.length === 0 || outcome.runs === 0
        ? undefined
        : await runUncertainInputs(scenario, withInputs, {
            seed,
            threads,
            known: outcome.verdicts.map(({ estimate }) => estimate),
            signal: interruption.signal,
          });
    bar.stop();
    if (outcome.runs === 0) {
      console.error(cli.progress.nothingDone);
      return 130;
    }
    const stopped = outcome.ended === 'stopped' && kept.keep();
    const report = buildReport(scenario, outcome, erlangBeside(scenario), inputs);
    try {
      await writeReport(report, folder, { lang, threads, png: given.png });
      if (given.trace) folder.write('trace.csv', await traceRun(scenario, seed, given.traceRun));
      folder.finish();
    } catch (error) {
      throw withoutLoss(error, report, folder, kept, given);
    }
    if (!stopped) kept.remove();
    if (given.json) process.stdout.write(renderJson(report));
    else if (!quiet) {
      printVerdict(report, lang);
      console.log(cli.report(join(folder.path, 'report.html')));
      if (given.trace) console.log(cli.trace(join(folder.path, 'trace.csv')));
      if (stopped) console.log(words.kept(kept.path));
    }
    const broken = outcome.verdicts.some(({ judgement }) => judgement === 'broken');
    return broken && !given.exitZero ? 1 : 0;
  } finally {
    bar.stop();
    interruption.release();
    folder.discard();
  }
}

async function watch(given: SimulateArguments): Promise<number> {
  const writing = (['json', 'trace', 'png', 'resume'] as const).find((option) => given[option]);
  if (writing !== undefined) throw new UserError(wordsIn(given.lang).watch.alone(`--${writing}`));
  const { watchCommand } = await import('./watch.ts');
  return watchCommand(given);
}

/** Runs the experiment, from its beginning or from where it stopped. */
async function experiment(
  scenario: Scenario,
  { lang, quiet, resume, runs, seed, threads }: SimulateArguments & { threads: number },
  kept: CheckpointFile,
  bar: ProgressBar,
  signal: AbortSignal,
): Promise<Outcome> {
  const { resume: words } = wordsIn(lang);
  const checkpoint = resume ? kept.read() : undefined;
  if (resume && checkpoint === undefined && !quiet) bar.say(words.nothingKept(kept.path));
  let lost = 0;
  try {
    return await runExperiment(scenario, {
      seed,
      ...(runs === undefined ? {} : { runs }),
      threads,
      signal,
      resume: checkpoint,
      onProgress: (progress, take) => {
        bar.update(progress);
        if (progress.runs > 0) kept.hear(take);
        if (progress.threadsLost > lost) bar.say(words.threadLost);
        lost = progress.threadsLost;
      },
    });
  } catch (error) {
    throw explainRefusal(error, kept.path, lang);
  }
}

/** A report that cannot be written: the verdict is told all the same, and what was computed is kept. */
function withoutLoss(
  error: unknown,
  report: Report,
  folder: ReportFolder,
  kept: CheckpointFile,
  { json, lang, quiet }: SimulateArguments,
): unknown {
  if (!(error instanceof UserError)) return error;
  if (!json && !quiet) printVerdict(report, lang);
  // What was written of the report makes room.
  folder.discard();
  return kept.keep() ? new UserError(`${error.message}\n${wordsIn(lang).resume.kept(kept.path)}`) : error;
}

function printVerdict(report: Report, lang: Lang): void {
  console.log(renderText(report, lang, { colour: process.stdout.isTTY, columns: process.stdout.columns ?? 80 }));
}

async function traceRun(scenario: Scenario, seed: string, run: number): Promise<string> {
  const table = traceTable();
  await replayRun(scenario, seed, run, table.add);
  return table.csv();
}
