import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import { type Account, exchange, logInAs } from '@jobly/lab/system-under-test';
import type { RunningMode } from './start-mode';

/** How long a deleted administrator kept access, in ms. */
export type Lag = Pick<RunningMode, 'name' | 'topology'> & { ms: number };

const ASKED_EVERY_MS = 100;

/**
 * All modes concurrently: each waits, and hardly any works.
 * @throws Failure for one that takes longer than `longest` ms
 */
export const lagsOf = (
  { stacks, run }: MeasuredScene,
  watched: readonly RunningMode[],
  longest: number,
): Promise<Lag[]> =>
  Promise.all(
    watched.map(async ({ name, topology, target: { origin } }, index) => {
      const admin = await logInAs(origin, stacks.admin);
      return { name, topology, ms: await revocationLag(origin, admin, `lab-${run.id}-z${index}`, longest) };
    }),
  );

/**
 * How long the token of a deleted administrator keeps opening what only administrators may see, in ms: from the answer
 * to the deletion to the last request that was not refused; 0 if there was none.
 *
 * @throws Failure if it still does after `longest` ms, and for an answer that says neither
 */
export async function revocationLag(origin: string, admin: Account, name: string, longest: number): Promise<number> {
  const doomed = await appoint(origin, admin, name);
  // The service matters: this one learns about users only from another service.
  const path = '/jobs/2147483647';
  const knock = async () => {
    const body = { salary: 1 };
    return (await exchange(origin, { method: 'PATCH', path, token: doomed.token, body })).status;
  };
  if ((await knock()) !== 404) throw new Failure(`A new administrator is not let in at ${origin}.`);
  const { status } = await exchange(origin, { method: 'DELETE', path: `/users/${name}`, token: admin.token });
  if (status !== 200) throw new Failure(`An administrator cannot be deleted at ${origin} (status ${status}).`);

  const deleted = performance.now();
  for (let lag = 0; ;) {
    const asked = performance.now();
    const answer = await knock();
    if (answer === 401) return lag;
    // A service that is down or overloaded lets nobody in.
    if (answer !== 404) throw new Failure(`${origin} answers ${answer} to an administrator who was deleted.`);
    lag = asked - deleted;
    if (lag > longest) throw new Failure(`A deleted administrator is still let in at ${origin} after ${lag} ms.`);
    await delay(ASKED_EVERY_MS);
  }
}

async function appoint(origin: string, { token }: Account, username: string): Promise<Account> {
  const password = 'a-password-of-the-lab';
  const person = { firstName: 'Lab', lastName: 'Admin', email: `${username}@example.com`, isAdmin: true };
  const body = { username, password, ...person };
  const { status } = await exchange(origin, { method: 'POST', path: '/users', token, body });
  if (status !== 201) throw new Failure(`An administrator cannot be appointed at ${origin} (status ${status}).`);
  return logInAs(origin, { username, password });
}

/** The table's name, by which the conclusion finds it. */
export const REVOCATION = 'revocation';

/** The lags, beside the settings that cause them. */
export function lagTable(lags: readonly Lag[], ttl: { token: number; cache: number }): Table {
  return {
    name: REVOCATION,
    title: 'How long a deleted administrator is let in',
    note: `Measured with tokens that live ${ttl.token} s and answers that are kept ${ttl.cache} s. As delivered tokens live 24 hours (TOKEN_TTL) and answers are kept 30 s (AUTH_CACHE_TTL): where nobody is asked, a token is good until it expires, and ten seconds more, because clocks differ.`,
    head: ['mode', 'let in for'],
    rows: lags.map(({ name, ms }) => [name, ms === 0 ? 'not at all' : `${(ms / 1_000).toFixed(1)} s`]),
    keys: lags.map(({ name }) => name),
  };
}
