import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { operations } from '@jobly/contracts';
import { evenly, Failure, type LoadRequest, type Observed, seededRandom, sendAll } from '@jobly/lab/instrument';
import { exchange, requestFor } from '@jobly/lab/system-under-test';
import type { People } from '../people';
import { DISK_SCHEDULE } from './schedule';

/** Requests/s of each kind. */
export const RATE_EACH = 20;

/** A database that has stopped is started again after up to 15 s. */
const BETWEEN_LOOKS_MS = 500;
const LOOKS_AT_MOST = 60;

/** Random, so that it needs its room on the disk however it is compressed. */
const DESCRIPTION_BYTES = 2_400;

/** A write, with what the reader finds of it when all is well again. */
export interface Write extends Observed {
  isThere: boolean;
}

/** What was seen of one stack while its disk was full. */
export interface FullDisk {
  stack: string;
  writes: Write[];
  reads: Observed[];
}

interface Asked {
  stack: string;
  origin: string;
  people: People;
  seed: number;
  signal: AbortSignal;
  events: Parameters<typeof sendAll>[2];
}

/** Companies are created and one is read while the disk fills up and is emptied; afterwards each is looked for. */
export async function writeMeanwhile({ stack, origin, people, seed, signal, events }: Asked): Promise<FullDisk> {
  const { watchedMs } = DISK_SCHEDULE;
  const handles = Array.from({ length: (RATE_EACH * watchedMs) / 1_000 }, (_, index) => `${people.handle}-${index}`);
  const read = requestFor(operations.getCompany, { path: `/companies/${people.handle}` });
  const requests = handles.flatMap((handle) => [creating(handle, people), read]);
  const planned = evenly(requests, { rate: 2 * RATE_EACH, leadInMs: 0, durationMs: watchedMs }, seededRandom(seed));
  const observed = await sendAll(origin, planned, events, { label: `${stack}-disk`, signal });
  await wellAgain(origin, read);
  const writes: Write[] = [];
  for (const [index, handle] of handles.entries()) {
    const { status } = await exchange(origin, { method: 'GET', path: `/companies/${handle}` });
    writes.push({ ...observed[2 * index]!, isThere: status === 200 });
  }
  return { stack, writes, reads: observed.filter((_, index) => index % 2 === 1) };
}

/** @throws Failure if it never is */
async function wellAgain(origin: string, { expect, ...question }: LoadRequest): Promise<void> {
  for (let look = 0; look < LOOKS_AT_MOST; look++) {
    const { status } = await exchange(origin, question);
    if (status === expect) return;
    await delay(BETWEEN_LOOKS_MS);
  }
  throw new Failure(`${origin} is not well again though its disk has space.`);
}

const creating = (handle: string, { admin: { token } }: People): LoadRequest =>
  requestFor(operations.createCompany, {
    token,
    body: { handle, name: handle, description: randomBytes(DESCRIPTION_BYTES).toString('hex') },
  });
