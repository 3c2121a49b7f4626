import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { messageOf } from '@jobly/lab/instrument';
import type { NginxCommand } from './nginx-command';

const run = promisify(execFile);

const STOP_DEADLINE_MS = 5_000;
const LAST_WORDS = 2_000;

/** An nginx that is starting or running. */
export interface NginxProcess {
  stdout: Readable;
  /** Resolves with its last output when it has ended. */
  exited: Promise<string>;
  /** The process from which nginx descends, by its number on this machine. Rejects if the engine does not tell. */
  pid(): Promise<number>;
  /** Ends it and everything it has started. Never rejects. */
  stop(): Promise<void>;
}

/** Starts the command in a process group of its own, so that a terminal's Ctrl-C reaches only the lab. */
export function launchNginx({ program, args, env, container }: NginxCommand): NginxProcess {
  const child = spawn(program, args, { env, detached: true, stdio: 'pipe' });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-LAST_WORDS)));
  // It may end before it reads the end of its input.
  child.stdin.on('error', () => {});
  const exited = once(child, 'exit').then(() => said.trim(), messageOf);

  /** Kills the remainder: it had time to end by itself. */
  const kill = async () => {
    if (container !== undefined) await run(program, ['rm', '--force', container]).catch(() => {});
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // Nothing is left.
    }
  };

  return {
    stdout: child.stdout,
    exited,
    pid: async () => (container === undefined ? child.pid! : pidOf(program, container)),
    async stop() {
      child.stdin.end();
      const deadline = setTimeout(() => void kill(), STOP_DEADLINE_MS);
      await exited;
      clearTimeout(deadline);
      await kill();
    },
  };
}

async function pidOf(engine: string, container: string): Promise<number> {
  const { stdout } = await run(engine, ['inspect', '--format', '{{.State.Pid}}', container]);
  return Number(stdout);
}
