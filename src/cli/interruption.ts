/** Ctrl-C: once means "finish what is in hand and tell me", twice means "now". */

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
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', listen);
      process.off('SIGTERM', listen);
    },
  };
}
