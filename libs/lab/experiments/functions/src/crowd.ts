import { type FunctionSettings, type Instance, startInstance } from '@jobly/lambda-emulator';
import { childrenOf } from '@jobly/lab/instrument';
import { eventFor, proportionalMiB } from './launch';

/** Many instances that have all answered once, and wait. */
export interface Crowd {
  instances: number;
  /** Those that PostgreSQL has more than before. */
  connections: number;
  /** The memory of each instance (MiB). */
  memoryMiB: number[];
}

/** Starts instances, two at a time, and counts what they hold when all have answered. */
export async function gather(
  settings: FunctionSettings,
  { instances: count, path, postgres }: { instances: number; path: string; postgres: number },
): Promise<Crowd> {
  const before = new Set(childrenOf(postgres));
  const instances: Instance[] = [];
  const startSome = async (share: number) => {
    for (let index = 0; index < share; index += 1) {
      const instance = await startInstance(settings);
      instances.push(instance);
      await instance.invoke(JSON.stringify(eventFor(path)));
    }
  };
  try {
    await Promise.all([startSome(Math.ceil(count / 2)), startSome(Math.floor(count / 2))]);
    return {
      instances: instances.length,
      connections: childrenOf(postgres).filter((pid) => !before.has(pid)).length,
      memoryMiB: instances.flatMap(({ pid }) => proportionalMiB(pid) ?? []),
    };
  } finally {
    for (const instance of instances) instance.end();
    await Promise.all(instances.map(({ exited }) => exited));
  }
}
