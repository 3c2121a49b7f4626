import type { Answer } from '../exchange';

/** The parts of an answer that must be the same at both stacks. */
export interface Comparable {
  status: number;
  contentType: string | undefined;
  allow: string | undefined;
  challenge: string | undefined;
  body: unknown;
}

/** Claims about the creation of a token, and of its account; they differ from one token or stack to the next. */
const PASSING_CLAIMS = ['iat', 'exp', 'jti', 'iss', 'aud', 'account'];

/** The places in which an answer may hold the id of a job. */
const JOB_ID_KEYS = ['id', 'applied', 'deleted', 'applications'];

const TOKEN = /^[\w-]+\.([\w-]+)\.[\w-]+$/;

/** Replaces exactly two things that cannot be the same: a token by its stable claims, and the id of the new job. */
export function normalise({ status, headers, body }: Answer, jobId: number): Comparable {
  return {
    status,
    contentType: headers['content-type']?.toLowerCase().replaceAll(' ', ''),
    allow: headers['allow'],
    challenge: headers['www-authenticate'],
    body: replaced(body, jobId),
  };
}

function replaced(value: unknown, jobId: number, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, jobId, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, jobId, name)]));
  }
  if (key === 'token') return lastingClaims(value);
  if (JOB_ID_KEYS.includes(key) && value === jobId) return '<fresh job>';
  // A message is a sentence, or a list of them.
  if (key !== 'message' || typeof value !== 'string' || jobId === 0) return value;
  return value.replaceAll(new RegExp(`\\b${jobId}\\b`, 'g'), '<fresh job>');
}

/** The claims of a token that are the same in every token of its user, at any stack; anything else as it is. */
export function lastingClaims(token: unknown): unknown {
  const payload = typeof token === 'string' && TOKEN.exec(token)?.[1];
  if (!payload) return token;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !PASSING_CLAIMS.includes(name)));
}
