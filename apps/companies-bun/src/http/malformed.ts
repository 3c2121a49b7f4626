import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** The statuses of what Bun reports about a connection; anything else is malformed. */
const STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** How long a client may take to read why it is cut off (ms). */
const LINGER_MS = 1_000;

/** What is no HTTP, or comes too slowly, never reaches the app; it gets an error in the contract's shape here. */
export function refuseMalformed({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const status = STATUS[code] ?? 400;
  const message = STATUS_CODES[status]!;
  const body = JSON.stringify({ error: { message, status } });
  const head = [
    `HTTP/1.1 ${status} ${message}`,
    `X-Request-Id: ${crypto.randomUUID()}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // A client that keeps its own side open would hold the connection for as long as it likes.
  const late = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(late));
}
