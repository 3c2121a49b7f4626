import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ControlGroup, numbersIn } from './control-group';
import { enterGroup, makeGroup, newGroupName, removeGroup } from './group-directory';
import { hierarchyOf } from './hierarchies';

/**
 * A group of version 1, where CPU time is limited by one controller and counted by another, often in a hierarchy of
 * its own.
 *
 * @throws whatever the file system says if groups cannot be made
 */
export function groupOfVersion1(): ControlGroup {
  const [cpu, accounts] = [hierarchyOf('cpu'), hierarchyOf('cpuacct')];
  if (!cpu || !accounts) throw new Error('no controller of version 1');
  const name = newGroupName();
  const limited = makeGroup(cpu.own, name);
  const counted = accounts.own === cpu.own ? limited : makeGroup(accounts.own, name);
  return {
    enter(pid) {
      enterGroup(limited, pid);
      enterGroup(counted, pid);
    },
    limit({ quotaUs = -1, periodUs }) {
      writeFileSync(join(limited, 'cpu.cfs_period_us'), String(periodUs));
      writeFileSync(join(limited, 'cpu.cfs_quota_us'), String(quotaUs));
    },
    use() {
      const found = numbersIn(readFileSync(join(limited, 'cpu.stat'), 'utf8'));
      return {
        usedMs: Number(readFileSync(join(counted, 'cpuacct.usage'), 'utf8')) / 1e6,
        periods: found.get('nr_periods')!,
        throttledPeriods: found.get('nr_throttled')!,
        throttledMs: found.get('throttled_time')! / 1e6,
      };
    },
    remove() {
      removeGroup(limited, cpu.own);
      removeGroup(counted, accounts.own);
    },
  };
}
