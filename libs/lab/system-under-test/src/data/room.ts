import { statfs } from 'node:fs/promises';
import { Failure } from '@jobly/lab/instrument';
import type { DataSize } from './size';

/** A cluster with the four databases, empty, and the log that PostgreSQL writes ahead while it is used. */
const BASE_BYTES = 300e6;

/** Of a job with its share of everything else, in all four databases, and of the log while they are filled. */
const BYTES_PER_JOB = 1_200;

/** Of the four databases, empty, in a cluster that is there already. */
const EMPTY_BYTES = 40e6;

/**
 * What a stack with data of this size needs on its disk, in bytes, with so many further copies of its databases. Where
 * the file system clones files, they need less; but every write to them takes room there, too.
 */
export const bytesOf = ({ jobs }: DataSize, copies = 0): number =>
  BASE_BYTES + copies * EMPTY_BYTES + (1 + copies) * jobs * BYTES_PER_JOB;

/** @throws Failure if the file system of a directory has too little room for data of this size, which needs so many bytes */
export async function assertRoom(directory: string, size: DataSize, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize >= needed) return;
  throw new Failure(
    `Data of size ${size.name} needs ${gigabytes(needed)} in ${directory}, and ${gigabytes(bavail * bsize)} are free; ` +
      'free some, choose a smaller size with --data, or other disks with TMPDIR and JOBLY_LAB_CACHE.',
  );
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
