import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from '@jobly/lab/instrument';

/** Whether tokens are verified, or only read. */
export type Verification = 'on' | 'off';

/**
 * Switches verification in these processes, which have preloaded `switchable-verification`, and resolves when all have
 * switched.
 *
 * @throws Failure naming a process that does not answer
 */
export async function switchVerification(directory: string, pids: readonly number[], to: Verification): Promise<void> {
  await Promise.all(pids.map((pid) => tell(join(directory, `${pid}.sock`), pid, to)));
}

async function tell(path: string, pid: number, to: Verification): Promise<void> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    socket.write(to);
    if ((await text(socket)) === 'done') return;
  } catch {
    // Reported below.
  } finally {
    socket.destroy();
  }
  throw new Failure(`The process ${pid} cannot switch verification ${to}.`);
}
