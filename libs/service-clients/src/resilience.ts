import {
  ConsecutiveBreaker,
  ExponentialBackoff,
  type IPolicy,
  TimeoutStrategy,
  circuitBreaker,
  handleWhen,
  retry,
  timeout,
  wrap,
} from 'cockatiel';
import { NetworkError, StatusError, TimeoutError } from './errors';

/** After this many failures in a row a neighbour is left alone, for so long (ms). */
const FAILURES_TO_OPEN = 10;
const OPEN_MS = 500;

/** An outage or an overload passes; a refusal of what we asked does not. */
const isPassing = (error: unknown) =>
  error instanceof NetworkError || (error instanceof StatusError && error.status >= 500);

/**
 * Sets a deadline over everything. Within it there are two more attempts, a few jittered milliseconds apart, because every
 * internal operation may be repeated. A circuit breaker keeps a neighbour that hangs from making its callers hang too.
 */
export function resilience(deadline: number): IPolicy {
  const repeat = retry(handleWhen(isPassing), {
    maxAttempts: 2,
    backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 200 }),
  });
  const breaker = circuitBreaker(
    handleWhen((error) => isPassing(error) || error instanceof TimeoutError),
    { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  // Cooperative: the client honours the signal itself. Aborting after success as well would cost an exception a call.
  return wrap(breaker, timeout(deadline, { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false }), repeat);
}
