import { readFileSync } from 'node:fs';
import { childrenOf, read } from '@jobly/lab/instrument';

/**
 * The processes of an nginx by the names under which they are reported, for instance "nginx worker". It searches all
 * descendants of a process, because a shell may stand between. Empty if the operating system does not tell (anything
 * but Linux).
 */
export function nginxProcesses(root: number): Record<string, number> {
  const found: Record<string, number> = {};
  for (const pid of childrenOf(root)) {
    // "nginx: master process nginx -p …", "nginx: worker process is shutting down".
    const title = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
    const [, role, leaving] = /^nginx: (\w+(?: \w+)?) process( is shutting down)?/.exec(title) ?? [];
    if (role && !leaving) found[`nginx ${role}`] = pid;
    Object.assign(found, nginxProcesses(pid));
  }
  return found;
}
