/** The built program as a person calls it: a child process in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const project = resolve(import.meta.dirname, '../..');
/** The built program. */
export const program = join(project, 'dist/src/cli/main.cjs');

/** What a call left behind. */
export interface Called {
  /** Exit code; null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A new empty folder. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'callfloor-test-'));
}

/** A scenario that is shipped. */
export function shipped(name: string): string {
  return join(project, 'scenarios', name);
}

/**
 * Calls the program and waits for its end.
 *
 * @param words the command line
 * @param options `folder` to call it in, `environment` beside a bare English one, `meanwhile` is handed the process,
 * `fileLimit` is the size in KiB beyond which no file may grow, `output` a file that takes its standard output
 */
export function callfloor(
  words: readonly string[],
  options: {
    folder?: string;
    environment?: Record<string, string>;
    meanwhile?: (child: ChildProcess) => void;
    fileLimit?: number;
    output?: string;
  } = {},
): Promise<Called> {
  const { PATH, HOME, TMPDIR } = process.env;
  const { fileLimit, output } = options;
  const command = [process.execPath, program, ...words];
  const [file, ...rest] =
    fileLimit === undefined ? command : ['sh', '-c', `ulimit -f ${2 * fileLimit} && exec "$@"`, 'sh', ...command];
  const child = spawn(file, rest, {
    cwd: options.folder ?? emptyFolder(),
    env: { PATH, HOME, TMPDIR, LC_ALL: 'C.UTF-8', ...options.environment },
    stdio: ['ignore', output === undefined ? 'pipe' : openSync(output, 'w'), 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  options.meanwhile?.(child);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
