import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { DiagnosticsChannel as Undici } from 'undici';
import { carriedBy } from './carried';
import { now } from './clock';
import type { Caused } from './entry';
import { caused, note } from './note';

/** What is known of a call before its answer is complete. */
interface UnderWay {
  since: Caused;
  sent: number;
  received: number;
  /** The connection, and what it had carried before. */
  connection?: { socket: Socket; before: number };
}

/** The steps of a request that undici tells of: https://undici.nodejs.org/#/docs/api/DiagnosticsChannel */
interface Steps {
  'undici:client:sendHeaders': Undici.ClientSendHeadersMessage;
  'undici:request:bodyChunkSent': Undici.RequestBodyChunkSentMessage;
  'undici:request:bodyChunkReceived': Undici.RequestBodyChunkReceivedMessage;
  'undici:request:trailers': Undici.RequestTrailersMessage;
}

/** Notes the requests that this process sends with undici. */
export function noteCalls(): void {
  const calls = new WeakMap<Undici.Request, UnderWay>();
  const during = <S extends keyof Steps>(step: S, take: (call: UnderWay, message: Steps[S]) => void) =>
    subscribe(step, (told) => {
      const message = told as Steps[S];
      const call = calls.get(message.request);
      if (call) take(call, message);
    });

  subscribe('undici:request:create', (message) => {
    const { request } = message as Undici.RequestCreateMessage;
    calls.set(request, { since: caused(), sent: 0, received: 0 });
  });
  during('undici:client:sendHeaders', (call, { socket }) => {
    call.connection = { socket, before: carriedBy(socket) };
  });
  during('undici:request:bodyChunkSent', (call, { chunk }) => {
    call.sent += Buffer.byteLength(chunk);
  });
  during('undici:request:bodyChunkReceived', (call, { chunk }) => {
    call.received += chunk.length;
  });
  during('undici:request:trailers', (call, { request: { method = '', path, origin } }) => {
    const { since, sent, received, connection } = call;
    if (!connection || !origin) return;
    const { socket, before } = connection;
    const ports = { port: Number(new URL(origin).port), callerPort: socket.localPort ?? 0 };
    const carried = { bytes: carriedBy(socket) - before, bodies: [sent, received] };
    note({ kind: 'called', ...since, method, path, ...ports, end: now(), ...carried });
  });
}
