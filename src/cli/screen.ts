/**
 * A page of text that is drawn anew in place. A terminal lends its second screen for it and has its own back at the end, with the
 * last page on it; elsewhere every page is written after the one before.
 */

const enter = '\x1b[?1049h\x1b[?25l';
const leave = '\x1b[?25h\x1b[?1049l';
const home = '\x1b[H';
const restOfLine = '\x1b[K';
const restOfScreen = '\x1b[J';

/** A page in the making. */
export interface Screen {
  /** Whether pages replace one another. */
  readonly isLive: boolean;
  show(page: string): void;
  /** Gives the terminal back. */
  close(): void;
}

/** Takes a terminal over until it is closed. */
export function openScreen(output: NodeJS.WriteStream): Screen {
  const isLive = output.isTTY === true;
  let last = '';
  if (isLive) output.write(enter);
  return {
    isLive,
    show(page) {
      last = page;
      if (!isLive) output.write(page);
      else output.write(`${home}${cutTo(page, output.rows || 24).replaceAll('\n', `${restOfLine}\n`)}${restOfScreen}`);
    },
    close() {
      if (isLive) output.write(`${leave}${last}`);
    },
  };
}

/** As many lines as there is room for: one more and the first would be pushed out. */
function cutTo(page: string, rows: number): string {
  return page.split('\n').slice(0, rows).join('\n');
}
