/** `callfloor drill review`: the log of a drill goes in, what each decision was worth comes out, with the after-action report. */
import { runCourse } from '../drill/course.ts';
import { compileDrill } from '../drill/exercise.ts';
import { reviewExercise } from '../drill/review.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { openFolder, tell, writeExercise } from './drill-run.ts';
import { loadLog } from './load-drill.ts';
import { untilInterrupted } from './until-interrupted.ts';

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
  const quiet = Boolean(given.quiet || given.json);
  return untilInterrupted({ folder, quiet, lang }, async ({ done, signal, tell: show }) => {
    const count = (days: number, all: number) => show(days, all, text.progress.review);
    const plan = drill.plans[drill.plan];
    const { run, seed } = log.header;
    const review = await reviewExercise(drill, plan, log.decisions, { seed, run, days, signal, onDay: count });
    done();
    const course = { acts: 'decisions' as const, plan, decisions: log.decisions };
    const result = runCourse(drill, compileDrill(drill, seed), run, course);
    const report = await writeExercise(folder, { drill, header: log.header, result, review }, lang);
    folder.finish();
    tell(given, report, folder);
    return 0;
  });
}
