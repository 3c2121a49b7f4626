import { operations } from '@jobly/contracts';
import { ask } from './ask';
import { inBatches } from './in-batches';
import { newCompany, newJob, newUser } from './new-records';
import type { Account } from './session';
import type { BlockOrder } from './workload';

/** Concurrent writes: about half of a stack's 15 database connections. */
const CONCURRENT_WRITES = 8;

/** Concurrent registrations; hashing a password keeps a core busy for 15 ms. */
const CONCURRENT_HASHES = 4;

/** The number of records that a block updates over and over: enough that its requests seldom wait for the same row. */
export const RECORDS_TO_CHANGE = 20;

/** Every record created for a block, or by it, is named `lab-LABEL-` and a number from 1. */
export const prefixOf = ({ label }: Pick<BlockOrder, 'label'>) => `lab-${label}-`;

/** This many names for records of one kind; they serve as usernames, handles and titles alike. */
export const namesOf = (order: Pick<BlockOrder, 'label'>, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefixOf(order)}${index + 1}`);

/**
 * Creates users. An administrator does it, because sign-ups from one address are limited.
 * @throws Failure if one is refused
 */
export function makeUsers(order: BlockOrder, count: number): Promise<Account[]> {
  const { origin, session } = order;
  return inBatches(CONCURRENT_HASHES, namesOf(order, count).map(newUser), async (body) => {
    const { token } = await ask(origin, operations.createUser, { token: session.admin.token, body });
    return { username: body.username, password: body.password, token };
  });
}

/**
 * Creates companies and returns their handles.
 * @throws Failure if one is refused
 */
export function makeCompanies(order: BlockOrder, count: number): Promise<string[]> {
  const { origin, session, random } = order;
  const bodies = namesOf(order, count).map((handle) => newCompany(handle, random));
  return inBatches(CONCURRENT_WRITES, bodies, async (body) => {
    const { company } = await ask(origin, operations.createCompany, { token: session.admin.token, body });
    return company.handle;
  });
}

/**
 * Creates a job for each handle and returns their ids, which the stack chooses.
 * @throws Failure if one is refused
 */
export function makeJobs(order: BlockOrder, handles: readonly string[]): Promise<number[]> {
  const { origin, session, random } = order;
  const bodies = namesOf(order, handles.length).map((title, index) => newJob(title, handles[index]!, random));
  return inBatches(CONCURRENT_WRITES, bodies, async (body) => {
    const { job } = await ask(origin, operations.createJob, { token: session.admin.token, body });
    return job.id;
  });
}

/**
 * Makes each of the users apply to each of the jobs.
 * @throws Failure if one is refused
 */
export async function makeApplications(
  { origin }: BlockOrder,
  users: readonly Account[],
  jobIds: readonly number[],
): Promise<void> {
  const pairs = users.flatMap(({ username, token }) =>
    jobIds.map((id) => ({ path: `/users/${username}/jobs/${id}`, token })),
  );
  await inBatches(CONCURRENT_WRITES, pairs, (details) => ask(origin, operations.applyToJob, details));
}
