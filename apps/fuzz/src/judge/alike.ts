import type { Answer } from '../http/answer';
import type { Outcome } from '../http/exchange';

/** The headers that clients act upon; of those whose value is a time, only whether they are there. */
const COMPARED = ['content-type', 'www-authenticate', 'allow', 'location', 'access-control-allow-origin'];
const PRESENT = ['retry-after', 'x-request-id'];

/** The claims of a token that do not depend on who made it, or when. */
const LASTING_CLAIMS = ['sub', 'username', 'isAdmin'];

const JOB_ID_FIELDS = ['id', 'applied', 'deleted', 'applications'];

/** The jobs that were made on the way, by the id that this stack gave them. */
export type JobNames = ReadonlyMap<number, string>;

/** An outcome without what cannot be the same at two stacks; equal texts are equal answers. */
export function comparable(outcome: Outcome, jobs: JobNames): string {
  if ('trouble' in outcome) return outcome.trouble;
  const { status, headers, body } = outcome.answer;
  const lines = [
    ...COMPARED.map((name) => `${name}: ${headers[name]?.toLowerCase() ?? '-'}`),
    ...PRESENT.map((name) => `${name}: ${name in headers ? 'present' : '-'}`),
  ];
  return [String(status), ...lines, '', bodyOf(outcome.answer, body, jobs)].join('\n');
}

function bodyOf({ headers }: Answer, body: string, jobs: JobNames): string {
  if (!headers['content-type']?.startsWith('application/json') || body === '') return body;
  try {
    return JSON.stringify(named(JSON.parse(body), jobs, ''), null, 1);
  } catch {
    return body;
  }
}

function named(value: unknown, jobs: JobNames, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => named(item, jobs, field));
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, item]) => [key, named(item, jobs, key)] as const);
    return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
  }
  if (typeof value === 'number') return JOB_ID_FIELDS.includes(field) ? (jobs.get(value) ?? value) : value;
  if (typeof value !== 'string') return value;
  if (field === 'token') return lastingClaims(value);
  return field === 'message' ? value.replace(/\b\d+\b/g, (digits) => jobs.get(Number(digits)) ?? digits) : value;
}

function lastingClaims(token: string): unknown {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  return LASTING_CLAIMS.map((name) => claims[name]);
}
