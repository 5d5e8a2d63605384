/**
 * From a scenario as written to the resolved scenario that every later room reads: defaults in, names to indexes, local times
 * to seconds, files read, shocks worked in. All faults are reported at once.
 */
import { Temporal } from 'temporal-polyfill';
import { arrivals } from '../kinds/arrivals/index.ts';
import { channels } from '../kinds/channels/index.ts';
import type { Span } from '../kinds/clock.ts';
import type { Path } from '../kinds/resolving.ts';
import { routing } from '../kinds/routing/index.ts';
import { nearestName } from '../words/nearest-name.ts';
import { resolveAttendance } from './attendance.ts';
import { checkClocks, resolveClocks } from './clocks.ts';
import { complete } from './complete.ts';
import { resolveConcurrency } from './concurrency.ts';
import { checkGrowth, groupFactors, resolveFollowUps } from './follow-ups.ts';
import { applyShock, resolveShocks } from './happenings.ts';
import { fingerprint } from './hash.ts';
import { resolveInterruptible } from './interruption.ts';
import { cutSpans, joinSpans, LocalClock } from './local-clock.ts';
import { resolveNormAnswers } from './norm-answers.ts';
import type { ParsedScenario } from './parse.ts';
import {
  mostAgents,
  type RosteredScenario,
  readScenarioRoster,
  resolveGroups,
  rosterContextOf,
  staffedSpans,
} from './people.ts';
import { resolveFatigue, resolveOffFloor, takeOffFloor } from './people-traits.ts';
import { resolvePromises } from './promises.ts';
import { nameAgents, resolveQuality, sampledInto } from './quality.ts';
import { Resolution } from './resolution.ts';
import type { RosterContext } from './roster/finish-roster.ts';
import type { Roster } from './roster/roster.ts';
import type {
  AgentGroup,
  Arrivals,
  HandlingOutcome,
  Knowledge,
  LinePool,
  Redial,
  RoutingTable,
  Satisfaction,
  Scenario,
  WorkType,
} from './scenario.ts';
import { type Fault, ScenarioError } from './scenario-error.ts';
import type { CompleteScenario } from './schema.ts';
import { resolveShifts } from './shifts.ts';
import { fixedDuration, resolveDuration } from './steps.ts';
import type { FileReader } from './table.ts';
import { resolveTiers } from './tiers.ts';
import { resolveUncertainty, scaleArrivals } from './uncertainty.ts';

/** What `resolve` needs besides the scenario. */
export interface ResolveContext {
  /** The scenario's name: its file name without the ending. */
  name: string;
  /** The files beside it; paths are as the scenario writes them. */
  reader: FileReader;
  /** Absolute paths of the modules of `plugins`, already loaded. */
  plugins?: readonly string[];
  /** One factor for each entry of `uncertainty`, in their order: the scenario if the inputs were these. All 1 unless given. */
  inputs?: readonly number[];
  /** Demand from another file than the scenario's. */
  demand?: DemandOverride;
  /**
   * Who works, instead of everybody that the scenario names. With it the hours of work may lack people: that is then the
   * roster's fault, which the simulation shows.
   */
  roster?: Roster;
  /** With `roster`: groups that have head-counts keep them, unless people of the roster are in them. */
  keepHeadCounts?: boolean;
  /** The roster is yet to be built: groups have nobody, whatever staff the scenario gives them, and `shifts` is needed. */
  withoutStaff?: boolean;
}

/** Demand brought from outside: a file instead of the written one, a day of it, or both. */
export interface DemandOverride {
  /** CSV file as the reader knows it. */
  file?: string;
  /** Which day of the file, as its column `day` names it. */
  day?: string | number;
  /** Whose demand it is; needed when the scenario has several types of work that do not all read the same file. */
  work?: string;
}

/**
 * Resolves a scenario.
 * @param parsed what `parse` returned
 * @param context its name and files
 * @throws ScenarioError with every fault found in the scenario and in its files
 */
export function resolve(parsed: ParsedScenario, context: ResolveContext): Scenario {
  const faults: Fault[] = [];
  const written = withDemand(complete(parsed.written), context.demand, parsed, faults);
  const local = localClock(written, parsed, faults);
  if (local === undefined) throw inOrder(tellDemand(faults, written, context.demand, parsed));
  const { withoutStaff = false } = context;
  const brought = withoutStaff ? nobody(local) : context.roster;
  const resolving = (complete: CompleteScenario) =>
    new Resolution(complete, local, faults, parsed, context.reader, context.inputs);
  const asWritten = resolving(written);
  const rostered = readScenarioRoster(asWritten, brought, context.keepHeadCounts ?? false);
  const resolution = rostered === undefined ? asWritten : resolving(rostered.written);

  const linePools = resolveLines(written);
  const names = Object.keys(written.work);
  const groups = resolveGroups(names, rostered?.people, rostered === undefined, resolution);
  const work = names.map((name) => resolveWork(name, linePools, resolution));
  const table = resolveRouting(rostered?.added ?? new Map(), resolution);
  checkSkills(work, groups, table, brought === undefined, resolution);
  checkLines(linePools, work, resolution);
  const happenings = resolveShocks(linePools, resolution);
  const offFloor = resolveOffFloor(resolution);
  const quality = resolveQuality(resolution);
  const clocks = resolveClocks(resolution);
  const promises = resolvePromises(work, clocks, quality, withoutStaff ? [undefined] : groups, resolution);
  const tiers = resolveTiers(resolution);
  const uncertainty = resolveUncertainty(work, resolution);
  const shifts = resolveShifts(resolution);
  const norm = resolveNormAnswers(resolution);
  if (withoutStaff && shifts === null) resolution.fault([], { key: 'noShifts', values: undefined });
  const { labourRules, precision } = written;
  if (precision.maxRuns < precision.minRuns) {
    resolution.fault(['precision', 'maxRuns'], { key: 'runsOrder', values: precision });
  }
  if (!allDefined(work) || !allDefined(groups) || table === undefined)
    throw inOrder(tellDemand(faults, written, context.demand, parsed));
  checkGrowth(work, resolution);
  checkClocks(clocks, work, resolution);
  takeOffFloor(groups, offFloor);
  const planned = structuredClone({
    arrivals: work.map((type) => type.arrivals),
    staff: groups.map(({ staff }) => staff),
    lines: linePools.map(({ steps }) => steps),
  });
  for (const happening of happenings) applyShock(happening, { work, groups, linePools }, resolution);
  if (faults.length > 0) throw inOrder(tellDemand(faults, written, context.demand, parsed));
  scaleArrivals(work, resolution);
  const people = quality === undefined ? groups : nameAgents(groups, quality, local.clock.horizonSeconds);

  const { busyness } = written;
  const attendance = resolveAttendance(written.people.attendance);
  const fatigue = resolveFatigue(written.people.fatigue);
  const shocks = happenings.map(({ shock }) => shock);
  const content = {
    clock: local.clock,
    busyness,
    work,
    linePools,
    groups: people,
    routing: table,
    ...tiers,
    shocks,
    ...(quality === undefined ? {} : { quality }),
    ...(clocks.length === 0 ? {} : { clocks }),
    promises,
    precision,
    // A scenario without any has the fingerprint that it had before there was such a section.
    ...(uncertainty.length === 0 ? {} : { uncertainty }),
    ...(attendance === undefined ? {} : { attendance }),
    ...(fatigue === undefined ? {} : { fatigue }),
    ...(offFloor.length === 0 ? {} : { offFloor }),
  };
  const hash = fingerprint({ ...content, shocks: shocks.map(({ why: _, ...shock }) => shock) });
  const plugins = [...(context.plugins ?? [])];
  const before = happenings.length === 0 ? {} : { planned };
  return {
    name: context.name,
    summary: written.summary,
    hash,
    ...content,
    ...before,
    uncertainty,
    shifts,
    labourRules,
    ...(norm === undefined ? {} : { norm }),
    plugins,
  };
}

/** A roster without people. */
function nobody({ clock }: LocalClock): Roster {
  const { startDate, timeZone } = clock;
  return { startDate, timeZone, people: [], shifts: [], leave: [], unpaid: [] };
}

/**
 * What a roster for a scenario is read against: its days, its work and its groups.
 * @throws ScenarioError when the scenario's clock is at fault
 */
export function rosterContext(parsed: ParsedScenario): RosterContext {
  const faults: Fault[] = [];
  const written = complete(parsed.written);
  const local = localClock(written, parsed, faults);
  if (local === undefined || faults.length > 0) throw inOrder(faults);
  return rosterContextOf(written, local);
}

function allDefined<T>(items: (T | undefined)[]): items is T[] {
  return items.every((item) => item !== undefined);
}

/** Faults in the order of the files, and within a file from top to bottom. */
function inOrder(faults: readonly Fault[]): ScenarioError {
  const files = [...new Set(faults.map(({ file }) => file))];
  const rank = ({ line, column }: Fault) => (line ?? Number.MAX_SAFE_INTEGER / 2 ** 21) * 2 ** 20 + (column ?? 0);
  const sorted = [...faults].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || rank(a) - rank(b));
  return new ScenarioError(sorted);
}

/** Whose demand comes from outside: what is named, the only type of work, or all that read the one file there is; none where that cannot be told. */
function demandWork({ work }: Pick<CompleteScenario, 'work'>, demand: DemandOverride): string[] {
  const names = Object.keys(work);
  if (demand.work !== undefined) return [demand.work];
  if (names.length === 1) return names;
  const files = new Set(Object.values(work).flatMap(({ arrivals }) => arrivals?.file ?? []));
  return files.size === 1 ? names.filter((name) => work[name].arrivals?.file !== undefined) : [];
}

/** Faults of demand from outside name its file and option, and no line of the scenario, which does not have them. */
function tellDemand(
  faults: readonly Fault[],
  written: CompleteScenario,
  demand: DemandOverride | undefined,
  { file }: ParsedScenario,
): Fault[] {
  if (demand === undefined) return [...faults];
  const changed = demandWork(written, demand).map((name) => `work.${name}.arrivals`);
  const nowhere = { line: null, column: null };
  return faults.map((fault) => {
    if (fault.file !== file) return fault;
    if (demand.file !== undefined && changed.some((at) => fault.path === `${at}.file`))
      return { ...fault, ...nowhere, file: demand.file, path: '' };
    const isDay = demand.day !== undefined && changed.some((at) => fault.path === `${at}.day`);
    return isDay ? { ...fault, ...nowhere, file: demand.file ?? file, path: '--day' } : fault;
  });
}

/** Arrivals from another file or day. */
function withDemand(
  written: CompleteScenario,
  demand: DemandOverride | undefined,
  parsed: ParsedScenario,
  faults: Fault[],
): CompleteScenario {
  if (demand === undefined) return written;
  const names = Object.keys(written.work);
  const changed = demandWork(written, demand);
  const unknown = changed.find((name) => !names.includes(name));
  if (unknown !== undefined || changed.length === 0) {
    const message: Fault['message'] =
      unknown === undefined
        ? { key: 'whichWork', values: { allowed: names } }
        : {
            key: 'unknownName',
            values: { what: 'work', got: unknown, near: nearestName(unknown, names), allowed: names },
          };
    faults.push({ file: parsed.file, ...parsed.locate(['work']), path: 'work', message });
    return written;
  }
  const work = { ...written.work };
  for (const name of changed) work[name] = withArrivals(name, written, demand, parsed, faults);
  return { ...written, work };
}

/** One type of work with its arrivals from another file or day. */
function withArrivals(
  name: string,
  { work }: CompleteScenario,
  demand: DemandOverride,
  parsed: ParsedScenario,
  faults: Fault[],
): CompleteScenario['work'][string] {
  const { kind, counts: _counts, from: _from, ...kept } = work[name].arrivals ?? { kind: 'interval-profile' };
  const readsFiles = 'file' in arrivals.get(kind).schema.properties;
  if (demand.file === undefined && kept.file === undefined) {
    const path = ['work', name, 'arrivals'];
    const message: Fault['message'] = { key: 'dayOfNoFile', values: { day: String(demand.day) } };
    faults.push({ file: parsed.file, ...parsed.locate(path), path: path.join('.'), message });
    return work[name];
  }
  const changed = {
    ...(readsFiles
      ? { kind, ...kept }
      : { kind: 'interval-profile', busyness: kept.busyness, outsideHours: 'refused' }),
    ...(demand.file === undefined ? {} : { file: demand.file }),
    ...(demand.day === undefined ? {} : { day: demand.day }),
  };
  return { ...work[name], arrivals: changed };
}

/** The clock; what is wrong in it is replaced, so that the rest can be looked at, except the first day. */
function localClock(written: CompleteScenario, parsed: ParsedScenario, faults: Fault[]): LocalClock | undefined {
  const { start, timeZone, days, intervalMinutes } = written.clock;
  const fault = (key: string, message: Fault['message']) =>
    faults.push({ file: parsed.file, ...parsed.locate(['clock', key]), path: `clock.${key}`, message });
  const isDate = isAccepted(() => Temporal.PlainDate.from(start));
  const isZone = isAccepted(() => Temporal.PlainDate.from('2026-03-02').toZonedDateTime(timeZone));
  const divides =
    intervalMinutes <= 60 ? 60 % intervalMinutes === 0 : intervalMinutes % 60 === 0 && 1440 % intervalMinutes === 0;
  if (!isDate) fault('start', { key: 'badDate', values: { got: start } });
  if (!isZone) fault('timeZone', { key: 'badZone', values: { got: timeZone } });
  if (!divides) fault('intervalMinutes', { key: 'badInterval', values: { got: intervalMinutes } });
  return isDate ? new LocalClock(start, isZone ? timeZone : 'UTC', days, divides ? intervalMinutes : 60) : undefined;
}

function isAccepted(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The pool that a single number of lines stands for. */
const commonLines = 'lines';

function resolveLines({ lines }: CompleteScenario): LinePool[] {
  if (lines === undefined) return [];
  const pools = typeof lines === 'number' ? { [commonLines]: lines } : lines;
  return Object.entries(pools).map(([name, count]) => ({ name, steps: [{ from: 0, lines: count }] }));
}

function linePoolOf(name: string, linePools: readonly LinePool[], resolution: Resolution): number {
  const { lines } = resolution.written.work[name];
  const pools = linePools.map((pool) => pool.name);
  if (lines !== undefined) return resolution.indexOf('line pool', lines, pools, ['work', name, 'lines']);
  return typeof resolution.written.lines === 'number' ? 0 : -1;
}

function resolveWork(name: string, linePools: readonly LinePool[], resolution: Resolution): WorkType | undefined {
  const written = resolution.written.work[name];
  const path = ['work', name];
  const { customerWaits } = channels.get(written.channel);
  const times = handlingTimes(name, resolution);
  const duration = (key: 'ring' | 'talk' | 'hold' | 'wrapUp' | 'patience') =>
    resolveDuration(
      times[key],
      [...path, key === 'talk' ? times.talkKey : `${key}Seconds`],
      resolution,
      key === 'ring' ? 1 : resolution.factor(key === 'patience' ? 'patience' : 'handling', name),
      key === 'patience',
    );
  const hours = resolution.hours(written.hours, [...path, 'hours']);
  if (hours?.length === 0) resolution.fault([...path, 'hours'], { key: 'neverOpen', values: { work: name } });
  const [ring, talk, hold, wrapUp, patience] = (['ring', 'talk', 'hold', 'wrapUp', 'patience'] as const).map(duration);
  const { selfService } = written;
  const inSelfService =
    selfService === undefined
      ? fixedDuration(0)
      : resolveDuration(selfService.seconds, [...path, 'selfService', 'seconds'], resolution);
  const redial = {
    abandoned: resolveRedial('abandoned', name, resolution),
    blocked: resolveRedial('blocked', name, resolution),
    balked: resolveRedial('balked', name, resolution),
  };
  const linePool = linePoolOf(name, linePools, resolution);
  const handlingByGroup = resolveHandling(name, resolution);
  const outcome = resolveOutcome(name, resolution);
  const followUps = resolveFollowUps(name, resolution);
  const concurrency = resolveConcurrency(name, resolution);
  const closing = written.closing ?? (customerWaits ? 'serve' : 'keep');
  const interruption = resolveInterruptible(name, closing, resolution);
  // What is kept may come at any hour.
  const { horizonSeconds } = resolution.local.clock;
  const coming = (open: Span[]) => (closing === 'keep' ? [{ from: 0, to: horizonSeconds }] : open);
  const arriving =
    hours === undefined || hours.length === 0 ? undefined : resolveArrivals(name, coming(hours), resolution);
  const { abandoned, blocked, balked } = redial;
  if (
    hours === undefined ||
    arriving === undefined ||
    ring === undefined ||
    talk === undefined ||
    hold === undefined ||
    wrapUp === undefined ||
    patience === undefined ||
    inSelfService === undefined ||
    abandoned === undefined ||
    blocked === undefined ||
    balked === undefined ||
    handlingByGroup === undefined ||
    outcome === undefined ||
    followUps === undefined
  ) {
    return undefined;
  }
  return {
    name,
    channel: written.channel,
    hours,
    arrivals: arriving,
    selfService: { completed: selfService?.completed ?? 0, seconds: inSelfService },
    linePool,
    waitingRoom: written.waitingRoom ?? Number.POSITIVE_INFINITY,
    balking: written.balking,
    priority: written.priority,
    ring,
    talk,
    hold,
    wrapUp,
    patience,
    handlingByGroup,
    redial: { abandoned, blocked, balked },
    closing,
    ...(concurrency === undefined ? {} : { concurrency }),
    ...interruption,
    ...(written.interrupts === undefined ? {} : { interrupts: written.interrupts }),
    ...resolveOffer(written.callBack),
    ...(written.leavesIdle === 0 ? {} : { leavesIdle: written.leavesIdle }),
    ...(isUsual(outcome) ? {} : { outcome }),
    ...(followUps.length === 0 ? {} : { followUps }),
    ...(written.complaint === undefined ? {} : { complaint: written.complaint }),
  };
}

/** The times that a type of work is given, under the names that its channel asks for. */
function handlingTimes(name: string, resolution: Resolution) {
  const { channel, handleSeconds, holdSeconds, patienceSeconds, ringSeconds, talkSeconds, wrapUpSeconds } =
    resolution.written.work[name];
  const { talks } = channels.get(channel);
  const path = ['work', name];
  const [asked, other] = talks
    ? (['talkSeconds', 'handleSeconds'] as const)
    : (['handleSeconds', 'talkSeconds'] as const);
  if (talkSeconds !== undefined && handleSeconds !== undefined) {
    resolution.fault(path, { key: 'oneOfTwo', values: { first: asked, second: other, got: 'both' } });
  }
  return {
    ring: ringSeconds,
    talk: talkSeconds ?? handleSeconds ?? 0,
    talkKey: talkSeconds === undefined ? 'handleSeconds' : 'talkSeconds',
    hold: holdSeconds,
    wrapUp: wrapUpSeconds,
    patience: patienceSeconds ?? { kind: 'never' },
  };
}

/** How handling ends: what is settled, what customers think of it, what has to be looked up. */
function resolveOutcome(name: string, resolution: Resolution): HandlingOutcome | undefined {
  const { resolved: written, resolvedPerPointBelow, satisfaction } = resolution.written.work[name];
  const resolved = groupFactors(written, 1, ['work', name, 'resolved'], resolution);
  if (resolved === undefined) return undefined;
  const knowledge = resolveKnowledge(name, resolution);
  return {
    resolved,
    ...(resolvedPerPointBelow === 0 ? {} : { perPointBelow: resolvedPerPointBelow }),
    ...(satisfaction === undefined ? {} : { satisfaction: pointsOf(satisfaction) }),
    ...(knowledge === undefined ? {} : { knowledge }),
  };
}

function pointsOf({
  perPointBelow,
  points,
  ...rest
}: NonNullable<CompleteScenario['work'][string]['satisfaction']>): Satisfaction {
  return { base: points, ...rest, ...(perPointBelow === 0 ? {} : { perPointBelow }) };
}

function resolveKnowledge(name: string, resolution: Resolution): Knowledge | undefined {
  const { knowledge, work } = resolution.written;
  if (knowledge === undefined) return undefined;
  const names = Object.keys(work);
  const asked = knowledge.work ?? names.filter((type) => channels.get(work[type].channel).customerWaits);
  for (const [place, type] of (knowledge.work ?? []).entries()) {
    // Said once, at the first type of work.
    if (name === names[0]) resolution.indexOf('work', type, names, ['knowledge', 'work', place]);
  }
  const { found, foundOutdated, missedHandling, missedResolved, outdatedBy } = knowledge;
  const updates = outdatedBy === undefined ? -1 : names.indexOf(outdatedBy);
  if (outdatedBy !== undefined && updates < 0 && name === names[0]) {
    resolution.indexOf('work', outdatedBy, names, ['knowledge', 'outdatedBy']);
  }
  if (!asked.includes(name)) return undefined;
  return { found, missedHandling, missedResolved, outdatedBy: updates, foundOutdated };
}

/** When a call-back is offered. */
function resolveOffer(written: CompleteScenario['work'][string]['callBack']): Pick<WorkType, 'callBack'> {
  if (written === undefined) return {};
  const { expectedWaitAtLeastSeconds, fraction, waitingAtLeast } = written;
  return { callBack: { fraction, waiting: waitingAtLeast, expectedWait: expectedWaitAtLeastSeconds } };
}

/** Whether every matter is settled and nobody is asked: then there is nothing to keep. */
function isUsual({ knowledge, perPointBelow, resolved, satisfaction }: HandlingOutcome): boolean {
  if (perPointBelow !== undefined) return false;
  return knowledge === undefined && satisfaction === undefined && resolved.every((share) => share === 1);
}

function resolveArrivals(name: string, hours: Span[], resolution: Resolution): Arrivals | undefined {
  const written = resolution.written.work[name].arrivals;
  if (written === undefined) return arisesOnly(name, resolution);
  const { kind, ...fields } = written;
  return arrivals.get(kind).resolve(fields, { ...resolution.around(['work', name, 'arrivals']), hours });
}

/** Work to which nobody comes: it has to arise of other work. */
function arisesOnly(name: string, resolution: Resolution): Arrivals {
  const { quality, work } = resolution.written;
  const arises =
    sampledInto(quality, name) ||
    Object.values(work).some(({ after, callBack, consults }) =>
      [
        ...Object.values(after),
        { becomes: consults, becomesOneOf: callBack === undefined ? {} : { [callBack.work]: 1 } },
      ].some((one) => Object.hasOwn({ ...one?.becomes, ...one?.becomesOneOf }, name)),
    );
  if (!arises) resolution.fault(['work', name], { key: 'neverArises', values: { work: name } }, 'key');
  return { process: 'poisson', curve: { segments: [] }, busyness: { cv: 0, intervalCorrelation: 1 } };
}

function resolveRedial(
  outcome: 'abandoned' | 'blocked' | 'balked',
  name: string,
  resolution: Resolution,
): Redial | undefined {
  const written = resolution.written.work[name].after[outcome]?.redial;
  if (written === undefined) {
    const none = { keepsPatience: false, keepsMatter: false, keepsWaitClock: false };
    return { fraction: 0, after: fixedDuration(0), maxAttempts: 1, ...none };
  }
  const path: Path = ['work', name, 'after', outcome, 'redial'];
  const { fraction, maxAttempts, keeps } = written;
  if (fraction === 1 && maxAttempts === 'unlimited')
    resolution.fault(path, { key: 'endlessRedial', values: undefined });
  const after = resolveDuration(written.afterSeconds, [...path, 'afterSeconds'], resolution);
  if (after === undefined) return undefined;
  return {
    fraction,
    after,
    maxAttempts: maxAttempts === 'unlimited' ? Number.POSITIVE_INFINITY : maxAttempts,
    keepsPatience: keeps.includes('patience'),
    keepsMatter: keeps.includes('matter'),
    keepsWaitClock: keeps.includes('wait-clock'),
  };
}

function resolveHandling(name: string, resolution: Resolution): WorkType['handlingByGroup'] | undefined {
  const work = resolution.written.work[name];
  const found: (WorkType['handlingByGroup'][number] | undefined)[] = [];
  for (const [index, [group, { handling }]] of Object.entries(resolution.written.people.groups).entries()) {
    if (!Object.hasOwn(handling, name)) continue;
    const path = ['people', 'groups', group, 'handling', name];
    const times = handling[name];
    const usual = { ...work, talkSeconds: work.talkSeconds ?? work.handleSeconds ?? 0 };
    const duration = (key: 'talkSeconds' | 'holdSeconds' | 'wrapUpSeconds') =>
      resolveDuration(times[key] ?? usual[key], [...path, key], resolution, resolution.factor('handling', name));
    const [talk, hold, wrapUp] = [duration('talkSeconds'), duration('holdSeconds'), duration('wrapUpSeconds')];
    const isWhole = talk !== undefined && hold !== undefined && wrapUp !== undefined;
    found.push(isWhole ? { group: index, talk, hold, wrapUp } : undefined);
  }
  return allDefined(found) ? found : undefined;
}

function resolveRouting(added: RosteredScenario['added'], resolution: Resolution): RoutingTable | undefined {
  const { work, people } = resolution.written;
  const { kind, ...fields } = resolution.written.routing;
  const names = Object.keys(work);
  const setting = {
    work: names.map((name) => ({ name, priority: work[name].priority })),
    groups: Object.entries(people.groups).map(([name, { skills }]) => ({
      name,
      ...(added.has(name) ? { like: Object.keys(people.groups).indexOf(added.get(name) ?? '') } : {}),
      speeds: names.map((type) => (Object.hasOwn(skills, type) ? skills[type] : 0)),
      skills: Object.keys(skills)
        .map((skill) => names.indexOf(skill))
        .filter((type) => type >= 0),
    })),
    tiers: Object.keys(resolution.written.customers?.tiers ?? {}),
    fault: resolution.around(['routing']).fault,
  };
  return routing.get(kind).resolve(fields, setting);
}

/** Every type of work has somebody who can do it, and, where it is asked, all the time it is open. */
function checkSkills(
  work: readonly (WorkType | undefined)[],
  groups: readonly (AgentGroup | undefined)[],
  table: RoutingTable | undefined,
  allDay: boolean,
  resolution: Resolution,
): void {
  const { people } = resolution.written;
  for (const [type, name] of Object.keys(resolution.written.work).entries()) {
    // A machine that answers everybody needs nobody: a chatbot or IVR through the night.
    if (work[type]?.selfService.completed === 1) continue;
    const able = Object.values(people.groups).map(({ skills }) => Object.hasOwn(skills, name));
    if (!able.includes(true)) {
      resolution.fault(['work', name], { key: 'nobodyHasSkill', values: { work: name } }, 'key');
      continue;
    }
    if (!allDay) continue;
    const staff = table?.groups[type].map(({ group }) => groups[group]);
    const hours = work[type]?.hours;
    if (hours === undefined || staff === undefined || !allDefined(staff)) continue;
    const { leavesIdle } = resolution.written.work[name];
    const most = Math.max(...staff.map(mostAgents));
    if (leavesIdle > 0 && leavesIdle >= most) {
      resolution.fault(['work', name, 'leavesIdle'], { key: 'leavesNobody', values: { got: leavesIdle, most } });
    }
    const [gap] = cutSpans(hours, joinSpans(staff.flatMap(staffedSpans)));
    if (gap === undefined) continue;
    const from = resolution.local.wall(gap.from);
    const to = resolution.local.wall(gap.to).time;
    const values = { work: name, from: from.time, to: to === '00:00' ? '24:00' : to, date: from.date };
    resolution.fault(['work', name, 'hours'], { key: 'uncovered', values });
  }
}

function checkLines(
  linePools: readonly LinePool[],
  work: readonly (WorkType | undefined)[],
  resolution: Resolution,
): void {
  if (!allDefined([...work])) return;
  for (const [index, { name }] of linePools.entries()) {
    if (work.some((type) => type?.linePool === index)) continue;
    resolution.fault(['lines', name], { key: 'unusedLines', values: { pool: name } }, 'key');
  }
}
