/** From a drill's path to the drill, and from a log's path to the drill that it is of: the disk's side of both. */
import { basename, dirname, resolve as resolvePath } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { type DecisionLog, longestLog, readHeader, readLog } from '../drill/decision-log.ts';
import type { Drill } from '../drill/drill.ts';
import { parseDrill, resolveDrill } from '../drill/read-drill.ts';
import { longestScenario } from '../scenario/parse.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { readInput } from './files.ts';
import { loadNorm } from './load-norm.ts';
import { loadScenario } from './load-scenario.ts';

/** Of Callfloor. */
export const { version } = manifest;

/**
 * Reads a drill and the scenario that it names.
 *
 * @param file path of the drill
 * @param plan name of the plan that acts, instead of the drill's own
 * @throws UserError for a file that cannot be read, ScenarioError for one that is not right
 */
export async function loadDrill(file: string, lang: Lang, plan?: string): Promise<Drill> {
  const parsed = parseDrill(readInput(file, wordsIn(lang).cli, longestScenario), file);
  const { norm: named, scenario } = parsed.written;
  const beside = (path: string) => resolvePath(dirname(file), path);
  const base = await loadScenario(beside(scenario), lang);
  const norm = named === undefined ? undefined : loadNorm(beside(named), lang);
  return resolveDrill(parsed, basename(file).replace(/\.(ya?ml|json)$/i, ''), base, { plan, norm });
}

/** A log with its drill. */
export interface LoggedDrill {
  drill: Drill;
  log: DecisionLog;
}

/**
 * Reads a log and the drill that it is of.
 *
 * @param drillFile path of the drill; the one that the log names unless given
 * @throws ScenarioError when the log was edited or is of another drill
 */
export async function loadLog(file: string, drillFile: string | undefined, lang: Lang): Promise<LoggedDrill> {
  const text = new TextDecoder().decode(readInput(file, wordsIn(lang).cli, longestLog));
  const header = readHeader(text, file);
  const drill = await loadDrill(drillFile ?? header.file, lang, header.plan);
  return { drill, log: readLog(text, file, drill, version) };
}
