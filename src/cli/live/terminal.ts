/** The terminal as a screen of its own: what was on it before comes back, however the program ends. */
import { emitKeypressEvents } from 'node:readline';
import type { Readable } from 'node:stream';

/** A key as it is pressed. */
export interface Key {
  name?: string | undefined;
  sequence: string;
  ctrl: boolean;
  meta?: boolean;
}

/** What a live drill needs of a terminal; tests bring their own. */
export interface Terminal {
  input: Readable & { setRawMode?: (raw: boolean) => unknown };
  output: { write(text: string): unknown; columns?: number; rows?: number };
  /** Calls again and again until the function that it returns is called. */
  every(milliseconds: number, beat: () => void): () => void;
}

/** The terminal of this process. */
export const ownTerminal: Terminal = {
  input: process.stdin,
  output: process.stdout,
  every(milliseconds, beat) {
    const timer = setInterval(beat, milliseconds);
    return () => {
      clearInterval(timer);
    };
  },
};

const enter = '\x1b[?1049h\x1b[?25l';
const leave = '\x1b[?25h\x1b[?1049l';

/** A screen that is ours until it is closed. */
export interface Screen {
  show(lines: readonly string[]): void;
  /** Gives the terminal back as it was. */
  close(): void;
}

/**
 * Takes the terminal over.
 *
 * @param onKey hears every key, Ctrl-C included
 * @param onEnd hears that the terminal is gone or the program shall end
 */
export function openScreen({ input, output }: Terminal, onKey: (key: Key) => void, onEnd: () => void): Screen {
  let isOpen = true;
  const restore = () => {
    if (!isOpen) return;
    isOpen = false;
    input.setRawMode?.(false);
    output.write(leave);
  };
  const listen = (_: string | undefined, key: Key) => onKey(key);
  const ending = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
  emitKeypressEvents(input);
  input.setRawMode?.(true);
  input.on('keypress', listen);
  input.on('end', onEnd);
  input.resume();
  for (const signal of ending) process.on(signal, onEnd);
  process.on('exit', restore);
  output.write(enter);
  return {
    show(lines) {
      if (isOpen) output.write(`\x1b[H${lines.map((line) => `${line}\x1b[K`).join('\r\n')}\x1b[J`);
    },
    close() {
      restore();
      input.off('keypress', listen);
      input.off('end', onEnd);
      input.pause();
      for (const signal of ending) process.off(signal, onEnd);
      process.off('exit', restore);
    },
  };
}
