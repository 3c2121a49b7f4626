import type { Reply } from './api';
import { rawRequest } from './raw-request';

/** An attempt to log in from a local address, or from the usual one. */
export async function logInFrom(
  localAddress: string | undefined,
  username: string,
  password = 'not the password',
): Promise<Reply> {
  const { status, headers, text } = await rawRequest({
    method: 'POST',
    path: '/auth/token',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
    localAddress,
  });
  const single = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return { status, headers: single, type: single['content-type']?.split(';')[0] ?? '', text, body: JSON.parse(text) };
}
