import { statfs } from 'node:fs/promises';
import { Failure } from '@jobly/lab/instrument';
import type { DataSize } from './size';

/** A cluster with the four databases, empty, and the log that PostgreSQL writes ahead while it is used. */
const BASE_BYTES = 300e6;

/** Of a job with its share of everything else, in all four databases, and of the log while they are filled. */
const BYTES_PER_JOB = 1_200;

/** What a stack with data of this size needs on its disk, in bytes. */
export const bytesOf = ({ jobs }: DataSize): number => BASE_BYTES + jobs * BYTES_PER_JOB;

/** @throws Failure if the file system of a directory has too little room for data of this size, so many times */
export async function assertRoom(directory: string, size: DataSize, times: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  const needed = times * bytesOf(size);
  if (bavail * bsize >= needed) return;
  throw new Failure(
    `Data of size ${size.name} needs ${gigabytes(needed)} in ${directory}, and ${gigabytes(bavail * bsize)} are free; ` +
      'free some, choose a smaller size with --data, or other disks with TMPDIR and JOBLY_LAB_CACHE.',
  );
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
