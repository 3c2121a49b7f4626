import type { Block } from './block';
import type { Connections } from './connections';

/** More are opened when needed; at modest rates this many are never all busy. */
const OPENED_AHEAD = 16;

/**
 * Opens connections by sending this many concurrent requests, the same number for every server and from every address.
 * Failures show up later.
 */
export async function warmConnections(connections: Connections, block: Block): Promise<void> {
  const addresses = [...new Set(block.requests.map(({ from }) => from))];
  const count = Math.max(Math.min(OPENED_AHEAD, block.connections), addresses.length);
  const probes = Array.from({ length: count }, (_, index) => {
    const from = addresses[index % addresses.length];
    const probe = { method: 'GET', path: '/health/live', expect: 200, from } as const;
    return new Promise<void>((resolve) => connections.send(probe, () => resolve()));
  });
  await Promise.all(probes);
}
