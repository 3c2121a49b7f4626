import type { Block } from './block';
import type { Connections } from './connections';

/** More are opened when needed; as many as this are never all busy at modest rates. */
const OPENED_AHEAD = 16;

/** Opens connections, the same number for every server, by that many requests at once. Failures show up later. */
export async function warmConnections(connections: Connections, block: Block): Promise<void> {
  const probe = { method: 'GET', path: '/health/live', expect: 200 } as const;
  const probes = Array.from({ length: Math.min(OPENED_AHEAD, block.connections) }, () => {
    return new Promise<void>((resolve) => connections.send(probe, () => resolve()));
  });
  await Promise.all(probes);
}
