import { performance } from 'node:perf_hooks';
import type { BlockResult, OpenLoopBlock } from './block';
import { openConnections } from './connections';
import { metronome } from './metronome';
import { pace } from './pacing';
import { createRecorder } from './recorder';
import { warmConnections } from './warm-connections';

/** Lead time, so that the first due request can be awaited (ms). */
const START_DELAY_MS = 5;

/**
 * Sends every request when it is due and measures from its due time: a server that stalls cannot slow the load down.
 * Starts when `ready` resolves.
 */
export async function runOpenLoop(
  block: OpenLoopBlock,
  ready: () => Promise<void> = async () => {},
): Promise<BlockResult> {
  const { dueTimes, requests } = block;
  const connections = openConnections(block);
  const [paced] = await Promise.all([metronome(), warmConnections(connections, block)]);
  await ready();

  const recorder = createRecorder();
  const start = performance.now() + START_DELAY_MS - Math.min(0, dueTimes[0] ?? 0);
  const before = performance.eventLoopUtilization();
  let inFlight = 0;
  let lastSettled = start;

  await pace(paced, start, dueTimes, (index, sent) => {
    if (inFlight === block.connections) return recorder.drop();
    inFlight++;
    const request = requests[index]!;
    const due = dueTimes[index]!;
    connections.send(request, (outcome) => {
      inFlight--;
      lastSettled = performance.now();
      recorder.settle(request, outcome, { due: start + due, sent, settled: lastSettled }, due >= 0);
    });
  });

  const { active, idle } = performance.eventLoopUtilization(before);
  await connections.close();
  const measuredMs = lastSettled - start;
  return { ...recorder.result(), measuredMs, utilisation: active / (active + idle) };
}
