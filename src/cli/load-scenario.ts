/** From a scenario's path to the resolved scenario: the disk's side of `parse` and `resolve`. */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KeyChange } from '../scenario/change-key.ts';
import { complete } from '../scenario/complete.ts';
import { longestScenario, type ParsedScenario, parse, pluginsOf } from '../scenario/parse.ts';
import { type DemandOverride, type ResolveContext, resolve, rosterContext } from '../scenario/resolve.ts';
import { openWorkbook, type RosterReading, readRoster } from '../scenario/roster/read-roster.ts';
import type { Roster } from '../scenario/roster/roster.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { awaitsRoster } from '../scenario/shifts.ts';
import { type FileReader, longestTable } from '../scenario/table.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { filesBeside, readInput } from './files.ts';
import { UserError } from './user-error.ts';

/** Demand to take from elsewhere than the scenario says. */
export interface OtherDemand {
  demand?: string | undefined;
  day?: string | undefined;
  work?: string | undefined;
}

/** How sure the answer shall be, other than the scenario says. */
export interface OtherPrecision {
  confidence?: number | undefined;
  maxRuns?: number | undefined;
  /** Given, they are done whatever they show: there is no limit to them. */
  runs?: number | undefined;
}

/** What a scenario is loaded for. */
export interface LoadPurpose extends OtherPrecision {
  /** Its roster is yet to be built: groups are empty, and shifts are needed. `if-awaited`: only where it has no staff. */
  withoutStaff?: boolean | 'if-awaited';
  /** Hears the path of every file that the scenario is made of, before it is read. */
  onFile?: (path: string) => void;
}

/** What else a roster is held against. */
export interface RosterSetting extends OtherDemand {
  /** Groups with head-counts work beside the roster. */
  keepHeadCounts?: boolean | undefined;
}

/** A scenario as read and as resolved. */
export interface FoundScenario {
  parsed: ParsedScenario;
  scenario: Scenario;
  /** The scenario if its uncertain inputs were so many times what is written, a factor for each. */
  withInputs(factors: readonly number[]): Scenario;
  /** The scenario as it would be if that were written, with the same files beside it. */
  resolveAs(parsed: ParsedScenario): Scenario;
}

/** A scenario with a roster brought from outside. */
export interface RosteredScenario extends FoundScenario {
  reading: RosterReading;
}

/**
 * Reads a scenario and the files it names.
 *
 * @param file path of the scenario
 * @param lang to complain in
 * @param other its `demand` is a path like any on the command line; the scenario's own are relative to the scenario
 * @param changes keys that get another value than the file gives them
 * @throws UserError for a file that cannot be read or a work type without its demand, ScenarioError for one that is not right
 */
export async function loadScenario(
  file: string,
  lang: Lang = 'en',
  other: OtherDemand & LoadPurpose = {},
  changes: readonly KeyChange[] = [],
): Promise<FoundScenario> {
  const { parsed, context } = await readScenario(file, lang, other, changes);
  const { reader } = context;
  const roster = (parsed.written.people as { roster?: { file?: string } } | undefined)?.roster?.file;
  const opened = roster === undefined ? reader : await openingWorkbook(reader, roster);
  const withoutStaff = other.withoutStaff === 'if-awaited' ? awaitsRoster(parsed.written) : Boolean(other.withoutStaff);
  return { parsed, ...resolveIn(parsed, { ...context, reader: opened, withoutStaff }) };
}

/** A scenario whose people may be named. */
export interface OwnOrRostered extends FoundScenario {
  /** Null where nobody has a name. */
  rostered: { roster: Roster; resolveRoster: (roster: Roster) => Scenario } | null;
}

/**
 * Reads a scenario with a roster from outside; without one, with its own roster if it has one.
 *
 * @param files paths of the roster's files; none: the scenario's own people
 * @throws as {@link loadRostered}
 */
export async function loadRosteredOrOwn(
  file: string,
  files: readonly string[],
  lang: Lang,
  other: RosterSetting = {},
): Promise<OwnOrRostered> {
  const { parsed, context } = await readScenario(file, lang, other, []);
  const own = (parsed.written.people as { roster?: { file?: string } } | undefined)?.roster?.file;
  const paths = files.length > 0 || own === undefined ? files : [resolvePath(dirname(resolvePath(file)), own)];
  if (paths.length === 0) return { ...(await loadScenario(file, lang, other)), rostered: null };
  const sources = paths.map((name) => ({ name, bytes: readInput(name, wordsIn(lang).cli, longestTable) }));
  const keepHeadCounts = Boolean(other.keepHeadCounts);
  const { roster } = await readRoster(sources, rosterContext(parsed));
  const resolveRoster = (changed: Roster) => resolve(parsed, { ...context, keepHeadCounts, roster: changed });
  return { parsed, ...resolveIn(parsed, { ...context, keepHeadCounts, roster }), rostered: { roster, resolveRoster } };
}

/**
 * Reads a scenario and a roster whose people stand in for everybody that the scenario names.
 *
 * @param files paths of the roster's files
 * @throws as {@link loadScenario}; RosterError for a roster that is not right
 */
export async function loadRostered(
  file: string,
  files: readonly string[],
  lang: Lang,
  other: RosterSetting & OtherPrecision = {},
): Promise<RosteredScenario> {
  const { parsed, context } = await readScenario(file, lang, other, []);
  const sources = files.map((name) => ({ name, bytes: readInput(name, wordsIn(lang).cli, longestTable) }));
  const reading = await readRoster(sources, rosterContext(parsed));
  return {
    parsed,
    ...resolveIn(parsed, { ...context, keepHeadCounts: Boolean(other.keepHeadCounts), roster: reading.roster }),
    reading,
  };
}

function resolveIn(parsed: ParsedScenario, context: ResolveContext): Omit<FoundScenario, 'parsed'> {
  return {
    scenario: resolve(parsed, context),
    withInputs: (inputs) => resolve(parsed, { ...context, inputs }),
    resolveAs: (changed) => resolve(changed, context),
  };
}

async function readScenario(
  file: string,
  lang: Lang,
  other: OtherDemand & LoadPurpose,
  changes: readonly KeyChange[],
): Promise<{ parsed: ParsedScenario; context: ResolveContext }> {
  if (other.work !== undefined && other.demand === undefined && other.day === undefined) {
    throw new UserError(wordsIn(lang).cli.usage.workAlone(other.work));
  }
  other.onFile?.(resolvePath(file));
  const source = readInput(file, wordsIn(lang).cli, longestScenario);
  const folder = dirname(resolvePath(file));
  const plugins = pluginsOf(source).map((path) => resolvePath(folder, path));
  for (const plugin of plugins) await loadPlugin(plugin, lang);
  const parsed = withPrecision((more) => parse(source, file, [...changes, ...more]), other, lang);
  const name = basename(file).replace(/\.(ya?ml|json)$/i, '');
  const demand = overrideOf(other);
  const reader = heard(filesBeside(folder), (path) => other.onFile?.(resolvePath(folder, path)));
  return { parsed, context: { name, reader, plugins, ...(demand === undefined ? {} : { demand }) } };
}

/** A scenario as sure as is asked for: the same as if its section `precision` said so. */
function withPrecision(
  parseWith: (changes: readonly KeyChange[]) => ParsedScenario,
  { confidence, maxRuns, runs }: OtherPrecision,
  lang: Lang,
): ParsedScenario {
  if (maxRuns !== undefined && runs !== undefined) throw new UserError(wordsIn(lang).cli.usage.runsTwice);
  const asWritten = parseWith([]);
  const changes: KeyChange[] = [];
  if (confidence !== undefined) changes.push({ key: 'precision.confidence', value: confidence });
  if (maxRuns !== undefined) {
    const { minRuns } = complete(asWritten.written).precision;
    if (maxRuns < minRuns) changes.push({ key: 'precision.minRuns', value: maxRuns });
    changes.push({ key: 'precision.maxRuns', value: maxRuns });
  }
  return changes.length === 0 ? asWritten : parseWith(changes);
}

/** A reader that has opened the roster, if it is a workbook: that takes time, and resolving does not wait. */
async function openingWorkbook(reader: FileReader, path: string): Promise<FileReader> {
  const bytes = reader.size(path);
  if (typeof bytes !== 'number' || bytes > longestTable) return reader;
  const { workbook } = await openWorkbook({ name: path, bytes: reader.read(path) });
  return { ...reader, workbook: (asked) => (asked === path ? workbook : undefined) };
}

/** A reader that says which file it is asked for. */
function heard(reader: FileReader, onFile: (path: string) => void): FileReader {
  return {
    ...reader,
    size(path) {
      if (!path.includes('\0')) onFile(path);
      return reader.size(path);
    },
  };
}

async function loadPlugin(path: string, lang: Lang): Promise<void> {
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    if (!existsSync(path)) throw new UserError(wordsIn(lang).cli.files.missing(path, ''));
    throw new UserError(wordsIn(lang).cli.plugin(path, error instanceof Error ? error.message : String(error)));
  }
}

function overrideOf({ demand, day, work }: OtherDemand): DemandOverride | undefined {
  if (demand === undefined && day === undefined && work === undefined) return undefined;
  return {
    ...(demand === undefined ? {} : { file: resolvePath(demand) }),
    ...(day === undefined ? {} : { day }),
    ...(work === undefined ? {} : { work }),
  };
}
