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

/** Both stacks on one small disk that fills up under load; undefined where there can be no such disk. */
export async function fillingDisk({ run, seed, signal, progress }: Scene): Promise<FullDisk[] | undefined> {
  const disk = smallDisk(DISK_MIB);
  if (!disk) return undefined;
  try {
    progress.step('Filling the disk under both stacks');
    const stacks = await startStacks(signal, { restart: true, within: disk.path });
    try {
      const fields = [];
      for (const stack of ['monolith', 'micro'] as const) {
        const { origin } = stacks[stack];
        fields.push({ stack, origin, people: await peopleAt(origin, stacks.admin, `${run.id}d`) });
      }
      disk.leave(ALMOST_FULL_MIB);
      // The disk is that of both, so one of them tells when it fills.
      const events = [
        { dueMs: DISK_SCHEDULE.fullMs, act: () => disk.leave(0) },
        { dueMs: DISK_SCHEDULE.emptyMs, act: () => disk.empty() },
      ];
      return await Promise.all(
        fields.map((field, index) =>
          writeMeanwhile({
            ...field,
            seed: seedOf(seed, field.stack, 'disk'),
            signal,
            events: index === 0 ? events : [],
          }),
        ),
      );
    } finally {
      disk.empty();
      await stacks.close();
    }
  } finally {
    disk.remove();
  }
}
