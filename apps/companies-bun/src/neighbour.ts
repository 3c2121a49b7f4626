import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  circuitBreaker,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import { type Operation, operationOf } from './contract/document';
import { matcher } from './contract/validator';
import { unavailable } from './problem';
import type { Asker, Caller } from './request';

/** The neighbour answered, but with a status that does not answer the question. */
export class StatusError extends Error {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {
    super(`answered ${status}`);
  }
}

class SilenceError extends Error {}

interface Input {
  params?: Record<string, string>;
  body?: object;
}

/**
 * Asks one of a neighbour's operations; what comes back is what the contract says.
 * @throws Problem 503 if there is no answer, for whatever reason.
 */
export type Neighbour = (asker: Asker, operation: string, input: Input) => Promise<unknown>;

interface Options {
  name: string;
  url: string;
  /** A service token that the neighbour accepts. */
  token: (onBehalfOf: Caller | undefined) => Promise<string>;
  /** Over all attempts (ms). */
  deadline: number;
}

const isPassing = (error: unknown) => !(error instanceof StatusError) || error.status >= 500;

/** One neighbour, with a deadline, retries within a budget, and a circuit breaker. */
export function neighbour({ name, url, token, deadline }: Options): Neighbour {
  const policy = resilience();
  const isReply = new Map<string, (value: unknown) => boolean>();

  return async (asker, id, { params = {}, body }) => {
    const operation = operationOf(id);
    if (operation.reply && !isReply.has(id)) isReply.set(id, matcher(operation.reply));
    const remaining = Math.ceil(Math.min(deadline, Math.max(0, asker.endsAt - performance.now())));
    const ended = AbortSignal.timeout(remaining);
    const attempt = async () =>
      ask(url + pathOf(operation, params), {
        method: operation.method.toUpperCase(),
        headers: headersOf(asker, remaining, await token(asker.caller), body),
        body: body ? JSON.stringify(body) : null,
        signal: ended,
      });
    try {
      const { status, text } = await asker.away(() => policy(attempt, ended));
      if (status !== operation.status) throw new StatusError(status, text);
      if (!operation.reply) return undefined;
      const reply: unknown = JSON.parse(text);
      if (!isReply.get(id)!(reply)) throw new Error(`answered ${id} in another shape`);
      return reply;
    } catch (cause) {
      throw unavailable(`The ${name} service`, cause);
    }
  };
}

function headersOf({ requestId, source }: Asker, remaining: number, token: string, body: object | undefined) {
  return {
    Authorization: `Bearer ${token}`,
    'X-Remaining-Time': String(remaining),
    ...(requestId !== undefined && { 'X-Request-Id': requestId }),
    ...(source !== undefined && { 'X-Forwarded-For': source }),
    ...(body && { 'Content-Type': 'application/json' }),
  };
}

async function ask(
  url: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const text = await response.text();
    if (response.status >= 500) throw new StatusError(response.status, text);
    return { status: response.status, text };
  } catch (cause) {
    throw init.signal.aborted ? new SilenceError('did not answer in time', { cause }) : cause;
  }
}

const pathOf = ({ path }: Operation, params: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));

/** Retries beyond a tenth of all questions. */
const RESERVE = 64;

/**
 * Two retries, a few jittered milliseconds apart, because every internal operation may be repeated, within a budget
 * (https://sre.google/sre-book/handling-overload/). After ten failures in a row nobody asks for half a second.
 */
function resilience() {
  let budget = RESERVE;
  const mayRepeat = (error: unknown) => {
    if (error instanceof SilenceError || !isPassing(error) || budget < 1) return false;
    budget -= 1;
    return true;
  };
  const repeat = retry(handleWhen(mayRepeat), {
    maxAttempts: 2,
    backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 200 }),
  });
  const breaker = circuitBreaker(handleWhen(isPassing), { halfOpenAfter: 500, breaker: new ConsecutiveBreaker(10) });
  const policy = wrap(breaker, repeat);
  return <T>(attempt: () => Promise<T>, ended: AbortSignal): Promise<T> => {
    if (breaker.state === CircuitState.HalfOpen) return Promise.reject(new BrokenCircuitError('is being tried'));
    budget = Math.min(RESERVE, budget + 0.1);
    return policy.execute(attempt, ended);
  };
}
