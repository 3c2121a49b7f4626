import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@jobly/stack';

/** A console that nobody has told of any stack. */
export interface OwnConsole {
  url: string;
  /** Ends it, and waits for that. */
  end: () => Promise<void>;
  /** Starts it again on the same port. */
  begin: () => Promise<void>;
}

export async function ownConsole(): Promise<OwnConsole> {
  const port = await freePort('127.0.0.1');
  const begin = async () => {
    const child = spawn(process.execPath, ['dist/apps/console/main.js'], {
      env: { ...process.env, CONSOLE_PORT: String(port) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [message] = (await once(child, 'message')) as [object];
    if (!('ready' in message)) throw new Error(`The console did not start: ${JSON.stringify(message)}`);
    return child;
  };
  let child: ChildProcess = await begin();
  return {
    url: `http://127.0.0.1:${port}`,
    async end() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
    begin: async () => void (child = await begin()),
  };
}
