/** `callfloor roster advise`: a roster goes in, what to change first comes out. */
import { join } from 'node:path';
import { adviseRoster } from '../experiment/roster/advise-roster.ts';
import { type AdvisedRoster, listTrials } from '../experiment/roster/list-trials.ts';
import { runExperiment } from '../experiment/run-experiment.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import { buildReport } from '../report/build-report.ts';
import { drawAdvice } from '../report/charts/advice.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { buildAdvice, type RosterAdvice } from '../report/roster/advice-report.ts';
import { renderAdviceCsv, renderAdviceHtml, renderAdviceText } from '../report/roster/render-advice.ts';
import { complete } from '../scenario/complete.ts';
import { fingerprint } from '../scenario/hash.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { type AtWork, keptWork } from './kept-work.ts';
import { loadRosteredOrOwn, type RosterSetting } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { openProgressLine } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { terminal } from './terminal.ts';

interface RosterAdviseArguments extends RosterSetting, Omit<RunArguments, 'exitZero'> {
  files: string[];
  scenario: string;
}

/** Tries the changes, writes the page and prints what to change first. */
export async function rosterAdviseCommand(given: RosterAdviseArguments): Promise<number> {
  const { lang, runs, seed } = given;
  const { cli } = wordsIn(lang);
  const threads = openThreads(given.threads);
  const { parsed, rostered, scenario } = await loadRosteredOrOwn(given.scenario, given.files, lang, given);
  const groups = Object.entries(complete(parsed.written).people.groups);
  const people = rostered && {
    ...rostered,
    groups: Object.fromEntries(groups.map(([name, { skills }]) => [name, skills])),
  };
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  return keptWork<RosterAdvice>(given, {
    name: `${scenario.name}-advice-${seed}`,
    owner: {
      scenarios: [scenario],
      seed,
      options: { command: 'roster advise', '--runs': runs, roster: fingerprint(people) },
    },
    bar,
    compute: (at) => advise(scenario, people, { ...given, threads }, bar.update, at),
    isPart: () => false,
    write: (advice, folder) => writeAdvice(advice, folder, lang),
    json: { file: 'advice.json', data: (advice) => advice },
    tell: (advice) => console.log(renderAdviceText(advice, lang, terminal())),
    tellPlace: (path) => console.log(cli.report(join(path, 'advice.html'))),
    exitCode: () => 0,
  });
}

type Tell = (done: number, of: number, parts: readonly string[]) => void;

async function advise(
  scenario: Scenario,
  people: AdvisedRoster | null,
  { lang, runs, seed, threads }: RosterAdviseArguments & { threads: number },
  tell: Tell,
  { journal, signal }: AtWork,
): Promise<RosterAdvice> {
  const text = wordsIn(lang).rosterAdvise.progress;
  const show = (stage: keyof typeof text, done: number, of: number) =>
    tell(done, of, [text[stage]({ done: formatNumber(lang, done), of: formatNumber(lang, of) })]);
  const { confidence } = scenario.precision;
  const options = { seed, runs, threads, journal, signal };
  const outcome = await runExperiment(scenario, {
    ...options,
    onProgress: (progress) => show('judge', progress.runs, runs),
  });
  const advice = await adviseRoster(scenario, listTrials(scenario, people), {
    ...options,
    confidence,
    onProgress: show,
  });
  const report = buildReport(scenario, outcome, erlangBeside(scenario));
  return buildAdvice({ scenario, report, advice, roster: people?.roster ?? null, seed, runs, confidence });
}

async function writeAdvice(advice: RosterAdvice, folder: ReportFolder, lang: Lang): Promise<void> {
  const chart = await drawInBothWidths('gains', (setting) => drawAdvice(advice, setting), lang);
  folder.write('advice.html', renderAdviceHtml(advice, chart, lang));
  folder.write('changes.csv', renderAdviceCsv(advice));
  if (chart !== null) folder.write('charts/gains.svg', chart.svg);
}
