import { operations, type Registration } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import { companiesOf, jobsOf, type Records } from '../data/records';
import type { DataSize } from '../data/size';
import { exchange } from '../exchange';
import { askPatiently, remove, replyTo } from './ask';
import { inBatches } from './in-batches';
import { newUser } from './new-records';
import { patiently } from './patience';

export interface Account {
  username: string;
  password: string;
  token: string;
}

/** The data about one stack that workloads draw from. Everything but the tokens is the same at all stacks of a run. */
export interface Session {
  /** Some users without privileges. */
  accounts: Account[];
  admin: Account;
  companies: Records<{ handle: string; name: string }>;
  jobs: Records<{ id: number; title: string }>;
}

/** Concurrent registrations; hashing a password keeps a core busy for 15 ms. */
const CONCURRENT_REGISTRATIONS = 4;

export type Inventory = Pick<Session, 'companies' | 'jobs'>;

/**
 * The companies and jobs that can be requested: all of data that the lab has made; of other data those that a list
 * shows, at most 1,000 of each.
 */
export async function takeInventory(origin: string, data?: DataSize): Promise<Inventory> {
  if (data) return { companies: companiesOf(data), jobs: jobsOf(data) };
  const { companies } = await askPatiently(origin, operations.listCompanies);
  const { jobs } = await askPatiently(origin, operations.listJobs);
  if (companies.length === 0 || jobs.length === 0) {
    throw new Failure(`There are no companies or no jobs at ${origin}; start it with SEED=true.`);
  }
  return { companies, jobs };
}

/**
 * Signs up new users, called `lab-LABEL-1`, `lab-LABEL-2` and so on.
 * @throws Failure if one is refused, or if the stack stays too busy
 */
export function signUpAll(origin: string, label: string, count: number): Promise<Account[]> {
  const people = Array.from({ length: count }, (_, index) => newUser(`lab-${label}-${index + 1}`));
  return inBatches(CONCURRENT_REGISTRATIONS, people, async (body) => {
    const { token } = await signUp(origin, body);
    return { username: body.username, password: body.password, token };
  });
}

/** A sign-up that was answered 503 may have come through: then the name is taken, and its user can log in. */
async function signUp(origin: string, body: Registration): Promise<{ token: string }> {
  const question = { method: 'POST', path: operations.register.path, body };
  let attempts = 0;
  const answer = await patiently(() => {
    attempts++;
    return exchange(origin, question);
  });
  if (answer.status === 409 && attempts > 1) return logInAs(origin, body);
  return replyTo(origin, operations.register, question, answer);
}

/**
 * Logs in.
 * @throws Failure if that is refused
 */
export async function logInAs(origin: string, { username, password }: Omit<Account, 'token'>): Promise<Account> {
  const { token } = await askPatiently(origin, operations.logIn, { body: { username, password } });
  return { username, password, token };
}

/**
 * Removes the users and, with them, their applications.
 * @throws Failure if that is refused
 */
export async function removeAll(origin: string, accounts: Account[]): Promise<void> {
  for (const { username, token } of accounts) await remove(origin, `/users/${username}`, token);
}
