import { operations } from '@jobly/contracts';
import { z } from 'zod';
import { Failure } from '../failure';
import { exchange, type Question } from '../targets/exchange';

export interface Account {
  username: string;
  password: string;
  token: string;
}

/** What the workloads know of one stack. Everything but the tokens is the same at all stacks of a run. */
export interface Session {
  /** Some users without rights of their own. */
  accounts: Account[];
  admin: Account;
  companies: { handle: string; name: string }[];
  jobs: { id: number; title: string }[];
}

/** At once; hashing a password keeps a core busy for 15 ms. */
const CONCURRENT_REGISTRATIONS = 4;

const PASSWORD = 'a-password-of-the-lab';

export type Inventory = Pick<Session, 'companies' | 'jobs'>;

/** Looks up what there is to ask for. */
export async function takeInventory(origin: string): Promise<Inventory> {
  const { companies } = await ask(origin, operations.listCompanies.reply, { method: 'GET', path: '/companies' });
  const { jobs } = await ask(origin, operations.listJobs.reply, { method: 'GET', path: '/jobs' });
  if (companies.length === 0 || jobs.length === 0) {
    throw new Failure(`There are no companies or no jobs at ${origin}; start it with SEED=true.`);
  }
  return { companies, jobs };
}

/** Signs up fresh users, called `lab-LABEL-1`, `lab-LABEL-2` and so on. */
export async function signUpAll(origin: string, label: string, count: number): Promise<Account[]> {
  const names = Array.from({ length: count }, (_, index) => `lab-${label}-${index + 1}`);
  const accounts: Account[] = [];
  while (accounts.length < count) {
    const batch = names.slice(accounts.length, accounts.length + CONCURRENT_REGISTRATIONS);
    accounts.push(...(await Promise.all(batch.map((username) => signUp(origin, username)))));
  }
  return accounts;
}

/** Logs in. @throws Failure if that is refused */
export async function logInAs(origin: string, { username, password }: Omit<Account, 'token'>): Promise<Account> {
  const body = { username, password };
  const { token } = await ask(origin, operations.logIn.reply, { method: 'POST', path: '/auth/token', body });
  return { username, password, token };
}

/** Removes the users and, with them, their applications. */
export async function removeAll(origin: string, accounts: Account[]): Promise<void> {
  for (const { username, token } of accounts) {
    await exchange(origin, { method: 'DELETE', path: `/users/${username}`, token });
  }
}

async function signUp(origin: string, username: string): Promise<Account> {
  const person = { firstName: 'Lab', lastName: 'User', email: `${username}@example.com` };
  const body = { username, password: PASSWORD, ...person };
  const { token } = await ask(origin, operations.register.reply, { method: 'POST', path: '/auth/register', body }, 201);
  return { username, password: PASSWORD, token };
}

async function ask<S extends z.ZodType>(origin: string, reply: S, question: Question, expected = 200) {
  const { status, body } = await exchange(origin, question);
  if (status !== expected) {
    throw new Failure(`${question.method} ${question.path} at ${origin} answers ${status}: ${JSON.stringify(body)}`);
  }
  return reply.parse(body);
}
