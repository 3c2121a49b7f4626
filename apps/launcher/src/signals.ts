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
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, request);
  const onRepeat = (listener: () => void) => {
    repeated = listener;
  };
  return { signal: requested.signal, first, onRepeat };
}
