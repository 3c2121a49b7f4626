import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { StartError } from '@jobly/contracts';
import { type Entry, type History, entry } from './entries';

/** Writes entries as they happen, one JSON line each, so that a killed run leaves what it had seen. */
export function historyFile(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const stream = createWriteStream(path, { flags: 'wx' });
  return {
    append: (one: Entry) => void stream.write(`${JSON.stringify(one)}\n`),
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}

/**
 * Reads a whole history.
 * @throws StartError if it cannot be read, or if its run did not come to its end.
 */
export async function readHistory(path: string): Promise<History> {
  const entries: Entry[] = [];
  try {
    for await (const line of createInterface({ input: createReadStream(path) }))
      entries.push(entry.parse(JSON.parse(line)));
  } catch (error) {
    throw new StartError(`${path} is not a history: ${(error as Error).message}`, { cause: error });
  }
  return historyOf(entries, path);
}

/** @throws StartError if the entries do not make a whole history. */
export function historyOf(entries: Entry[], source: string): History {
  const of = <T extends Entry['type']>(type: T) =>
    entries.filter((one): one is Extract<Entry, { type: T }> => one.type === type);
  const [beginning] = of('beginning');
  const [final] = of('final');
  if (!beginning || !final) throw new StartError(`${source} has no ${beginning ? 'end' : 'beginning'}.`);
  return { beginning, operations: of('operation'), faults: of('fault'), final };
}
