import { Worker } from 'node:worker_threads';
import { clock } from '../load/metronome';

interface Waiting {
  due: number;
  act: () => void;
}

/** In the order in which they are due. */
const waiting: Waiting[] = [];
let alarm: BigInt64Array<SharedArrayBuffer> | undefined;

/**
 * `setTimeout` to about 0.1 ms: libuv's timers count in whole milliseconds, and spinning until then would take a CPU from
 * the processes on either side. A thread that does nothing else sleeps until the next action is due.
 */
export function afterExactly(act: () => void, ms: number): void {
  const due = clock() + ms;
  const after = waiting.findLastIndex((one) => one.due <= due);
  waiting.splice(after + 1, 0, { due, act });
  if (after === -1) wakeAt(due);
}

function wakeAt(due: number): void {
  alarm ??= startThread();
  Atomics.store(alarm, 0, BigInt(Math.round(due * 1e6)));
  Atomics.notify(alarm, 0);
}

function ring(): void {
  while (waiting[0] && waiting[0].due <= clock()) waiting.shift()!.act();
  if (waiting[0]) wakeAt(waiting[0].due);
}

function startThread(): BigInt64Array<SharedArrayBuffer> {
  const due = new BigInt64Array(new SharedArrayBuffer(8));
  // Passed as source text, because a bundle has no separate file for it.
  const thread = new Worker(`(${sleepAndRing.toString()})()`, { eval: true, workerData: due });
  thread.on('message', ring);
  thread.unref();
  return due;
}

/** Runs in the thread, so it must not refer to anything outside itself. */
function sleepAndRing(): void {
  const threads = process.getBuiltinModule('node:worker_threads');
  const alarm = threads.workerData as BigInt64Array<SharedArrayBuffer>;
  for (;;) {
    const due = Atomics.load(alarm, 0);
    const wait = due === 0n ? Infinity : Number(due - process.hrtime.bigint()) / 1e6;
    if (wait > 0) Atomics.wait(alarm, 0, due, wait);
    // Unless it has been set anew meanwhile.
    else if (Atomics.compareExchange(alarm, 0, due, 0n) === due) threads.parentPort!.postMessage(null);
  }
}
