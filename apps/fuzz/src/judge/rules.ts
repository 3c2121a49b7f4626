import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Answer } from '../http/answer';
import type { Wire } from '../http/wire';
import { operationAt } from './operation-at';

/** The only shape of an error. */
const problem = z.strictObject({
  error: z.strictObject({
    message: z.union([z.string().regex(/\S/), z.array(z.string().regex(/\S/)).min(1)]),
    status: z.int(),
  }),
});

/** What no client may ever see: stack traces, SQL, and internal names. */
const INTERNALS =
  /node_modules|\bat \S+ \(|\.[jt]s:\d+|prisma|postgres|\bselect\b.*\bfrom\b|\b(ECONN|ENOTFOUND|EAI_|HPE_)\w*|127\.0\.0\.1|localhost/i;

const WRITES = ['POST', 'PATCH', 'DELETE'];

/** The headers that belong to a status. */
const HEADERS_OF: Record<number, string> = {
  401: 'www-authenticate',
  405: 'allow',
  429: 'retry-after',
  503: 'retry-after',
};

/** Everything in which an answer breaks the contract, as sentences. */
export function breaches(sent: Wire, { status, headers, body }: Answer): string[] {
  const [method = '', target = ''] = sent.trimStart().split(' ', 2);
  const found: string[] = [];
  if (status >= 500 && !(status === 503 || (status === 504 && WRITES.includes(method)))) {
    found.push(`The status is ${status}.`);
  }
  if (!headers['x-request-id']) found.push('There is no X-Request-Id.');
  const due = HEADERS_OF[status];
  if (due && headers[due] === undefined) found.push(`There is a ${status} without ${due}.`);
  if (status === 504 && headers['retry-after'] !== undefined) found.push('There is a 504 with Retry-After.');
  if (method === 'HEAD' || status === 204 || isNotModified(sent, status)) return found;
  return [
    ...found,
    ...(status >= 400 ? inProblem(sent, status, headers, body) : inSuccess(method, target, status, body)),
  ];
}

/** Whoever has any version of it needs none, and has said so (RFC 9110, 13.1.2). */
const isNotModified = (sent: Wire, status: number) => status === 304 && /\r\nIf-None-Match: \*\r\n/.test(sent);

function inProblem(sent: Wire, status: number, headers: Answer['headers'], body: string): string[] {
  if (!headers['content-type']?.startsWith('application/json')) return ['The error is not JSON.'];
  const { success, data } = problem.safeParse(parsed(body));
  if (!success || data.error.status !== status) return ['The error does not have the shape of the contract.'];
  // What a message repeats from the request tells nothing that the client does not know.
  const own = unescaped(sent).toLowerCase();
  const leaks = [data.error.message].flat().flatMap((sentence) => INTERNALS.exec(sentence)?.[0] ?? []);
  return leaks
    .filter((leak) => !own.includes(leak.toLowerCase()))
    .map((leak) => `The error tells an internal: ${leak}`);
}

function inSuccess(method: string, target: string, status: number, body: string): string[] {
  const operation = operationAt(method, target);
  if (!operation) return [];
  if (status !== operation.status) return [`The status is ${status}, not ${operation.status}.`];
  const reply = parsed(body);
  const { data, error } = operation.reply.safeParse(reply);
  if (error) return error.issues.map(({ path, message }) => `The reply is wrong in ${path.join('.')}: ${message}.`);
  return isDeepStrictEqual(data, reply) ? [] : ['The reply has more fields than the contract.'];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const unescaped = (sent: Wire) =>
  Buffer.from(
    sent.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
