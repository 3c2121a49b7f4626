import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Signals a process; false if there is none. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/**
 * Kills a process and its children at one moment, as a crash of the machine would: PostgreSQL's processes share memory,
 * which is lost with the last of them. The parent stands still meanwhile, or it would see a child die and recover.
 */
export async function killFamily(pid: number): Promise<boolean> {
  if (!signal(pid, 'SIGSTOP')) return false;
  for (const child of await childrenOf(pid)) signal(child, 'SIGKILL');
  return signal(pid, 'SIGKILL');
}

async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([child, parent]) => (parent === pid ? [child!] : []));
}
