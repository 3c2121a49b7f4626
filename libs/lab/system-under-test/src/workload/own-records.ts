import { operations } from '@jobly/contracts';
import { ask } from './ask';
import { inBatches } from './in-batches';
import { newCompany, newJob, newUser } from './new-records';
import type { Account } from './session';
import type { BlockOrder } from './workload';

/** At once: about half of a stack's 15 database connections. */
const CONCURRENT_WRITES = 8;

/** At once; hashing a password keeps a core busy for 15 ms. */
const CONCURRENT_HASHES = 4;

/** What a block changes over and over: so many that its requests seldom wait for each other's row. */
export const RECORDS_TO_CHANGE = 20;

/** All that is made for a block, or by it, is called `lab-LABEL-` and a number from 1. */
export const prefixOf = ({ label }: Pick<BlockOrder, 'label'>) => `lab-${label}-`;

/** So many names for things of one kind; they serve as usernames, handles and titles alike. */
export const namesOf = (order: Pick<BlockOrder, 'label'>, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefixOf(order)}${index + 1}`);

/** Makes users. An administrator does: sign-ups from one address are limited. @throws Failure if one is refused */
export function makeUsers(order: BlockOrder, count: number): Promise<Account[]> {
  const { origin, session } = order;
  return inBatches(CONCURRENT_HASHES, namesOf(order, count).map(newUser), async (body) => {
    const { token } = await ask(origin, operations.createUser, { token: session.admin.token, body });
    return { username: body.username, password: body.password, token };
  });
}

/** Makes companies and gives their handles. @throws Failure if one is refused */
export function makeCompanies(order: BlockOrder, count: number): Promise<string[]> {
  const { origin, session, random } = order;
  const bodies = namesOf(order, count).map((handle) => newCompany(handle, random));
  return inBatches(CONCURRENT_WRITES, bodies, async (body) => {
    const { company } = await ask(origin, operations.createCompany, { token: session.admin.token, body });
    return company.handle;
  });
}

/** Makes a job for each handle and gives their ids, which are the stack's own choice. @throws Failure if one is refused */
export function makeJobs(order: BlockOrder, handles: readonly string[]): Promise<number[]> {
  const { origin, session, random } = order;
  const bodies = namesOf(order, handles.length).map((title, index) => newJob(title, handles[index]!, random));
  return inBatches(CONCURRENT_WRITES, bodies, async (body) => {
    const { job } = await ask(origin, operations.createJob, { token: session.admin.token, body });
    return job.id;
  });
}

/** Lets every one of the users apply to every one of the jobs. @throws Failure if one is refused */
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
