import type { Outcome } from '../../../api/architecture';
import { PATIENCE_MS } from '../health';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

export interface Answer {
  readonly answer: Outcome['answer'];
  readonly ms: number;
  /** Parsed, if it was JSON. */
  readonly body?: unknown;
}

/** In characters; a list of all users may be much longer. */
const MOST_KEPT = 10_000;

/** Sends one request, and waits 2.5 s for its whole answer. Never rejects. */
export async function ask(origin: string, { method, path, token, body }: Request): Promise<Answer> {
  const begin = performance.now();
  const took = () => Math.round(performance.now() - begin);
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await beginningOf(response);
    return { answer: response.status, ms: took(), body: parsed(text) };
  } catch (error) {
    return { answer: (error as Error).name === 'TimeoutError' ? 'no answer' : 'no connection', ms: took() };
  }
}

/** Reads an answer to its end, and keeps as much of it as the answers have that are looked into. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    if (text.length < MOST_KEPT) text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
