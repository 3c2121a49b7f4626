import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '@jobly/lab/instrument';
import { z } from 'zod';

const run = promisify(execFile);

/** Ten times as long as the suite takes. */
const DEADLINE_MS = 300_000;

/** The suite's exit code if it could not judge. */
const CANNOT_TEST = 2;

const report = z.object({
  targets: z.tuple([
    z.object({
      seconds: z.number(),
      passed: z.int(),
      skipped: z.int(),
      failures: z.array(z.object({ test: z.string(), message: z.string() })),
    }),
  ]),
});

/** How the conformance suite of a copy of the workspace has ended. */
export type SuiteResult = z.output<typeof report>['targets'][0];

/**
 * Runs the conformance suite of a copy of the workspace, built, against one of its topologies.
 *
 * @throws Failure if it cannot be run
 */
export async function runSuite(root: string, topology: string, signal: AbortSignal): Promise<SuiteResult> {
  const file = join(root, `conformance-${topology}.json`);
  const parameters = ['dist/apps/conformance/main.js', '--topology', topology, '--json', file];
  // Interrupted, it stops the processes that it has started.
  const options = { cwd: root, signal, killSignal: 'SIGINT', timeout: DEADLINE_MS, maxBuffer: Infinity } as const;
  await run(process.execPath, parameters, options).catch((error: unknown) => {
    signal.throwIfAborted();
    const { code, killed, stderr } = error as { code: number | null; killed: boolean; stderr: string };
    if (killed || code === null || code >= CANNOT_TEST) {
      throw new Failure(`The conformance suite cannot test ${topology}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
    }
  });
  return report.parse(JSON.parse(await readFile(file, 'utf8'))).targets[0];
}
