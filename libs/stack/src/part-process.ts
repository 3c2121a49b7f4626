import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, renameSync } from 'node:fs';
import { StartError } from '@jobly/contracts';
import { lastWordsIn } from './last-words';
import { type PartExit, endingOf } from './part-exit';
import type { Plan } from './plan';
import { type Blueprint, type PartName, titles } from './topology';

export interface PartProcess {
  name: PartName;
  /** 0 if there is no process because it could not be started. */
  pid: number;
  /** Whether the public talks to it, rather than other parts. */
  isPublic: boolean;
  /** The URL it listens on. Rejects with a StartError if it ends before, or takes too long. */
  ready: Promise<string>;
  /** Whether it has filled its database, known once it is ready. */
  seeded: () => boolean;
  exited: Promise<PartExit>;
  kill: (signal: NodeJS.Signals) => void;
}

/** What a part says over its IPC channel. */
type Message =
  /** It listens; `seeded`: and has just filled its database. */
  | { ready: { url: string; seeded?: boolean } }
  /** It is about to end: one sentence, which is all there is to know if that was `expected` to happen to people. */
  | { failed: { reason: string; expected: boolean } };

/**
 * Starts one part as a process. It writes its log straight to the file, and whatever it or Node may print to stderr, so
 * it costs this process nothing, and nothing is lost; it leads a process group of its own, so that a terminal's Ctrl-C
 * does not reach it past its supervisor; and it ends by itself when the IPC channel closes, so that it never outlives
 * its supervisor.
 */
export function launch(part: Blueprint, plan: Plan, environment: NodeJS.ProcessEnv): PartProcess {
  const { name } = part;
  const logFile = plan.logOf(part);
  const log = openLog(logFile);
  const child = spawn(process.execPath, [plan.mainOf(part)], {
    stdio: ['ignore', log, log, 'ipc'],
    env: environment,
    detached: true,
  });
  closeSync(log);
  const pid = child.pid ?? 0;

  let seeded = false;
  let failed: { reason: string; expected: boolean } | undefined;
  const exited = endOf(child).then(({ reason, ...ending }): PartExit => {
    return { name, pid, ...ending, reason: reason ?? failed?.reason ?? lastWordsIn(logFile), logFile };
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('failed' in message) failed = message.failed;
      if ('ready' in message) {
        seeded = message.ready.seeded === true;
        resolve(message.ready.url);
      }
    });
    const deadline = setTimeout(() => reject(late(name, plan.startDeadlineMs, logFile)), plan.startDeadlineMs);
    void exited.then((exit) => {
      clearTimeout(deadline);
      const more = failed?.expected ? '' : ` Its log is ${logFile}.`;
      reject(new StartError(`The ${titles[name]} could not start: ${endingOf(exit)}${more}`));
    });
  });
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  return { name, pid, isPublic: !part.urlVariable, ready, seeded: () => seeded, exited, kill };
}

/** How the process came to its end, once all that it had to say has been heard. */
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

/** A fresh log; the one of the run before is kept beside it. */
function openLog(file: string): number {
  try {
    renameSync(file, `${file}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return openSync(file, 'a');
}

const late = (name: PartName, deadlineMs: number, logFile: string) =>
  new StartError(`The ${titles[name]} was not ready after ${deadlineMs / 1_000} s; its log is ${logFile}.`);
