import { z } from 'zod';
import { company } from './companies';
import { handle } from './fields';
import { job } from './jobs';

/**
 * A record as its owner shares it. Its version grows with each change, so that of two states the newer is known;
 * without content it is deleted.
 */
export interface SharedRow<Key, Content> {
  key: Key;
  version: number;
  content: Content | null;
}

const shared = <K extends z.ZodType, C extends z.ZodType>(key: K, content: C) =>
  z.object({ key, version: z.int().positive(), content: content.nullable() });

export const sharedCompany = shared(handle, company);
export const sharedJob = shared(job.shape.id, job);

/** A question for the next records in the order of their keys. */
export interface PageQuestion<Key> {
  /** The last key of the page before; for the first page, one that is below all. */
  after: Key;
  /** Of what the asker has on this page; null if that is nothing. */
  digest: string | null;
}

/**
 * The page, of `BATCH_SIZE` records at most; a shorter one is the last. Null if the asker has the same already.
 */
export type AskPage<Key, Content> = (question: PageQuestion<Key>) => Promise<SharedRow<Key, Content>[] | null>;
