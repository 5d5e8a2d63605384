/**
 * Progress on the terminal while days are simulated: how far, how many promises are decided, how long at most. It goes to
 * standard error, and only where somebody watches.
 */
import { SingleBar } from 'cli-progress';
import type { Progress } from '../experiment/outcome.ts';
import type { Estimate } from '../judge/verdict.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import type { ServicePromise } from '../scenario/scenario.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../words/format.ts';

/** How long the speed is watched before it is believed. */
const warmUpSeconds = 2;

/** A line of progress that is taken away at the end. */
export interface ProgressLine {
  /**
   * @param atMost another number than before begins another stage, whose time left is its own
   * @param parts what else there is to say
   */
  update(done: number, atMost: number, parts: readonly string[]): void;
  /** Shows a line above the bar, or alone where there is none. */
  say(line: string): void;
  stop(): void;
}

/** A bar that hears of progress until it is taken away. */
export interface ProgressBar extends Omit<ProgressLine, 'update'> {
  update(progress: Progress): void;
}

/**
 * Starts a bar.
 *
 * @param promises to be decided
 * @param quiet shows nothing at all
 */
export function showProgress(promises: readonly ServicePromise[], lang: Lang, quiet: boolean): ProgressBar {
  const { progress: words } = wordsIn(lang).cli;
  const line = openProgressLine(lang, quiet);
  return {
    ...line,
    update({ runs, atMost, undecided, estimates }) {
      const parts = [words.day(formatNumber(lang, runs), formatNumber(lang, atMost))];
      if (undecided !== null) parts.push(words.decided(promises.length - undecided, promises.length));
      const open = leastCertain(promises, estimates);
      if (open !== undefined) parts.push(tellPrecision(open.promise, open.estimate, lang));
      line.update(runs, atMost, parts);
    },
  };
}

/**
 * Starts a line: a bar, what is said beside it, and how long it will take at most once the speed is known.
 *
 * @param quiet shows nothing at all
 */
export function openProgressLine(lang: Lang, quiet: boolean): ProgressLine {
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
  let started = false;
  let first: { done: number; atMost: number; time: number } | undefined;
  return {
    update(done, atMost, parts) {
      if (!started) bar.start(atMost, 0, { text: '' });
      started = true;
      if (first?.atMost !== atMost) {
        first = { done, atMost, time: performance.now() };
        bar.setTotal(atMost);
      }
      const seconds = (performance.now() - first.time) / 1000;
      const left: string[] = [];
      if (seconds > warmUpSeconds && done > first.done) {
        const most = (seconds / (done - first.done)) * (atMost - done);
        left.push(words.left(formatDuration(lang, Math.ceil(most))));
      }
      bar.update(done, { text: [...parts, ...left].join(' · ') });
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

/** The promise whose figure lies nearest its target, measured by its interval: the one that is waited for. */
function leastCertain(promises: readonly ServicePromise[], estimates: readonly (Estimate | null)[]) {
  const known = promises.flatMap((promise, i) => {
    const estimate = estimates[i] ?? null;
    const width = estimate === null ? 0 : estimate.high - estimate.low;
    return estimate !== null && width > 0 && width < Infinity ? [{ promise, estimate }] : [];
  });
  const distance = ({ promise, estimate }: (typeof known)[number]): number =>
    Math.abs(estimate.value - promise.target) / (estimate.high - estimate.low);
  return known.sort((a, b) => distance(a) - distance(b))[0];
}

/** `hotline.answer 60.3 % ± 0.9 %` */
function tellPrecision({ id, measure }: ServicePromise, { value, low, high }: Estimate, lang: Lang): string {
  const { unit } = measureNames.get(measure);
  const show = (number: number): string =>
    unit === 'fraction'
      ? formatPercent(lang, number, 1)
      : unit === 'seconds'
        ? formatDuration(lang, number)
        : formatNumber(lang, number, 1);
  return `${id} ${show(value)} ± ${show((high - low) / 2)}`;
}
