import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

const MARK = 'JOBLY_NEWCOMER';

/** A variable that identifies the descendants of a trial's commands. */
export const markOf = (parent) => ({ [MARK]: parent });

/**
 * The processes that a trial has left: those with its mark, and those whose working directory or command line is in its
 * folder (on Linux).
 */
export function leftBehind(parent) {
  if (!existsSync('/proc')) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => (belongs(pid, parent) ? [{ pid: Number(pid), command: commandOf(pid) }] : []));
}

function belongs(pid, parent) {
  try {
    return (
      readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${MARK}=${parent}`) ||
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(parent) ||
      readlinkSync(`/proc/${pid}/cwd`).startsWith(parent)
    );
  } catch {
    // It has ended, or is another user's.
    return false;
  }
}

const commandOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
};
