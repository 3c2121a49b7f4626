import { Pool } from 'undici';
import type { LoadRequest } from './block';

/**
 * The outcome of a request: a status with the size of the body, and the body itself if it was to be kept, or the kind
 * of failure.
 */
export type Outcome = { status: number; bytes: number; body?: readonly Buffer[] } | { failure: string };

export interface Connections {
  /** Calls back exactly once. It uses undici's dispatcher directly, which costs a third of its `request`. */
  send(request: LoadRequest, settled: (outcome: Outcome) => void, keepBody?: boolean): void;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  origin: string;
  connections: number;
  timeoutMs: number;
}

/** One request at a time per connection; each source address has connections of its own. */
export function openConnections({ origin, connections, timeoutMs }: ConnectionOptions): Connections {
  const pools = new Map<string | undefined, Pool>();
  const open = (localAddress: string | undefined) => {
    const pool = new Pool(origin, {
      connections,
      pipelining: 1,
      connect: { timeout: timeoutMs },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      localAddress,
    });
    pools.set(localAddress, pool);
    return pool;
  };

  return {
    send({ method, path, headers, body: sent, from }, settled, keepBody = false) {
      let status = 0;
      let bytes = 0;
      const body: Buffer[] = [];
      (pools.get(from) ?? open(from)).dispatch(
        { method, path, headers, body: sent },
        {
          onRequestStart: () => {},
          onResponseStart: (_controller, statusCode) => void (status = statusCode),
          onResponseData(_controller, chunk) {
            bytes += chunk.length;
            if (keepBody) body.push(chunk);
          },
          onResponseEnd: () => settled({ status, bytes, ...(keepBody && { body }) }),
          onResponseError: (_controller, error) => settled({ failure: kindOf(error) }),
        },
      );
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

/** "ECONNREFUSED", "UND_ERR_HEADERS_TIMEOUT", …; an attempt at several addresses nests it one level deeper. */
function kindOf(error: Error & { code?: string }): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return kindOf(error.errors[0]);
  return error.code ?? error.name;
}
