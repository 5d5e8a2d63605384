/** `callfloor simulate`: a scenario goes in, a verdict comes out, and a report that can be handed on. */
import { join } from 'node:path';
import type { Outcome } from '../experiment/outcome.ts';
import { replayRun, runExperiment } from '../experiment/run-experiment.ts';
import { runUncertainInputs } from '../experiment/uncertain-inputs.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import { buildReport } from '../report/build-report.ts';
import { renderText } from '../report/render-text.ts';
import type { Report } from '../report/report.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { words as wordsIn } from '../words/dictionary.ts';
import { keptWork, runsOption } from './kept-work.ts';
import { loadScenario, type OtherDemand, type OtherPrecision } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { showProgress } from './progress.ts';
import { terminal } from './terminal.ts';
import { traceTable } from './trace-table.ts';
import { UserError } from './user-error.ts';
import { writeReport } from './write-report.ts';

interface SimulateArguments extends OtherDemand, OtherPrecision, Omit<RunArguments, 'runs'> {
  file: string;
  runs?: number | undefined;
  watch?: boolean | undefined;
  trace?: boolean | undefined;
  traceRun?: number | undefined;
  png?: boolean | undefined;
}

/** What a simulation comes to. */
interface Found {
  outcome: Outcome;
  /** Whether there is more to do. */
  isPart: boolean;
  report: Report;
}

/** Simulates, judges, writes the report and prints the verdict; exit code 1 when a promise is broken. */
export async function simulateCommand(given: SimulateArguments): Promise<number> {
  const { lang, runs, seed, traceRun } = given;
  if (given.watch) return watch(given);
  const { cli } = wordsIn(lang);
  if (traceRun !== undefined && !given.trace) throw new UserError(cli.usage.traceRunAlone(`${traceRun}`));
  const threads = openThreads(given.threads);
  const { scenario, withInputs } = await loadScenario(given.file, lang, given);
  const bar = showProgress(scenario.promises, lang, Boolean(given.quiet || given.json));
  return keptWork<Found>(given, {
    name: `${scenario.name}-${seed}`,
    owner: { scenarios: [scenario], seed, options: { command: 'simulate', ...runsOption(runs) } },
    bar,
    async compute({ journal, signal }) {
      const outcome = await runExperiment(scenario, {
        ...{ seed, threads, signal, journal },
        ...(runs === undefined ? {} : { runs }),
        onProgress: (progress) => bar.update(progress),
      });
      if (outcome.runs === 0) return undefined;
      const known = outcome.verdicts.map(({ estimate }) => estimate);
      const inputs =
        scenario.uncertainty.length === 0
          ? undefined
          : await runUncertainInputs(scenario, withInputs, { seed, threads, known, signal, journal });
      const isPart = outcome.ended === 'stopped' || (scenario.uncertainty.length > 0 && inputs === undefined);
      return { outcome, isPart, report: buildReport(scenario, outcome, erlangBeside(scenario), inputs) };
    },
    isPart: ({ isPart }) => isPart,
    async write({ report }, folder) {
      await writeReport(report, folder, { lang, threads, png: given.png });
      if (given.trace) folder.write('trace.csv', await renderTrace(scenario, seed, traceRun ?? 0));
    },
    json: { file: 'report.json', data: ({ report }) => report },
    tell: ({ report }) => console.log(renderText(report, lang, terminal())),
    tellPlace(path) {
      console.log(cli.report(join(path, 'report.html')));
      if (given.trace) console.log(cli.trace(join(path, 'trace.csv')));
    },
    exitCode: ({ outcome }) =>
      outcome.verdicts.some(({ judgement }) => judgement === 'broken') && !given.exitZero ? 1 : 0,
  });
}

async function watch(given: SimulateArguments): Promise<number> {
  const writing =
    given.out === 'out' ? (['json', 'trace', 'png', 'quiet', 'resume'] as const).find((one) => given[one]) : 'out';
  if (writing !== undefined) throw new UserError(wordsIn(given.lang).watch.alone(`--${writing}`));
  const { watchCommand } = await import('./watch.ts');
  return watchCommand(given);
}

async function renderTrace(scenario: Scenario, seed: string, run: number): Promise<string> {
  const table = traceTable();
  await replayRun(scenario, seed, run, table.add);
  return table.csv();
}
