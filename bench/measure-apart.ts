/** Measures a workload in a process of its own: what ran before in the same one would change its speed. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measurement } from './measure.ts';

/** @param workload name of it, one of the growing days too */
export function measureApart(workload: string): Measurement {
  const main = join(import.meta.dirname, 'main.js');
  return JSON.parse(execFileSync(process.execPath, [main, '--workload', workload, '--json'], { encoding: 'utf8' }));
}
