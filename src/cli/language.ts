/** Which language to speak: what the command line asks for, else what the environment says. */
import { type Lang, languageOf } from '../words/dictionary.ts';

/**
 * The language of everything printed, known before the command line is parsed, since parsing may already complain.
 *
 * @param argv the arguments after the program's name; the last `--lang` counts
 * @param environment `LC_ALL`, `LC_MESSAGES` and `LANG` are looked at in this order, the first that is set counts
 */
export function chooseLanguage(argv: readonly string[], environment: NodeJS.ProcessEnv): Lang {
  for (let i = argv.length - 1; i >= 0; i--) {
    const asked = argv[i] === '--lang' ? argv[i + 1] : /^--lang=(.*)$/.exec(argv[i])?.[1];
    if (asked === 'en' || asked === 'zh') return asked;
  }
  return languageOf(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG);
}
