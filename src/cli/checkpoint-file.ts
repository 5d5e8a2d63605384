/**
 * Where an experiment is kept while it runs, beside the folder of its report: written every few seconds and when it is stopped,
 * gone when its report lies. Whatever ends the program in between costs a few seconds of work.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, CheckpointError } from '../experiment/checkpoint.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { isSystemError, makeFolder, readInput, reasonOf, writeWhole } from './files.ts';
import { UserError } from './user-error.ts';

/** Seconds of work that may be lost to a kill or a power cut. */
const secondsBetween = 5;
/** Bytes of the largest checkpoint that is read: that of a national day has some 30 MB. */
const largest = 2 ** 29;

/** The checkpoint of one experiment. */
export interface CheckpointFile {
  readonly path: string;
  /** What was kept; undefined when there is nothing. @throws UserError when it cannot be read or is no JSON */
  read(): unknown;
  /** Hears of progress, and keeps it now and then. */
  hear(take: () => Checkpoint): void;
  /** Keeps what was heard of last, now; false when that is impossible or there is nothing to keep. */
  keep(): boolean;
  /** Takes the file away: the report lies. */
  remove(): void;
}

/**
 * The checkpoint beside the report folder `parent/name`.
 *
 * @param onFailure hears once, and why, when nothing can be kept
 */
export function checkpointFile(
  parent: string,
  name: string,
  lang: Lang,
  onFailure: (message: string) => void,
): CheckpointFile {
  const { cli } = wordsIn(lang);
  const path = join(parent, `${name}.checkpoint.json`);
  let latest: (() => Checkpoint) | undefined;
  let keptAt = performance.now();
  let failed = false;
  const keep = (): boolean => {
    if (latest === undefined) return false;
    try {
      makeFolder(parent);
      writeWhole(path, JSON.stringify(latest()), cli);
      return true;
    } catch (error) {
      if (!(error instanceof UserError || isSystemError(error))) throw error;
      const why = error instanceof UserError ? error.message : cli.files.unwritableFile(path, reasonOf(error, cli));
      if (!failed) onFailure(wordsIn(lang).resume.notKept(why));
      failed = true;
      return false;
    } finally {
      keptAt = performance.now();
    }
  };
  return {
    path,
    read: () => (existsSync(path) ? readCheckpoint(path, lang) : undefined),
    hear(take) {
      latest = take;
      if (performance.now() - keptAt > secondsBetween * 1000) keep();
    },
    keep,
    remove() {
      rmSync(path, { force: true });
    },
  };
}

function readCheckpoint(path: string, lang: Lang): unknown {
  const bytes = readInput(path, wordsIn(lang).cli, largest);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(wordsIn(lang).resume.refused.damaged(path));
  }
}

/** The word for a checkpoint that was refused; any other error as it is. */
export function explainRefusal(error: unknown, path: string, lang: Lang): unknown {
  if (!(error instanceof CheckpointError)) return error;
  return new UserError(wordsIn(lang).resume.refused[error.fault](path, error.got, error.expected));
}
