/**
 * The folder that a report is written to. It is made before the work begins, so that a disk that refuses is known at once; it
 * is filled out of sight and takes its place in one step, so that nobody meets half a report.
 */
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { CliWords } from '../words/cli.ts';
import { isSystemError, makeFolder, reasonOf } from './files.ts';
import { UserError } from './user-error.ts';

/** A report folder in the making. */
export interface ReportFolder {
  /** Where it will lie. */
  readonly path: string;
  /** Adds a file, by its name within the folder; folders in the name are made. */
  write(name: string, content: string | Uint8Array): void;
  /** Adds a file part by part. */
  writeParts(name: string, parts: Iterable<string>): void;
  /** Puts the folder in its place; what was there before is replaced as a whole. */
  finish(): void;
  /** Takes everything back. Does nothing after `finish`. */
  discard(): void;
}

/** Parts put together to pieces of some length, which are worth a call of the system. */
export function* inPages(parts: Iterable<string>): Generator<string> {
  let page = '';
  for (const part of parts) {
    page += part;
    if (page.length < pageLength) continue;
    yield page;
    page = '';
  }
  yield page;
}

const pageLength = 2 ** 16;

/** Folders in the making tell whose they are: the machine's name, and the process's number after it. */
const hiddenStart = `.callfloor-${hostname().replace(/[^A-Za-z0-9]+/g, '')}-`;

/** Takes away what processes of this machine that were killed have left; who cannot be told from a living one keeps his. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(hiddenStart)
      ? Number(/^\d+(?=-)/.exec(name.slice(hiddenStart.length))?.[0])
      : Number.NaN;
    if (owner > 0 && !isAlive(owner)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(isSystemError(error) && error.code === 'ESRCH');
  }
}

/**
 * Opens `parent/name` for writing.
 *
 * @throws UserError when nothing can be written there
 */
export function openReportFolder(parent: string, name: string, words: CliWords): ReportFolder {
  const path = join(parent, name);
  let hidden: string;
  let made: string[];
  try {
    made = makeFolder(parent);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false) {
      throw new UserError(words.files.unwritable(path, words.files.reasons.EEXIST));
    }
    sweep(parent);
    hidden = mkdtempSync(join(parent, `${hiddenStart}${process.pid}-`));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UserError(words.files.unwritable(parent, reasonOf(error, words)));
  }
  const fresh = join(hidden, 'new');
  const onDisk = (deed: () => void): void => {
    try {
      deed();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new UserError(words.files.unwritable(parent, reasonOf(error, words)));
    }
  };
  const placeFor = (name: string): string => {
    const whole = join(fresh, name);
    mkdirSync(dirname(whole), { recursive: true });
    return whole;
  };
  return {
    path,
    write: (name, content) => onDisk(() => writeFileSync(placeFor(name), content)),
    writeParts(name, parts) {
      onDisk(() => {
        const file = openSync(placeFor(name), 'w');
        try {
          for (const pages of inPages(parts)) writeFileSync(file, pages);
        } finally {
          closeSync(file);
        }
      });
    },
    finish() {
      onDisk(() => {
        mkdirSync(fresh, { recursive: true });
        takePlace(fresh, path, join(hidden, 'old'));
        rmSync(hidden, { recursive: true, force: true });
      });
    },
    discard() {
      try {
        rmSync(hidden, { recursive: true, force: true });
        for (const folder of made.splice(0)) rmdirSync(folder);
      } catch (error) {
        // A folder with something in it, be it the report, stays, and those above it; so does what cannot be taken away.
        if (!isSystemError(error)) throw error;
      }
    },
  };
}

/** How often another process may put its own folder there at the very moment before we give up. */
const mostTries = 100;

/** Moves a folder to its place; what lies there, or another process puts there meanwhile, goes out of the way. */
function takePlace(fresh: string, path: string, aside: string): void {
  for (let tried = 0; ; tried++) {
    try {
      renameSync(path, `${aside}-${tried}`);
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
    }
    try {
      renameSync(fresh, path);
      return;
    } catch (error) {
      const isTaken = isSystemError(error) && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
      if (!isTaken || tried === mostTries) throw error;
    }
  }
}
