import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, renameSync } from 'node:fs';
import { StartError } from '@jobly/contracts';
import { lastWordsIn } from './last-words';
import { type PartExit, endingOf } from './part-exit';
import type { Plan } from './plan';
import { runtimeOf } from './runtimes';
import type { Life } from './supervise';
import type { Received, ToPart } from './to-part';
import { type Blueprint, type PartName, isDistributed, titles } from './topology';

export interface PartProcess extends Life {
  name: PartName;
  /** 0 if the process could not be started. */
  pid: number;
  /** Whether the public talks to it, rather than other parts. */
  isPublic: boolean;
  /** The URL that it listens on. Rejects with a StartError if it ends before, or takes too long. */
  ready: Promise<string>;
  /** Whether it has seeded its database; known once it is ready. */
  seeded: () => boolean;
}

/** The messages of a part over its IPC channel. */
type Message =
  /** It listens; `seeded`: and it has just seeded its database. */
  | { ready: { url: string; seeded?: boolean } }
  /**
   * It is about to end, for a reason in one sentence. If the failure was `expected`, that sentence is all there is to
   * know.
   */
  | { failed: { reason: string; expected: boolean } }
  | Received;

/**
 * Starts one part as a process. Its log and stderr go straight to a file, so they cost this process nothing and nothing
 * is lost. It leads a process group of its own, so that a terminal's Ctrl-C reaches only its supervisor. It ends by
 * itself when the IPC channel closes, so that it never outlives its supervisor.
 * @param continueLog appends to the log, as for a part that is started again: its earlier end may be explained there.
 */
export function launch(
  part: Blueprint,
  plan: Plan,
  environment: NodeJS.ProcessEnv,
  { continueLog = false } = {},
): PartProcess {
  const { name } = part;
  const logFile = plan.logOf(part);
  if (!continueLog) keepPrevious(logFile);
  const log = openSync(logFile, 'a');
  const logBegin = fstatSync(log).size;
  const [program, ...args] = runtimeOf(part);
  const child = spawn(program, [...args, plan.mainOf(part)], {
    stdio: ['ignore', log, log, 'ipc'],
    env: environment,
    detached: true,
  });
  closeSync(log);
  const pid = child.pid ?? 0;

  let seeded = false;
  let failed: { reason: string; expected: boolean } | undefined;
  const exited = endOf(child).then(({ reason, ...ending }): PartExit => {
    return { name, pid, ...ending, reason: reason ?? failed?.reason ?? lastWordsIn(logFile, logBegin), logFile };
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('failed' in message) failed = message.failed;
      if ('received' in message) plan.onEvent({ type: 'part-received', name, received: message.received });
      if ('ready' in message) {
        clearTimeout(deadline);
        seeded = message.ready.seeded === true;
        resolve(message.ready.url);
      }
    });
    const deadline = setTimeout(() => {
      const late = `was not ready after ${plan.startDeadlineMs / 1_000} s`;
      failed ??= { reason: `it ${late}`, expected: false };
      reject(new StartError(`The ${titles[name]} ${late}; its log is ${logFile}.`));
    }, plan.startDeadlineMs);
    void exited.then((exit) => {
      clearTimeout(deadline);
      const more = failed?.expected ? '' : ` Its log is ${logFile}.`;
      reject(new StartError(`The ${titles[name]} could not start: ${endingOf(exit)}${more}`));
    });
  });
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  const tell = (message: ToPart) => {
    if (child.connected) child.send(message, () => {});
  };
  return {
    name,
    pid,
    isPublic: part.modules.length === 0 || !isDistributed(part),
    ready,
    seeded: () => seeded,
    exited,
    kill,
    tell,
  };
}

/** Resolves to the way the process ended, once all its messages have been received. */
const endOf = (child: ChildProcess) =>
  new Promise<Pick<PartExit, 'code' | 'signal' | 'reason'>>((resolve) => {
    child.once('exit', (code, signal) => {
      const end = () => resolve({ code, signal });
      if (child.connected) child.once('disconnect', end);
      else end();
    });
    // It could not even be started.
    child.on('error', ({ message }) => child.pid ?? resolve({ code: null, signal: null, reason: message }));
  });

/** The log of the run before is kept beside the new one. */
function keepPrevious(file: string): void {
  try {
    renameSync(file, `${file}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
