/** `callfloor check`: all faults of a scenario at once, or the scenario with every default written in. */
import { stringify } from 'yaml';
import { complete } from '../scenario/complete.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { loadScenario } from './load-scenario.ts';

/** Prints the complete scenario as YAML or JSON. */
export async function checkCommand({
  file,
  json,
  lang,
}: {
  file: string;
  json?: boolean | undefined;
  lang: Lang;
}): Promise<number> {
  const { parsed } = await loadScenario(file, lang, { withoutStaff: 'if-awaited' });
  const whole = complete(parsed.written);
  if (json) console.log(JSON.stringify(whole, null, 2));
  else console.log(`${wordsIn(lang).cli.checked(file)}\n${stringify(whole).trimEnd()}`);
  return 0;
}
