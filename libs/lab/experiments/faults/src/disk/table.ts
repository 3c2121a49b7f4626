import type { Observed } from '@jobly/lab/instrument';
import { count, percentage, roundedMs, type Table } from '@jobly/lab/results';
import { failingOf, isWell } from '../schedule/outcome';
import { PATIENCE_MS } from '../schedule/strikes';
import { DISK_SCHEDULE } from './schedule';
import { type FullDisk, RATE_EACH } from './writes';

/** The name of the table that the conclusion finds. */
export const DISK = 'full-disk';

const SECONDS = (DISK_SCHEDULE.emptyMs - DISK_SCHEDULE.fullMs) / 1_000;

/** What happens to reads and writes while the disk under the databases is full. */
export const diskTable = (all: readonly FullDisk[] | undefined): Table => ({
  name: DISK,
  title: 'What works while the disk of the databases is full',
  note: all
    ? `For ${SECONDS} s, ${RATE_EACH} companies/s are created and one is read as often, at one stack after the other. Late is what is answered rightly, but after more than ${PATIENCE_MS / 1_000} s. Afterwards every company is looked for: lost is what was acknowledged and is not there, refused but there is what was answered with 503 and took effect all the same.`
    : 'Left out: a small disk that can be filled is mounted, which takes root on Linux.',
  head: [
    'stack',
    'reads',
    'writes',
    'answers to the others',
    'well again',
    'acknowledged',
    'lost',
    'refused but there',
  ],
  rows: all?.map(rowOf) ?? [],
  keys: all?.map(({ stack }) => stack) ?? [],
});

function rowOf({ stack, reads, writes }: FullDisk): string[] {
  const failures = [...reads, ...writes].filter((one) => !isWell(one));
  const well = Math.max(0, ...failures.map(({ settledMs }) => settledMs - DISK_SCHEDULE.emptyMs));
  const acknowledged = writes.filter(({ failure }) => failure === undefined);
  return [
    stack,
    shareOf(reads.filter(isMeanwhile)),
    shareOf(writes.filter(isMeanwhile)),
    kindsOf(failures),
    roundedMs(well),
    count(acknowledged.length),
    count(acknowledged.filter(({ isThere }) => !isThere).length),
    count(writes.filter(({ failure, isThere }) => failure === 'status 503' && isThere).length),
  ];
}

const isMeanwhile = ({ dueMs }: Observed) => dueMs >= DISK_SCHEDULE.fullMs && dueMs < DISK_SCHEDULE.emptyMs;

const shareOf = (some: readonly Observed[]) => percentage(some.filter(isWell).length / some.length);

/** "503, 504", or "–". */
function kindsOf(failures: readonly Observed[]): string {
  const kinds = new Set(failures.flatMap((one) => failingOf(one)?.replace(/^status (?=50[34])/, '') ?? []));
  return kinds.size === 0 ? '–' : [...kinds].toSorted().join(', ');
}
