import { openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { claimDirectory } from './data-directory';

export const LAUNCHER_LOG = 'launcher.log';

export const launcherLogIn = (directory: string): string => join(resolve(directory), LAUNCHER_LOG);

/**
 * Opens the log of a launcher without a terminal, for appending.
 * @throws StartError for a directory that holds something else.
 */
export function openLauncherLog(directory: string, { reset = false }): number {
  claimDirectory(resolve(directory), { anyVersion: reset });
  return openSync(launcherLogIn(directory), 'a', 0o600);
}
