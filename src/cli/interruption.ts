/** Ctrl-C: once means "finish what is in hand and tell me", twice means "now". */

/** Ctrl-C, a polite kill, a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A stop that can be asked for. */
export interface Interruption {
  /** Aborted by the first Ctrl-C (or a polite kill). */
  readonly signal: AbortSignal;
  /** From here on Ctrl-C means what it usually does. */
  release(): void;
}

/**
 * Listens for Ctrl-C until released.
 *
 * @param asked called at the first one, to say what happens
 * @param forced called at the second one, before the program ends with exit code 130
 */
export function listenForInterruption(asked: () => void, forced: () => void): Interruption {
  const controller = new AbortController();
  const listen = () => {
    if (controller.signal.aborted) {
      forced();
      process.exit(130);
    }
    controller.abort();
    asked();
  };
  for (const signal of signals) process.on(signal, listen);
  return {
    signal: controller.signal,
    release() {
      for (const signal of signals) process.off(signal, listen);
    },
  };
}
