import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Failure } from '@jobly/lab/instrument';
import { count } from '@jobly/lab/results';

/** A row takes about 110 bytes in each of seven tables, and about 60 in each of six indexes. */
const BYTES_PER_ROW = 1_200;

/** What PostgreSQL writes beside the tables: its log, of at most 1 GiB by default, and what it sorts. */
const BESIDE = 1.5e9;

/** Of Jobly's tables with their indexes in four databases, and of what building those takes. */
const BYTES_PER_JOB = 2_500;

/**
 * @throws Failure if the disk of the databases is too small for so many people and jobs
 */
export async function requireRoom(people: number, jobs: number, path = tmpdir()): Promise<void> {
  const { bavail, bsize } = await statfs(path);
  const needed = people * BYTES_PER_ROW + jobs * BYTES_PER_JOB + BESIDE;
  if (bavail * bsize >= needed) return;
  const megabytes = (bytes: number) => `${count(bytes / 1e6)} MB`;
  throw new Failure(
    `Tables of ${count(people)} rows need ${megabytes(needed)} of disk, and ${path} has ${megabytes(bavail * bsize)}: make room, set TMPDIR to a larger disk, or run with --quick.`,
  );
}
