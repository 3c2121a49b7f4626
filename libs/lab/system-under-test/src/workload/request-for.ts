import type { Operation } from '@jobly/contracts';
import type { LoadRequest } from '@jobly/lab/instrument';
import type { Details } from './ask';

/** A request in the form that is sent, expecting success. The path is the operation's own by default. */
export function requestFor(
  { method, path: usual, status }: Pick<Operation, 'method' | 'path' | 'status'>,
  { path = usual, token, body }: Details = {},
): LoadRequest {
  return {
    method: method.toUpperCase() as Uppercase<typeof method>,
    path,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: JSON.stringify(body),
    expect: status,
  };
}
