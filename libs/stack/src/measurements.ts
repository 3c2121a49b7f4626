import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, type ProcessIdentity, stillRuns } from './process-identity';

/** A measurement on this machine that is under way. */
export interface Measurement extends ProcessIdentity {
  /** The experiment's name. */
  readonly experiment: string;
}

/** Everything is in the name, so that nobody has to open a file that another user may have put there. */
const NAME = /^jobly-lab\.(?<experiment>[\w-]+)\.(?<pid>[1-9]\d*)\.(?<began>[^.]+)$/;

/**
 * Tells all programs on this machine that this process measures, until the returned function is called. If it is killed
 * before, nobody takes its word for longer than it lives.
 * @param directory shared by all users of the machine
 */
export function announceMeasurement(experiment: string, directory = tmpdir()): () => void {
  forgetEnded(directory);
  const { pid, began } = identify(process.pid);
  const file = join(directory, `jobly-lab.${experiment}.${pid}.${encodeURIComponent(began)}`);
  try {
    // Exclusively: it follows no link that somebody else has put there.
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    // A measurement that cannot be announced is still a measurement.
    if (!['EEXIST', 'EACCES', 'EROFS', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const withdraw = () => {
    process.off('exit', withdraw);
    rmSync(file, { force: true });
  };
  process.once('exit', withdraw);
  return withdraw;
}

/** The measurements that are under way on this machine, of whichever copy of the workspace and user. */
export const measurementsUnderway = (directory = tmpdir()): Measurement[] =>
  announcedIn(directory)
    .map(({ measurement }) => measurement)
    .filter(stillRuns);

function announcedIn(directory: string) {
  return namesIn(directory).flatMap((name) => {
    const { experiment, pid, began } = NAME.exec(name)?.groups ?? {};
    if (experiment === undefined) return [];
    return [{ name, measurement: { experiment, pid: Number(pid), began: decoded(began!) } }];
  });
}

/** Where nothing can be read, nothing is announced. */
function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function forgetEnded(directory: string): void {
  for (const { name, measurement } of announcedIn(directory)) {
    if (stillRuns(measurement)) continue;
    try {
      rmSync(join(directory, name), { force: true });
    } catch {
      // It is another user's.
    }
  }
}

/** A name that was not written here may hold anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return 'unknown';
  }
}
