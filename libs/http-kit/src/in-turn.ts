import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Exchange = [request: IncomingMessage, response: ServerResponse];

/** The requests of a connection that wait; it exists while one is being answered. */
type Line = Exchange[];

/**
 * Answers the requests of one connection one after the other: that is the order in which the answers have to leave
 * anyway (RFC 9112, 9.3.2), and a client that sends a thousand requests at once has no more at work than one that waits
 * for each answer.
 */
export function inTurn(listener: RequestListener): RequestListener {
  const lines = new WeakMap<Socket, Line>();

  function answer(line: Line, request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    response.once('close', () => {
      // After an answer that closes the connection, no other can leave over it.
      const next = socket.writable ? line.shift() : undefined;
      if (next) answer(line, ...next);
      else lines.delete(socket);
    });
    listener(request, response);
  }

  return (request, response) => {
    const line = lines.get(request.socket);
    if (line) {
      line.push([request, response]);
      return;
    }
    const begun: Line = [];
    lines.set(request.socket, begun);
    answer(begun, request, response);
  };
}
