import { performance } from 'node:perf_hooks';
import { type Answers, createAnswers } from './answers';
import type { BlockResult, OpenLoopBlock } from './block';
import { openConnections, type Outcome } from './connections';
import { metronome } from './metronome';
import { pace } from './pacing';
import { createQueue } from './queue';
import { createRecorder } from './recorder';
import { warmConnections } from './warm-connections';

/** Lead time, so that the first due request can be awaited (ms). */
const START_DELAY_MS = 5;

/** A request that has fallen due. */
interface Begun {
  index: number;
  begun: number;
}

/**
 * Sends every request when it is due and measures from its due time: a server that stalls cannot slow the load down.
 * A request that finds all connections busy waits for one, which is part of its response time. Starts when `ready`
 * resolves.
 */
export async function runOpenLoop(
  block: OpenLoopBlock,
  ready: () => Promise<void> = async () => {},
  answers: Answers = createAnswers(block),
): Promise<BlockResult> {
  const { dueTimes, requests } = block;
  const connections = openConnections(block);
  const [paced] = await Promise.all([metronome(), warmConnections(connections, block)]);
  await ready();

  const recorder = createRecorder();
  const start = performance.now() + START_DELAY_MS - Math.min(0, dueTimes[0] ?? 0);
  const before = performance.eventLoopUtilization();
  let lastSettled = start;

  const send = ({ index, begun }: Begun) => {
    const request = requests[index]!;
    const due = dueTimes[index]!;
    const sent = performance.now();
    const settled = (outcome: Outcome) => {
      lastSettled = performance.now();
      recorder.settle(request, outcome, { due: start + due, begun, sent, settled: lastSettled }, due >= 0);
      answers.keep(index, outcome);
      queue.leave();
    };
    connections.send(request, settled, answers.wants(index));
  };
  const queue = createQueue(block.connections, send);
  await pace(paced, start, dueTimes, (index, begun) => queue.enter({ index, begun }));

  const { active, idle } = performance.eventLoopUtilization(before);
  const left = await queue.emptied(block.timeoutMs);
  left.forEach(recorder.drop);
  await connections.close();
  const measuredMs = lastSettled - start;
  return { ...recorder.result(), measuredMs, utilisation: active / (active + idle) };
}
