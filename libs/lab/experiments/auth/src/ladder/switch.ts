import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from '@jobly/lab/instrument';
import type { Authentication } from '../inside/state';

/**
 * Switches how these processes authenticate callers, which have preloaded `switchable-authentication`, and resolves
 * when all have switched.
 *
 * @throws Failure naming a process that does not answer
 */
export async function switchAuthentication(
  directory: string,
  pids: readonly number[],
  way: Authentication,
): Promise<void> {
  await Promise.all(pids.map((pid) => tell(join(directory, `${pid}.sock`), pid, way)));
}

async function tell(path: string, pid: number, way: Authentication): Promise<void> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    socket.write(way);
    if ((await text(socket)) === 'done') return;
  } catch {
    // Reported below.
  } finally {
    socket.destroy();
  }
  throw new Failure(`The process ${pid} cannot switch its authentication to ${way}.`);
}
