import { isatty } from 'node:tty';

/** Requests to stop, from the terminal or from outside. */
export interface StopRequests {
  /** Aborts with the first of them. */
  signal: AbortSignal;
  /** Resolves with the first of them. */
  first: Promise<undefined>;
  /** Calls with each further one. */
  onRepeat: (listener: () => void) => void;
}

export function listenForStopRequests(): StopRequests {
  const requested = new AbortController();
  const { promise: first, resolve } = Promise.withResolvers<undefined>();
  let repeated = () => {};
  const request = () => {
    if (requested.signal.aborted) repeated();
    requested.abort();
    resolve(undefined);
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, request);
  process.on('SIGHUP', hasTerminal() ? request : () => {});
  const onRepeat = (listener: () => void) => {
    repeated = listener;
  };
  return { signal: requested.signal, first, onRepeat };
}

/**
 * SIGHUP means that the terminal is gone. Under nohup it must be ignored, but Node, npm's included, resets all signal
 * handlers when it starts, so a process can no longer see that SIGHUP was ignored. nohup leaves a process without a
 * terminal on any descriptor, and to such a process the loss of one means nothing.
 */
const hasTerminal = () => [0, 1, 2].some((descriptor) => isatty(descriptor));
