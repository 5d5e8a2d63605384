/** From a norm's path to the norm: the disk's side of reading it. */
import type { Norm } from '../judge/norm/clause-test.ts';
import { parseNorm } from '../judge/norm/parse-norm.ts';
import { longestScenario } from '../scenario/parse.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { readInput } from './files.ts';

/** Reads a norm. */
export function loadNorm(file: string, lang: Lang): Norm {
  return parseNorm(readInput(file, wordsIn(lang).cli, longestScenario), file);
}
