import { constants, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { bytesOf } from './room';
import { dataSize, dataSizes } from './size';

/** The most that is kept, in bytes: two of the largest. */
const MOST_BYTES = 2 * bytesOf(dataSizes.at(-1)!);

/** Whatever was in use this recently may be in use still, in ms. */
const IN_USE_MS = 60 * 60_000;

/** Precedes the names of directories that hold what is not whole: not yet, or not any more. */
const STAGING = '.jobly-lab-';

/** Names by `cacheKey`, and those beside them; everything else in the directory is somebody else's. */
const OWN = new RegExp(
  String.raw`^(?:(${dataSizes.map(({ name }) => name).join('|')})-[0-9a-f]{16}|\.jobly-lab-\w{6})$`,
);

/** Where data is kept between runs: JOBLY_LAB_CACHE, or a directory in the user's cache. */
export const cacheDirectory = () =>
  resolve(
    process.env['JOBLY_LAB_CACHE'] || join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'jobly-lab'),
  );

/** The directory of what is kept under this key, or undefined. It counts as used from now on. */
export async function found(key: string): Promise<string | undefined> {
  const directory = join(cacheDirectory(), key);
  const now = new Date();
  return unlessGone(utimes(directory, now, now).then(() => directory));
}

/** Keeps a copy of a directory, unless another process has been quicker, and makes room for it. */
export async function keep(directory: string, key: string): Promise<void> {
  const cache = cacheDirectory();
  await mkdir(cache, { recursive: true, mode: 0o700 });
  await removeOld(cache);
  // A new one: process IDs repeat, above all in containers, and what another has left must not become part of it.
  const staging = await mkdtemp(join(cache, STAGING));
  const whole = join(staging, 'whole');
  try {
    await copy(directory, whole);
    // At once: nobody sees half of it, and a process that is killed leaves only what a later one removes.
    await rename(whole, join(cache, key)).catch((error: unknown) => {
      if (!existsSync(join(cache, key))) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Copies a directory; where the file system can, without copying its blocks. */
export const copy = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });

/** Removes what killed processes have left, and of the rest what was used longest ago, until there is room. */
async function removeOld(cache: string): Promise<void> {
  const looked = await Promise.all(
    (await readdir(cache)).flatMap((name) => {
      const match = OWN.exec(name);
      return match ? [unlessGone(entryOf(join(cache, name), match[1]))] : [];
    }),
  );
  const entries = looked.filter((entry) => entry !== undefined);
  const idle = entries.filter(({ usedAt }) => Date.now() - usedAt > IN_USE_MS).sort((a, b) => a.usedAt - b.usedAt);
  let kept = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, isWhole, bytes } of idle) {
    if (isWhole && kept <= MOST_BYTES) continue;
    await remove(path, cache);
    kept -= bytes;
  }
}

/** Out of the way first: a process that is killed here must not leave half of it under its name. */
async function remove(path: string, cache: string): Promise<void> {
  const staging = await mkdtemp(join(cache, STAGING));
  await unlessGone(rename(path, join(staging, 'old')));
  await rm(staging, { recursive: true, force: true });
}

/** Of what is not whole, the size is not known. */
async function entryOf(path: string, size: string | undefined) {
  const { mtimeMs: usedAt } = await stat(path);
  return { path, isWhole: size !== undefined, usedAt, bytes: size === undefined ? 0 : bytesOf(dataSize(size)) };
}

/** Undefined for what is not there: another lab may have removed it since it was seen. */
const unlessGone = <T>(looking: Promise<T>): Promise<T | undefined> =>
  looking.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
