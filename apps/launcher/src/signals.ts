/** The wish to stop, from the terminal or from outside. */
export interface StopRequests {
  /** Aborts with the first of them. */
  signal: AbortSignal;
  /** Resolves with the first of them. */
  first: Promise<void>;
  /** Calls with each further one. */
  onRepeat: (listener: () => void) => void;
}

export function listenForStopRequests(): StopRequests {
  const requested = new AbortController();
  const { promise: first, resolve } = Promise.withResolvers<void>();
  let repeated = () => {};
  const request = () => {
    if (requested.signal.aborted) return repeated();
    requested.abort();
    resolve();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, request);
  return { signal: requested.signal, first, onRepeat: (listener) => void (repeated = listener) };
}
