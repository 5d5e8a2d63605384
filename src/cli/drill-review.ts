/** `callfloor drill review`: the log of a drill goes in, what each decision was worth comes out, with the after-action report. */
import { join } from 'node:path';
import { runCourse } from '../drill/course.ts';
import { compileDrill } from '../drill/exercise.ts';
import { reviewExercise } from '../drill/review.ts';
import { renderAfterActionText } from '../report/drill/render-after-action.ts';
import { fingerprint } from '../scenario/hash.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { type ExerciseTold, folderNameOf, reportExercise, writeExercise } from './drill-run.ts';
import { keptWork } from './kept-work.ts';
import { loadLog } from './load-drill.ts';
import { openProgressLine } from './progress.ts';

interface DrillReviewArguments {
  log: string;
  drill?: string | undefined;
  days: number;
  resume?: boolean | undefined;
  out: string;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** Looks back, writes the report and prints the finding. */
export async function drillReviewCommand(given: DrillReviewArguments): Promise<number> {
  const { days, lang } = given;
  const { cli, drill: text } = wordsIn(lang);
  const { drill, log } = await loadLog(given.log, given.drill, lang);
  const { decisions, header } = log;
  const { run, seed } = header;
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  return keptWork<ExerciseTold>(given, {
    name: folderNameOf(drill, header),
    owner: {
      scenarios: [drill],
      seed,
      options: { command: 'drill review', '--days': days, log: fingerprint(log) },
    },
    bar,
    stopping: cli.progress.givingUp,
    async compute({ journal, signal }) {
      const plan = drill.plans[drill.plan];
      const review = await reviewExercise(drill, plan, decisions, {
        ...{ seed, run, days, journal, signal },
        onDay: (done, all) => bar.update(done, all, [text.progress.review]),
      });
      const result = runCourse(drill, compileDrill(drill, seed), run, { acts: 'decisions', plan, decisions });
      return reportExercise({ drill, header, result, review });
    },
    isPart: () => false,
    write: (told, folder) => writeExercise(told, folder, lang),
    json: { file: 'after-action.json', data: ({ report }) => report },
    tell: ({ report }) => console.log(`${renderAfterActionText(report, lang)}\n`),
    tellPlace: (path) => console.log(cli.report(join(path, 'after-action.html'))),
    exitCode: () => 0,
  });
}
