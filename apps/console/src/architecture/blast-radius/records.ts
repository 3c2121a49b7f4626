import { randomBytes } from 'node:crypto';
import { ask, type Request } from './ask';

/** What the checks of one stack ask for: a company, its job and a user who has applied to it, made for that. */
export interface Records {
  readonly adminToken: string;
  readonly user: { readonly username: string; readonly password: string; readonly token: string };
  readonly handle: string;
  readonly jobId: number;
  /** The job that was added last; created and deleted again by the checks. */
  spareJobId: number;
}

/** Always the same names, so that what a console has left behind when it was killed is found by the next one. */
export const NAMES = { user: 'console-check', company: 'console-check', spare: 'console-check-spare' };

/** No job has this number in practice: the largest there is. */
export const NO_JOB = 2_147_483_647;

export const newUser = (username: string, password: string) => ({
  ...{ username, password, firstName: 'Console', lastName: 'Check', email: `${username}@example.com` },
});

export const newCompany = (handle: string) => ({ handle, name: handle, description: 'Made to see what works.' });

/** @returns undefined if the stack does not let them be made, because a part of it fails already. */
export async function prepare(origin: string, seedPassword: string): Promise<Records | undefined> {
  const success = async <T>(request: Request): Promise<T> => {
    const { answer, body } = await ask(origin, request);
    if (answer !== 200 && answer !== 201) throw new Error(`${request.method} ${request.path}: ${answer}`);
    return body as T;
  };
  const post = <T>(path: string, body: unknown, token?: string) =>
    success<T>({ method: 'POST', path, body, ...(token !== undefined && { token }) });
  try {
    const admin = { username: 'testadmin', password: seedPassword };
    const { token: adminToken } = await post<{ token: string }>('/auth/token', admin);
    await removeNamed(origin, adminToken);
    const password = randomBytes(16).toString('hex');
    const { token } = await post<{ token: string }>('/auth/register', newUser(NAMES.user, password));
    await post('/companies', newCompany(NAMES.company), adminToken);
    const job = { title: 'Made to see what works', companyHandle: NAMES.company };
    const { job: made } = await post<{ job: { id: number } }>('/jobs', job, adminToken);
    await post(`/users/${NAMES.user}/jobs/${made.id}`, {}, token);
    const user = { username: NAMES.user, password, token };
    return { adminToken, user, handle: NAMES.company, jobId: made.id, spareJobId: NO_JOB };
  } catch {
    return undefined;
  }
}

/** Removes them as far as the stack lets it; the next console to check it removes the rest. */
export const remove = (origin: string, { adminToken }: Records) => removeNamed(origin, adminToken);

async function removeNamed(origin: string, token: string): Promise<void> {
  const paths = ['/users/', '/companies/'].flatMap((path) =>
    [path === '/users/' ? NAMES.user : NAMES.company, NAMES.spare].map((name) => path + name),
  );
  for (const path of paths) await ask(origin, { method: 'DELETE', path, token });
}
