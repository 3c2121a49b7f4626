import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseAccount, giveTo } from './account';
import { findBinaries } from './binaries';
import { createCluster, holdsCluster, readPassword } from './data-directory';
import { createMissing } from './databases';
import { fileTrouble } from './file-trouble';
import { stopLeftover } from './leftover';
import { freePort } from './port';
import { type Exit, startPostmaster } from './postmaster';

interface ClusterOptions {
  /** The data directory; created if missing. */
  directory: string;
  /** Default: any free one. */
  port?: number;
  /** Created if missing. */
  databases: string[];
}

/** A running PostgreSQL server on the loopback interface. */
export interface Cluster {
  port: number;
  pid: number;
  /** Whether the cluster is new and empty. */
  created: boolean;
  /** The connection URL of a database, password included. */
  urlOf(database: string): string;
  /** Resolves when PostgreSQL has ended, whether asked to or not. */
  exited: Promise<Exit>;
  /** Ends open connections, writes everything to disk and stops. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL from npm in a directory of its own, as root or not, in whatever state the last run left it. The
 * server does not outlive this process. Rejects with a StartError.
 */
export async function startCluster({ directory, port, databases }: ClusterOptions): Promise<Cluster> {
  try {
    await mkdir(directory, { recursive: true });
    return await start(await realpath(directory), port, databases);
  } catch (error) {
    throw fileTrouble(directory, error);
  }
}

async function start(directory: string, wantedPort: number | undefined, databases: string[]): Promise<Cluster> {
  const data = join(directory, 'data');
  const binaries = await findBinaries();
  const present = await holdsCluster(directory, binaries);
  const owner = await stat(present ? data : directory);
  const account = await chooseAccount({ program: binaries.postgres, directory, owner });
  if (present) {
    await stopLeftover(data);
    if (account.uid !== owner.uid) await giveTo(account, data);
  } else {
    await createCluster(directory, binaries, account);
  }

  const port = await freePort(wantedPort);
  const log = join(directory, 'postgres.log');
  const postmaster = await startPostmaster({ account, program: binaries.postgres, data, log, port });
  try {
    const password = await readPassword(directory);
    const urlOf = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
    await createMissing(urlOf, databases);
    return { ...postmaster, port, created: !present, urlOf };
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}
