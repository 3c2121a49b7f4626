import { Axios, type AxiosRequestConfig, type InternalAxiosRequestConfig } from 'axios';
import { CircuitBreakerPolicy, RetryPolicy, TimeoutPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { TAKEN_AWAY, type TakenAway } from '../taken-away';

/**
 * Preloaded into a service of the lab: its calls lack what LAB_TAKEN_AWAY names, and are otherwise what they are. The
 * applications have no switch for this and must not get one.
 */
const taken = process.env[TAKEN_AWAY]!.split(',') as TakenAway[];

const neverAborted = new AbortController().signal;

/** The question goes to the client's adapter as it is, which sends it with undici. */
function withoutAxios(this: Axios, config: AxiosRequestConfig): Promise<unknown> {
  const { adapter } = this.defaults;
  if (typeof adapter !== 'function')
    throw new Error('This version of the clients has no adapter to call without axios.');
  const headers = Object.fromEntries(Object.entries(config.headers ?? {}).filter(([, value]) => value !== undefined));
  return adapter({ ...config, headers: { toJSON: () => headers } } as unknown as InternalAxiosRequestConfig);
}

/** Neither deadline nor retry nor circuit breaker: whatever happens to the one attempt happens to the call. */
const execute = async <T>(
  attempt: (context: { signal: AbortSignal; attempt: number }) => PromiseLike<T> | T,
  signal = neverAborted,
): Promise<T> => attempt({ signal, attempt: 0 });

/** Nothing that expires is found again: tokens are all that this process keeps so while it asks for each answer. */
const forget = () => undefined;

if (taken.includes('axios')) Object.assign(Axios.prototype, { request: withoutAxios });
if (taken.includes('policy')) {
  for (const policy of [CircuitBreakerPolicy, TimeoutPolicy, RetryPolicy]) Object.assign(policy.prototype, { execute });
}
if (taken.includes('memory of tokens')) Object.assign(LRUCache.prototype, { get: forget });
