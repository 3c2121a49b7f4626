import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '@jobly/lab/system-under-test';
import type { Entry, Listening } from '../recorder/entry';

/** All that one process has noted. */
export interface Notes {
  /** The name of the process in the code. */
  readonly process: string;
  /** Where it listens. */
  readonly port: number;
  readonly entries: readonly Entry[];
}

/** The notes of all processes of a stack, that of its public origin first. */
export const readNotes = (directory: string, { endpoints = [], processes }: Target): Notes[] =>
  endpoints.map(({ name, url }) => ({
    process: name.replace(/ service$/, ''),
    port: Number(new URL(url).port),
    entries: [processes?.pids[name] ?? []].flat().flatMap((pid) => entriesIn(join(directory, `${pid}.jsonl`))),
  }));

/** The notes of all processes that have noted anything there and where they listen. */
export const allNotes = (directory: string): Notes[] =>
  readdirSync(directory).flatMap((file) => {
    const entries = entriesIn(join(directory, file));
    const listening = entries.find((entry): entry is Listening => entry.kind === 'listening');
    return listening ? [{ process: listening.app.replace(/-service$/, ''), port: listening.port, entries }] : [];
  });

const entriesIn = (file: string): Entry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
