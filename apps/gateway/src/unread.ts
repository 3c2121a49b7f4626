import type { ServerResponse } from 'node:http';

/** The answers that wait in memory for clients to read them. */
export interface Unread {
  /** To be called when more of an answer was written than its client has taken. */
  note(response: ServerResponse): void;
}

/**
 * Bounds the memory of answers that clients do not read. A service's connection is given back as soon as the answer is
 * here, however slowly the client reads; beyond `most` bytes in all, the answer that has waited longest is broken off.
 */
export function createUnread(most: number): Unread {
  const bytes = new Map<ServerResponse, number>();
  const watched = new WeakSet<ServerResponse>();
  let total = 0;

  function forget(response: ServerResponse): void {
    total -= bytes.get(response) ?? 0;
    bytes.delete(response);
  }

  /** An answer may be read and fall behind many times. */
  function watch(response: ServerResponse): void {
    if (watched.has(response)) return;
    watched.add(response);
    response.on('drain', () => forget(response)).once('close', () => forget(response));
  }

  return {
    note(response) {
      if (response.destroyed) return;
      watch(response);
      total += response.writableLength - (bytes.get(response) ?? 0);
      bytes.set(response, response.writableLength);
      for (const oldest of bytes.keys()) {
        if (total <= most) break;
        oldest.destroy();
        // Its event comes later, and more may be noted before.
        forget(oldest);
      }
    },
  };
}
