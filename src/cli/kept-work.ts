/**
 * The frame of a command that simulates for long and writes a report: a folder that is written whole or not at all, Ctrl-C, and a
 * checkpoint from which `--resume` goes on. Nothing that was computed is lost to a stop, to a kill or to a full disk.
 */
import { CheckpointError, Journal, type WorkOwner } from '../experiment/checkpoint.ts';
import { hearOfLosses } from '../experiment/threads.ts';
import { jsonParts } from '../report/render-json.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { type CheckpointFile, checkpointFile } from './checkpoint-file.ts';
import { listenForInterruption } from './interruption.ts';
import type { ProgressLine } from './progress.ts';
import { inPages, openReportFolder, type ReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

/** Of what the command was given, what the frame minds. */
interface FrameArguments {
  out: string;
  resume?: boolean | undefined;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  lang: Lang;
}

/** What the work is handed. */
export interface AtWork {
  /** The first Ctrl-C. */
  signal: AbortSignal;
  journal: Journal;
}

/** A command's work. */
export interface Work<Found> {
  /** Of the report's folder. */
  name: string;
  /** What its checkpoint has to belong to. */
  owner: WorkOwner;
  /** Shows progress meanwhile. */
  bar: Pick<ProgressLine, 'say' | 'stop'>;
  /** Said at the first Ctrl-C. */
  stopping?: string;
  /** Undefined when it was stopped before there was anything to tell; it may as well throw the signal's reason. */
  compute(at: AtWork): Promise<Found | undefined>;
  /** Whether there is more to do than was done before the stop. */
  isPart(found: Found): boolean;
  /** Fills the folder with all the rest. */
  write(found: Found, folder: ReportFolder): Promise<void>;
  /** What `--json` prints and a file of this name in the folder holds. */
  json: { file: string; data(found: Found): object };
  /** Tells the finding on standard output. */
  tell(found: Found): void;
  /** Tells where the report lies. */
  tellPlace(path: string, found: Found): void;
  /** Where all was done. */
  exitCode(found: Found): number;
}

/**
 * Works until it is done or somebody presses Ctrl-C.
 *
 * @returns the exit code; 130 when it was stopped, whether there is a report of what was done by then or not
 * @throws UserError when the folder cannot be written, or the checkpoint belongs to other work
 */
export async function keptWork<Found>(given: FrameArguments, work: Work<Found>): Promise<number> {
  const { json, lang, out } = given;
  const { cli, resume: words } = wordsIn(lang);
  const quiet = Boolean(given.quiet || json);
  const { bar, name, owner } = work;
  const kept = checkpointFile(out, name, lang, (message) => bar.say(message));
  const journal = openJournal(owner, given, kept, bar);
  const folder = openReportFolder(out, name, cli);
  const isDeaf = hearOfLosses(() => bar.say(words.threadLost));
  const interruption = listenForInterruption(
    () => bar.say(work.stopping ?? cli.progress.stopping),
    () => {
      folder.discard();
      kept.keep();
    },
  );
  kept.follow(journal);
  try {
    const found = await stopped(
      work.compute({ signal: interruption.signal, journal }),
      interruption.signal,
      kept.path,
      lang,
    );
    bar.stop();
    if (found === undefined) {
      console.error(kept.keep() ? words.stopped(kept.path) : cli.progress.nothingDone);
      return 130;
    }
    const data = work.json.data(found);
    const isPart = work.isPart(found);
    const isKept = isPart && kept.keep();
    try {
      folder.writeParts(work.json.file, jsonParts(data));
      await work.write(found, folder);
      folder.finish();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (!quiet) work.tell(found);
      // What was written of the report makes room.
      folder.discard();
      if (kept.keep()) throw new UserError(`${error.message}\n${words.kept(kept.path)}`);
      const elsewhere = kept.keepElsewhere();
      throw elsewhere === undefined ? error : new UserError(`${error.message}\n${words.keptElsewhere(elsewhere)}`);
    }
    if (!isPart) kept.remove();
    if (json) for (const page of inPages(jsonParts(data))) process.stdout.write(page);
    if (!quiet) {
      work.tell(found);
      work.tellPlace(folder.path, found);
      if (isKept) console.log(words.kept(kept.path));
    }
    return isPart ? 130 : work.exitCode(found);
  } finally {
    bar.stop();
    isDeaf();
    kept.close();
    interruption.release();
    folder.discard();
  }
}

/** The journal of the work, from its beginning or from where it stopped. */
function openJournal(
  owner: WorkOwner,
  { lang, quiet, resume }: FrameArguments,
  kept: CheckpointFile,
  bar: Work<unknown>['bar'],
): Journal {
  try {
    const checkpoint = resume ? kept.read() : undefined;
    if (resume && checkpoint === undefined && !quiet) bar.say(wordsIn(lang).resume.nothingKept(kept.path));
    return new Journal(owner, checkpoint);
  } catch (error) {
    throw explainRefusal(error, kept.path, lang);
  }
}

/** What was found; undefined when the signal ended the work. */
async function stopped<Found>(
  found: Promise<Found | undefined>,
  signal: AbortSignal,
  path: string,
  lang: Lang,
): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    if (signal.aborted && error === signal.reason) return undefined;
    throw explainRefusal(error, path, lang);
  }
}

/** The word for a checkpoint that was refused; any other error as it is. */
function explainRefusal(error: unknown, path: string, lang: Lang): unknown {
  if (!(error instanceof CheckpointError)) return error;
  return new UserError(wordsIn(lang).resume.refused[error.fault](path, error.got, error.expected));
}

/** How a number of runs asked for decides when the evidence is looked at; more of them may be asked for later. */
export function runsOption(runs: number | undefined): { '--runs': boolean } {
  return { '--runs': runs !== undefined };
}
