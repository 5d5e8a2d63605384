/** `callfloor verify`: this program against files of exact values, one line a file; what it does not compute is said, never passed. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import Table from 'cli-table3';
import { ReferenceFileError } from '../experiment/verify/reference-file.ts';
import { verifyFile } from '../experiment/verify/verify-file.ts';
import type { VerifyReport } from '../experiment/verify/verify-report.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { readInput } from './files.ts';
import { listenForInterruption } from './interruption.ts';
import { showProgress } from './progress.ts';
import { UserError } from './user-error.ts';

/** Bytes of the longest reference file. */
const longestReference = 256 * 2 ** 20;
/** Failures shown per file; `--json` lists more. */
const failuresShown = 3;

interface VerifyArguments {
  files: string[];
  runs: number;
  seed: string;
  threads?: number | undefined;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** Checks each file in turn; exit code 1 when any of their rows fails. */
export async function verifyCommand(given: VerifyArguments): Promise<number> {
  const { lang, json } = given;
  const { cli } = wordsIn(lang);
  // All are read first: a mistyped name is known before hours of simulation.
  const references = given.files.map((file) => ({ file, content: readJson(file, lang) }));
  const interruption = listenForInterruption(
    () => console.error(cli.progress.stopping),
    () => {},
  );
  const checked: { file: string; report: VerifyReport }[] = [];
  for (const { file, content } of references) {
    if (interruption.signal.aborted) break;
    const report = await checkOne(file, content, given, interruption.signal);
    if (report === undefined) break;
    checked.push({ file, report });
    const remarks = tell(file, report, lang);
    if (!json && remarks !== '') console.log(remarks);
  }
  interruption.release();
  const failed = checked.some(({ report }) => report.judgement === 'fail');
  if (json) console.log(JSON.stringify({ failed, files: checked.map(({ file, report }) => ({ file, ...report })) }));
  else console.log(tabulate(checked, lang));
  if (checked.length < references.length) return 130;
  return failed ? 1 : 0;
}

async function checkOne(
  file: string,
  content: unknown,
  { runs, seed, threads, json, quiet, lang }: VerifyArguments,
  signal: AbortSignal,
): Promise<VerifyReport | undefined> {
  const bar = showProgress([], lang, Boolean(json || quiet));
  try {
    return await verifyFile(content, {
      runs,
      seed,
      threads: threads ?? availableParallelism(),
      signal,
      now: () => performance.now(),
      onProgress: (progress) => bar.update(progress),
      read: async (path) => {
        const beside = join(dirname(file), path);
        return existsSync(beside) ? readJson(beside, lang) : undefined;
      },
    });
  } catch (error) {
    if (signal.aborted) return undefined;
    if (error instanceof ReferenceFileError) {
      throw new UserError(error.faults.map((fault) => `${file} ${fault}`).join('\n'));
    }
    throw error;
  } finally {
    bar.stop();
  }
}

function readJson(file: string, lang: Lang): unknown {
  const { cli } = wordsIn(lang);
  const text = new TextDecoder().decode(readInput(file, cli, longestReference));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The parser tells the place where it can; its own words are English, and about tokens.
    const position = /position (\d+)/.exec(String(error))?.[1];
    const before = position === undefined ? undefined : text.slice(0, Number(position)).split('\n');
    const place = before === undefined ? [file] : [file, before.length, (before.at(-1) ?? '').length + 1];
    throw new UserError(cli.verify.notJson(place.join(':')));
  }
}

/** What disagrees in a file, and what was not computed; empty when everything agrees. */
function tell(file: string, report: VerifyReport, lang: Lang): string {
  const { verify } = wordsIn(lang).cli;
  const lines = report.failed
    .slice(0, failuresShown)
    .map(({ row, field, expected, actual }) => verify.disagrees(file, row, field, `${expected}`, `${actual}`));
  for (const { row, reason } of report.unsupported.rows.slice(0, failuresShown)) {
    lines.push(verify.notComputed(file, row, reason));
  }
  if (report.unsupported.fields.length > 0) lines.push(verify.fields(file, report.unsupported.fields.join(', ')));
  for (const { convention, runs, worstZ, rmsZ } of report.simulated) {
    lines.push(verify.simulated(file, convention, formatNumber(lang, runs), worstZ.toFixed(2), rmsZ.toFixed(2)));
  }
  return lines.join('\n');
}

function tabulate(checked: readonly { file: string; report: VerifyReport }[], lang: Lang): string {
  const { verify } = wordsIn(lang).cli;
  const table = new Table({
    head: [verify.file, verify.rows, verify.compared, verify.failed, verify.unsupported, verify.worst, verify.result],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left'],
  });
  for (const { file, report } of checked) {
    const { simulated, worstRelative } = report;
    const worst =
      simulated.length > 0
        ? `|z| ${Math.max(...simulated.map(({ worstZ }) => worstZ)).toFixed(2)}`
        : (worstRelative?.relativeError.toExponential(1) ?? '');
    const count = (value: number): string => formatNumber(lang, value);
    table.push([
      file,
      count(report.rows),
      count(report.comparisons),
      count(report.failures),
      count(report.unsupported.rows.length),
      worst,
      verify.judgements[report.judgement],
    ]);
  }
  return table.toString();
}
