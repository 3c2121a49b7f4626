import { retryBudget } from '@jobly/replicas';
import {
  BrokenCircuitError,
  CircuitState,
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
import { openFor } from './open-for';
import { CONNECTIONS } from './undici-adapter';

/** The circuit breaker opens after this many consecutive failures, for this long (ms). */
const FAILURES_TO_OPEN = 10;
const OPEN_MS = 500;

/** Attempts beyond a tenth of all questions: as many as the connections that are lost with a replica that dies. */
const RESERVE = CONNECTIONS;

/** An outage or an overload is transient; a rejected request is not. */
const isPassing = (error: unknown) =>
  error instanceof NetworkError || (error instanceof StatusError && error.status >= 500);

/**
 * Sets one deadline over all attempts. Within it there are two retries, a few jittered milliseconds apart, because
 * every internal operation may be repeated, as far as the budget of retries allows: repeating everything would give a
 * neighbour that is overwhelmed three times as much to do. A circuit breaker keeps a hanging neighbour from making its callers hang
 * too; of those who come when it has been open for long enough, the first tries the neighbour, and nobody waits for that.
 */
export function resilience(deadline: number, onOpen: () => void): Pick<IPolicy, 'execute'> {
  const budget = retryBudget(RESERVE);
  const repeat = retry(
    handleWhen((error) => isPassing(error) && budget.withdraw()),
    { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 200 }) },
  );
  // Withdrawn for one more attempt, when there were enough.
  repeat.onGiveUp(budget.refund);
  const breaker = circuitBreaker(
    handleWhen((error) => isPassing(error) || error instanceof TimeoutError),
    { halfOpenAfter: { next: () => openFor(OPEN_MS) }, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  breaker.onBreak(onOpen);
  // Cooperative: the client honours the signal itself. Aborting after success as well would cost an exception per call.
  const limit = timeout(deadline, { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false });
  const policy = wrap(breaker, limit, repeat);
  return {
    execute: async (ask, signal) => {
      if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError('The neighbour is being tried');
      return policy.execute((context) => {
        // What the breaker refuses is no question, and repeats pay for none.
        if (context.attempt === 0) budget.deposit();
        return ask(context);
      }, signal);
    },
  };
}
