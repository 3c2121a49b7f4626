import type { Socket } from 'node:net';

/** Something that one side has sent: data, or the end of it, which has no bytes. */
export interface Piece {
  bytes: number;
  deliver(): void;
}

/** Takes what comes from one side to the other, in the order in which it was sent. */
export interface Passage {
  take(piece: Piece): void;
  /** It takes no more; what it holds back is delivered. */
  leave(): void;
}

/** What the socket buffer of a process that does not read takes before its peer has to wait. */
const UNREAD_BYTES = 64 * 1_024;

/** Everything is lost. */
export const chopped: Passage = { take: () => {}, leave: () => {} };

/** Whatever the jitter, and in whatever order timers end, pieces arrive in the order in which they were sent. */
export function later(
  { delayMs, jitterMs }: { delayMs: number; jitterMs: number },
  after: (act: () => void, ms: number) => unknown = setTimeout,
): Passage {
  const underWay: Piece[] = [];
  return {
    take(piece) {
      underWay.push(piece);
      after(() => underWay.shift()?.deliver(), delayMs + (2 * Math.random() - 1) * jitterMs);
    },
    leave: () => underWay.splice(0).forEach(({ deliver }) => deliver()),
  };
}

/** One piece at a time, each for as long as its bytes take. */
export function narrowed(bytesPerSecond: number, from: Socket): Passage {
  const waiting: Piece[] = [];
  const next = () => {
    waiting.shift()?.deliver();
    if (waiting.length === 0) from.resume();
    else begin();
  };
  const begin = () => void setTimeout(next, (waiting[0]!.bytes / bytesPerSecond) * 1_000);
  return {
    take(piece) {
      from.pause();
      waiting.push(piece);
      if (waiting.length === 1) begin();
    },
    leave: () => waiting.splice(0).forEach(({ deliver }) => deliver()),
  };
}

/** Nothing is delivered yet, and only so much is read. */
export function held(from: Socket): Passage {
  const kept: Piece[] = [];
  let bytes = 0;
  return {
    take(piece) {
      kept.push(piece);
      bytes += piece.bytes;
      if (bytes > UNREAD_BYTES) from.pause();
    },
    leave: () => kept.splice(0).forEach(({ deliver }) => deliver()),
  };
}
