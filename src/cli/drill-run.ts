/** `callfloor drill run`: a drill goes in; the log of decisions and the after-action report come out. */
import { join } from 'node:path';
import { type Course, runCourse } from '../drill/course.ts';
import { type DecisionLog, type LogHeader, readSeal, resultsHash, writeLog } from '../drill/decision-log.ts';
import type { Drill } from '../drill/drill.ts';
import { compileDrill, type ExerciseResult } from '../drill/exercise.ts';
import { LiveSession } from '../drill/live-session.ts';
import type { Review } from '../drill/review.ts';
import { listDays, listIntervals } from '../report/build-report.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawExercise } from '../report/charts/exercise.ts';
import { renderSvg } from '../report/charts/render-svg.ts';
import { buildAfterAction } from '../report/drill/after-action.ts';
import type { AfterAction } from '../report/drill/drill-schemas.ts';
import {
  renderAfterActionHtml,
  renderAfterActionMarkdown,
  renderAfterActionText,
} from '../report/drill/render-after-action.ts';
import { say } from '../report/drill/say-drill.ts';
import { renderJson } from '../report/render-json.ts';
import { nameClock } from '../report/wording.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { playLive } from './live/play-live.ts';
import { ownTerminal } from './live/terminal.ts';
import { loadDrill, loadLog, version } from './load-drill.ts';
import { openReportFolder, type ReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

/** Simulated seconds a second of a live drill. */
const usualSpeed = 20;

interface DrillRunArguments {
  file: string;
  plan?: string | undefined;
  seed: string;
  run: number;
  replay?: string | undefined;
  live?: boolean | undefined;
  speed?: number | undefined;
  by?: string | undefined;
  out: string;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** Runs a drill, writes its folder and prints what it came to. */
export async function drillRunCommand(given: DrillRunArguments): Promise<number> {
  const { lang } = given;
  const text = wordsIn(lang).drill;
  if (given.live) requireTerminal(given);
  else refuseLiveOptions(given);
  const { drill, header, log } = await prepare(given);
  const folder = openReportFolder(given.out, folderNameOf(drill, header), wordsIn(lang).cli);
  try {
    const result = given.live ? await runLive(given, drill) : runAgain(drill, header, log);
    if (log !== undefined && resultsHash(result) !== log.results) throw replaysOtherwise(given.replay ?? '');
    const told = reportExercise({ drill, header, result, review: null });
    folder.write('after-action.json', renderJson(told.report));
    await writeExercise(told, folder, lang);
    folder.finish();
    if (given.json) process.stdout.write(renderJson(told.report));
    else if (!given.quiet) {
      console.log(`${renderAfterActionText(told.report, lang)}\n`);
      console.log(wordsIn(lang).cli.report(join(folder.path, 'after-action.html')));
    }
    if (log !== undefined && !given.quiet && !given.json) console.log(text.replayed);
    return 0;
  } finally {
    folder.discard();
  }
}

/** A live drill needs somebody who sees it, and does not replay. */
function requireTerminal({ lang, replay }: DrillRunArguments): void {
  const text = wordsIn(lang).drill.live;
  if (replay !== undefined) throw new UserError(text.notBoth);
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new UserError(text.needsTerminal);
}

/** What only people at the terminal have. */
function refuseLiveOptions(given: DrillRunArguments): void {
  const option = (['by', 'speed'] as const).find((one) => given[one] !== undefined);
  if (option !== undefined) throw new UserError(wordsIn(given.lang).drill.live.onlyLive(`--${option}`));
}

/** Lets the plan act, or takes the decisions of a log again. */
function runAgain(drill: Drill, { run, seed }: LogHeader, log: DecisionLog | undefined): ExerciseResult {
  const plan = drill.plans[drill.plan];
  const course: Course =
    log === undefined ? { acts: 'plan', plan } : { acts: 'decisions', plan, decisions: log.decisions };
  return runCourse(drill, compileDrill(drill, seed), run, course);
}

/** Lets people decide at the terminal. */
async function runLive(
  { by = '', lang, run, seed, speed = usualSpeed }: DrillRunArguments,
  drill: Drill,
): Promise<ExerciseResult> {
  const text = wordsIn(lang).drill.live;
  const session = new LiveSession(drill, compileDrill(drill, seed), run);
  const setting = {
    drill: say(drill.summary, lang) || drill.name,
    levers: drill.levers,
    ...{ lang, speed, by: by === '' ? text.somebody : by, from: session.time },
    clock: clockOf(drill),
  };
  const whole = await playLive(session, setting, ownTerminal);
  if (!whole) console.error(text.ended);
  return session.finish();
}

/** Tells a moment of a drill as a time of day. */
export function clockOf({ scenario }: Drill): (moment: number) => string {
  const time = { scenario: { days: listDays(scenario) }, intervals: listIntervals(scenario) };
  return (moment) => nameClock(time, moment, 'en');
}

/** The drill, and the header of its log: a replay's is that of the log replayed. */
async function prepare(given: DrillRunArguments): Promise<{ drill: Drill; header: LogHeader; log?: DecisionLog }> {
  if (given.replay !== undefined) {
    const { drill, log } = await loadLog(given.replay, given.file, given.lang);
    return { drill, header: log.header, log };
  }
  const drill = await loadDrill(given.file, given.lang, given.plan);
  return { drill, header: headerOf(drill, given, Boolean(given.live)) };
}

/** The first line of a log. */
export function headerOf(
  drill: Drill,
  { file, run, seed }: { file: string; run: number; seed: string },
  live: boolean,
): LogHeader {
  return {
    format: 'callfloor-drill-log',
    formatVersion: 1,
    version,
    drill: drill.name,
    drillHash: drill.hash,
    file,
    plan: drill.plans[drill.plan].name,
    seed,
    run,
    live,
  };
}

function replaysOtherwise(file: string): ScenarioError {
  const message = { key: 'inDrill' as const, values: { key: 'logReplaysOtherwise' as const, values: {} } };
  return new ScenarioError([{ file, line: null, column: null, path: '', message }]);
}

/** The name of the folder of a run's results. */
export function folderNameOf(drill: Drill, { live, plan, run, seed }: LogHeader): string {
  return `${drill.name}-${live ? 'live' : plan}-${seed}-${run}`.replace(/[^\p{L}\p{N}._-]+/gu, '-');
}

/** What is told of an exercise. */
interface Exercised {
  drill: Drill;
  header: LogHeader;
  result: ExerciseResult;
  review: Review | null;
}

/** The log of an exercise, line by line, and its report. */
export interface ExerciseTold {
  log: string;
  report: AfterAction;
}

/** Reports an exercise beside the same day with nobody acting, with the emergency and without. */
export function reportExercise({ drill, header, result, review }: Exercised): ExerciseTold {
  const log = writeLog(header, drill, result, clockOf(drill));
  const plan = drill.plans[drill.plan];
  const idle = (of: Drill) => runCourse(of, compileDrill(of, header.seed), header.run, { acts: 'nobody', plan });
  const report = buildAfterAction({
    ...{ drill, result, review },
    log: { header, seal: readSeal(log) },
    resultOfNobody: idle(drill),
    resultOfOrdinary: idle({ ...drill, scenario: drill.ordinary }),
  });
  return { log, report };
}

/** Writes the log and the report of an exercise, all but the data. */
export async function writeExercise({ log, report }: ExerciseTold, folder: ReportFolder, lang: Lang): Promise<void> {
  const draw = (setting: Parameters<typeof drawExercise>[1]) => drawExercise(report, setting);
  const chart = await drawInBothWidths('exercise', draw, lang);
  if (chart === null) throw new Error('the chart of an exercise is never empty');
  folder.write('decisions.jsonl', log);
  folder.write('after-action.html', renderAfterActionHtml(report, chart, lang));
  folder.write('after-action.md', renderAfterActionMarkdown(report, 'exercise.svg', lang));
  folder.write('exercise.svg', await renderSvg(draw({ lang, width: 800 }), lang));
}
