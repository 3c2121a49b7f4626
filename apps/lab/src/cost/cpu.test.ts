import { platform } from 'node:os';
import { cpuBetween, cpuTimes } from './cpu';

const onLinux = platform() === 'linux' ? it : it.skip;

describe('CPU time', () => {
  onLinux('grows with the work of a process', () => {
    const before = cpuTimes({ pids: [process.pid] });
    let sum = 0;
    for (let number = 0; number < 1e7; number++) sum += Math.sqrt(number);
    expect(sum).toBeGreaterThan(0);
    expect(cpuBetween(before, cpuTimes({ pids: [process.pid] }))).toBeGreaterThan(1);
  });

  it('counts a process that came in between from its start', () => {
    expect(
      cpuBetween(
        new Map([[1, 10]]),
        new Map([
          [1, 15],
          [2, 7],
        ]),
      ),
    ).toBe(12);
  });

  it('is unknown, not nothing, where there is no such process', () => {
    expect(cpuTimes({ pids: [2 ** 30] })).toBeUndefined();
    expect(cpuBetween(undefined, undefined)).toBeNull();
  });
});
