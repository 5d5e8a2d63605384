/** The frame of a command that works for long in one piece: a bar, Ctrl-C, and a folder that is written whole or not at all. */
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { listenForInterruption } from './interruption.ts';
import { openProgressLine } from './progress.ts';
import type { ReportFolder } from './report-folder.ts';

/** What long work is handed. */
export interface AtWork {
  signal: AbortSignal;
  /** Tells how far it is, and with what. */
  tell(done: number, all: number, what: string): void;
  /** Takes the bar away: the work is done. */
  done(): void;
}

/** How it is shown. */
interface LongWork {
  folder: ReportFolder;
  quiet: boolean;
  lang: Lang;
}

/**
 * Works until it is done or somebody presses Ctrl-C.
 *
 * @param work finishes the folder and says the exit code
 * @returns the exit code; 130 when it was stopped, and then nothing is written
 */
export async function untilInterrupted(
  { folder, lang, quiet }: LongWork,
  work: (atWork: AtWork) => Promise<number>,
): Promise<number> {
  const line = openProgressLine(lang, quiet);
  const interruption = listenForInterruption(() => line.say(wordsIn(lang).cli.progress.givingUp), folder.discard);
  try {
    return await work({
      signal: interruption.signal,
      tell: (done, all, what) => line.update(done, all, [what]),
      done: line.stop,
    });
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    line.stop();
    console.error(wordsIn(lang).cli.progress.nothingWritten);
    return 130;
  } finally {
    line.stop();
    interruption.release();
    folder.discard();
  }
}
