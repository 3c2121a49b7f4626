import { performance } from 'node:perf_hooks';
import { excludes, Failure, meanInterval } from '@jobly/lab/instrument';
import { intervalInWords, signed, type Table, threeDigits } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import { exchange } from '@jobly/lab/system-under-test';

const PAIRS = 40;

/** Whether the time of a refused log-in reveals that the username exists. */
export async function logInTable({ stacks, seed }: MeasuredScene): Promise<Table> {
  const rows: string[][] = [];
  for (const stack of ['monolith', 'micro'] as const) {
    const { origin } = stacks[stack];
    const refused = (username: string) => refusal(origin, username);
    const pairs: RefusedPair[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      const known = await refused(stacks.admin.username);
      const unknown = await refused(`nobody-${pair}`);
      // The first few find a cold server.
      if (pair < PAIRS / 4) continue;
      pairs.push({ known, unknown });
    }
    rows.push([stack, ...cellsOf(pairs, seed)]);
  }
  return {
    title: 'Does a refused log-in tell whether there is such a user?',
    note: `Wrong password of a user who exists, and a name that does not, by turns; the difference with its 95 % interval over ${(PAIRS * 3) / 4} pairs.`,
    head: ['stack', 'refused after, ms', 'exists − does not, ms', ''],
    rows,
  };
}

/** How long a refusal took: of a user who exists, and of a name that does not. In ms. */
export interface RefusedPair {
  known: number;
  unknown: number;
}

/** The mean time, the difference with its interval, and what follows from it. */
export function cellsOf(pairs: readonly RefusedPair[], seed: number): string[] {
  const interval = meanInterval(
    pairs.map(({ known, unknown }) => known - unknown),
    { seed },
  );
  const mean = pairs.reduce((sum, { known, unknown }) => sum + known + unknown, 0) / (2 * pairs.length);
  const verdict = excludes(interval, 0) ? 'it tells' : 'it does not tell';
  return [threeDigits(mean), `${signed(interval.estimate)} (${intervalInWords(interval)})`, verdict];
}

async function refusal(origin: string, username: string): Promise<number> {
  const body = { username, password: 'not-the-password' };
  const begin = performance.now();
  const { status } = await exchange(origin, { method: 'POST', path: '/auth/token', body });
  const ms = performance.now() - begin;
  if (status !== 401) throw new Failure(`A wrong password is answered ${status} at ${origin}.`);
  return ms;
}
