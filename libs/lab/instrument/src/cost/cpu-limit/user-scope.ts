import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bandwidth, ControlGroup } from './control-group';
import { newGroupName } from './group-directory';
import { groupOf, hierarchyOf } from './hierarchies';
import { useOf } from './version-2';

/** Ends with the lab, whatever ends that, and the scope with it. */
const HOLD = `tail --pid=${process.pid} -f /dev/null >/dev/null 2>&1 & echo $!`;

/**
 * A scope of the user's own systemd, which limits CPU time for users who may not do so themselves. Delegated, because
 * systemd moves no processes into any other.
 *
 * @throws Error with what systemd says if it does not make one
 */
export function groupOfUserScope(): ControlGroup {
  const unified = hierarchyOf('version 2');
  if (!unified) throw new Error('no hierarchy of version 2');
  const unit = `${newGroupName()}.scope`;
  const scope = ['--user', '--scope', '--quiet', '--collect', `--unit=${unit}`, '--property=Delegate=yes'];
  const holder = Number(run('systemd-run', [...scope, '--property=CPUQuota=100%', 'sh', '-c', HOLD]));
  const path = join(unified.mount, groupOf(holder, ''));
  if (!existsSync(join(path, 'cpu.max'))) {
    process.kill(holder);
    throw new Error('systemd may not limit the CPU time of users');
  }
  return {
    enter(pid) {
      const manager = ['org.freedesktop.systemd1', '/org/freedesktop/systemd1', 'org.freedesktop.systemd1.Manager'];
      run('busctl', ['--user', 'call', ...manager, 'AttachProcessesToUnit', 'ssau', unit, '', '1', String(pid)]);
    },
    limit: (bandwidth) => run('systemctl', ['--user', 'set-property', '--runtime', unit, ...propertiesOf(bandwidth)]),
    use: () => useOf(path),
    remove() {
      // Those in it are ended by whoever has started them; until then they have no limit.
      run('systemctl', ['--user', 'set-property', '--runtime', unit, 'CPUQuota=']);
      process.kill(holder);
    },
  };
}

const propertiesOf = ({ quotaUs, periodUs }: Bandwidth) => [
  `CPUQuotaPeriodSec=${periodUs}us`,
  `CPUQuota=${quotaUs === undefined ? '' : `${(100 * quotaUs) / periodUs}%`}`,
];

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr.trim()}`);
  return stdout;
}
