/** The scenarios of a comparison: files, or one file with other values for some of its keys. */
import { parse as parseYaml } from 'yaml';
import type { KeyChange } from '../scenario/change-key.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { type FoundScenario, loadScenario, type OtherPrecision } from './load-scenario.ts';
import { UserError } from './user-error.ts';

/** Scenarios that are compared at once. */
const mostPlans = 100;

/**
 * Reads the scenarios, each under a name of its own.
 *
 * @param files as given; with `vary` exactly one
 * @param vary `key=values`, each with the values that YAML would take in a list; every combination is a scenario
 * @param precision of all of them, other than they say
 * @throws UserError when that makes no two scenarios, or too many; UserError or ScenarioError for a file that is not right
 */
export async function loadPlans(
  files: readonly string[],
  vary: readonly string[],
  lang: Lang,
  precision: OtherPrecision = {},
): Promise<FoundScenario[]> {
  const { faults } = wordsIn(lang).compare;
  if (vary.length > 0 && files.length !== 1) throw new UserError(faults.varyOne);
  const combinations = combine(vary.map((text) => readValues(text, lang)));
  const count = vary.length > 0 ? 1 + combinations.length : files.length;
  if (count > mostPlans) throw new UserError(faults.tooMany(`${count}`, `${mostPlans}`));
  const plans =
    vary.length > 0
      ? await loadVaried(files[0], combinations, lang, precision)
      : await loadFiles(files, lang, precision);
  if (plans.length < 2) {
    const same = combinations.map(nameChanges);
    throw new UserError(
      same.length === 0 ? faults.onlyOne : faults.asInFile(files[0], wordsIn(lang).report.list(same)),
    );
  }
  return plans;
}

async function loadFiles(files: readonly string[], lang: Lang, precision: OtherPrecision): Promise<FoundScenario[]> {
  const found: FoundScenario[] = [];
  for (const file of files) found.push(await loadScenario(file, lang, precision));
  const names = found.map(({ scenario }) => scenario.name);
  // Files of the same name in different folders are known by their paths.
  return found.map((one, i) =>
    names.indexOf(names[i]) === names.lastIndexOf(names[i])
      ? one
      : rename(one, files[i].replace(/\.(ya?ml|json)$/i, '')),
  );
}

/** The scenario as it is, then those that differ from it. */
async function loadVaried(
  file: string,
  combinations: readonly KeyChange[][],
  lang: Lang,
  precision: OtherPrecision,
): Promise<FoundScenario[]> {
  const first = await loadScenario(file, lang, precision);
  const plans = [first];
  for (const changes of combinations) {
    const name = nameChanges(changes);
    try {
      const varied = await loadScenario(file, lang, precision, changes);
      if (varied.scenario.hash !== first.scenario.hash) plans.push(rename(varied, name));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      throw new UserError(wordsIn(lang).compare.faults.varied(name, error.tell(lang)));
    }
  }
  return plans;
}

function rename(found: FoundScenario, name: string): FoundScenario {
  return { ...found, scenario: { ...found.scenario, name } };
}

function nameChanges(changes: readonly KeyChange[]): string {
  return changes.map(showChange).join(', ');
}

/** `both.staff=5`: the last two steps of the key tell which is meant, and a choice is known by its kind. */
function showChange({ key, value }: KeyChange): string {
  const short = key.split('.').slice(-2).join('.');
  const { kind, ...fields } = typeof value === 'object' && value !== null ? (value as { kind?: unknown }) : {};
  const chosen = typeof kind === 'string' && Object.keys(fields).length === 0 ? kind : value;
  return `${short}=${typeof chosen === 'string' ? chosen : JSON.stringify(chosen)}`;
}

/** One `key=values` as a change for each value. */
function readValues(text: string, lang: Lang): KeyChange[] {
  const { faults } = wordsIn(lang).compare;
  const [, key, list] = /^([^=]*[^=\s])\s*=(.*)$/s.exec(text) ?? [];
  if (key === undefined || list.trim() === '') throw new UserError(faults.varyForm(text));
  try {
    const values = parseYaml(`[${list}]`, { version: '1.2' }) as unknown[];
    return values.map((value) => ({ key: key.trim(), value }));
  } catch {
    throw new UserError(faults.varyValues(list));
  }
}

function combine(lists: readonly KeyChange[][]): KeyChange[][] {
  return lists.reduce<KeyChange[][]>(
    (combinations, list) => combinations.flatMap((combination) => list.map((change) => [...combination, change])),
    lists.length === 0 ? [] : [[]],
  );
}
