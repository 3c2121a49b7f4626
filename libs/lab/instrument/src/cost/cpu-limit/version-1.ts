import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ControlGroup, numbersIn } from './control-group';
import { enterGroup, makeGroup, newGroupName, removeGroup } from './group-directory';
import { type Hierarchy, hierarchyOf } from './hierarchies';

/**
 * A group of version 1, where CPU time is limited by one controller and counted by another, often in a hierarchy of
 * its own.
 *
 * @throws whatever the file system says if groups cannot be made
 */
export function groupOfVersion1(cpu = hierarchyOf('cpu'), accounts = hierarchyOf('cpuacct')): ControlGroup {
  if (!cpu || !accounts) throw new Error('no controller of version 1');
  const [limited, counted] = makeBoth(cpu, accounts);
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

/** Both groups or none; they are one where both controllers are in the same hierarchy. */
function makeBoth(cpu: Hierarchy, accounts: Hierarchy): [limited: string, counted: string] {
  const name = newGroupName();
  const limited = makeGroup(cpu.own, name, cpu.own);
  try {
    return [limited, accounts.own === cpu.own ? limited : makeGroup(accounts.own, name, accounts.own)];
  } catch (error) {
    removeGroup(limited, cpu.own);
    throw error;
  }
}
