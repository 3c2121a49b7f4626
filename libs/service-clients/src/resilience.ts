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

/** Failures in a row after which a neighbour is not asked any more, and how long not (ms). */
const FAILURES_TO_OPEN = 10;
const OPEN_MS = 500;

/** Being down or overloaded passes; being told that we are wrong does not. */
const isPassing = (error: unknown) =>
  error instanceof NetworkError || (error instanceof StatusError && error.status >= 500);

/**
 * A deadline over everything; within it two more attempts, a few jittered milliseconds apart, for every internal
 * operation may be repeated; and a breaker, so that a neighbour that hangs does not make everyone who asks hang too.
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
