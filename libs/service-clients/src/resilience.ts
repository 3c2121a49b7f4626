import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  type IBackoff,
  type IPolicy,
  TimeoutStrategy,
  circuitBreaker,
  handleWhen,
  retry,
  timeout,
  wrap,
} from 'cockatiel';
import { NetworkError, StatusError, TimeoutError } from './errors';

/** The circuit breaker opens after this many consecutive failures, for this long (ms). */
const FAILURES_TO_OPEN = 10;
const OPEN_MS = 500;

/** An outage or an overload is transient; a rejected request is not. */
const isPassing = (error: unknown) =>
  error instanceof NetworkError || (error instanceof StatusError && error.status >= 500);

/**
 * Keeps a circuit breaker open for some time (ms). cockatiel compares the back-off's duration with the wall clock, which
 * may be set back, and would then stay open for as long; so the duration says by the steady clock that it is too early
 * or not.
 */
function openFor(ms: number): IBackoff<unknown> {
  const opened = performance.now();
  return {
    get duration() {
      return performance.now() - opened < ms ? Infinity : -Infinity;
    },
    next: () => openFor(ms),
  };
}

/**
 * Sets one deadline over all attempts. Within it there are two retries, a few jittered milliseconds apart, because
 * every internal operation may be repeated. A circuit breaker keeps a hanging neighbour from making its callers hang
 * too; of those who come when it has been open for long enough, the first tries the neighbour, and nobody waits for that.
 */
export function resilience(deadline: number): Pick<IPolicy, 'execute'> {
  const repeat = retry(handleWhen(isPassing), {
    maxAttempts: 2,
    backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 200 }),
  });
  const breaker = circuitBreaker(
    handleWhen((error) => isPassing(error) || error instanceof TimeoutError),
    { halfOpenAfter: { next: () => openFor(OPEN_MS) }, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  // Cooperative: the client honours the signal itself. Aborting after success as well would cost an exception per call.
  const limit = timeout(deadline, { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false });
  const policy = wrap(breaker, limit, repeat);
  return {
    execute: async (ask, signal) => {
      if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError('The neighbour is being tried');
      return policy.execute(ask, signal);
    },
  };
}
