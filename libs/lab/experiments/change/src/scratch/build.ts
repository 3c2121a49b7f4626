import { Failure } from '@jobly/lab/instrument';
import { runScript } from './run-script';

/** Many times as long as it takes. */
const DEADLINE_MS = 180_000;

/**
 * Generates the clients of the schemas and bundles apps, as `npm run build` does.
 *
 * @param what the name of what is built, for the sentence if it cannot be
 * @throws Failure with what the build has said
 */
export async function build(root: string, apps: readonly string[], what: string, signal: AbortSignal): Promise<void> {
  for (const [script, ...parameters] of [['tools/generate.mjs'], ['tools/build.mjs', ...apps]] as const) {
    const { code, said } = await runScript(root, [script, ...parameters], { signal, deadlineMs: DEADLINE_MS });
    if (code !== 0) throw new Failure(`${what} does not build, ${script} says: ${said}`);
  }
}
