import { operations } from '@jobly/contracts';
import { ask } from '@jobly/lab/system-under-test';

/** Those who act at one stack. */
export interface Actors {
  origin: string;
  admin: { token: string };
  user: { username: string; token: string };
}

/** A company with so many jobs; returns the ids of the jobs. */
export async function aCompany(
  { origin, admin: { token } }: Pick<Actors, 'origin' | 'admin'>,
  handle: string,
  jobs: number,
): Promise<number[]> {
  const body = { handle, name: handle, description: 'Founded to be deleted' };
  await ask(origin, operations.createCompany, { token, body });
  const ids: number[] = [];
  for (let made = 0; made < jobs; made += 1) {
    const { job } = await ask(origin, operations.createJob, { token, body: { title: 'Cook', companyHandle: handle } });
    ids.push(job.id);
  }
  return ids;
}

/** Makes the user apply to a job. */
export const applyTo = async ({ origin, user: { username, token } }: Actors, id: number): Promise<void> => {
  await ask(origin, operations.applyToJob, { path: `/users/${username}/jobs/${id}`, token });
};
