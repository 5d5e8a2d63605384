/** `callfloor roster check`: a roster is held against a scenario. */
import { join } from 'node:path';
import { findSlack } from '../experiment/roster/find-slack.ts';
import { runExperiment } from '../experiment/run-experiment.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import { findDoubleCounts } from '../plan/roster/counted-twice.ts';
import { buildReport } from '../report/build-report.ts';
import { type DrawnChart, drawCharts, drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawSlack } from '../report/charts/slack.ts';
import { renderRosterCheckCsv, renderRosterCheckText } from '../report/render-roster-check.ts';
import { buildRosterCheck, type RosterCheck } from '../report/roster-check.ts';
import { rosterCheckPage } from '../report/roster-check-page.ts';
import { complete } from '../scenario/complete.ts';
import { fingerprint } from '../scenario/hash.ts';
import { noticeText } from '../scenario/roster/roster-error.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { type AtWork, keptWork, runsOption } from './kept-work.ts';
import { loadRostered, type OtherPrecision, type RosteredScenario, type RosterSetting } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { type ProgressBar, showProgress } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { terminal } from './terminal.ts';

interface RosterCheckArguments extends RosterSetting, OtherPrecision, Omit<RunArguments, 'runs'> {
  files: string[];
  scenario: string;
  runs?: number | undefined;
  slackRuns?: number | undefined;
}

/** Runs behind each figure of slack, unless asked for otherwise. */
const usualSlackRuns = 50;

/** Simulates, checks, writes the page and prints what was found; exit code 1 when a promise is broken. */
export async function rosterCheckCommand(given: RosterCheckArguments): Promise<number> {
  const { lang, seed } = given;
  const { rosterCheck: words } = wordsIn(lang);
  const threads = openThreads(given.threads);
  const found = await loadRostered(given.scenario, given.files, lang, given);
  const { reading, scenario } = found;
  const notices = reading.notices.map((notice) => noticeText(notice, lang));
  const bar = showProgress(scenario.promises, lang, Boolean(given.quiet || given.json));
  return keptWork<{ check: RosterCheck; isPart: boolean }>(given, {
    name: `${scenario.name}-roster-${seed}`,
    owner: {
      scenarios: [scenario],
      seed,
      options: {
        command: 'roster check',
        '--keep-head-counts': Boolean(given.keepHeadCounts),
        '--slack-runs': given.slackRuns ?? Math.min(usualSlackRuns, given.runs ?? usualSlackRuns),
        roster: fingerprint(reading.roster),
        ...runsOption(given.runs),
      },
    },
    bar,
    async compute(at) {
      const check = await checkRoster(found, { ...given, threads }, bar, at);
      return check && { check, isPart: at.signal.aborted };
    },
    isPart: ({ isPart }) => isPart,
    write: ({ check }, folder) => writeCheck(check, notices, folder, lang, threads),
    json: { file: 'roster-check.json', data: ({ check }) => check },
    tell({ check }) {
      for (const notice of notices) console.error(notice);
      console.log(renderRosterCheckText(check, lang, terminal()));
    },
    tellPlace: (path) => console.log(words.written({ path: join(path, 'roster-check.html') })),
    exitCode: ({ check }) => (check.report.verdict.judgement === 'broken' && !given.exitZero ? 1 : 0),
  });
}

/** The check; undefined when it was stopped before the first day was done. */
async function checkRoster(
  { scenario, parsed, reading }: RosteredScenario,
  given: RosterCheckArguments & { threads: number },
  bar: ProgressBar,
  { journal, signal }: AtWork,
): Promise<RosterCheck | undefined> {
  const { lang, seed, threads } = given;
  const outcome = await runExperiment(scenario, {
    seed,
    ...(given.runs === undefined ? {} : { runs: given.runs }),
    threads,
    journal,
    signal,
    onProgress: (progress) => bar.update(progress),
  });
  if (outcome.runs === 0) return undefined;
  const runs = given.slackRuns ?? Math.min(usualSlackRuns, outcome.runs);
  const onProgress = (done: number, of: number) =>
    bar.say(wordsIn(lang).rosterCheck.progress.slack({ done: formatNumber(lang, done), of: formatNumber(lang, of) }));
  const slack = async (): Promise<RosterCheck['slack']> => {
    if (runs === 0 || signal.aborted) return { runs: 0, work: [] };
    const heard = process.stderr.isTTY ? { onProgress } : {};
    return { runs, work: await findSlack(scenario, { seed, runs, threads, journal, signal, ...heard }) };
  };
  const beside = erlangBeside(scenario);
  const groups = Object.entries(complete(parsed.written).people.groups);
  return buildRosterCheck({
    roster: reading.roster,
    files: given.files,
    report: buildReport(scenario, outcome, beside),
    // Half-found figures are left out.
    slack: await slack().catch((error: unknown) => {
      if (error !== signal.reason) throw error;
      return { runs: 0, work: [] };
    }),
    countedTwice: findDoubleCounts(scenario, beside, reading.needs),
    rules: scenario.labourRules,
    groups: Object.fromEntries(groups.map(([name, { skills }]) => [name, skills])),
  });
}

async function writeCheck(
  check: RosterCheck,
  notices: readonly string[],
  folder: ReportFolder,
  lang: Lang,
  threads: number,
): Promise<void> {
  const report = await drawCharts(check.report, lang, threads);
  const slack = await drawInBothWidths('slack', (setting) => drawSlack(check, setting), lang);
  folder.write('roster-check.html', rosterCheckPage(check, { slack, report }, notices, lang));
  folder.write('intervals.csv', renderRosterCheckCsv(check));
  const charts: readonly DrawnChart<string>[] = slack === null ? report : [slack, ...report];
  for (const { name, svg } of charts) folder.write(`charts/${name}.svg`, svg);
}
