import { closedRate, type Generator } from '@jobly/lab/instrument';
import { PATH } from './plan';

/** Where requests go, and who sends them. */
export interface Asked {
  generator: Generator;
  origin: string;
  signal: AbortSignal;
}

const request = { method: 'GET', path: PATH, expect: 200 } as const;

/** Requests/s that users are served who wait for each answer. */
export const closed = (
  { generator, origin, signal }: Asked,
  limit: { connections: number; durationMs: number; count?: number },
) => closedRate(generator, { origin, request, timeoutMs: 10_000, ...limit }, signal);
