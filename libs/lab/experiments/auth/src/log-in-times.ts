import { performance } from 'node:perf_hooks';
import { Failure, meanInterval } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import { exchange } from '@jobly/lab/system-under-test';

const PAIRS = 40;

/** Whether the time of a refused log-in reveals that the username exists. */
export async function logInTable({ stacks, seed }: MeasuredScene): Promise<Table> {
  const rows: string[][] = [];
  for (const stack of ['monolith', 'micro'] as const) {
    const { origin } = stacks[stack];
    const refused = (username: string) => refusal(origin, username);
    const differences: number[] = [];
    const times: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      const known = await refused(stacks.admin.username);
      const unknown = await refused(`nobody-${pair}`);
      // The first few find a cold server.
      if (pair < PAIRS / 4) continue;
      differences.push(known - unknown);
      times.push(known, unknown);
    }
    const { estimate, low, high } = meanInterval(differences, { seed });
    const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
    const verdict = low > 0 || high < 0 ? 'it tells' : 'it does not tell';
    rows.push([stack, mean.toFixed(1), `${estimate.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`, verdict]);
  }
  return {
    title: 'Does a refused log-in tell whether there is such a user?',
    note: `Wrong password of a user who exists, and a name that does not, by turns; the difference with its 95 % interval over ${(PAIRS * 3) / 4} pairs.`,
    head: ['stack', 'refused after, ms', 'exists − does not, ms', ''],
    rows,
  };
}

async function refusal(origin: string, username: string): Promise<number> {
  const body = { username, password: 'not-the-password' };
  const begin = performance.now();
  const { status } = await exchange(origin, { method: 'POST', path: '/auth/token', body });
  const ms = performance.now() - begin;
  if (status !== 401) throw new Failure(`A wrong password is answered ${status} at ${origin}.`);
  return ms;
}
