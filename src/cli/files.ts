/**
 * The disk: reading what a person named, with a clear word for everything that can be wrong with it, and writing results so
 * that a reader meets either the old file or the whole new one.
 */
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileReader } from '../scenario/table.ts';
import type { CliWords } from '../words/cli.ts';
import { UserError } from './user-error.ts';

/**
 * Reads a file that a person named.
 *
 * @param path absolute, or relative to the working directory
 * @param words the language to complain in
 * @param limit bytes; a longer file was not meant
 * @throws UserError when it is missing, a folder, no ordinary file, unreadable, or too long (then it is not even opened)
 */
export function readInput(path: string, words: CliWords, limit: number): Uint8Array {
  try {
    const kind = statSync(path);
    if (kind.isDirectory()) throw new UserError(words.files.directory(path, scenariosIn(path)));
    if (!kind.isFile()) throw new UserError(words.files.notRegular(path));
    if (kind.size > limit) throw new UserError(words.files.tooLarge(path, bytes(kind.size), bytes(limit)));
    return readFileSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') throw new UserError(words.files.missing(path, scenariosIn(dirname(path))));
    throw new UserError(words.files.unreadable(path, reasonOf(error, words)));
  }
}

/** The files that a scenario names, its folder being where relative paths begin. */
export function filesBeside(folder: string): FileReader {
  return {
    size(path) {
      // The system's own calls take a name with a zero byte for the caller's fault.
      if (path.includes('\0')) return undefined;
      const whole = resolve(folder, path);
      try {
        const kind = statSync(whole);
        if (kind.isDirectory()) return 'folder';
        if (!kind.isFile()) return 'unreadable';
        accessSync(whole, constants.R_OK);
        return kind.size;
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : 'unreadable';
      }
    },
    read: (path) => readFileSync(resolve(folder, path)),
  };
}

/**
 * Writes a file whole or not at all: under another name first, then renamed.
 *
 * @throws UserError when that is impossible
 */
export function writeWhole(path: string, content: string, words: CliWords): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    if (!isSystemError(error)) throw error;
    throw new UserError(words.files.unwritableFile(path, reasonOf(error, words)));
  }
}

/**
 * Makes a folder and those above it, where they are missing.
 *
 * Node's own recursive `mkdir` never ends where the system says that no folder can be made, as below /proc.
 *
 * @returns the folders made, from the innermost out
 * @throws the operating system's error
 */
export function makeFolder(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  const above = dirname(path) === path ? [] : makeFolder(dirname(path));
  mkdirSync(path);
  return [path, ...above];
}

/** Whether an error comes from the operating system. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** Why the operating system refused, in words. */
export function reasonOf(error: NodeJS.ErrnoException, words: CliWords): string {
  return words.files.reasons[error.code ?? ''] ?? error.message;
}

/** Up to five scenario files of a folder: somebody who mistyped a name sees it. */
function scenariosIn(folder: string): string {
  try {
    const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
    return names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
  } catch {
    return '';
  }
}

/** Rounded up, so that what is over a limit says so. */
function bytes(size: number): string {
  return size > 1024 ** 3 ? `${Math.ceil((size / 1024 ** 3) * 10) / 10} GiB` : `${Math.ceil(size / 1024 ** 2)} MiB`;
}
