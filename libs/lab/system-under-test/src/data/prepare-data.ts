import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startStack } from '@jobly/stack';
import { databaseUrl } from '../targets/stacks';
import { DATABASES } from '../targets/target-of';
import { throwawayDirectory } from '../targets/throwaway-directory';
import { NO_DATABASES, USUAL_SETTINGS } from '../targets/usual-settings';
import { asAdministrator } from '../targets/databases';
import { cacheDirectory, copy, found, keep } from './cache';
import { cacheKey } from './cache-key';
import { fillDatabase } from './fill';
import { assertRoom, bytesOf } from './room';
import type { DataSize } from './size';

/** What a stack that is started elsewhere needs of another's directory; its secrets and logs are not kept. */
const PORTABLE = ['jobly.json', 'seeded.json', 'postgres'];

/**
 * Fills the directory of a stack that is about to start with databases of this size, the same in both architectures.
 * The first time they are made; from then on they are copied.
 * @param copies how often the databases will be copied there, which takes room, too
 * @throws Failure if a disk has too little room
 */
export async function prepareData(
  size: DataSize,
  directory: string,
  copies: number,
  signal: AbortSignal,
): Promise<void> {
  const key = cacheKey(size);
  await assertRoom(dirname(directory), size, bytesOf(size, copies));
  const kept = (await found(key)) ?? (await made(size, key, signal));
  signal.throwIfAborted();
  await copy(kept, directory);
  signal.throwIfAborted();
}

async function made(size: DataSize, key: string, signal: AbortSignal): Promise<string> {
  await mkdir(cacheDirectory(), { recursive: true, mode: 0o700 });
  await assertRoom(cacheDirectory(), size, bytesOf(size));
  const temporary = await throwawayDirectory();
  try {
    await assertRoom(temporary.path, size, 2 * bytesOf(size));
    const filled = join(temporary.path, 'filled');
    await makeAt(filled, size, signal);
    const portable = join(temporary.path, 'portable');
    await mkdir(portable);
    for (const name of PORTABLE) await rename(join(filled, name), join(portable, name));
    await keep(portable, key);
    return join(cacheDirectory(), key);
  } finally {
    await temporary.remove();
  }
}

/** Both stacks are started, so that their own migrations and seeds have run; then the records are replaced. */
async function makeAt(directory: string, size: DataSize, signal: AbortSignal): Promise<void> {
  const stack = await startStack({
    directory,
    parts: ['monolith', 'micro'],
    ports: 'free',
    env: { ...USUAL_SETTINGS, ...NO_DATABASES },
    signal,
  });
  const stop = () => void stack.stop();
  signal.addEventListener('abort', stop);
  try {
    const names = [DATABASES.monolith, DATABASES.micro].flatMap((each) => Object.values(each));
    await Promise.all(names.map((name) => fillDatabase(databaseUrl(stack.postgres!, name), size, signal)));
    await asAdministrator(stack.postgres!, SHORTEN_LOG);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await stack.stop();
  }
}

/** PostgreSQL keeps the files of its log for later use: up to a gigabyte, which would be copied each time. */
const SHORTEN_LOG = [
  `ALTER SYSTEM SET min_wal_size = '32MB'`,
  `ALTER SYSTEM SET max_wal_size = '32MB'`,
  'SELECT pg_reload_conf()',
  'SELECT pg_switch_wal()',
  'CHECKPOINT',
  'ALTER SYSTEM RESET min_wal_size',
  'ALTER SYSTEM RESET max_wal_size',
];
