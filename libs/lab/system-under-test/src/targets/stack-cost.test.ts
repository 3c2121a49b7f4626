import { platform } from 'node:os';
import { cpuTimes, peakMemory } from '@jobly/lab/instrument';
import { exchange } from '../exchange';
import { startStacks } from './start-stacks';

// The stacks are real, because the question is whether their processes are found. Starting them takes seconds.
import.meta.jest.setTimeout(60_000);

const onLinux = platform() === 'linux' ? it : it.skip;

onLinux('every process of a stack is found, and the backends of each of its databases', async () => {
  const { monolith, micro, close } = await startStacks(new AbortController().signal);
  try {
    await exchange(micro.origin, { method: 'GET', path: '/jobs/1' });
    await exchange(monolith.origin, { method: 'GET', path: '/jobs/1' });
    const { token } = (
      await exchange(micro.origin, {
        method: 'POST',
        path: '/auth/token',
        body: { username: 'testuser', password: 'password' },
      })
    ).body as { token: string };
    await exchange(micro.origin, { method: 'GET', path: '/users/testuser', token });

    for (const [{ processes }, names] of [
      [monolith, ['monolith', 'PostgreSQL: jobly']],
      [
        micro,
        [
          'gateway',
          'users service',
          'companies service',
          'jobs service',
          'PostgreSQL: jobly_users',
          'PostgreSQL: jobly_companies',
          'PostgreSQL: jobly_jobs',
        ],
      ],
    ] as const) {
      const times = [...cpuTimes(processes!)!.values()];
      expect([...new Set(times.map(({ name }) => name))].sort()).toEqual([...names].sort());
      expect(times.filter(({ ms }) => !(ms > 0))).toEqual([]);
      const memory = peakMemory(processes!);
      expect(memory.map(({ process }) => process)).toEqual(names);
      expect(memory.filter(({ peakMiB }) => !(peakMiB > 0))).toEqual([]);
    }
  } finally {
    await close();
  }
});
