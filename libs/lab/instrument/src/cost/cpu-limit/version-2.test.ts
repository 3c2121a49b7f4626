import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bandwidthOf } from './control-group';
import { groupOfVersion2, useOf } from './version-2';

let mount: string;

beforeEach(() => (mount = mkdtempSync(join(tmpdir(), 'cgroup-'))));
afterEach(() => rmSync(mount, { recursive: true }));

/** What a kernel would show as a group that divides these resources. */
function group(path: string, divides: string): string {
  const own = join(mount, path);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'cgroup.subtree_control'), divides);
  return own;
}

const madeIn = (parent: string) => readdirSync(parent).find((name) => name.startsWith('jobly-lab-'))!;

describe('a group of version 2', () => {
  it('is beside the lab’s own, whose processes may not be divided from it', () => {
    const slice = group('user.slice', 'cpu memory');
    const own = group('user.slice/session.scope', '');
    const made = groupOfVersion2({ mount, own });
    made.limit(bandwidthOf(0.25));
    made.enter(4711);
    const path = join(slice, madeIn(slice));
    expect(readFileSync(join(path, 'cpu.max'), 'utf8')).toBe('2500 10000');
    expect(readFileSync(join(path, 'cgroup.procs'), 'utf8')).toBe('4711');
    made.limit(bandwidthOf(Infinity));
    expect(readFileSync(join(path, 'cpu.max'), 'utf8')).toBe('max 10000');
  });

  it('takes the place of one that a killed run has left, whose processes go to the lab’s own', () => {
    const slice = group('user.slice', 'cpu memory');
    const own = group('user.slice/session.scope', '');
    const left = group(`user.slice/jobly-lab-${spawnSync('true').pid}-1`, '');
    writeFileSync(join(left, 'cgroup.procs'), '4711\n');
    groupOfVersion2({ mount, own });
    expect(readFileSync(join(own, 'cgroup.procs'), 'utf8')).toBe('4711');
    expect(readdirSync(slice)).not.toContain('cgroup.procs');
  });

  it('has a longer period where the kernel would refuse so small a quota', () => {
    expect(bandwidthOf(0.05)).toEqual({ quotaUs: 1_000, periodUs: 20_000 });
  });

  it('is told in the kernel’s microseconds what it has used', () => {
    writeFileSync(
      join(mount, 'cpu.stat'),
      'usage_usec 2500\nuser_usec 1\nnr_periods 9\nnr_throttled 4\nthrottled_usec 700\n',
    );
    expect(useOf(mount)).toEqual({ usedMs: 2.5, periods: 9, throttledPeriods: 4, throttledMs: 0.7 });
  });
});
