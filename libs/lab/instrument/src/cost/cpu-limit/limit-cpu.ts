import { platform } from 'node:os';
import { Failure, messageOf } from '../../failure';
import { familyOf, read } from '../proc';
import { bandwidthOf, type ControlGroup, type GroupUse } from './control-group';
import { groupOfUserScope } from './user-scope';
import { groupOfVersion1 } from './version-1';
import { groupOfVersion2 } from './version-2';

/** Some processes, and the CPU time that they may use together. */
export interface CpuLimit {
  /** Moves processes in, with their descendants; whatever they start from then on is inside, too. */
  add(pids: readonly number[]): void;
  /** Changes the limit, also while they run. */
  set(cpus: number): void;
  /** Since the limit exists. */
  use(): GroupUse;
  /** Lifts the limit. May be called again. */
  remove(): void;
}

/** As the kernel offers them; the last for users who may not make groups. */
const WAYS = [groupOfVersion2, groupOfVersion1, groupOfUserScope];

/**
 * Limits processes to so many CPUs together, as a container's limit does: once their share of a period of 10 ms is used
 * up, they wait for the next one. Infinity for no limit yet. What is not removed goes when this process exits.
 *
 * @throws Failure if this system lets the lab limit nobody
 */
export function limitCpu(cpus: number): CpuLimit {
  const group = newGroup();
  const remove = () => {
    remaining.delete(remove);
    read(group.remove);
    if (remaining.size === 0) process.off('exit', removeAll);
  };
  // One listener, however many limits there are.
  if (remaining.size === 0) process.on('exit', removeAll);
  remaining.add(remove);
  const limit: CpuLimit = {
    add: (pids) => familyOf(pids).forEach((pid) => group.enter(pid)),
    set: (wanted) => group.limit(bandwidthOf(wanted)),
    use: group.use,
    remove,
  };
  try {
    limit.set(cpus);
    return limit;
  } catch (error) {
    remove();
    throw new Failure(`The CPU time of processes cannot be limited to ${cpus} CPUs here: ${messageOf(error)}.`);
  }
}

const remaining = new Set<() => void>();

const removeAll = () => remaining.forEach((remove) => remove());

/** A sentence if nobody's CPU time can be limited here. */
export function whyNoCpuLimit(): string | undefined {
  try {
    limitCpu(1).remove();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function newGroup(): ControlGroup {
  if (platform() !== 'linux') throw new Failure('CPU time can be limited only on Linux, by control groups.');
  const refused: string[] = [];
  for (const make of WAYS) {
    try {
      return make();
    } catch (error) {
      refused.push(messageOf(error));
    }
  }
  throw new Failure(
    `CPU time cannot be limited here: run the lab as root, or as a user with a systemd of their own (${refused.join('; ')}).`,
  );
}
