import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '@jobly/contracts';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { complaintIn } from './complaint';
import { atPlainPath } from './plain-path';
import { isAlive } from './processes';

const PASSWORD = 'jobly.password';
const LOG = /^postgres(\.previous)?\.log$/;
const STAGING = /^initdb-(\d+)$/;

/** Whether the directory holds one of our clusters. Throws a StartError if it holds anything else. */
export async function holdsCluster(directory: string, { major }: Binaries): Promise<boolean> {
  const entries = await readdir(directory);
  if (!entries.includes('data')) {
    const foreign = entries.find((entry) => !LOG.test(entry) && !STAGING.test(entry));
    if (foreign === undefined) return false;
    throw new StartError(
      `${directory} holds something else (${foreign}) and was left alone; choose another directory.`,
    );
  }
  const contents = await readdir(join(directory, 'data'));
  if (!contents.includes('PG_VERSION') || !contents.includes(PASSWORD)) {
    throw new StartError(`${directory}/data is not a database of this program's, or is damaged; it was left alone.`);
  }
  const version = (await readFile(join(directory, 'data/PG_VERSION'), 'utf8')).trim();
  if (version !== major) {
    throw new StartError(
      `${directory} was made by PostgreSQL ${version}, and this is ${major}; it was left alone. ` +
        'Choose another directory, or bring the data over with pg_dump.',
    );
  }
  return true;
}

/** The superuser's password, which was generated with the cluster. */
export const readPassword = (directory: string): Promise<string> => readFile(join(directory, 'data', PASSWORD), 'utf8');

/**
 * Creates a new cluster beside its final place and moves it there when it is complete, so that half a cluster is never
 * visible.
 */
export async function createCluster(directory: string, { initdb }: Binaries, account: Account): Promise<void> {
  await removeAbandoned(directory);
  const staging = join(directory, `initdb-${process.pid}`);
  const password = join(staging, 'password');
  const data = join(staging, 'data');
  try {
    await mkdir(staging, { mode: 0o700 });
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await Promise.all([staging, password].map((path) => chown(path, account.uid, account.gid)));
    await atPlainPath(initdb, (path) => runInitdb(account, path, data, password));
    await rename(password, join(data, PASSWORD));
    await rename(data, join(directory, 'data'));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function runInitdb(account: Account, initdb: string, data: string, password: string): Promise<void> {
  const { file, args, options } = account.command(initdb, [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]);
  await promisify(execFile)(file, args, options).catch((error: unknown) => {
    const { stderr, message } = error as { stderr?: string; message: string };
    const complaint = complaintIn(stderr || message);
    throw new StartError(`PostgreSQL cannot make a database in ${data}: ${complaint}.`, { cause: error });
  });
}

/**
 * Removes the remains of a process that was killed during initdb; in a container the next process often has the same
 * number.
 */
async function removeAbandoned(directory: string): Promise<void> {
  for (const entry of await readdir(directory)) {
    const pid = Number(STAGING.exec(entry)?.[1]);
    const inUse = pid !== process.pid && isAlive(pid);
    if (Number.isNaN(pid) || inUse) continue;
    // Its initdb may still be writing; without a reader for its messages it ends at the next one.
    await rm(join(directory, entry), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
