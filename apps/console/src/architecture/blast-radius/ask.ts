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
    const text = await response.text();
    return { answer: response.status, ms: took(), body: parsed(text) };
  } catch (error) {
    return { answer: (error as Error).name === 'TimeoutError' ? 'no answer' : 'no connection', ms: took() };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
