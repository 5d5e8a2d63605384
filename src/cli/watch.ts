/**
 * `callfloor simulate --watch`: the day is simulated anew whenever a file of the scenario is saved; the verdict is shown as soon as
 * there is one to show, and again as it becomes surer.
 */
import type { Outcome } from '../experiment/outcome.ts';
import { runExperiment } from '../experiment/run-experiment.ts';
import { erlangBeside } from '../plan/erlang-beside.ts';
import type { ErlangBeside } from '../plan/erlang-figures.ts';
import { expectedArrivals } from '../plan/interval-means.ts';
import { buildReport } from '../report/build-report.ts';
import { renderText } from '../report/render-text.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatDuration, formatNumber } from '../words/format.ts';
import { listenForInterruption } from './interruption.ts';
import { loadScenario, type OtherDemand, type OtherPrecision } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import { openScreen, type Screen } from './screen.ts';
import { tellMistake } from './tell-mistake.ts';
import { terminal } from './terminal.ts';
import { watchFiles } from './watch-files.ts';

/** What is watched, and how it is simulated. */
export interface WatchArguments extends OtherDemand, OtherPrecision {
  file: string;
  seed: string;
  threads?: number | undefined;
  lang: Lang;
}

/** A first verdict is shown when so many milliseconds have been simulated, and the next ones as often. */
const firstAfter = 250;
const shownEvery = 1000;

/** Watches until Ctrl-C. */
export async function watchCommand(given: WatchArguments): Promise<number> {
  const { lang } = given;
  const screen = openScreen(process.stdout);
  let saved = new AbortController();
  const files = watchFiles(() => saved.abort(), wordsIn(lang).cli);
  const interruption = listenForInterruption(
    () => {},
    () => screen.close(),
  );
  const stopped = interruption.signal;
  try {
    while (!stopped.aborted) {
      saved = new AbortController();
      const ended = AbortSignal.any([saved.signal, stopped]);
      const last = await verdictOrMistake(given, screen, ended, files.add);
      if (!ended.aborted) screen.show(`${last}\n${wordsIn(lang).watch.waiting(files.number)}\n`);
      await aborted(ended);
    }
    return 0;
  } finally {
    screen.close();
    interruption.release();
    files.close();
  }
}

async function verdictOrMistake(...how: Parameters<typeof showVerdict>): Promise<string | undefined> {
  try {
    return await showVerdict(...how);
  } catch (error) {
    const mistake = tellMistake(error, how[0].lang);
    if (mistake === undefined) throw error;
    return `${mistake}\n`;
  }
}

/** Simulates once, showing what is known so far; returns the last page, or nothing where the signal ended it. */
async function showVerdict(
  { file, lang, seed, runs, threads: asked, ...other }: WatchArguments,
  screen: Screen,
  signal: AbortSignal,
  onFile: (path: string) => void,
): Promise<string | undefined> {
  let shown = 0;
  let undecided: number | null = null;
  const words = wordsIn(lang).watch;
  const threads = openThreads(asked);
  screen.show(`${words.reading(file)}\n`);
  const { scenario } = await loadScenario(file, lang, { ...other, runs, onFile });
  const beside = erlangBeside(scenario);
  const began = performance.now();
  let due = began + firstAfter;
  const contacts = formatNumber(lang, Number(expectedDay(scenario).toPrecision(3)));
  const tellFirst = (seconds: string | null) => screen.show(`${words.first({ contacts, seconds })}\n`);
  tellFirst(null);
  // Where a day takes long, this thread is free to say so.
  const clock = setInterval(() => {
    if (shown === 0 && screen.isLive) tellFirst(formatDuration(lang, Math.round((performance.now() - began) / 1000)));
  }, shownEvery);
  const outcome = await runExperiment(scenario, {
    seed,
    ...(runs === undefined ? {} : { runs }),
    threads,
    signal,
    onProgress(progress, asThingsStand) {
      const looked = progress.undecided !== undecided;
      if (signal.aborted || progress.runs === 0 || (performance.now() < due && !looked)) return;
      due = performance.now() + shownEvery;
      undecided = progress.undecided;
      // Where pages follow one another, only the first and the last are told.
      if (screen.isLive || shown === 0) {
        const going = words.going(formatNumber(lang, progress.runs));
        screen.show(`${page(scenario, asThingsStand(), beside, lang)}\n${going}\n`);
      }
      shown++;
    },
  }).finally(() => clearInterval(clock));
  return signal.aborted ? undefined : page(scenario, outcome, beside, lang);
}

/** Contacts that come on a mean day, or whatever the scenario's length is. */
function expectedDay({ clock, work }: Scenario): number {
  const whole = { from: 0, to: clock.horizonSeconds };
  return work.reduce((sum, type) => sum + expectedArrivals(type, whole), 0);
}

function page(scenario: Scenario, outcome: Outcome, beside: ErlangBeside, lang: Lang): string {
  return renderText(buildReport(scenario, outcome, beside), lang, terminal());
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
