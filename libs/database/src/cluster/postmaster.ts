import { spawn } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import type { Account } from './account';
import { complaintIn } from './complaint';
import { hireKeeper } from './keeper';
import { clusterName } from './leftover';

/** Recovery after a crash replays the log, which is quick, but has no small upper bound. */
const READY_WITHIN_MS = 60_000;

/** After a server has been killed, its backends finish their current statements before they notice. */
const ORPHANS_END_WITHIN_MS = 10_000;

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Postmaster {
  pid: number;
  exited: Promise<Exit>;
  stop(): Promise<void>;
}

interface PostmasterOptions {
  account: Account;
  program: string;
  data: string;
  log: string;
  port: number;
}

/** Starts PostgreSQL and waits until it accepts connections. Throws a StartError with PostgreSQL's own reason. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  await rename(options.log, options.log.replace(/log$/, 'previous.log')).catch(() => undefined); // there may be none
  const end = performance.now() + ORPHANS_END_WITHIN_MS;
  for (;;) {
    try {
      return await attempt(options);
    } catch (error) {
      const orphans = error instanceof StartError && error.message.includes('pre-existing shared memory block');
      if (!orphans || performance.now() > end) throw error;
      await delay(100);
    }
  }
}

async function attempt(options: PostmasterOptions): Promise<Postmaster> {
  const postmaster = await launch(options);
  if (await becomesReady(postmaster, options.data)) return postmaster;
  await postmaster.stop();
  const complaint = complaintIn(await readFile(options.log, 'utf8'));
  throw new StartError(`PostgreSQL did not start in ${options.data}: ${complaint}.`);
}

async function launch({ account, program, data, log, port }: PostmasterOptions): Promise<Postmaster> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    cluster_name: clusterName(process.pid),
    shared_buffers: '128MB',
    max_connections: 300,
    // In the data directory rather than in /dev/shm, where a killed server would leave it behind.
    dynamic_shared_memory_type: 'mmap',
    // Compiling a plan pays off for long reports; here it would slow down some requests at random.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  };
  const { file, args, options } = account.command(program, [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const keeper = hireKeeper();
  const output = await open(log, 'a', 0o600);
  await output.chown(account.uid, account.gid);
  // In a session of its own; otherwise the terminal's Ctrl-C would stop it before its clients.
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', output.fd, output.fd] });
  const { promise: exited, resolve } = Promise.withResolvers<Exit>();
  child.once('error', () => resolve({ code: null, signal: null }));
  child.once('exit', (code, signal) => resolve({ code, signal }));
  void exited.then(keeper.dismiss);
  keeper.watch(child.pid!);
  await output.close();
  return {
    pid: child.pid!,
    exited,
    async stop() {
      child.kill('SIGINT');
      // A server that somebody has frozen would hear nothing.
      child.kill('SIGCONT');
      const impatience = setTimeout(() => child.kill('SIGQUIT'), 10_000);
      await exited;
      clearTimeout(impatience);
    },
  };
}

/** PostgreSQL writes its state into the eighth line of postmaster.pid, for its own pg_ctl. */
async function becomesReady({ pid, exited }: Postmaster, data: string): Promise<boolean> {
  const ended = new AbortController();
  void exited.then(() => ended.abort());
  const end = performance.now() + READY_WITHIN_MS;
  while (!ended.signal.aborted && performance.now() < end) {
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true;
    await delay(5);
  }
  return false;
}
