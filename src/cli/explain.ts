/** `callfloor explain`: a scenario or a queue goes in, a small lesson in pictures comes out. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { simulateLesson } from '../experiment/lesson/simulate-lesson.ts';
import { stepsToDay } from '../experiment/lesson/steps-to-day.ts';
import { runExperiment } from '../experiment/run-experiment.ts';
import { requiredAgents } from '../math/required-agents.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import { lessonFigures } from '../plan/lesson/lesson-figures.ts';
import { type LessonQueue, loadOf, staffingOf } from '../plan/lesson/lesson-queue.ts';
import { type LessonSubject, subjectOfQueue, subjectOfScenario } from '../plan/lesson/lesson-subject.ts';
import { buildReport } from '../report/build-report.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawErlang } from '../report/charts/erlang.ts';
import { renderPng } from '../report/charts/render-png.ts';
import { drawLesson, type LessonPictureDrawn } from '../report/lesson/draw-lesson.ts';
import type { Lesson } from '../report/lesson/lesson.ts';
import { renderLesson } from '../report/lesson/render-lesson.ts';
import { renderLessonText } from '../report/lesson/render-lesson-text.ts';
import { fingerprint } from '../scenario/hash.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatDigits, formatNumber } from '../words/format.ts';
import { type AtWork, keptWork } from './kept-work.ts';
import { loadScenario } from './load-scenario.ts';
import { showProgress } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

/** Erlangs between which a lesson can be simulated in reasonable time and shows something. */
const leastLoad = 0.05;
const mostLoad = 1000;
const mostAgents = 2000;

/** What a queue without a scenario is taken to be where nothing is said. */
const usual = { per: 60, 'handle-cv': 1, patience: 120, within: 10, target: 0.9 };

interface ExplainArguments {
  file?: string | undefined;
  work?: string | undefined;
  at?: string | undefined;
  calls?: number | undefined;
  per?: number | undefined;
  aht?: number | undefined;
  'handle-cv'?: number | undefined;
  agents?: number | undefined;
  patience?: number | undefined;
  within?: number | undefined;
  target?: number | undefined;
  seed: string;
  resume?: boolean | undefined;
  runs: number;
  threads?: number | undefined;
  out: string;
  json?: boolean | undefined;
  png?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** Computes, simulates and draws the lesson, writes the page and prints the findings. */
export async function explainCommand(given: ExplainArguments): Promise<number> {
  const { lang, seed } = given;
  const words = wordsIn(lang);
  const threads = given.threads ?? availableParallelism();
  const scenario = given.file === undefined ? null : (await loadScenario(given.file, lang)).scenario;
  const subject = scenario === null ? askQueue(given) : askScenario(scenario, given);
  const name = scenario === null ? `queue-${subject.queue.agents}` : scenario.name;
  const bar = showProgress([], lang, Boolean(given.quiet || given.json));
  return keptWork<{ lesson: Lesson; pictures: LessonPictureDrawn[] }>(given, {
    name: `explain-${name}-${seed}`,
    owner: {
      scenarios: scenario === null ? [] : [scenario],
      seed,
      options: { command: 'explain', '--runs': given.runs, subject: fingerprint(subject) },
    },
    bar,
    async compute(at) {
      const lesson = await learn({ ...given, threads }, scenario, subject, at, (done, all) =>
        bar.update({ runs: done, atMost: all, undecided: null, estimates: [], threadsLost: 0 }),
      );
      return { lesson, pictures: await drawLesson(lesson, lang, threads) };
    },
    isPart: () => false,
    write: ({ lesson, pictures }, folder) => write(lesson, pictures, folder, given),
    json: { file: 'lesson.json', data: ({ lesson }) => lesson },
    tell: ({ lesson, pictures }) => console.log(`${renderLessonText(lesson, pictures, lang)}\n`),
    tellPlace: (path) => console.log(words.lesson.written(join(path, 'lesson.html'))),
    exitCode: () => 0,
  });
}

/** The subject of a scenario, or a complaint that says what to try. */
function askScenario(scenario: Scenario, given: ExplainArguments): LessonSubject {
  const { problems } = wordsIn(given.lang).lesson;
  const own = (['calls', 'per', 'aht', 'handle-cv', 'agents', 'patience', 'within', 'target'] as const).find(
    (option) => given[option] !== undefined,
  );
  if (own !== undefined) throw new UserError(problems.both(own));
  const names = scenario.work.map(({ name }) => name);
  const work = given.work === undefined ? undefined : names.indexOf(given.work);
  if (work === -1) throw new UserError(problems.work(`${given.work}`, names.join(', ')));
  const subject = subjectOfScenario(scenario, work, given.at);
  if (subject === 'no-time') {
    const { intervalLabels } = scenario.clock;
    const noon = intervalLabels[Math.floor(intervalLabels.length / 2)];
    throw new UserError(problems['no-time'](`${given.at}`, noon));
  }
  if (typeof subject === 'string') throw new UserError(problems[subject]);
  requireLoad(subject.queue, given.lang);
  return subject;
}

/** The subject of a queue given by options. */
function askQueue(given: ExplainArguments): LessonSubject {
  const { problems } = wordsIn(given.lang).lesson;
  const scenarioOnly = (['work', 'at'] as const).find((option) => given[option] !== undefined);
  if (scenarioOnly !== undefined) throw new UserError(problems.onlyScenario(scenarioOnly));
  const { calls, aht } = given;
  if (calls === undefined || aht === undefined) throw new UserError(problems.needQueue);
  const said = <Option extends keyof typeof usual>(option: Option): number => given[option] ?? usual[option];
  const within = said('within');
  const queue: LessonQueue = {
    arrivalRate: calls / (60 * said('per')),
    meanHandleSeconds: aht,
    agents: given.agents ?? 1,
    meanPatienceSeconds: said('patience'),
    target: said('target'),
    answerWithinSeconds: within,
    ringSeconds: 0,
    variant: 'offered',
    shortAbandonSeconds: Math.min(5, within),
  };
  requireLoad(queue, given.lang);
  const agents = given.agents ?? requiredAgents(staffingOf(queue));
  if (agents > mostAgents) throw new UserError(problems.agents(formatNumber(given.lang, mostAgents)));
  return subjectOfQueue({ ...queue, agents }, said('handle-cv'));
}

function requireLoad(queue: LessonQueue, lang: Lang): void {
  const load = loadOf(queue);
  if (load >= leastLoad && load <= mostLoad && queue.agents <= mostAgents) return;
  const { problems } = wordsIn(lang).lesson;
  if (queue.agents > mostAgents) throw new UserError(problems.agents(formatNumber(lang, mostAgents)));
  throw new UserError(problems.load(formatDigits(lang, load, 3), `${leastLoad}`, formatNumber(lang, mostLoad)));
}

/** Everything that is computed and simulated. */
async function learn(
  { seed, runs, threads }: ExplainArguments & { threads: number },
  scenario: Scenario | null,
  subject: LessonSubject,
  { journal, signal }: AtWork,
  onPoint: (done: number, all: number) => void,
): Promise<Lesson> {
  const figures = lessonFigures(subject);
  const how = { seed, runs, journal, signal };
  const simulated = await simulateLesson(subject, { ...how, onPoint });
  const lesson = { version: manifest.version, seed, runs, subject, figures, simulated };
  if (scenario === null || subject.place === null) return { ...lesson, day: null };
  const steps = await stepsToDay(scenario, subject.place.work, subject.place.promise, { ...how, threads });
  if (steps === undefined) return { ...lesson, day: null };
  const outcome = await runExperiment(scenario, { ...how, threads });
  if (outcome.runs < runs) signal.throwIfAborted();
  return { ...lesson, day: { report: buildReport(scenario, outcome, erlangBeside(scenario)), steps } };
}

/** Writes page, data and pictures. */
async function write(
  lesson: Lesson,
  pictures: readonly LessonPictureDrawn[],
  folder: ReportFolder,
  { lang, png }: ExplainArguments,
): Promise<void> {
  const { day } = lesson;
  const formulas =
    day === null ? null : await drawInBothWidths('erlang', (setting) => drawErlang(day.report, setting), lang);
  folder.write('lesson.html', renderLesson(lesson, pictures, formulas, lang));
  for (const { name, svg } of formulas === null ? pictures : [...pictures, formulas]) {
    folder.write(`charts/${name}.svg`, svg);
    if (png) folder.write(`charts/${name}.png`, await renderPng(svg));
  }
}
