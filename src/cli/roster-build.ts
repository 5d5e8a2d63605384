/** `callfloor roster build`: from a scenario's shifts to a roster that keeps its promises, judged by the simulator. */
import { join } from 'node:path';
import { type Building, type BuildProgress, buildRoster } from '../experiment/roster/build-roster.ts';
import { candidateShifts, forbiddenPatterns } from '../plan/roster/build/candidate-shifts.ts';
import { writeCalendar } from '../plan/roster/write-calendar.ts';
import { writeCsv } from '../plan/roster/write-csv.ts';
import { writeWorkbook } from '../plan/roster/write-workbook.ts';
import { drawCharts, drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawShifts } from '../report/charts/shifts.ts';
import { buildingPage, reportOfBuilding } from '../report/roster/building-page.ts';
import { buildingJson } from '../report/roster/building-report.ts';
import { tellCost, tellErlangC, tellFinding, tellShortfall, tellWishes } from '../report/roster/tell-building.ts';
import { fingerprint } from '../scenario/hash.ts';
import type { Roster } from '../scenario/roster/roster.ts';
import { RosterClock } from '../scenario/roster/roster-clock.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { keptWork } from './kept-work.ts';
import { loadPeople } from './load-people.ts';
import { loadScenario, type OtherDemand } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import type { ReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

interface RosterBuildArguments extends OtherDemand, RunArguments {
  file: string;
  teachRuns: number;
  erlangDemand?: number[] | undefined;
}

/** Builds, judges and writes a roster; exit code 1 when it does not hold. */
export async function rosterBuildCommand(given: RosterBuildArguments): Promise<number> {
  const { lang, seed } = given;
  const { rosterBuild: words } = wordsIn(lang);
  const threads = openThreads(given.threads);
  const { scenario } = await loadScenario(given.file, lang, { ...given, withoutStaff: true });
  const people = await loadPeople(given.file, scenario, lang);
  sayForbidden(given.file, scenario, (people?.shifts.length ?? 0) > 0, lang);
  const line = progressLine(lang, Boolean(given.quiet || given.json));
  const { erlangDemand, runs, teachRuns } = given;
  return keptWork<Building>(given, {
    name: `${scenario.name}-roster-${seed}`,
    owner: {
      scenarios: [scenario],
      seed,
      options: {
        command: 'roster build',
        '--runs': runs,
        '--teach-runs': teachRuns,
        '--erlang-demand': erlangDemand === undefined ? null : `${erlangDemand}`,
        people: people === undefined ? null : fingerprint(people),
      },
    },
    bar: { say: line.say, stop: line.clear },
    stopping: words.stopping,
    compute: ({ journal, signal }) =>
      buildRoster(scenario, {
        ...{ seed, people, teachRuns, checkRuns: runs, erlangDemand, threads, signal, journal },
        onProgress: line.show,
      }),
    isPart: ({ isWhole }) => !isWhole,
    async write(built, folder) {
      await writeRoster(built.roster, folder, lang);
      await writePage(built, { ...given, threads }, folder);
    },
    json: { file: 'building.json', data: (built) => buildingJson(built, seed, teachRuns) },
    tell(built) {
      const { unfilled } = built;
      const said = [tellFinding(built, lang), ...tellShortfall(built, lang), tellCost(built, lang)];
      for (const one of [...said, ...tellWishes(built, lang), ...tellErlangC(built, lang)]) console.log(one);
      if (unfilled.length > 0) console.log(words.unfilled({ count: unfilled.length }));
    },
    tellPlace: (path) => console.log(words.files({ path: join(path, 'roster.html') })),
    exitCode: ({ ended }) => (ended === 'held' || given.exitZero ? 0 : 1),
  });
}

/**
 * Says which shifts no labour rule allows.
 * @throws UserError when no shift at all is left to choose and none is pinned
 */
function sayForbidden(file: string, scenario: Scenario, hasPinned: boolean, lang: Lang): void {
  const { forbidden, noShifts } = wordsIn(lang).rosterBuild;
  const names = scenario.shifts?.patterns.map(({ name }) => name) ?? [];
  const said = forbiddenPatterns(scenario).map(({ pattern, rules }) => forbidden({ pattern: names[pattern], rules }));
  if (!hasPinned && candidateShifts(scenario).length === 0) throw new UserError(noShifts({ file, why: said }));
  for (const one of said) console.error(one);
}

/** The page with its charts, and the charts by themselves. */
async function writePage(
  built: Building,
  { lang, seed, teachRuns, threads }: RosterBuildArguments,
  folder: ReportFolder,
): Promise<void> {
  const report = reportOfBuilding(built);
  const drawn = report === null ? [] : await drawCharts(report, lang, threads);
  const { clock } = built.scenario;
  const shifts = await drawInBothWidths(
    'shifts',
    (setting) => drawShifts(built.roster, clock, clock.days, setting),
    lang,
  );
  folder.write('roster.html', buildingPage(built, { report: drawn, shifts }, { seed, teachRuns }, lang));
  for (const { name, svg } of drawn) folder.write(`charts/${name}.svg`, svg);
  if (shifts !== null) folder.write('charts/shifts.svg', shifts.svg);
}

/** The roster in every format: a table, a workbook to print, a calendar a person. */
async function writeRoster(roster: Roster, folder: ReportFolder, lang: Lang): Promise<void> {
  folder.write('roster.csv', writeCsv(roster, lang));
  // The files say when the roster begins, not when they were written: the same roster, the same bytes.
  const stamp = new RosterClock(roster.startDate, roster.timeZone).toEpoch(0);
  folder.write('roster.xlsx', await writeWorkbook(roster, lang, new Date(stamp * 1000)));
  roster.people.forEach(({ name }, person) => {
    if (!roster.shifts.some((shift) => shift.person === person)) return;
    folder.write(`calendars/${fileName(name, person)}.ics`, writeCalendar(roster, person, lang, stamp));
  });
}

/** A person's name as a file may be called anywhere, with a number that tells namesakes apart. */
function fileName(name: string, person: number): string {
  const plain = name
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return `${String(person + 1).padStart(4, '0')}-${plain || 'agent'}`;
}

/** One line on the terminal that says how far the building is, where somebody watches. */
function progressLine(lang: Lang, quiet: boolean) {
  const { progress: words } = wordsIn(lang).rosterBuild;
  const shown = !quiet && process.stderr.isTTY;
  const clear = () => {
    if (shown) process.stderr.write('\r\x1b[K');
  };
  return {
    clear,
    say(text: string) {
      clear();
      if (!quiet) process.stderr.write(`${text}\n`);
    },
    show({ bound, cost, round, share, step }: BuildProgress) {
      if (!shown) return;
      const parts = [words[step]({ round })];
      if (cost !== null) parts.push(words.cost({ cost, bound }));
      if (share !== null) parts.push(words.share({ share }));
      clear();
      process.stderr.write(parts.join(' · ').slice(0, (process.stderr.columns ?? 80) - 1));
    },
  };
}
