import { platform } from 'node:os';
import { cpuBetween, cpuTimes } from './cpu';

const onLinux = platform() === 'linux' ? it : it.skip;

/** Uses CPU time (ms), however fast the machine is. */
function work(ms: number): void {
  const begin = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(begin);
    if (user + system >= ms * 1_000) return;
  }
}

describe('CPU time', () => {
  onLinux('grows with the work of a process', () => {
    const before = cpuTimes({ pids: { me: process.pid } });
    work(50);
    expect(cpuBetween(before, cpuTimes({ pids: { me: process.pid } }))!['me']).toBeGreaterThan(1);
  });

  it('counts a process that came in between from its start, and processes of one name together', () => {
    const before = new Map([[1, { name: 'backend', ms: 10 }]]);
    const after = new Map([
      [1, { name: 'backend', ms: 15 }],
      [2, { name: 'backend', ms: 7 }],
      [3, { name: 'server', ms: 1 }],
    ]);
    expect(cpuBetween(before, after)).toEqual({ backend: 12, server: 1 });
  });

  it('is unknown, not nothing, where there is no such process', () => {
    expect(cpuTimes({ pids: { nobody: 2 ** 30 } })).toBeUndefined();
    expect(cpuBetween(undefined, undefined)).toBeNull();
  });
});
