/** `callfloor long-run`: one instant of a scenario, held for ever, and what the centre settles to then. */
import { join } from 'node:path';
import { findSteadyState, type Unsettled, UnsettledError } from '../experiment/steady-state/find-steady-state.ts';
import { minutesOf, timePattern } from '../kinds/clock.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawSettling } from '../report/charts/settling.ts';
import { buildLongRun } from '../report/long-run/build-long-run.ts';
import type { LongRunReport } from '../report/long-run/long-run-report.ts';
import { renderLongRunCsv } from '../report/long-run/render-long-run-csv.ts';
import { renderLongRunHtml } from '../report/long-run/render-long-run-html.ts';
import { renderLongRunText } from '../report/long-run/render-long-run-text.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatDuration, formatNumber } from '../words/format.ts';
import { keptWork } from './kept-work.ts';
import { loadScenario, type OtherDemand } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { openProgressLine } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

interface LongRunArguments extends OtherDemand, Omit<RunArguments, 'runs'> {
  file: string;
  at: string;
  /** Per cent. */
  precision?: number | undefined;
  contacts?: number | undefined;
}

/** Finds the steady state, writes the page and prints the finding; exit code 1 when a promise is broken in it. */
export async function longRunCommand(given: LongRunArguments): Promise<number> {
  const { contacts, lang, precision, seed } = given;
  const { cli, longRun: words } = wordsIn(lang);
  const threads = openThreads(given.threads);
  const { scenario } = await loadScenario(given.file, lang, given);
  const at = instantOf(scenario, given.at, lang);
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  return keptWork<Found>(given, {
    name: `${scenario.name}-${seed}-long-run`,
    owner: {
      scenarios: [scenario],
      seed,
      options: { command: 'long-run', '--at': at, '--precision': precision ?? null, '--contacts': contacts ?? null },
    },
    bar,
    stopping: words.stopping,
    async compute({ journal, signal }) {
      const state = await findSteadyState(scenario, at, {
        ...{ seed, threads, journal, signal },
        ...(precision === undefined ? {} : { precision: precision / 100 }),
        ...(contacts === undefined ? {} : { contacts }),
        onProgress: (done, most) =>
          bar.update(done, most, [words.progress({ done: formatNumber(lang, done), most: formatNumber(lang, most) })]),
      }).catch((error: unknown) => {
        if (!(error instanceof UnsettledError)) throw error;
        throw new UserError(tellUnsettled(error.unsettled, scenario, given.at, lang));
      });
      return state === null ? undefined : { report: buildLongRun(scenario, state), isPart: state.ended === 'stopped' };
    },
    isPart: ({ isPart }) => isPart,
    write: ({ report }, folder) => writeLongRun(report, folder, lang),
    json: { file: 'long-run.json', data: ({ report }) => report },
    tell: ({ report }) => console.log(renderLongRunText(report, lang, terminal())),
    tellPlace: (path) => console.log(cli.report(join(path, 'long-run.html'))),
    exitCode: ({ report }) => (report.hour.verdict.counts.broken > 0 && !given.exitZero ? 1 : 0),
  });
}

/** What a long run comes to, and whether there is more to do. */
interface Found {
  report: LongRunReport;
  isPart: boolean;
}

async function writeLongRun(report: LongRunReport, folder: ReportFolder, lang: Lang): Promise<void> {
  const chart = await drawInBothWidths('settling', (setting) => drawSettling(report, setting), lang);
  folder.write('long-run.html', renderLongRunHtml(report, chart, lang));
  folder.write('figures.csv', renderLongRunCsv(report));
  if (chart !== null) folder.write('charts/settling.svg', chart.svg);
}

/** The instant as it was written, in seconds from the scenario's start. */
function instantOf({ clock }: Scenario, text: string, lang: Lang): number {
  const { faults } = wordsIn(lang).longRun;
  const [, date, time] = /^(?:(\d{4}-\d\d-\d\d)[ T])?(\d{1,2}:\d\d)$/.exec(text.trim()) ?? [];
  if (time === undefined || !new RegExp(timePattern).test(time)) throw new UserError(faults.at({ got: text }));
  const { days } = clock;
  const [first, last] = [days[0].date, days[days.length - 1].date];
  if (date === undefined && days.length > 1) {
    throw new UserError(faults.date({ days: formatNumber(lang, days.length), first, last }));
  }
  const day = days.find((one) => one.date === (date ?? first));
  if (day === undefined) throw new UserError(faults.otherDate({ got: `${date}`, first, last }));
  const minutes = minutesOf(time);
  for (const [i, label] of clock.intervalLabels.entries()) {
    const start = clock.intervalStarts[i];
    const at = start + (minutes - minutesOf(label)) * 60;
    if (start >= day.start && start < day.end && at >= start && at < clock.intervalStarts[i + 1]) return at;
  }
  throw new UserError(faults.noTime({ got: time }));
}

/** Why there is no steady state, and what to try. */
function tellUnsettled(unsettled: Unsettled, scenario: Scenario, at: string, lang: Lang): string {
  const { longRun: words, report } = wordsIn(lang);
  const { faults } = words;
  const count = (value: number) => formatNumber(lang, value, value < 100 && !Number.isInteger(value) ? 1 : 0);
  const nameOf = (work: number) => scenario.work[work].name;
  switch (unsettled.reason) {
    case 'nobody':
      return faults.nobody({ time: at });
    case 'overload': {
      const { agents, load, work } = unsettled;
      return faults.overload({ work: report.list(work.map(nameOf)), load: count(load), agents: count(agents) });
    }
    case 'growing': {
      const { contacts, end, middle, work } = unsettled;
      const values = { middle: count(middle), end: count(end), contacts: count(contacts) };
      return faults.growing({ work: nameOf(work), ...values });
    }
    case 'filling': {
      const { contacts, seconds, least } = unsettled;
      if (seconds === Number.POSITIVE_INFINITY) return faults.endless;
      const time = formatDuration(lang, seconds);
      return faults.filling({ contacts: count(contacts), time, least: `${least}` });
    }
    case 'batches':
      return faults.batches({ contacts: count(unsettled.contacts) });
    case 'budget':
      return faults.budget({ least: count(unsettled.least) });
  }
}
