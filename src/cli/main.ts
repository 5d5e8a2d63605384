#!/usr/bin/env node
/**
 * The command `callfloor`: parses the command line, runs one command, and turns whatever happens into an exit code. 0: fine;
 * 1: a promise is broken (or a check failed); 2: bad input; 3: Callfloor itself failed; 130: stopped.
 */
import { readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  version: string;
};
const argv = process.argv.slice(2);
if (argv.length === 1 && argv[0] === '--version') {
  process.stdout.on('error', () => process.exit(2));
  // Loading the parser would take longer than the answer.
  console.log(version);
} else {
  // From Node 22.8 on what was compiled once is kept in the system's folder for temporary files.
  (modules as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  void answer();
}

async function answer(): Promise<void> {
  const { runCommandLine } = await import('./run-command-line.ts');
  process.exitCode = await runCommandLine(argv, process.env, version);
}
