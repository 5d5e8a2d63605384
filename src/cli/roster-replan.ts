/** `callfloor roster replan`: somebody is missing today, and the cheapest mend comes out. */
import { join } from 'node:path';
import { type Replan, replanRoster } from '../experiment/roster/replan-roster.ts';
import { minutesOf } from '../kinds/clock.ts';
import { type Absence, type DayScope, peopleAtHome } from '../plan/roster/replan/day-moves.ts';
import { writeCsv } from '../plan/roster/write-csv.ts';
import { writeWorkbook } from '../plan/roster/write-workbook.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { drawShifts } from '../report/charts/shifts.ts';
import { movesCsv, renderReplanText, replanJson, replanPage } from '../report/roster/replan-report.ts';
import { fingerprint } from '../scenario/hash.ts';
import type { Roster, Shift } from '../scenario/roster/roster.ts';
import { RosterClock } from '../scenario/roster/roster-clock.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { nearestName } from '../words/nearest-name.ts';
import { keptWork } from './kept-work.ts';
import { loadRosteredOrOwn, type RosterSetting } from './load-scenario.ts';
import { openThreads } from './open-threads.ts';
import type { RunArguments } from './options.ts';
import { openProgressLine } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

interface RosterReplanArguments extends RosterSetting, RunArguments {
  files: string[];
  scenario: string;
  at: string;
  date?: string | undefined;
  absent: string;
  callIn?: string | undefined;
  callInHours: number;
  overtime: number;
  overtimeFactor: number;
  move: number;
  notice: number;
  keepMeetings?: boolean | undefined;
}

/** Finds the mend, writes it and prints it; exit code 1 when the day cannot be mended. */
export async function rosterReplanCommand(given: RosterReplanArguments): Promise<number> {
  const { lang, runs, seed } = given;
  const { rosterReplan: words } = wordsIn(lang);
  const threads = openThreads(given.threads);
  const { rostered, scenario } = await loadRosteredOrOwn(given.scenario, given.files, lang, given);
  if (rostered === null) throw new UserError(words.faults.noPeople({ file: given.scenario }));
  if (scenario.promises.length === 0) throw new UserError(words.faults.noPromises({ file: given.scenario }));
  const { roster, resolveRoster } = rostered;
  const today = readDay(given, roster, scenario);
  const bar = openProgressLine(lang, Boolean(given.quiet || given.json));
  return keptWork<Told>(given, {
    name: `${scenario.name}-replan-${seed}`,
    owner: {
      scenarios: [scenario],
      seed,
      options: { command: 'roster replan', '--runs': runs, roster: fingerprint(roster), moves: fingerprint(today) },
    },
    bar,
    async compute({ journal, signal }) {
      const replan = await replanRoster(roster, resolveRoster, today.absences, today.scope, {
        ...{ seed, runs, threads, journal, signal },
        onProgress: (stage, done, of) =>
          bar.update(done, of, [words.progress[stage]({ done: formatNumber(lang, done), of: formatNumber(lang, of) })]),
      });
      return { replan, planned: roster, scenario, ...today, seed, runs };
    },
    isPart: () => false,
    write: (told, folder) => write(told, folder, lang),
    json: { file: 'replan.json', data: replanJson },
    tell: (told) => console.log(renderReplanText(told, lang, process.stdout.columns ?? 80)),
    tellPlace: (path) => console.log(words.written({ path: join(path, 'replan.html') })),
    exitCode: ({ replan }) => (replan.ended === 'not-mended' && !given.exitZero ? 1 : 0),
  });
}

/** The mend with what it was asked for. */
type Told = Parameters<typeof replanPage>[0] & { replan: Replan; scenario: Scenario };

/** The page, the roster as it is now, and the list of moves. */
async function write(told: Told, folder: ReportFolder, lang: Lang): Promise<void> {
  const { replan, scenario, scope } = told;
  const { roster } = replan;
  const day = scenario.clock.days.filter(({ end, start }) => start < scope.until && scope.now < end);
  const chart = await drawInBothWidths('shifts', (setting) => drawShifts(roster, scenario.clock, day, setting), lang);
  folder.write('replan.html', replanPage(told, chart, lang));
  folder.write('moves.csv', movesCsv(told, lang));
  folder.write('roster.csv', writeCsv(roster, lang));
  const stamp = new RosterClock(roster.startDate, roster.timeZone).toEpoch(0);
  folder.write('roster.xlsx', await writeWorkbook(roster, lang, new Date(stamp * 1000)));
}

/** What day it is, who is missing, and what may be moved. */
function readDay(
  given: RosterReplanArguments,
  roster: Roster,
  { clock }: Scenario,
): { absences: Absence[]; scope: DayScope } {
  const { faults } = wordsIn(given.lang).rosterReplan;
  const { days } = clock;
  const date = given.date ?? days[0].date;
  const day = days.find((one) => one.date === date);
  if (day === undefined) {
    throw new UserError(faults.date({ got: date, from: days[0].date, to: days[days.length - 1].date }));
  }
  const rosterClock = new RosterClock(roster.startDate, roster.timeZone);
  const timeOfDay = (option: string, text: string): number => {
    if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(text)) throw new UserError(faults.time({ option, got: text }));
    return rosterClock.seconds({ date, minutes: minutesOf(text) });
  };
  const now = timeOfDay('at', given.at);
  const onDay = roster.shifts.filter(({ from, to }) => from < day.end && to > now);
  const absences = splitNames(given.absent).map((entry): Absence => {
    // A name may hold the sign itself.
    const at = roster.people.some(({ name }) => name === entry) ? -1 : entry.lastIndexOf('@');
    const name = at < 0 ? entry : entry.slice(0, at).trim();
    const person = findPerson('absent', name, roster, given.lang);
    const own = onDay.filter((shift) => shift.person === person);
    if (own.length === 0) throw new UserError(faults.noShift({ name, date, now: given.at }));
    return {
      person,
      from: at < 0 ? Math.min(...own.map(({ from }) => from)) : timeOfDay('absent', entry.slice(at + 1).trim()),
    };
  });
  if (absences.length === 0) throw new UserError(faults.nobody());
  refuseTwice(
    'absent',
    absences.map(({ person }) => person),
    roster,
    given.lang,
  );
  const home = peopleAtHome(roster, day.start, day.end);
  const called = given.callIn === undefined ? [] : given.callIn.trim() === 'all' ? home : splitNames(given.callIn);
  const reserve = called.map((one) => {
    if (typeof one === 'number') return one;
    const person = findPerson('call-in', one, roster, given.lang);
    if (!home.includes(person)) throw new UserError(faults.notHome({ name: one, date }));
    return person;
  });
  refuseTwice('call-in', reserve, roster, given.lang);
  return {
    absences,
    scope: {
      from: day.start,
      now,
      until: nightsEnd(onDay, day.end, 60 * given.overtime),
      stepSeconds: 900,
      mostMoveSeconds: 60 * given.move,
      mostOvertimeSeconds: 60 * given.overtime,
      noticeSeconds: 60 * given.notice,
      overtimeFactor: given.overtimeFactor,
      mayDrop: !given.keepMeetings,
      reserve,
      reserveSeconds: 3600 * given.callInHours,
    },
  };
}

/** The end of the day; where shifts pass midnight, of the last of them with its overtime. */
function nightsEnd(onDay: readonly Shift[], midnight: number, overtimeSeconds: number): number {
  const last = Math.max(midnight, ...onDay.map(({ to }) => to));
  return last > midnight ? last + overtimeSeconds : midnight;
}

function splitNames(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function findPerson(option: string, name: string, { people }: Roster, lang: Lang): number {
  const index = people.findIndex((person) => person.name === name);
  if (index >= 0) return index;
  const near = nearestName(
    name,
    people.map((person) => person.name),
  );
  throw new UserError(wordsIn(lang).rosterReplan.faults.unknown({ option, name, near }));
}

function refuseTwice(option: string, people: readonly number[], roster: Roster, lang: Lang): void {
  const twice = people.find((person, place) => people.indexOf(person) !== place);
  if (twice === undefined) return;
  throw new UserError(wordsIn(lang).rosterReplan.faults.twice({ option, name: roster.people[twice].name }));
}
