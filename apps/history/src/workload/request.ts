import { request } from 'undici';

/** A client gives up before a paused process comes back, so that some answers stay unknown. */
const PATIENCE_MS = 3_000;

export interface Reply {
  /** undefined: there was no answer. */
  status: number | undefined;
  /** The parsed body of an answer. */
  body: unknown;
  /** For people: the status with an error's message, or why there was no answer. */
  answer: string;
  /** Whether the request cannot have reached anybody. */
  isUnsent: boolean;
}

/** Sends one request over a connection of its own, exactly once. Never rejects. */
export type Ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => Promise<Reply>;

/** Asks a server as the holder of this token; without one as anyone. */
export const askAt =
  (origin: string, token?: string): Ask =>
  async (method, path, body) => {
    try {
      const { statusCode: status, body: received } = await request(origin + path, {
        method,
        // A connection that is used again may break off under a request, which would then look like an outage.
        reset: true,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await received.text();
      return { status, body: parsed(text), answer: answerOf(status, text), isUnsent: false };
    } catch (error) {
      const { code, name, message } = error as NodeJS.ErrnoException;
      const isUnsent = code === 'ECONNREFUSED';
      return { status: undefined, body: undefined, answer: `none (${code ?? name}: ${message})`, isUnsent };
    }
  };

/** undefined for what is no JSON: an answer all the same, whose status says what it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const LONGEST_MESSAGE = 200;

const answerOf = (status: number, text: string) =>
  status < 300 ? String(status) : `${status} ${text.slice(0, LONGEST_MESSAGE)}`;
