import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Identifies a process, as distinct from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Its start time as the operating system writes it; empty if unknown. */
  began: string;
}

export const identify = (pid: number): ProcessIdentity => ({ pid, began: beginningOf(pid) ?? '' });

/** Whether that very process still runs. A zombie does not. */
export function stillRuns({ pid, began }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists, but belongs to someone else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const beginning = beginningOf(pid);
  return beginning !== undefined && (began === '' || beginning === '' || beginning === began);
}

/** undefined: it has ended; empty: unknown. */
function beginningOf(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): string | undefined {
  try {
    // proc_pid_stat(5): the command, in parentheses, may hold anything. The fields after it are counted from 3.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, threads, start] = [fields[3 - 3], fields[20 - 3], fields[22 - 3]];
    // Its first thread may have ended before the others, which still hold its ports.
    if ((state === 'Z' && Number(threads) <= 1) || state === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${start}`;
  } catch (error) {
    // ESRCH: it ended between opening and reading.
    return ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '') ? undefined : '';
  }
}

function fromPs(pid: number): string | undefined {
  try {
    const [state, ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return state?.startsWith('Z') ? undefined : started.join(' ');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : undefined;
  }
}
