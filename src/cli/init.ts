/** `callfloor init`: a starter scenario with a comment at every choice, written where nothing is yet. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { writeWhole } from './files.ts';
import { packageRoot } from './package-root.ts';
import { UserError } from './user-error.ts';

const schema = join(packageRoot, 'schemas/scenario.schema.json');

/** Writes the starter; refuses to touch a file that exists. */
export async function initCommand({ file, lang }: { file: string; lang: Lang }): Promise<number> {
  const { cli, starter } = wordsIn(lang);
  if (existsSync(file)) throw new UserError(cli.files.exists(file));
  writeWhole(file, starter.scenario(relative(dirname(resolve(file)), schema)), cli);
  console.log(cli.started(file, `callfloor simulate ${file}`));
  return 0;
}
