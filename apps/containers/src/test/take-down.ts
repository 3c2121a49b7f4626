import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import { read } from '@jobly/deployment';
import type { Compose } from '../compose';

const ATTEMPTS = 3;
const BETWEEN_MS = 2_000;

const LISTS = [
  ['container', 'ls', '--all'],
  ['network', 'ls'],
  ['volume', 'ls'],
] as const;

/**
 * Removes everything of a project, repeatedly if need be: an interrupted compose may still create containers while
 * others are removed.
 * @throws StartError that says how to do it by hand.
 */
export async function takeDown(compose: Compose): Promise<void> {
  const { project } = compose;
  const isLeft = async (list: readonly string[]) =>
    (await read(['docker', ...list, '--quiet', '--filter', `label=com.docker.compose.project=${project}`])) !== '';
  let problem: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await delay(BETWEEN_MS);
    problem = await compose.do('down', '--volumes', '--timeout', '5').catch((error: unknown) => error);
    const left = await Promise.all(LISTS.map(isLeft));
    if (!left.includes(true)) return;
  }
  const reason = problem instanceof Error ? `\n${problem.message}` : '';
  throw new StartError(
    `Something is left of the project ${project}; see docker container, network and volume ls.${reason}`,
  );
}
