import type { Block } from './block';
import type { Connections } from './connections';

/** More are opened when needed; at modest rates this many are never all busy. */
const OPENED_AHEAD = 16;

/** Fewer than the usual listen queue holds (511 in Node): connections beyond that would be dropped and tried again. */
const AT_ONCE = 128;

/**
 * Opens connections by sending this many concurrent requests, the same number for every server and from every address.
 * Failures show up later.
 */
export async function warmConnections(connections: Connections, block: Block): Promise<void> {
  const addresses = [...new Set(block.requests.map(({ from }) => from))];
  const { openedAhead = OPENED_AHEAD } = block;
  const count = Math.max(Math.min(openedAhead, block.connections), addresses.length);
  // All that are open and one batch more at a time: a connection is opened only if no other is free.
  for (let open = 0; open < count; open += AT_ONCE) {
    const probes = Array.from({ length: Math.min(count, open + AT_ONCE) }, (_, index) => {
      const from = addresses[index % addresses.length];
      const probe = { method: 'GET', path: '/health/live', expect: 200, from } as const;
      return new Promise<void>((resolve) => connections.send(probe, () => resolve()));
    });
    await Promise.all(probes);
  }
}
