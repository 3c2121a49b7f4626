import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, startCluster } from './cluster';
import { startOwner, temporaryDirectory } from './cluster.fixture';
import { isAlive } from './processes';

/** Made once, and started again by every test that needs an existing cluster. */
const made = temporaryDirectory();
const cleanups: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  const cluster = await start(made.directory, ['jobly']);
  await query(cluster.urlOf('jobly'), 'CREATE TABLE facts (fact text); INSERT INTO facts VALUES ($$kept$$)');
  await cleanUp();
});
afterEach(cleanUp);
afterAll(made.remove);

async function cleanUp() {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

async function start(directory: string, databases: string[] = [], port?: number): Promise<Cluster> {
  const cluster = await startCluster({ directory, databases, port });
  cleanups.push(cluster.stop);
  return cluster;
}

function emptyDirectory(): string {
  const { directory, remove } = temporaryDirectory();
  cleanups.push(remove);
  return directory;
}

/** A directory that looks enough like a cluster. */
function imitation(files: Record<string, string>): string {
  const directory = emptyDirectory();
  mkdirSync(join(directory, 'data/global'), { recursive: true });
  chmodSync(join(directory, 'data'), 0o700);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(directory, 'data', file), content);
  return directory;
}

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the statement under way reports it
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

const RUNNING = `SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT count(*) FROM generate_series%'`;

async function facts(url: string): Promise<string[]> {
  const rows = await query<{ fact: string }>(url, 'SELECT fact FROM facts');
  return rows.map(({ fact }) => fact);
}

function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(list)
    ? readFileSync(list, 'utf8')
    : execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return children.trim().split(/\s+/).map(Number);
}

/** Polls until the answer is yes. */
async function eventually<Answer>(ask: () => Promise<Answer>): Promise<NonNullable<Answer>> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    await delay(10);
  }
}

describe('A cluster', () => {
  it('is there again with its data at the next start, with the databases added that were missing', async () => {
    const cluster = await start(made.directory, ['jobly', 'jobly_users']);
    expect(cluster.created).toBe(false);
    expect(await facts(cluster.urlOf('jobly'))).toContain('kept');
    expect(await query(cluster.urlOf('jobly_users'), 'SELECT current_database() AS name')).toEqual([
      { name: 'jobly_users' },
    ]);
  });

  it('wants its password, listens on the loopback interface only and never gives up fsync', async () => {
    const { urlOf } = await start(made.directory);
    const guess = urlOf('postgres').replace(/:[^:@]+@/, ':guess@');
    await expect(query(guess, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const [settings] = await query(
      urlOf('postgres'),
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
              current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding`,
    );
    expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '', fsync: 'on', encoding: 'UTF8' });
  });

  it('says when it ended, asked to or not', async () => {
    const cluster = await start(made.directory);
    process.kill(cluster.pid, 'SIGKILL');
    expect(await cluster.exited).toEqual({ code: null, signal: 'SIGKILL' });
    const next = await start(made.directory);
    await next.stop();
    expect(await next.exited).toEqual({ code: 0, signal: null });
  });
});

describe('Whatever happened to the last owner', () => {
  it('PostgreSQL does not outlive a killed owner', async () => {
    const { owner, postmaster } = await startOwner(made.directory);
    expect(isAlive(postmaster)).toBe(true);
    process.kill(owner, 'SIGKILL');
    await eventually(async () => !isAlive(postmaster));
    expect(isAlive(postmaster)).toBe(false);
  });

  it('a server that outlived even its keeper is stopped, and the cluster started again', async () => {
    const { directory } = made;
    const { owner, ended, postmaster, url } = await startOwner(directory);
    await query(url, 'INSERT INTO facts VALUES ($$told to the killed owner$$)');
    const keepers = childrenOf(owner).filter((pid) => pid !== postmaster);
    for (const pid of [...keepers, owner]) process.kill(pid, 'SIGKILL');
    await ended;
    const { urlOf, pid } = await start(directory);
    expect(pid).not.toBe(postmaster);
    expect(await facts(urlOf('jobly'))).toContain('told to the killed owner');
  });

  it('a server that was killed in the middle of its work loses nothing that it had acknowledged', async () => {
    const { directory } = made;
    const first = await start(directory);
    await query(first.urlOf('jobly'), 'INSERT INTO facts VALUES ($$told to the killed server$$)');
    // This busy backend does not notice that its server is gone.
    const busy = query(first.urlOf('jobly'), 'SELECT count(*) FROM generate_series(1, 1e10)');
    const ended = expect(busy).rejects.toThrow();
    const backend = await eventually(async () => {
      const [row] = await query<{ pid: number }>(first.urlOf('jobly'), RUNNING);
      return row?.pid;
    });
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = start(directory);
    await eventually(async () => (await readFile(join(directory, 'postgres.log'), 'utf8')).includes('pre-existing'));
    process.kill(backend, 'SIGKILL');
    expect(await facts((await second).urlOf('jobly'))).toContain('told to the killed server');
    await ended;
  });

  it('a process number in postmaster.pid that somebody else has got since is no obstacle', async () => {
    const { directory } = made;
    writeFileSync(join(directory, 'data/postmaster.pid'), `${process.ppid}\n${directory}/data\n`);
    const { urlOf } = await start(directory);
    expect(await facts(urlOf('jobly'))).toContain('kept');
  });

  it('half a cluster, left by a killed initdb, is made anew', async () => {
    const directory = emptyDirectory();
    for (const pid of [999_999_999, process.pid]) mkdirSync(join(directory, `initdb-${pid}/data`), { recursive: true });
    expect((await start(directory)).created).toBe(true);
    expect(readdirSync(directory).sort()).toEqual(['data', 'postgres.log']);
  });

  it('a server whose owner is alive is left alone', async () => {
    const { directory } = made;
    const { urlOf } = await start(directory);
    await expect(start(directory)).rejects.toThrow(`is in use by process ${process.pid}`);
    expect(await facts(urlOf('jobly'))).toContain('kept');
  });
});

describe('One sentence, and nothing touched, for', () => {
  it('a directory that holds something else', async () => {
    const directory = emptyDirectory();
    writeFileSync(join(directory, 'thesis.doc'), 'years');
    await expect(start(directory)).rejects.toThrow(/holds something else \(thesis\.doc\)/);
    expect(readdirSync(directory)).toEqual(['thesis.doc']);
  });

  it('somebody else’s PostgreSQL', async () => {
    const directory = imitation({ PG_VERSION: '18\n' });
    await expect(start(directory)).rejects.toThrow(/not a database of this program's/);
  });

  it('a cluster of another major version', async () => {
    const directory = imitation({ PG_VERSION: '17\n', 'jobly.password': 'secret' });
    await expect(start(directory)).rejects.toThrow(/was made by PostgreSQL 17, and this is 18/);
    expect(await readFile(join(directory, 'data/PG_VERSION'), 'utf8')).toBe('17\n');
  });

  it('a damaged cluster, in the words of PostgreSQL', async () => {
    const directory = imitation({
      PG_VERSION: '18\n',
      'jobly.password': 'secret',
      'postgresql.conf': '',
      'global/pg_control': 'noise',
    });
    await expect(start(directory)).rejects.toThrow(/did not start in .*pg_control/);
    expect(await readFile(join(directory, 'data/global/pg_control'), 'utf8')).toBe('noise');
  });

  it('a file in the place of the directory', async () => {
    const file = join(emptyDirectory(), 'file');
    writeFileSync(file, '');
    await expect(start(file)).rejects.toThrow(/there is a file of that name/);
    await expect(start(join(file, 'below'))).rejects.toThrow(/not a directory/);
  });

  it('a taken port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanups.push(() => void server.close());
    const { port } = server.address() as { port: number };
    await expect(start(made.directory, [], port)).rejects.toThrow(
      `PostgreSQL cannot have port ${port}: something else listens there.`,
    );
  });
});

const asRoot = process.geteuid?.() === 0 ? describe : describe.skip;

asRoot('As root', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  /** Puts a program that always fails before the real one of that name. */
  function forbid(program: string): void {
    const directory = emptyDirectory();
    writeFileSync(join(directory, program), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    process.env.PATH = `${directory}:${process.env.PATH}`;
  }

  /** Closed to others, like /root and the directories that mktemp makes (here, too). */
  const belowClosed = () => join(emptyDirectory(), 'postgres');

  it('works below a closed directory, and leaves the files to root', async () => {
    const directory = belowClosed();
    await start(directory);
    expect(statSync(join(directory, 'data')).uid).toBe(0);
  });

  it('works there also where user namespaces are forbidden, and later where they are not', async () => {
    const directory = belowClosed();
    forbid('unshare');
    const first = await start(directory, ['jobly']);
    const { uid } = statSync(join(directory, 'data'));
    expect(uid).not.toBe(0);
    await first.stop();
    process.env.PATH = path;
    const second = await start(directory, ['jobly']);
    expect(second.created).toBe(false);
    expect(statSync(join(directory, 'data')).uid).toBe(uid);
  });

  it('says so where nothing works', async () => {
    const directory = belowClosed();
    forbid('unshare');
    forbid('setpriv');
    await expect(start(directory)).rejects.toThrow(/does not run as root/);
    expect(readdirSync(directory)).toEqual([]);
  });
});
