import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync } from 'node:fs';
import { StartError } from '@jobly/contracts';
import { lastLinesOf } from './last-lines';
import type { PartExit } from './part-exit';
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
  exited: Promise<PartExit>;
  kill: (signal: NodeJS.Signals) => void;
}

/**
 * Starts one part as a process. It writes its log straight to the file, so it costs this process nothing; it leads a
 * process group of its own, so that a terminal's Ctrl-C does not reach it past its supervisor; and it ends by itself
 * when the IPC channel closes, so that it never outlives its supervisor.
 */
export function launch(part: Blueprint, plan: Plan, environment: NodeJS.ProcessEnv): PartProcess {
  const { name } = part;
  const logFile = plan.logOf(part);
  const log = openLog(logFile);
  const child = spawn(process.execPath, [plan.mainOf(part)], {
    stdio: ['ignore', log, 'pipe', 'ipc'],
    env: environment,
    detached: true,
  });
  closeSync(log);
  const pid = child.pid ?? 0;

  const lastLines = lastLinesOf(child.stderr);
  const exited = new Promise<PartExit>((resolve) => {
    const exit = (code: number | null, signal: NodeJS.Signals | null, lines: string[]) =>
      resolve({ name, pid, code, signal, lastLines: lines, logFile });
    // 'close' rather than 'exit': by then stderr has been read to its end.
    child.once('close', (code, signal) => exit(code, signal, lastLines()));
    child.once('error', ({ message }) => child.pid ?? exit(null, null, [message]));
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { ready?: { url: string } }) => message.ready && resolve(message.ready.url));
    const deadline = setTimeout(() => reject(late(name, plan.startDeadlineMs, logFile)), plan.startDeadlineMs);
    void exited.then((exit) => {
      clearTimeout(deadline);
      reject(notStarted(exit));
    });
  });
  return { name, pid, isPublic: !part.urlVariable, ready, exited, kill: (signal) => void child.kill(signal) };
}

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

function notStarted({ name, code, signal, lastLines, logFile }: PartExit): StartError {
  const why = lastLines.length > 0 ? lastLines.join('\n') : `it ended with ${signal ?? `exit code ${code}`}.`;
  return new StartError(
    `The ${titles[name]} could not start: ${why}${lastLines.length === 1 ? '' : `\nIts log is ${logFile}.`}`,
  );
}
