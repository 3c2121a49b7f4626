import { setImmediate as turn } from 'node:timers/promises';
import { createDeployment } from './deployment';
import type { ReplicaProcess } from './replica-process';

/** Replicas that become ready when they are told to, and the lists that were published. */
function aDeployment({ exitCode = 0 } = {}) {
  const started: { name: string; becomeReady: () => void; fail: (reason: Error) => void; ended: boolean }[] = [];
  const lists: string[][] = [];
  const deployment = createDeployment(
    async (): Promise<ReplicaProcess> => {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const name = `127.0.0.${started.length + 2}`;
      const one = { name, becomeReady: () => resolve(undefined), fail: reject, ended: false };
      promise.catch(() => {});
      started.push(one);
      return {
        ...{ host: name, url: `http://${name}`, ready: promise, cpuMs: () => 100 },
        async end() {
          one.ended = true;
          resolve(undefined);
          return exitCode;
        },
      };
    },
    (ready) => lists.push(ready.map(({ host }) => host)),
  );
  return { deployment, started, lists };
}

/** With so many ready replicas. */
async function scaled(to: number, options = {}) {
  const one = aDeployment(options);
  one.deployment.scale(to);
  await turn();
  one.started.forEach(({ becomeReady }) => becomeReady());
  await one.deployment.settled();
  return one;
}

describe('a deployment', () => {
  it('lists a replica when it is ready, and not before', async () => {
    const { deployment, started, lists } = aDeployment();
    deployment.scale(2);
    await turn();
    expect({ wanted: deployment.wanted(), ready: deployment.ready(), lists }).toEqual({
      wanted: 2,
      ready: [],
      lists: [],
    });
    started[1]!.becomeReady();
    await turn();
    expect(lists).toEqual([['127.0.0.3']]);
  });

  it('takes the newest off the list before it asks it to end', async () => {
    const { deployment, started, lists } = await scaled(2);
    deployment.scale(1);
    expect(lists.at(-1)).toEqual(['127.0.0.2']);
    expect(started.map(({ ended }) => ended)).toEqual([false, false]);
    await turn();
    expect(started.map(({ ended }) => ended)).toEqual([false, true]);
    expect(deployment.supply.map(({ replicas }) => replicas)).toEqual([1, 2, 1]);
  });

  it('never lists a replica that is no longer wanted when it becomes ready', async () => {
    const { deployment, started, lists } = await scaled(1);
    deployment.scale(2);
    deployment.scale(1);
    await turn();
    started[1]!.becomeReady();
    await turn();
    expect(lists).toEqual([['127.0.0.2']]);
    expect(started[1]!.ended).toBe(true);
  });

  it('counts those that did not end as asked, and the CPU time of all', async () => {
    const { deployment } = await scaled(3, { exitCode: 1 });
    deployment.scale(1);
    await turn();
    expect({ cut: deployment.cut(), cpuMs: deployment.cpuMs() }).toEqual({ cut: 2, cpuMs: 300 });
  });

  it('ends all, and says why one could not start', async () => {
    const { deployment, started } = await scaled(1);
    deployment.scale(2);
    await turn();
    started[1]!.fail(new Error('There is no port left.'));
    await expect(deployment.stop()).rejects.toThrow('There is no port left.');
    expect(started.map(({ ended }) => ended)).toEqual([true, true]);
  });
});
