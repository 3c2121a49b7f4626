import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read } from '../proc';
import { type Bandwidth, type ControlGroup, type GroupUse, numbersIn } from './control-group';
import { enterGroup, makeGroup, newGroupName, removeGroup } from './group-directory';
import { type Hierarchy, hierarchyOf } from './hierarchies';

/**
 * A group of version 2, beside the lab's own or further up, because only a group without processes may divide its CPU
 * among others.
 *
 * @throws whatever the file system says if groups cannot be made
 */
export function groupOfVersion2(unified = hierarchyOf('version 2')): ControlGroup {
  if (!unified) throw new Error('no hierarchy of version 2');
  const parent = parentsOf(unified).find(dividesCpu);
  if (parent === undefined) throw new Error('no group may divide its CPU among others');
  const path = makeGroup(parent, newGroupName(), unified.own);
  return {
    enter: (pid) => enterGroup(path, pid),
    limit: (bandwidth) => writeFileSync(join(path, 'cpu.max'), maximumOf(bandwidth)),
    use: () => useOf(path),
    remove: () => removeGroup(path, unified.own),
  };
}

/** What the kernel counts for a group. */
export function useOf(path: string): GroupUse {
  const found = numbersIn(readFileSync(join(path, 'cpu.stat'), 'utf8'));
  return {
    usedMs: found.get('usage_usec')! / 1e3,
    periods: found.get('nr_periods')!,
    throttledPeriods: found.get('nr_throttled')!,
    throttledMs: found.get('throttled_usec')! / 1e3,
  };
}

const maximumOf = ({ quotaUs, periodUs }: Bandwidth) => `${quotaUs ?? 'max'} ${periodUs}`;

/** From the lab's own group upwards; the group itself only if it is the root, to which the rule does not apply. */
function parentsOf({ mount, own }: Hierarchy): string[] {
  if (own === mount || !own.startsWith(mount)) return [mount];
  const above = dirname(own);
  return above === mount ? [mount] : [above, ...parentsOf({ mount, own: above })];
}

function dividesCpu(group: string): boolean {
  const control = join(group, 'cgroup.subtree_control');
  const does = () =>
    read(() => readFileSync(control, 'utf8'))
      ?.split(/\s+/)
      .includes('cpu') ?? false;
  return does() || (read(() => writeFileSync(control, '+cpu')), does());
}
