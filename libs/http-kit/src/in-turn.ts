import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Exchange = [request: IncomingMessage, response: ServerResponse];

/** The requests of a connection that wait; it exists while one is being answered. */
type Line = Exchange[];

/** The server reads no more of a connection while as many of its requests wait. What it has read comes on top. */
const MOST_WAITING = 100;

// On the connection itself, as the place of a request is on the request (admission/place.ts).
const LINE = Symbol('line');

declare module 'node:net' {
  interface Socket {
    [LINE]?: Line | undefined;
  }
}

/** Not before what has been read is parsed: Node goes on reading at the end of every request. */
const pauseWhileLong = (line: Line, socket: Socket): void =>
  void setImmediate(() => {
    if (line.length >= MOST_WAITING) socket.pause();
  });

/**
 * Answers the requests of one connection one after the other: that is the order in which the answers have to leave
 * anyway (RFC 9112, 9.3.2), and a client that sends a thousand requests at once has no more at work than one that waits
 * for each answer. Nor can it make the server keep more than it has read at once: what waits has no answer yet, which is
 * all that Node counts.
 */
export function inTurn(listener: RequestListener): RequestListener {
  function answer(line: Line, request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    response.once('close', () => {
      // After an answer that closes the connection, no other can leave over it.
      const next = socket.writable ? line.shift() : undefined;
      if (line.length === MOST_WAITING / 2) socket.resume();
      if (next) answer(line, ...next);
      else socket[LINE] = undefined;
    });
    listener(request, response);
  }

  return (request, response) => {
    const line = request.socket[LINE];
    if (line) {
      line.push([request, response]);
      if (line.length === MOST_WAITING) pauseWhileLong(line, request.socket);
      return;
    }
    const begun: Line = [];
    request.socket[LINE] = begun;
    answer(begun, request, response);
  };
}
