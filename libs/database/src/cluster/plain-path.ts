import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** What a shell does not take literally between double quotes. */
const NOT_LITERAL = /["$`\\]/;

/**
 * Runs initdb where a shell can find it: initdb has `"<its own folder>/postgres" -V` run by a shell, so in a folder
 * called `a$b` it does not find the server beside it. There it is copied, with all that belongs to it, for as long as
 * it runs; everything else may be called anything.
 */
export async function atPlainPath(initdb: string, run: (initdb: string) => Promise<void>): Promise<void> {
  if (!NOT_LITERAL.test(initdb)) return run(initdb);
  const installation = dirname(dirname(initdb));
  const copy = await mkdtemp(join(tmpdir(), 'jobly-initdb-'));
  try {
    await cp(installation, copy, { recursive: true, verbatimSymlinks: true });
    // It may run as another user.
    await chmod(copy, 0o755);
    await run(join(copy, relative(installation, initdb)));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
