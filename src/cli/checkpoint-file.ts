/**
 * Where work is kept while it goes on, beside the folder of its report: written every few seconds and when it is stopped,
 * gone when its report lies. Whatever ends the program in between costs a few seconds of work.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Checkpoint, type Journal, readCheckpoint, writeCheckpoint } from '../experiment/checkpoint.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { isSystemError, makeFolder, readInput, reasonOf, writeWhole } from './files.ts';
import { UserError } from './user-error.ts';

/** Seconds of work that may be lost to a kill or a power cut. */
const secondsBetween = 5;
/** Bytes of the largest checkpoint that is read: that of a national day has some 30 MB. */
const largest = 2 ** 29;

/** The checkpoint of one piece of work. */
export interface CheckpointFile {
  readonly path: string;
  /** What was kept; undefined when there is nothing. @throws UserError when it cannot be read, CheckpointError when it is none or damaged */
  read(): Checkpoint | undefined;
  /** Keeps a journal now and then. */
  follow(journal: Journal): void;
  /** Keeps it now; false when that is impossible or there is nothing to keep. */
  keep(): boolean;
  /** Keeps it in a new folder for temporary files, where its own takes nothing; the folder's path, undefined when that is impossible too. */
  keepElsewhere(): string | undefined;
  /** Takes the file away: the report lies. */
  remove(): void;
  /** Follows the journal no more. */
  close(): void;
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
  const file = `${name}.checkpoint.json`;
  const path = join(parent, file);
  let followed: Journal | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failed = false;
  const keepIn = (folder: string): boolean => {
    const checkpoint = followed?.take();
    if (checkpoint === undefined) return false;
    makeFolder(folder);
    writeWhole(join(folder, file), writeCheckpoint(checkpoint), cli);
    return true;
  };
  const keep = (): boolean => {
    try {
      return keepIn(parent);
    } catch (error) {
      if (!(error instanceof UserError || isSystemError(error))) throw error;
      const why = error instanceof UserError ? error.message : cli.files.unwritableFile(path, reasonOf(error, cli));
      if (!failed) onFailure(wordsIn(lang).resume.notKept(why));
      failed = true;
      return false;
    }
  };
  // Where it takes long to write, it is done less often.
  const keepNowAndThen = (): void => {
    const began = performance.now();
    keep();
    timer = setTimeout(keepNowAndThen, Math.max(secondsBetween * 1000, 20 * (performance.now() - began)));
  };
  return {
    path,
    read: () =>
      existsSync(path) ? readCheckpoint(new TextDecoder().decode(readInput(path, cli, largest))) : undefined,
    follow(journal) {
      followed = journal;
      timer = setTimeout(keepNowAndThen, secondsBetween * 1000);
    },
    keep,
    keepElsewhere() {
      try {
        const folder = mkdtempSync(join(tmpdir(), 'callfloor-'));
        return keepIn(folder) ? folder : undefined;
      } catch (error) {
        if (!(error instanceof UserError || isSystemError(error))) throw error;
        return undefined;
      }
    },
    remove() {
      rmSync(path, { force: true });
    },
    close() {
      clearTimeout(timer);
    },
  };
}
