import { seedOf } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { startStacks } from '@jobly/lab/system-under-test';
import { peopleAt } from '../people';
import { DISK_SCHEDULE } from './schedule';
import { smallDisk } from './small-disk';
import { type FullDisk, writeMeanwhile } from './writes';

/** Room for PostgreSQL with its databases, and for what is written before and after. */
const DISK_MIB = 320;

/** Left before the disk is full, so that filling the rest takes no time. */
const ALMOST_FULL_MIB = 16;

/** The small disk of both stacks fills up under the load of one and then of the other; undefined where there can be no such disk. */
export async function fillingDisk({ run, seed, signal, progress }: Scene): Promise<FullDisk[] | undefined> {
  const disk = smallDisk(DISK_MIB);
  if (!disk) return undefined;
  try {
    const stacks = await startStacks(signal, { restart: true, within: disk.path });
    try {
      const all: FullDisk[] = [];
      for (const stack of ['monolith', 'micro'] as const) {
        progress.step(`${stack}: disk full`);
        const { origin } = stacks[stack];
        const people = await peopleAt(origin, stacks.admin, `${run.id}d`);
        disk.leave(ALMOST_FULL_MIB);
        const events = [
          { dueMs: DISK_SCHEDULE.fullMs, act: () => disk.leave(0) },
          { dueMs: DISK_SCHEDULE.emptyMs, act: () => disk.empty() },
        ];
        all.push(await writeMeanwhile({ stack, origin, people, seed: seedOf(seed, stack, 'disk'), signal, events }));
      }
      return all;
    } finally {
      disk.empty();
      await stacks.close();
    }
  } finally {
    disk.remove();
  }
}
