import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '@jobly/lab/system-under-test';
import type { Entry } from '../recorder/entry';

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

const entriesIn = (file: string): Entry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
