import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '@jobly/contracts';

const MARKER = 'jobly.json';
const VERSION = 1;

/**
 * Claims the directory: created if absent, marked if empty, recognised by its marker otherwise.
 * @param anyVersion also accepts a directory of another version of Jobly, for callers that are about to delete it.
 * @throws StartError for a directory that holds something else, which stays untouched.
 */
export function claimDirectory(directory: string, { anyVersion = false } = {}): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new StartError(`${directory} is not a directory; choose one with --data DIR.`);
  }
  make(directory);
  const marker = readMarker(join(directory, MARKER));
  if (marker === undefined) {
    // A file that begins like the marker belongs to another start that is just writing it.
    if (readdirSync(directory).some((name) => !name.startsWith(MARKER))) throw foreign(directory);
    writeMarker(join(directory, MARKER));
  } else if (marker !== VERSION && !anyVersion) {
    throw new StartError(
      `${directory} was made by another version of Jobly (format ${marker}; this one reads ${VERSION}); ` +
        'start over with --reset, or choose another directory with --data DIR.',
    );
  }
}

/** Deletes the contents of a claimed directory, except for the names to keep. */
export function emptyDirectory(directory: string, keep: string[]): void {
  for (const name of readdirSync(directory)) {
    if (name !== MARKER && !keep.includes(name)) rmSync(join(directory, name), { recursive: true, force: true });
  }
  writeMarker(join(directory, MARKER));
}

/** Level by level: a recursive mkdir hides the reason of a failure, and never returns below /proc. */
function make(directory: string): void {
  if (existsSync(directory)) return;
  make(dirname(directory));
  mkdirSync(directory);
}

const foreign = (directory: string) =>
  new StartError(
    `${directory} holds files that are not Jobly's (there is no ${MARKER}); nothing was touched. ` +
      'Choose an empty or new directory with --data DIR.',
  );

/** The version in the marker, or undefined if there is no marker of ours. */
function readMarker(file: string): number | undefined {
  try {
    const { jobly } = JSON.parse(readFileSync(file, 'utf8')) as { jobly?: unknown };
    return typeof jobly === 'number' ? jobly : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeMarker(file: string): void {
  const written = `${file}.${process.pid}`;
  writeFileSync(written, `${JSON.stringify({ jobly: VERSION })}\n`);
  renameSync(written, file);
}
