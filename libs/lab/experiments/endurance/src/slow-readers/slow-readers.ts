import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Attack } from './attacks';

/** 10 kB/s: an answer of a megabyte takes longer than any block. */
const SIP_BYTES = 1_024;
const SIP_MS = 100;

/** Not the address of the others, from whom a stack is to tell them apart. It is this machine's own, on Linux. */
const ADDRESS = '127.0.1.1';

/** A stack that does not even begin an answer in this time is too busy for the attack to mean anything (ms). */
const PATIENCE_MS = 20_000;

/**
 * Connects slow readers, and resolves when each has got the beginning of its first answer.
 * @throws when one is refused, or not answered in 20 s
 */
export async function connectSlowReaders(
  origin: string,
  path: string,
  { connections, pipelined }: Omit<Attack, 'name'>,
): Promise<{ close(): void }> {
  const { hostname, port, host } = new URL(origin);
  const asked = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(pipelined);
  const sockets = Array.from({ length: connections }, () =>
    connect({ host: hostname, port: Number(port), localAddress: ADDRESS }),
  );
  const close = () => {
    clearInterval(sipping);
    for (const socket of sockets) socket.destroy();
  };
  const sipping = setInterval(() => {
    for (const socket of sockets) sip(socket);
  }, SIP_MS);
  try {
    await Promise.all(sockets.map((socket) => begun(socket, asked)));
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}

/** Never more than asked for: what is left in the stream keeps the system's buffers full. */
const sip = (socket: Socket) => void socket.read(Math.min(SIP_BYTES, socket.readableLength || SIP_BYTES));

async function begun(socket: Socket, asked: string): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  socket.write(asked);
  await once(socket, 'readable', { signal });
  // From now on a lost connection is a finding.
  socket.on('error', () => {});
}
