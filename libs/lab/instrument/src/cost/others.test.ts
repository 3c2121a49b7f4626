import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { machineTimes, othersBetween, watchOthers } from './others';

const onLinux = platform() === 'linux' ? it : it.skip;

const parentOf = (pid: number) => Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]!);

const lineOf = (pid: number): number[] => (pid === 0 ? [] : [pid, ...lineOf(parentOf(pid))]);

/** A process that is nobody's in this test: the shell that has started it is gone. It keeps a CPU busy. */
async function startStranger(): Promise<number> {
  const shell = spawn('sh', ['-c', '(while :; do :; done) & echo $!'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [[output]] = (await Promise.all([once(shell.stdout, 'data'), once(shell, 'exit')])) as [[Buffer], unknown];
  return Number(output.toString());
}

describe('the load of others', () => {
  const before = { atMs: 0, cpus: 2, busyMs: 5_000, stolenMs: 0, ownMs: 900 };

  it('is the CPU time that is not the lab’s, as a share of all CPUs’ time', () => {
    const after = { atMs: 1_000, cpus: 2, busyMs: 6_500, stolenMs: 100, ownMs: 1_900 };
    expect(othersBetween(before, after)).toBe(0.25);
  });

  it('is unknown, not nothing, where the system does not tell', () => {
    expect(othersBetween(before, undefined)).toBeNull();
    expect(othersBetween(undefined, before)).toBeNull();
  });

  onLinux('does not include the lab’s own processes, not even those that have ended', () => {
    const busy = 'const end = 300_000; while (process.cpuUsage().user < end); console.log(process.cpuUsage().user)';
    const at = machineTimes()!;
    const { stdout } = spawnSync(process.execPath, ['-e', busy], { encoding: 'utf8' });
    const own = machineTimes()!.ownMs - at.ownMs;
    expect(Number(stdout)).toBeGreaterThanOrEqual(300_000);
    expect(own).toBeGreaterThan(Number(stdout) / 1_000 - 30);
  });

  onLinux('can be given names', async () => {
    const stranger = await startStranger();
    try {
      const line = lineOf(stranger);
      const rest = readdirSync('/proc')
        .map(Number)
        .filter((pid) => Number.isInteger(pid) && !line.includes(pid));
      const others = watchOthers(rest);
      const named = () => others().busiest.find(({ pid }) => pid === stranger);
      const patience = AbortSignal.timeout(30_000);
      while (!named() && !patience.aborted) await setImmediate();
      expect(named()?.name).toMatch(/^(sh|dash|bash|busybox)$/);
      expect(watchOthers([...rest, stranger])().busiest.map(({ pid }) => pid)).not.toContain(stranger);
    } finally {
      process.kill(stranger);
    }
  });
});
