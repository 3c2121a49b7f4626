import { type Identity, type Input, type Operation, type Reply, unavailable } from '@jobly/contracts';
import {
  REMAINING_TIME,
  away,
  currentCaller,
  currentRemainingMs,
  currentPlaceSource,
  currentRequestId,
  hearServerTiming,
  timed,
} from '@jobly/http-kit';
import type { Lookup } from '@jobly/replicas';
import { Axios } from 'axios';
import { inCallSpan } from './call-span';
import { circuitOpenings } from './circuit-metrics';
import { NetworkError, StatusError, TimeoutError } from './errors';
import { resilience } from './resilience';
import { undiciAdapter } from './undici-adapter';

export interface Neighbour {
  /** The neighbour's name, for messages. */
  name: string;
  url: string;
  /** A service token that the neighbour accepts; on behalf of a user if the current request has one. */
  token: (onBehalfOf: Identity | undefined) => string;
  /** The deadline for one question, over all attempts (ms); sooner if the current request's own time is over. */
  deadline: number;
  /** Resolves the name in its URL; the system's resolver by default. */
  lookup?: Lookup;
}

/**
 * Calls one of a neighbour's internal operations; rejects with `unavailable` if there is no answer, for whatever
 * reason.
 */
export type ServiceClient = <O extends Operation>(operation: O, input: Partial<Input<O>>) => Promise<Reply<O>>;

/** One keep-alive client for one neighbour, with deadline, retry and circuit breaker. */
export function serviceClient({ name, url, token, deadline, lookup }: Neighbour): ServiceClient {
  // Without axios's defaults, which take half of its time: nothing but the adapter heeds them, and JSON is serialized and
  // parsed here, so that its time is told apart from the waiting.
  const http = new Axios({ adapter: undiciAdapter(url, lookup) });
  // Initialised, so that a scrape shows 0 before it opens.
  circuitOpenings.inc({ neighbour: name }, 0);
  const policy = resilience(deadline, () => circuitOpenings.inc({ neighbour: name }));

  return async <O extends Operation>(operation: O, { params, body }: Partial<Input<O>>) => {
    const url = pathOf(operation, params ?? {});
    const data = body === undefined ? undefined : timed('json', () => JSON.stringify(body));
    const remaining = Math.ceil(Math.min(deadline, Math.max(0, currentRemainingMs())));
    const attempt = ({ signal }: { signal: AbortSignal }) =>
      ask(http, operation, { neighbour: name, url, data, token: token(currentCaller()), remaining, signal });
    // The policy has the usual deadline already.
    const ended = remaining < deadline ? AbortSignal.timeout(remaining) : undefined;
    try {
      const received = await timed('downstream', () => away(() => policy.execute(attempt, ended)));
      // Only a reply of the agreed shape is believed, whatever listens at that address.
      return timed('json', () => operation.reply.parse(received ? JSON.parse(received) : undefined)) as Reply<O>;
    } catch (error) {
      throw unavailable(`The ${name} service`, error);
    }
  };
}

interface Question {
  neighbour: string;
  url: string;
  data: string | undefined;
  token: string;
  /** How long the answer is waited for, in ms. */
  remaining: number;
  signal: AbortSignal;
}

/** One attempt; returns the body of the answer. */
async function ask(
  http: Axios,
  { method, path, status }: Operation,
  { neighbour, url, data, token, remaining, signal }: Question,
): Promise<string> {
  const response = await inCallSpan({ neighbour, method, path }, (traceContext) =>
    http.request<string>({
      method,
      url,
      data,
      signal,
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Request-Id': currentRequestId(),
        // Whoever the current request comes from, so that its turn at the neighbour is that of nobody else.
        'X-Forwarded-For': currentPlaceSource(),
        [REMAINING_TIME]: remaining,
        'Content-Type': data && 'application/json',
        ...traceContext,
      },
    }),
  ).catch((cause: unknown) => {
    if (signal.aborted) throw new TimeoutError('did not answer in time', { cause });
    throw new NetworkError('could not be reached', { cause });
  });
  hearServerTiming(response.headers['server-timing']);
  if (response.status !== status) throw new StatusError(response.status, response.data);
  return response.data;
}

/** Fills in path parameters such as `:handle`. */
const pathOf = ({ path }: Operation, params: Record<string, string | number>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!));
