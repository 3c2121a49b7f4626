import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';

/**
 * Makes a folder readable for everyone. Containers mount it, and nginx, Prometheus and Grafana run there as users of
 * their own, who could not read the files of a clone that was made with umask 077.
 * @throws StartError if that is not possible.
 */
export function makeReadable(folder: string): void {
  try {
    for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) open(join(folder, path));
  } catch (cause) {
    const advice = `type "sudo chmod -R go+rX ${folder}"`;
    throw new StartError(`Containers cannot read ${folder} (${(cause as Error).message}); ${advice}.`, { cause });
  }
}

/**
 * Everything that its owner may read becomes readable for everyone; for a folder that includes the right to enter it.
 */
function open(path: string): void {
  const stats = statSync(path);
  const wanted = stats.mode | (stats.isDirectory() ? 0o055 : 0o044);
  if (wanted !== stats.mode) chmodSync(path, wanted);
}
