import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The characters that a shell interprets between double quotes. */
const NOT_LITERAL = /["$`\\]/;

/**
 * Runs initdb at a path that a shell takes literally. initdb has a shell run `"<its own folder>/postgres" -V`, so in a
 * folder called `a$b` it does not find the server beside it. In that case initdb is copied, with everything that it
 * needs, for as long as it runs. Every other path may contain anything.
 */
export async function atPlainPath(initdb: string, run: (initdb: string) => Promise<void>): Promise<void> {
  if (!NOT_LITERAL.test(initdb)) return run(initdb);
  const installation = dirname(dirname(initdb));
  const copy = await mkdtemp(join(tmpdir(), 'jobly-initdb-'));
  try {
    await cp(installation, copy, { recursive: true, verbatimSymlinks: true });
    // initdb may run as another user.
    await chmod(copy, 0o755);
    await run(join(copy, relative(installation, initdb)));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
