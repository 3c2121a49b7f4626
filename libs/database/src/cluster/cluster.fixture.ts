import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, startCluster } from './cluster';

/** A new cluster is a thousand files to sync, too much for a busy disk where memory is available. */
const MEMORY = '/dev/shm';
const ROOM = 1_000_000_000;

// Enough time for tests that start clusters, even on a busy disk.
import.meta.jest.setTimeout(60_000);

/** A directory of its own. */
export function temporaryDirectory() {
  const directory = mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), 'jobly-database-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

function hasRoom(path: string): boolean {
  const space = existsSync(path) ? statfsSync(path) : undefined;
  return space !== undefined && space.bavail * space.bsize > ROOM;
}

/** A cluster for one test file. */
export async function temporaryCluster(...databases: string[]): Promise<Cluster & { remove: () => Promise<void> }> {
  const { directory, remove } = temporaryDirectory();
  const { JOBLY_TEST_FOLDER: shared } = process.env;
  if (shared) execFileSync('cp', ['-Rp', join(await emptyCluster(shared), 'data'), directory]);
  const cluster = await startCluster({ directory, databases });
  return {
    ...cluster,
    async remove() {
      await cluster.stop();
      remove();
    },
  };
}

/**
 * A stopped cluster without databases of ours. Copying one takes a tenth of the time of initdb, which therefore runs
 * once for all test files that share a folder.
 */
async function emptyCluster(folder: string): Promise<string> {
  const finished = join(folder, 'cluster');
  if (existsSync(finished)) return finished;
  const mine = mkdtempSync(join(folder, 'cluster-in-the-making-'));
  const { stop } = await startCluster({ directory: mine, databases: [] });
  await stop();
  try {
    renameSync(mine, finished);
  } catch {
    // Another process was quicker.
    rmSync(mine, { recursive: true });
  }
  return finished;
}

const OWNER = `
  import { startCluster } from './libs/database/src/cluster/cluster';
  const cluster = await startCluster({ directory: process.argv[2], databases: ['jobly'] });
  process.send({ pid: cluster.pid, url: cluster.urlOf('jobly') });
`;

/** Another process that starts a cluster and owns it, to be killed. */
export async function startOwner(directory: string) {
  const root = join(import.meta.dirname, '../../../..');
  const program = join(root, `node_modules/.cache/jobly-cluster-owner-${process.pid}.mjs`);
  execFileSync(
    join(root, 'node_modules/.bin/esbuild'),
    ['--bundle', '--packages=external', '--platform=node', '--format=esm', '--loader=ts', `--outfile=${program}`],
    { cwd: root, input: OWNER, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  const owner = fork(program, [directory], { execArgv: [] });
  const [{ pid, url }] = (await once(owner, 'message')) as [{ pid: number; url: string }];
  rmSync(program);
  return { owner: owner.pid!, ended: once(owner, 'exit'), postmaster: pid, url };
}
