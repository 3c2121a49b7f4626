import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '@jobly/lab/instrument';

const run = promisify(execFile);

/** Several times as long as it takes on a slow machine. */
const DEADLINE_MS = 180_000;

/**
 * Generates the clients of the schemas and bundles apps, as `npm run build` does.
 *
 * @param what the name of what is built, for the sentence if it cannot be
 * @throws Failure with what the build has said
 */
export async function build(root: string, apps: readonly string[], what: string, signal: AbortSignal): Promise<void> {
  for (const [script, ...parameters] of [['tools/generate.mjs'], ['tools/build.mjs', ...apps]] as const) {
    await run(process.execPath, [script, ...parameters], { cwd: root, signal, timeout: DEADLINE_MS }).catch(
      (error: unknown) => {
        signal.throwIfAborted();
        const { stderr } = error as { stderr: string };
        throw new Failure(`${what} does not build, ${script} says: ${stderr.trim().slice(-1_000)}`);
      },
    );
  }
}
