import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from './clock';
import type { Caused, Entry } from './entry';

/** The original, because notes about JSON must not cause further notes. */
const { stringify } = JSON;

const file = join(process.env['LAB_RECORDING']!, `${process.pid}.jsonl`);

/** The id of the request that is being answered. */
export const answering = new AsyncLocalStorage<number>();

/** What is done now, and for which request. */
export const caused = (): Caused => ({ by: answering.getStore() ?? null, begin: now() });

/** Written at once: whoever reads the file finds everything that has happened. */
export const note = (entry: Entry): void => appendFileSync(file, `${stringify(entry)}\n`);
