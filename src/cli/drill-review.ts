/** `callfloor drill review`: the log of a drill goes in, what each decision was worth comes out, with the after-action report. */
import { SingleBar } from 'cli-progress';
import { runCourse } from '../drill/course.ts';
import { compileDrill } from '../drill/exercise.ts';
import { reviewExercise } from '../drill/review.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { openFolder, tell, writeExercise } from './drill-run.ts';
import { listenForInterruption } from './interruption.ts';
import { loadLog } from './load-drill.ts';

interface DrillReviewArguments {
  log: string;
  drill?: string | undefined;
  days: number;
  out: string;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** Looks back, writes the report and prints the finding. */
export async function drillReviewCommand(given: DrillReviewArguments): Promise<number> {
  const { days, lang } = given;
  const text = wordsIn(lang).drill;
  const { drill, log } = await loadLog(given.log, given.drill, lang);
  const folder = openFolder(given.out, drill, log.header, lang);
  const bar = countingBar(text.progress.review, lang, Boolean(given.quiet || given.json));
  const interruption = listenForInterruption(() => {}, folder.discard);
  try {
    const plan = drill.plans[drill.plan];
    const { run, seed } = log.header;
    const review = await reviewExercise(drill, plan, log.decisions, {
      ...{ seed, run, days },
      signal: interruption.signal,
      onDay: bar.update,
    });
    bar.stop();
    const course = { acts: 'decisions' as const, plan, decisions: log.decisions };
    const result = runCourse(drill, compileDrill(drill, seed), run, course);
    const report = await writeExercise(folder, { drill, header: log.header, result, review }, lang);
    folder.finish();
    tell(given, report, folder);
    return 0;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    bar.stop();
    console.error(text.stopped);
    return 130;
  } finally {
    bar.stop();
    interruption.release();
    folder.discard();
  }
}

/** A bar that counts; nothing where nobody watches. */
export function countingBar(
  what: string,
  lang: Lang,
  quiet: boolean,
): { update: (done: number, all: number) => void; stop: () => void } {
  if (quiet || !process.stderr.isTTY) return { update() {}, stop() {} };
  const bar = new SingleBar({
    format: wordsIn(lang).cli.progress.bar,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 20,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  let started = false;
  return {
    update(done, all) {
      if (!started) bar.start(all, done, { text: what });
      started = true;
      bar.update(done, { text: what });
    },
    stop() {
      bar.stop();
    },
  };
}
