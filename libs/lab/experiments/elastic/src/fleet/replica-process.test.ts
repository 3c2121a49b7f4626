import { whyNoCpuLimit } from '@jobly/lab/instrument';
import type { Replica } from '@jobly/lab/system-under-test';
import { startReplica } from './replica-process';

const possible = whyNoCpuLimit() === undefined ? it : it.skip;

/** One that the kernel knows no process for, nor ever could. */
const NOBODY = -1;

describe('a replica', () => {
  possible('does not outlive a start in which its CPU time cannot be limited', async () => {
    const signals: unknown[] = [];
    const { promise: exited, resolve } = Promise.withResolvers<{ code: number | null }>();
    const replica = {
      ...{ url: 'http://127.0.0.1:1', pid: NOBODY, exited },
      ready: Promise.reject(new Error('ended before it was ready')),
      kill(signal: unknown) {
        signals.push(signal);
        resolve({ code: null });
      },
    } as unknown as Replica;
    const launch = { host: '127.0.0.2', limit: 0.1, replicate: async () => replica, warmUp: async () => {} };
    await expect(startReplica(launch)).rejects.toThrow('EINVAL');
    expect(signals).toEqual(['SIGKILL']);
  });
});
