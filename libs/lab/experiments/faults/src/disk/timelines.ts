import type { Observations } from '@jobly/lab/runner';
import { timelineOf } from '../schedule/timeline';
import { DISK_SCHEDULE } from './schedule';
import type { FullDisk } from './writes';

/** All requests around the filling of the disk, one picture for each stack. */
export const diskTimelines = (all: readonly FullDisk[]): Required<Observations>['timelines'] =>
  all.map(({ stack, reads, writes }) =>
    timelineOf(`${stack}: disk full`, [...reads, ...writes], DISK_SCHEDULE.watchedMs, [
      { name: 'the disk is full', ms: DISK_SCHEDULE.fullMs },
      { name: 'there is space again', ms: DISK_SCHEDULE.emptyMs },
    ]),
  );
