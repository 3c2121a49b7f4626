import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';

/**
 * Lets everyone read a folder. Containers have it mounted, and nginx, Prometheus and Grafana run there as users of their
 * own, to whom the files of a clone that was made with umask 077 are closed.
 * @throws StartError if it cannot be done.
 */
export function makeReadable(folder: string): void {
  try {
    for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) open(join(folder, path));
  } catch (cause) {
    const advice = `type "sudo chmod -R go+rX ${folder}"`;
    throw new StartError(`Containers cannot read ${folder} (${(cause as Error).message}); ${advice}.`, { cause });
  }
}

/** Who may read it is everyone's who may read it at all: for a folder, that takes the right to enter it, too. */
function open(path: string): void {
  const stats = statSync(path);
  const wanted = stats.mode | (stats.isDirectory() ? 0o055 : 0o044);
  if (wanted !== stats.mode) chmodSync(path, wanted);
}
