import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@jobly/lab/instrument';
import { z } from 'zod';
import { runScript } from '../scratch/run-script';

/** Ten times as long as the suite takes. */
const DEADLINE_MS = 300_000;

/** The suite's exit codes when it has judged. */
const PASSED = 0;
const FAILED = 1;

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
  const { code, said } = await runScript(root, parameters, { signal, deadlineMs: DEADLINE_MS });
  if (code !== PASSED && code !== FAILED) {
    throw new Failure(`The conformance suite cannot test ${topology}: ${said.split('\n').at(-1) ?? ''}`);
  }
  return report.parse(JSON.parse(await readFile(file, 'utf8'))).targets[0];
}
