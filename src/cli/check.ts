/** `callfloor check`: all faults of a scenario at once, or the scenario with every default written in. */
import { stringify } from 'yaml';
import { leakyClocks } from '../scenario/clock-reach.ts';
import { complete } from '../scenario/complete.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatPercent } from '../words/format.ts';
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
  const { parsed, scenario } = await loadScenario(file, lang, { withoutStaff: 'if-awaited' });
  const whole = complete(parsed.written);
  if (json) console.log(JSON.stringify(whole, null, 2));
  else console.log(`${wordsIn(lang).cli.checked(file)}\n${stringify(whole).trimEnd()}`);
  for (const { clock, from, share } of leakyClocks(scenario)) {
    console.error(wordsIn(lang).cli.leakyClock({ clock, from, share: formatPercent(lang, share, 1) }));
  }
  return 0;
}
