import { seededRandom } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import {
  createJob,
  logInAs,
  type ProcessTime,
  takeInventory,
  timedAnswer,
  timedClient,
} from '@jobly/lab/system-under-test';
import type { RunningMode } from './start-mode';

const WARM_UP = 60;
const SAMPLES = 100;

/** In the order in which a request passes them. */
const PROCESSES = ['monolith', 'gateway', 'jobs', 'companies', 'users'];

/**
 * The time that each process spends on authentication, in µs per request.
 * @throws Failure for an answer that is not the expected one
 */
export async function timesTable(
  { stacks, run, signal }: MeasuredScene,
  watched: readonly RunningMode[],
): Promise<Table> {
  const inventory = await takeInventory(stacks.monolith.origin);
  const rows: string[][] = [];
  for (const { name, target } of watched) {
    await accountsOf(name, target.origin, WARM_UP);
    rows.push([name, ...cellsOf(await accountsOf(name, target.origin, SAMPLES))]);
  }
  return {
    title: 'Time spent on authentication, µs',
    note: `${createJob.operation}, one request at a time, medians. Each process's own work for users' and services' tokens; the last column is how long the users service was busy when another service asked it about a token.`,
    head: [
      'mode',
      'monolith or gateway',
      'jobs service',
      'companies service',
      'users service',
      'all',
      'users service asked',
    ],
    rows,
  };

  /**
   * Breaks down `count` requests with a fresh token, because tokens are short-lived here. What they create goes with
   * the databases.
   */
  async function accountsOf(name: string, origin: string, count: number): Promise<ProcessTime[]> {
    const session = { ...inventory, accounts: [], admin: await logInAs(origin, stacks.admin) };
    const order = { origin, session, count, random: seededRandom(1), label: `${run.id}-t` };
    const { requests } = await createJob.prepare(order);
    const client = timedClient(origin);
    const accounts: ProcessTime[] = [];
    for (const request of requests) {
      signal.throwIfAborted();
      const { account } = await timedAnswer(client, request, name);
      accounts.push(account);
    }
    await client.close();
    return accounts;
  }
}

function cellsOf(accounts: readonly ProcessTime[]): string[] {
  const own = accounts.map((account) => authenticationIn(account));
  const of = (process: string) => median(own.map((times) => times[process] ?? 0));
  const first = of('monolith') + of('gateway');
  const all = median(own.map((times) => PROCESSES.reduce((sum, process) => sum + (times[process] ?? 0), 0)));
  const asked = median(accounts.map((account) => totalOf(account, 'users')));
  return [first, of('jobs'), of('companies'), of('users'), all, asked].map((ms) =>
    ms === 0 ? '–' : Math.round(ms * 1_000).toLocaleString('en'),
  );
}

/** The authentication phases by process, in ms. */
function authenticationIn({ name, phases, neighbours }: ProcessTime): Record<string, number> {
  const times: { [process: string]: number } = { [name]: phases.auth };
  for (const neighbour of neighbours) {
    for (const [process, ms] of Object.entries(authenticationIn(neighbour)))
      times[process] = (times[process] ?? 0) + ms;
  }
  return times;
}

const totalOf = ({ name, total, neighbours }: ProcessTime, process: string): number =>
  (name === process ? total : 0) + neighbours.reduce((sum, neighbour) => sum + totalOf(neighbour, process), 0);

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
