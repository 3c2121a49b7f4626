import { performance } from 'node:perf_hooks';
import { type Answers, createAnswers } from './answers';
import type { BlockResult, ClosedLoopBlock } from './block';
import { openConnections, type Outcome } from './connections';
import { createRecorder } from './recorder';
import { warmConnections } from './warm-connections';

/**
 * Saturates the server. Yields its capacity (`answered` in `measuredMs`), never its latency: a client that waits for an
 * answer before the next request misses the stalls that other clients would have met. Starts when `ready` resolves.
 */
export async function runClosedLoop(
  block: ClosedLoopBlock,
  ready: () => Promise<void> = async () => {},
  answers: Answers = createAnswers(block),
): Promise<BlockResult> {
  const { requests, repeat, leadInMs, durationMs } = block;
  const last = Math.min(block.count ?? Infinity, repeat ? Infinity : requests.length);
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
    if (sent >= end || next >= last) {
      done();
      return;
    }
    const index = next++ % requests.length;
    const request = requests[index]!;
    const settle = (outcome: Outcome) => {
      const settled = performance.now();
      recorder.settle(request, outcome, { due: sent, begun: sent, sent, settled }, settled >= start && settled < end);
      answers.keep(index, outcome);
      // Not at once: if the server refuses connections, this recursion would be endless.
      setImmediate(keepAsking, done);
    };
    connections.send(request, settle, answers.wants(index));
  };
  await Promise.all(Array.from({ length: block.connections }, () => new Promise<void>(keepAsking)));

  const { utilization } = performance.eventLoopUtilization(before);
  await connections.close();
  return { ...recorder.result(), measuredMs: durationMs, utilisation: utilization };
}
