/**
 * Hears of files that are saved. Their folders are watched and not they: an editor that writes a new file and gives it the old name
 * leaves nothing to watch of the old one.
 */
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CliWords } from '../words/cli.ts';
import { isSystemError, reasonOf } from './files.ts';
import { UserError } from './user-error.ts';

/** A save is over when nothing has happened for so many milliseconds: editors write, rename and touch. */
const settled = 40;

/** Files that are watched. */
export interface WatchedFiles {
  /** Watches one more, be it there or yet to come into a folder that is. @throws UserError where that is impossible */
  add(path: string): void;
  readonly number: number;
  close(): void;
}

/**
 * Watches files until it is closed.
 *
 * @param onSave hears that some of them were saved, replaced or removed
 * @param words the language to complain in
 */
export function watchFiles(onSave: () => void, words: CliWords): WatchedFiles {
  const names = new Map<string, Set<string>>();
  const watchers: FSWatcher[] = [];
  let number = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    add(path) {
      const folder = dirname(path);
      const known = names.get(folder);
      const watched = known ?? new Set<string>();
      if (watched.has(basename(path))) return;
      watched.add(basename(path));
      number++;
      if (known === undefined) watchFolder(folder, watched);
    },
    get number() {
      return number;
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };

  function watchFolder(folder: string, watched: Set<string>): void {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name !== null && !watched.has(name)) return;
        clearTimeout(timer);
        timer = setTimeout(onSave, settled);
      });
      // A folder that goes has no more files to save.
      watcher.on('error', () => watcher.close());
      watchers.push(watcher);
      names.set(folder, watched);
    } catch (error) {
      // That there is no such folder is said where the file is read; it is tried again the next time.
      if (!isSystemError(error)) throw error;
      if (error.code !== 'ENOENT') throw new UserError(words.files.unreadable(folder, reasonOf(error, words)));
      number -= watched.size;
    }
  }
}
