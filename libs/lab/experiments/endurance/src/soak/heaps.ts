import { setTimeout as delay } from 'node:timers/promises';
import { eachOf } from '@jobly/lab/instrument';
import { metricTotal, type Target } from '@jobly/lab/system-under-test';
import type { ProcessMemory } from '../memory';

/** How long a collection may take, and whatever else the process has to do first (ms). */
const COLLECTION_MS = 500;

const MIB = 1024 ** 2;

/** Makes the processes collect their garbage (see preloads/collected.ts), and asks what their heaps still hold. */
export async function heapsAfterCollection({ processes, endpoints }: Target): Promise<ProcessMemory> {
  for (const { pid } of eachOf(processes!)) process.kill(pid, 'SIGUSR2');
  await delay(COLLECTION_MS);
  const heaps = endpoints!.map(async (endpoint) => {
    const bytes = await metricTotal([endpoint], 'nodejs_heap_size_used_bytes');
    return [endpoint.name, bytes / MIB] as const;
  });
  return new Map(await Promise.all(heaps));
}
