import { randomUUID } from 'node:crypto';
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@jobly/lab/instrument';
import { freePort } from '@jobly/stack';
import { exchange } from '../exchange';
import { throwawayDirectory } from '../targets/throwaway-directory';
import { collectLog, type LoggedRequest } from './access-log';
import type { FoundNginx } from './found-nginx';
import { LIST, nginxCommand, type NginxSettings } from './nginx-command';
import { launchNginx, type NginxProcess } from './nginx-process';
import { nginxProcesses } from './nginx-processes';

const START_DEADLINE_MS = 20_000;
const LOG_DEADLINE_MS = 5_000;
const POLL_MS = 20;

export interface NginxOptions extends NginxSettings {
  /** ADDRESS:PORT each. */
  replicas: readonly string[];
}

export interface Nginx {
  origin: string;
  /** Its processes by name, for their CPU time; a change of replicas replaces its worker. */
  processes(): Record<string, number>;
  /** Sets the replicas from now on. nginx checks the list now and then. */
  setReplicas(replicas: readonly string[]): void;
  /** The log so far, with `accessLog`. Its length is a mark from which to read on. */
  log: readonly LoggedRequest[];
  /**
   * Requests /health/live, and resolves when that request and all earlier ones are in the log.
   * @throws Failure if it does not get there
   */
  logged(): Promise<void>;
  /** Never rejects; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts nginx in front of replicas as the compose files do, on a free port of this machine, and waits until it
 * answers.
 * @throws Failure if it does not; the signal's reason when it aborts before
 */
export async function startNginx(
  found: FoundNginx,
  { replicas, ...settings }: NginxOptions,
  signal: AbortSignal,
): Promise<Nginx> {
  signal.throwIfAborted();
  const directory = await throwawayDirectory();
  // If the master is root, nginx's worker is another user.
  chmodSync(directory.path, 0o755);
  const list = join(directory.path, LIST);
  writeReplicas(list, replicas);
  const port = await freePort('127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  const running = launchNginx(nginxCommand(found, settings, { port, directory: directory.path }));
  const log = collectLog(running.stdout);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= running.stop().then(() => directory.remove()));

  try {
    await answering(origin, running, signal);
    const pid = await running.pid();
    return {
      origin,
      processes: () => nginxProcesses(pid),
      setReplicas: (named) => writeReplicas(list, named),
      log,
      logged: () => lastLine(origin, log),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Atomically, because nginx may be reading it. */
function writeReplicas(list: string, replicas: readonly string[]): void {
  writeFileSync(`${list}.new`, replicas.map((replica) => `${replica}\n`).join(''));
  renameSync(`${list}.new`, list);
}

/** Over a connection of its own: older versions of nginx close clients' connections when replicas change. */
const look = (origin: string, requestId: string = randomUUID()) =>
  exchange(origin, {
    method: 'GET',
    path: '/health/live',
    headers: { 'x-request-id': requestId, connection: 'close' },
  });

async function answering(origin: string, { exited }: NginxProcess, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + START_DEADLINE_MS;
  let lastWords: string | undefined;
  void exited.then((words) => (lastWords = words));
  while (!(await look(origin).catch(() => undefined))) {
    signal.throwIfAborted();
    if (lastWords !== undefined) throw new Failure(`nginx could not start: ${lastWords || 'it does not say why.'}`);
    if (performance.now() > deadline) throw new Failure(`nginx does not answer at ${origin}.`);
    await delay(POLL_MS);
  }
}

/** Waits until one more request is in the log: all earlier requests are logged before it. */
async function lastLine(origin: string, log: readonly LoggedRequest[]): Promise<void> {
  const deadline = performance.now() + LOG_DEADLINE_MS;
  const mark = randomUUID();
  await look(origin, mark);
  while (!log.some(({ requestId }) => requestId === mark)) {
    if (performance.now() > deadline) throw new Failure(`nginx at ${origin} does not log what it does.`);
    await delay(POLL_MS);
  }
}
