import { Failure } from '@jobly/lab/instrument';
import { exchange, firstDifference } from '@jobly/lab/system-under-test';

const SOME_JOBS = ['/jobs/1', '/jobs/2', '/jobs/3'];

/** Every company, and some jobs. */
export async function somePaths(monolith: string): Promise<string[]> {
  const { body } = await exchange(monolith, { method: 'GET', path: '/companies' });
  const { companies } = body as { companies: { handle: string }[] };
  return [...companies.map(({ handle }) => `/companies/${handle}`), ...SOME_JOBS];
}

/**
 * These servers belong to no stack, so the comparison of the stacks does not cover them.
 * @throws Failure if one of them answers differently from the monolith
 */
export async function assertSameAnswers(
  monolith: string,
  others: Record<string, string>,
  paths: readonly string[] = SOME_JOBS,
): Promise<void> {
  for (const path of paths) {
    const expected = await exchange(monolith, { method: 'GET', path });
    for (const [name, origin] of Object.entries(others)) {
      const found = await exchange(origin, { method: 'GET', path });
      const difference = firstDifference(expected.body, found.body);
      if (difference)
        throw new Failure(`${name} does not do the same as the monolith: ${path} differs in ${difference.at}.`);
    }
  }
}
