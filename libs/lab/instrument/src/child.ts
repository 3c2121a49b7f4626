import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from './failure';

export interface Child {
  origin: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts this program again as one of its hidden servers, and waits until it listens. */
export async function startServer(command: string, env: NodeJS.ProcessEnv = {}): Promise<Child> {
  const child = fork(process.argv[1]!, [command], { env: { ...process.env, ...env } });
  const exited = once(child, 'exit');
  const ready = once(child, 'message') as Promise<[{ ready: { url: string } }]>;
  const [message] = await Promise.race([ready, exited.then(() => refuse(command))]);
  return {
    origin: message.ready.url,
    pid: child.pid!,
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

function refuse(command: string): never {
  throw new Failure(`The lab's own ${command} could not start.`);
}
