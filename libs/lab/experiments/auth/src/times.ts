import { meanInterval, seededRandom } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import { logInAs, type ProcessTime, takeInventory, timedAnswer, timedClient } from '@jobly/lab/system-under-test';
import type { Authentication } from './inside/state';
import { changeMissingJob } from './ladder/probe';
import type { SwitchedMode } from './ladder/start-switched';

const WARM_UP = 1_000;
const ROUNDS = 8;
const SAMPLES = 100;

/** In the order in which a request passes them. */
const PROCESSES = ['monolith', 'gateway', 'jobs', 'users'] as const;

/** The table's name, by which the conclusion finds it. */
export const CLOCKS = 'clocks';

/** The time that a request spent on authentication, in µs: process by process, and in all. */
type Spent = Record<(typeof PROCESSES)[number] | 'all' | 'asked', number>;

/**
 * The time that each process spends on authentication by its own clock, in µs per request, beyond what it takes to read
 * a token.
 * @throws Failure for an answer that is not the expected one
 */
export async function timesTable(
  { stacks, run, signal, seed }: MeasuredScene,
  watched: readonly SwitchedMode[],
): Promise<Table> {
  const inventory = await takeInventory(stacks.monolith.origin, stacks.data);
  const rows: Table['rows'] = [];
  for (const mode of watched) {
    await spentAt(mode, 'usual', WARM_UP);
    await spentAt(mode, 'only-read', WARM_UP);
    const added: Spent[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? (['usual', 'only-read'] as const) : (['only-read', 'usual'] as const);
      const spent = {
        [order[0]]: await spentAt(mode, order[0], SAMPLES),
        [order[1]]: await spentAt(mode, order[1], SAMPLES),
      };
      added.push(minus(spent['usual']!, spent['only-read']!));
    }
    rows.push([mode.name, ...cellsOf(added, seed)]);
  }
  return {
    name: CLOCKS,
    title: 'Time spent on authentication, by the processes’ own clocks',
    note: `${changeMissingJob.operation}, one request at a time; the mean of ${ROUNDS} differences between medians of ${SAMPLES}, with and without authentication by turns. Each process's own work for users' and services' tokens; the last column is how long the users service was busy when another service asked it about a token.`,
    head: [
      'mode',
      'monolith or gateway',
      'jobs service',
      'users service',
      'all',
      'at least',
      'at most',
      'users service asked',
    ],
    rows,
    keys: watched.map(({ name }) => name),
  };

  /** The medians of `count` requests with a fresh token, because tokens are short-lived here. */
  async function spentAt({ name, target: { origin }, switchTo }: SwitchedMode, way: Authentication, count: number) {
    await switchTo('usual');
    const session = { ...inventory, accounts: [], admin: await logInAs(origin, stacks.admin) };
    await switchTo(way);
    const order = { origin, session, count, random: seededRandom(1), label: `${run.id}-t` };
    const { requests } = await changeMissingJob.prepare(order);
    const client = timedClient(origin);
    const accounts: ProcessTime[] = [];
    for (const request of requests) {
      signal.throwIfAborted();
      const { account } = await timedAnswer(client, request, name);
      accounts.push(account);
    }
    await client.close();
    await switchTo('usual');
    return medianOf(accounts);
  }
}

function medianOf(accounts: readonly ProcessTime[]): Spent {
  const own = accounts.map(authenticationIn);
  const median = (of: (index: number) => number) => medianIn(accounts.map((_, index) => 1_000 * of(index)));
  const by = (process: (typeof PROCESSES)[number]) => median((index) => own[index]![process] ?? 0);
  return {
    ...{ monolith: by('monolith'), gateway: by('gateway'), jobs: by('jobs'), users: by('users') },
    all: median((index) => PROCESSES.reduce((sum, process) => sum + (own[index]![process] ?? 0), 0)),
    asked: median((index) => totalOf(accounts[index]!, 'users')),
  };
}

function cellsOf(added: readonly Spent[], seed: number): Table['rows'][number] {
  const mean = (of: (spent: Spent) => number) => added.reduce((sum, spent) => sum + of(spent), 0) / added.length;
  const { estimate, low, high } = meanInterval(
    added.map(({ all }) => all),
    { seed },
  );
  const cell = (value: number) => (Math.abs(value) < 0.05 ? '–' : { value, unit: 'µs' });
  return [
    cell(mean(({ monolith, gateway }) => monolith + gateway)),
    cell(mean(({ jobs }) => jobs)),
    cell(mean(({ users }) => users)),
    ...[estimate, low, high].map((value) => ({ value, unit: 'µs' })),
    cell(mean(({ asked }) => asked)),
  ];
}

function minus(usual: Spent, read: Spent): Spent {
  const entries = Object.entries(usual).map(([name, spent]) => [name, spent - read[name as keyof Spent]]);
  return Object.fromEntries(entries) as Spent;
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

function medianIn(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
