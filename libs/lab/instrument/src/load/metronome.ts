import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * A thread that does nothing but sleep until the next due time and report it. libuv's timers have a resolution of
 * milliseconds, and spinning the event loop until the due time takes a core from the processes being measured. A futex
 * with a timeout is exact to about 0.1 ms and costs nothing.
 */
export interface Metronome {
  /** Calls `beat` at each of the `dueTimes` (ms, ascending) after `start`, an instant of `clock`. */
  keep(start: number, dueTimes: Float64Array, beat: () => void): void;
  /** To be called when no more beats are awaited. */
  rest(): void;
}

/** Milliseconds on a clock that all threads share; `performance.now()` starts at zero in each. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

interface Score {
  start: number;
  dueTimes: Float64Array;
}

let running: Promise<Worker> | undefined;

/** The one metronome of this process, started when first needed. */
export async function metronome(): Promise<Metronome> {
  const thread = await (running ??= start());
  return {
    keep(start, dueTimes, beat) {
      thread.ref();
      thread.on('message', beat);
      thread.postMessage({ start, dueTimes } satisfies Score);
    },
    rest() {
      thread.removeAllListeners('message');
      thread.unref();
    },
  };
}

async function start(): Promise<Worker> {
  // Passed as source text, because a bundle has no separate file for it.
  const thread = new Worker(`(${sleepAndTell.toString()})()`, { eval: true });
  await once(thread, 'online');
  return thread;
}

/** Runs in the thread, so it must not refer to anything outside itself. */
function sleepAndTell(): void {
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const gate = new Int32Array(new SharedArrayBuffer(4));
  parentPort!.on('message', ({ start, dueTimes }: Score) => {
    for (const due of dueTimes) {
      let wait: number;
      while ((wait = start + due - Number(process.hrtime.bigint()) / 1e6) > 0) Atomics.wait(gate, 0, 0, wait);
      parentPort!.postMessage(null);
    }
  });
}
