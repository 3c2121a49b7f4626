import { type FunctionSettings, type Instance, startInstance } from '@jobly/lambda-emulator';
import { childrenOf } from '@jobly/lab/instrument';
import { type Idle, idling } from './idle';
import { eventFor } from './launch';

/** Starts instances, two at a time, and sees what they hold when all have answered. */
export async function gather(
  settings: FunctionSettings,
  { instances: count, path, postgres }: { instances: number; path: string; postgres: number },
): Promise<Idle> {
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
    const pids = instances.map(({ pid }) => pid);
    return await idling(pids, () => childrenOf(postgres).filter((pid) => !before.has(pid)).length);
  } finally {
    for (const instance of instances) instance.end();
    await Promise.all(instances.map(({ exited }) => exited));
  }
}
