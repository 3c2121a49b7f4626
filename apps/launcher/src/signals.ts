import { isatty } from 'node:tty';

/** The wish to stop, from the terminal or from outside. */
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
 * SIGHUP says that the terminal is gone. Under nohup that is to be ignored, but Node takes up all signals anew when it
 * starts, npm's Node included, so that nobody can see any more that they were ignored. What nohup leaves behind is a
 * process without a terminal at any end, to which the loss of one means nothing.
 */
const hasTerminal = () => [0, 1, 2].some((descriptor) => isatty(descriptor));
