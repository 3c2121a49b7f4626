import { operations } from '@jobly/contracts';
import { type Account, ask, logInAs, signUpAll } from '@jobly/lab/system-under-test';

/** Those who ask during the faults, and what they ask for. */
export interface People {
  admin: Account;
  user: Account;
  handle: string;
  /** A company to which jobs are added, so that what is asked for stays the same. */
  growing: string;
  jobId: number;
}

/**
 * A user who has applied to a job of a company of its own.
 * @param label makes the names unique
 */
export async function peopleAt(
  origin: string,
  admins: { username: string; password: string },
  label: string,
): Promise<People> {
  const handle = `lab-${label}`;
  const admin = await logInAs(origin, admins);
  const [user] = await signUpAll(origin, label, 1);
  const { token } = admin;
  const growing = `${handle}-grows`;
  for (const name of [handle, growing]) {
    await ask(origin, operations.createCompany, { token, body: { handle: name, name, description: 'Fails at times' } });
  }
  const { job } = await ask(origin, operations.createJob, { token, body: { title: 'Cook', companyHandle: handle } });
  const path = `/users/${user!.username}/jobs/${job.id}`;
  await ask(origin, operations.applyToJob, { path, token: user!.token });
  return { admin, user: user!, handle, growing, jobId: job.id };
}
