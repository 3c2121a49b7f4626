import type { IncomingMessage } from 'node:http';
import { unauthorized } from '@jobly/contracts';

/** The characters of RFC 6750, 2.1, up to ten times the length of our longest token. */
const BEARER = /^Bearer ([\w.~+/-]{1,8192}=*)$/i;

/**
 * The token of a request (RFC 6750).
 * @throws Problem `unauthorized` for a missing header, another scheme, or two headers: neither could be preferred.
 */
export function bearerToken(request: IncomingMessage): string {
  const [header, ...others] = request.headersDistinct.authorization ?? [];
  const token = header?.match(BEARER)?.[1];
  if (!token || others.length > 0) throw unauthorized();
  return token;
}
