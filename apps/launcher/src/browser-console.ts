import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type FaultInjection, type LaunchedPart, type StackEvent, type ToConsole, isConfidential } from '@jobly/stack';
import { ordersFrom } from './orders';

/** The process that shows the stacks in the browser. It ends with the launcher, if not before. */
export interface BrowserConsole {
  /** undefined if it could not be started; that is said then. The stacks do not depend on it. */
  url: Promise<string | undefined>;
  /** Hears what happens to the parts, and passes it on. */
  onEvent: (event: StackEvent) => void;
  /** Carries out from now on what is ordered in it, until it goes: then all faults are mended. */
  obey: (faults: FaultInjection | undefined) => void;
  stop: () => void;
}

/**
 * Starts it beside the stacks, so that nobody waits for it.
 * @param directory of the stacks, in which its log is
 * @param complain hears why it could not be started, or that it has ended
 * @param traced whether spans of all requests are collected in the directory
 */
export function openBrowserConsole(
  directory: string,
  complain: (text: string) => void,
  traced = false,
): BrowserConsole {
  const child = launch(join(directory, 'logs'), traced ? { TRACES: directory } : {});
  const parts = new Map<string, LaunchedPart>();
  const send = (message: ToConsole) => {
    if (child.connected) child.send(message, () => {});
  };
  const orders = ordersFrom(child, send);
  child.once('close', orders.undo);
  const change = (name: string, changed: Partial<LaunchedPart>) => {
    const part = parts.get(name);
    if (part) parts.set(name, { ...part, ...changed });
  };
  return {
    url: readyAt(child, complain),
    onEvent(event) {
      if (event.type === 'part-received') {
        send({ name: event.name, received: event.received });
        return;
      }
      if (event.type === 'part-ready') {
        const { name, url, pid } = event;
        parts.set(name, { name, url, pid, faults: { cut: [] } });
      }
      if (event.type === 'part-faults') change(event.name, { faults: event.faults });
      if (event.type === 'part-restarted') change(event.name, { pid: event.pid });
      if (event.type === 'part-failed' || event.type === 'part-stopped' || event.type === 'part-abandoned') {
        change(event.name, { pid: null });
      }
      send({ parts: [...parts.values()] });
    },
    obey: orders.begin,
    stop() {
      child.removeAllListeners('close');
      // It has nothing to finish, and one that stands still would not hear anything gentler.
      child.kill('SIGKILL');
    },
  };
}

/** Where no log can be written, nothing is logged. */
function openLog(logs: string): number | 'ignore' {
  try {
    mkdirSync(logs, { recursive: true });
    return openSync(join(logs, 'console.log'), 'w', 0o600);
  } catch {
    return 'ignore';
  }
}

function launch(logs: string, variables: Record<string, string>): ChildProcess {
  const log = openLog(logs);
  // A process group of its own, so that a terminal's Ctrl-C reaches only the launcher.
  const stdio: StdioOptions = ['ignore', log, log, 'ipc'];
  const options = { stdio, detached: true, env: { ...itsOwn(process.env), ...variables } };
  const child = spawn(process.execPath, ['dist/apps/console/main.js'], options);
  if (log !== 'ignore') closeSync(log);
  return child;
}

/** Nobody needs a secret to look on; but the seeded users’ password, to log in as they do. */
const itsOwn = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([variable]) => !isConfidential(variable) || variable.startsWith('SEED_PASSWORD')),
  );

type Message = { ready: { url: string } } | { failed: { reason: string } };

const readyAt = (child: ChildProcess, complain: (text: string) => void) =>
  new Promise<string | undefined>((resolve) => {
    let reason: string | undefined;
    child.on('error', (error) => (reason = error.message));
    child.on('message', (message: Message) => {
      if ('ready' in message) resolve(message.ready.url);
      if ('failed' in message) ({ reason } = message.failed);
    });
    child.once('close', () => {
      const why = reason ? `: ${reason.replace(/\.$/, '')}` : '; why is in console.log';
      complain(`The page that shows the stacks in the browser is not there${why}. The stacks run without it.`);
      resolve(undefined);
    });
  });
