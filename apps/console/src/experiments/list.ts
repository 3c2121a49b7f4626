import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '@jobly/lab/instrument';
import type { ListedExperiment } from '../../api/experiments';

/**
 * The experiments, as the lab itself lists them; asked once, because a program does not change while it runs.
 * @throws Failure if the lab does not answer
 */
export function listedBy(lab: string): () => Promise<readonly ListedExperiment[]> {
  let listed: Promise<readonly ListedExperiment[]> | undefined;
  return () => {
    listed ??= ask(lab).catch((error: unknown) => {
      listed = undefined;
      throw error;
    });
    return listed;
  };
}

async function ask(lab: string): Promise<readonly ListedExperiment[]> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [lab, 'list', '--json'], { timeout: 30_000 });
    return JSON.parse(stdout) as readonly ListedExperiment[];
  } catch (cause) {
    throw new Failure('The lab does not list its experiments. Build it with npm run build.', { cause });
  }
}
