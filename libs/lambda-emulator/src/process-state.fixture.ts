import { readFile } from 'node:fs/promises';

/** The state of a process as Linux names it: T is stopped, Z has ended unnoticed; empty if there is none. */
export async function stateOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) (\w)/.exec(stat)?.[1] ?? '';
}
