import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { wakeTowards } from '../load/wake';

export const STALL_EVERY_MS = 5_000;
export const STALL_MS = 500;

/**
 * A server whose delays are known: `/delay/12.5` is answered 12.5 ms after it was read, `/stall` at once and `/stall/2`
 * after 2 ms, unless they fall into the half-second every five in which nothing is answered; anything else at once.
 */
export function serveDelays(): void {
  const began = performance.now();
  const server = createServer((request, response) => {
    const now = performance.now();
    const [, kind, delay = 0] = request.url!.split('/');
    const intoPeriod = (now - began) % STALL_EVERY_MS;
    const stalled = kind === 'stall' && intoPeriod < STALL_MS ? STALL_MS - intoPeriod : 0;
    const usual = kind === 'delay' || kind === 'stall' ? Number(delay) : 0;
    const until = now + Math.max(usual, stalled);
    at(until, () => response.writeHead(200, { 'content-length': 0 }).end());
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send!({ ready: { url: `http://127.0.0.1:${port}` } });
  });
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
}

function at(time: number, act: () => void): void {
  if (time <= performance.now()) act();
  else wakeTowards(time, () => at(time, act));
}
