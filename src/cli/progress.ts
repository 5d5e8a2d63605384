/**
 * Progress on the terminal while days are simulated: how far, how many promises are decided, how long at most. It goes to
 * standard error, and only where somebody watches.
 */
import { SingleBar } from 'cli-progress';
import type { Progress } from '../experiment/outcome.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatDuration, formatNumber } from '../words/format.ts';

/** A bar that hears of progress until it is taken away. */
export interface ProgressBar {
  update(progress: Progress): void;
  /** Shows a line above the bar, or alone where there is none. */
  say(line: string): void;
  stop(): void;
}

/**
 * Starts a bar.
 *
 * @param promises how many are to be decided
 * @param quiet shows nothing at all
 */
export function showProgress(promises: number, lang: Lang, quiet: boolean): ProgressBar {
  const { progress: words } = wordsIn(lang).cli;
  const say = (line: string) => {
    if (!quiet) process.stderr.write(`${line}\n`);
  };
  if (quiet || !process.stderr.isTTY) return { update() {}, say, stop() {} };

  const bar = new SingleBar({
    format: words.bar,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 20,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  const start = performance.now();
  let started = false;
  return {
    update({ runs, atMost, undecided }) {
      if (!started) bar.start(atMost, 0, { text: '' });
      started = true;
      const parts = [words.day(formatNumber(lang, runs), formatNumber(lang, atMost))];
      if (undecided !== null) parts.push(words.decided(promises - undecided, promises));
      if (runs > 0) {
        const left = ((performance.now() - start) / 1000 / runs) * (atMost - runs);
        parts.push(words.left(formatDuration(lang, Math.ceil(left))));
      }
      bar.update(runs, { text: parts.join(' · ') });
    },
    say(line) {
      if (started) process.stderr.write('\r\x1b[K');
      say(line);
    },
    stop() {
      bar.stop();
    },
  };
}
