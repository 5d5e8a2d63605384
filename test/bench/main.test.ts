import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const built = join(import.meta.dirname, '..', '..', 'dist', 'bench');

it.each([
  ['main.js', ['--workload', 'W9'], '--workload must be one of W1, W2, W3'],
  ['coverage.js', ['--part', 'nothing'], 'part: expected one of single-plans'],
])('%s is built, loads all that it needs, and refuses what it does not know', async (file, words, told) => {
  const refused = promisify(execFile)(process.execPath, [join(built, file), ...words]);
  await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining(told) });
});
