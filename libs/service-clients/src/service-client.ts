import { type Input, type Operation, type Reply, unavailable } from '@jobly/contracts';
import { currentRequestId } from '@jobly/http-kit';
import axios, { type AxiosInstance } from 'axios';
import { NetworkError, StatusError, TimeoutError } from './errors';
import { resilience } from './resilience';
import { undiciAdapter } from './undici-adapter';

export interface Neighbour {
  /** Who it is, for messages. */
  name: string;
  url: string;
  /** A service token that the neighbour accepts. */
  token: () => string;
  /** How long one question may take, all attempts together (ms). */
  deadline: number;
}

/** Asks a neighbour one of the internal operations; rejects with `unavailable` for every way not to get an answer. */
export type ServiceClient = <O extends Operation>(operation: O, input: Partial<Input<O>>) => Promise<Reply<O>>;

/** One keep-alive client for one neighbour, with deadline, retry and circuit breaker. */
export function serviceClient({ name, url, token, deadline }: Neighbour): ServiceClient {
  const http = axios.create({ adapter: undiciAdapter(url), validateStatus: () => true });
  const policy = resilience(deadline);

  return async (operation, input) => {
    try {
      return await policy.execute(({ signal }) => ask(http, operation, input, token(), signal));
    } catch (error) {
      throw unavailable(`The ${name} service`, error);
    }
  };
}

async function ask<O extends Operation>(
  http: AxiosInstance,
  operation: O,
  { params, body }: Partial<Input<O>>,
  token: string,
  signal: AbortSignal,
): Promise<Reply<O>> {
  const response = await http
    .request<unknown>({
      method: operation.method,
      url: pathOf(operation, params ?? {}),
      data: body,
      signal,
      headers: { Authorization: `Bearer ${token}`, 'X-Request-Id': currentRequestId() },
    })
    .catch((cause: unknown) => {
      if (signal.aborted) throw new TimeoutError('did not answer in time', { cause });
      throw new NetworkError('could not be reached', { cause });
    });
  if (response.status !== operation.status) throw new StatusError(response.status, response.data);
  // Whatever listens there, only an answer of the agreed shape is believed.
  return operation.reply.parse(response.data || undefined) as Reply<O>;
}

/** Fills `:handle` and the like in. */
const pathOf = ({ path }: Operation, params: Record<string, string | number>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!));
