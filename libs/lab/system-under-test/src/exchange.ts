import { Failure, messageOf } from '@jobly/lab/instrument';
import { request } from 'undici';

export interface Question {
  method: string;
  path: string;
  headers?: Record<string, string>;
  token?: string;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Parsed if the answer says that it is JSON, otherwise text. */
  body: unknown;
}

const TIMEOUT_MS = 10_000;

/**
 * One request outside any measurement.
 * @throws Failure when nobody answers
 */
export async function exchange(origin: string, question: Question): Promise<Answer> {
  try {
    return await asked(origin, question);
  } catch (error) {
    throw new Failure(`${origin} does not answer ${question.method} ${question.path}: ${messageOf(error)}.`);
  }
}

async function asked(origin: string, { method, path, headers, token, body }: Question): Promise<Answer> {
  const answer = await request(new URL(path, origin), {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  const text = await answer.body.text();
  const answered = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  return { status: answer.statusCode, headers: answered, body: parsed(text, answered['content-type']) };
}

function parsed(text: string, contentType = ''): unknown {
  if (!contentType.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
