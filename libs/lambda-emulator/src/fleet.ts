import { availableParallelism } from 'node:os';
import { inLine } from './in-line';
import { type FunctionSettings, type Instance, startInstance } from './instance';

interface FleetSettings extends FunctionSettings {
  /** The most calls at a time (reserved concurrency). */
  concurrency: number;
  /** How long an instance is kept without a call (ms). AWS promises no time; minutes are usual. */
  idleMs: number;
}

/** What came of a call. */
export type Invoked =
  /** `initMs`: what the start of the instance took, if this is its first call. */
  | { kind: 'answered'; body: string; initMs: number | undefined; pid: number }
  /** The function has reported an error, could not start, has ended or took too long. */
  | { kind: 'failed'; body: string }
  /** There are as many calls as there may be. Lambda lets nobody wait. */
  | { kind: 'throttled' };

export interface Fleet {
  invoke: (event: string) => Promise<Invoked>;
  /** The process ids of its instances. */
  pids: () => number[];
  /** Ends the instances at once, and with them the calls under way. */
  stop: () => Promise<void>;
}

/**
 * The instances of one function: started when a call finds none that is free, used again, and ended when idle. A call
 * takes what comes first, the instance that is started for it or one that others give back. At AWS each start has
 * processors of its own; here starts wait for each other, or fifty would all be too late.
 */
export function createFleet({ concurrency, idleMs, ...settings }: FleetSettings): Fleet {
  const all = new Set<Instance>();
  /** The one that was used last comes last. */
  const free: Instance[] = [];
  const endings = new Map<Instance, NodeJS.Timeout>();
  const waiting: PromiseWithResolvers<Instance>[] = [];
  const used = new WeakSet<Instance>();
  const inTurn = inLine(availableParallelism());
  const starts = new Set<Promise<void>>();
  let underWay = 0;
  let stopped = false;

  function give(instance: Instance): void {
    if (!all.has(instance)) return;
    const first = waiting.shift();
    if (first) {
      first.resolve(instance);
      return;
    }
    free.push(instance);
    endings.set(
      instance,
      setTimeout(() => end(instance), idleMs),
    );
  }

  function end(instance: Instance): void {
    clearTimeout(endings.get(instance));
    endings.delete(instance);
    all.delete(instance);
    if (free.includes(instance)) free.splice(free.indexOf(instance), 1);
    instance.end();
  }

  async function start(): Promise<void> {
    if (stopped || waiting.length === 0) return;
    try {
      const instance = await startInstance(settings);
      all.add(instance);
      void instance.exited.then(() => end(instance));
      give(instance);
    } catch (error) {
      waiting.shift()?.reject(error);
    }
  }

  async function take(): Promise<Instance> {
    const instance = free.pop();
    if (!instance) {
      const wait = Promise.withResolvers<Instance>();
      waiting.push(wait);
      const begun = inTurn(start).finally(() => starts.delete(begun));
      starts.add(begun);
      return wait.promise;
    }
    clearTimeout(endings.get(instance));
    endings.delete(instance);
    return instance;
  }

  return {
    async invoke(event) {
      if (underWay >= concurrency) return { kind: 'throttled' };
      underWay += 1;
      try {
        const instance = await take();
        const initMs = used.has(instance) ? undefined : instance.initMs;
        used.add(instance);
        const { isError, body } = await instance.invoke(event);
        give(instance);
        return isError ? { kind: 'failed', body } : { kind: 'answered', body, pid: instance.pid, initMs };
      } catch (error) {
        return { kind: 'failed', body: JSON.stringify({ errorMessage: (error as Error).message }) };
      } finally {
        underWay -= 1;
      }
    },
    pids: () => [...all].map(({ pid }) => pid),
    async stop() {
      stopped = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('The function is stopped'));
      await Promise.all(starts);
      const instances = [...all];
      instances.forEach(end);
      await Promise.all(instances.map(({ exited }) => exited));
    },
  };
}
