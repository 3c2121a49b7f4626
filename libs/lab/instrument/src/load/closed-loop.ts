import { performance } from 'node:perf_hooks';
import type { BlockResult, ClosedLoopBlock } from './block';
import { openConnections } from './connections';
import { createRecorder } from './recorder';
import { warmConnections } from './warm-connections';

/**
 * Saturates the server. Says how much it can take (`answered` in `measuredMs`), never how long a request takes: whoever
 * waits for an answer before asking again does not see the stalls that others would have met. Begins when `ready` lets it.
 */
export async function runClosedLoop(
  block: ClosedLoopBlock,
  ready: () => Promise<void> = async () => {},
): Promise<BlockResult> {
  const { requests, repeat, leadInMs, durationMs } = block;
  const connections = openConnections(block);
  await warmConnections(connections, block);
  await ready();

  const recorder = createRecorder();
  const before = performance.eventLoopUtilization();
  const start = performance.now() + leadInMs;
  const end = start + durationMs;
  let next = 0;

  const keepAsking = (done: () => void) => {
    const sent = performance.now();
    if (sent >= end || (next >= requests.length && !repeat)) {
      done();
      return;
    }
    const request = requests[next++ % requests.length]!;
    connections.send(request, (outcome) => {
      const settled = performance.now();
      recorder.settle(request, outcome, { due: sent, sent, settled }, settled >= start && settled < end);
      // Not at once: a server that refuses connections would make this recursion endless.
      setImmediate(keepAsking, done);
    });
  };
  await Promise.all(Array.from({ length: block.connections }, () => new Promise<void>(keepAsking)));

  const { utilization } = performance.eventLoopUtilization(before);
  await connections.close();
  return { ...recorder.result(), measuredMs: durationMs, utilisation: utilization };
}
