import { randomBytes } from 'node:crypto';
import { api, as, type Reply } from './api';
import type { Company, Job, User } from './body';
import { capabilities } from './target';

/**
 * Every test creates its own records, through the public API and under names that no other run uses, so the suite can
 * run repeatedly, and concurrently with itself, against one server.
 */
export const unique = (prefix = 'c') => prefix + randomBytes(6).toString('hex');

type Fields = Record<string, unknown>;

/** Valid bodies; a test overrides the fields that it is about. */
export const userBody = <F extends Fields>(overrides: F = {} as F) => ({
  username: unique('u'),
  password: 'correct horse',
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  ...overrides,
});

export function companyBody(overrides: Fields = {}): Fields {
  const handle = unique();
  return { handle, name: `Company ${handle}`, description: 'Makes things', ...overrides };
}

export const jobBody = (companyHandle: string, overrides: Fields = {}): Fields => ({
  title: `Job ${unique()}`,
  companyHandle,
  ...overrides,
});

let admin: Promise<string> | undefined;

/** The token of the declared admin; one login serves a whole file. */
const anAdminToken = () => (admin ??= logIn(capabilities.admin));

export const asAdmin = async () => as(await anAdminToken());

async function logIn(credentials: Fields): Promise<string> {
  const response = await api.post('/auth/token').send(credentials);
  expectStatus(response, 200);
  return response.body.token;
}

export type CreatedUser = User & { password: string; token: string };

/** Created by the admin, so that the suite does not use up the limit on /auth. */
export async function aUser(overrides: Fields = {}): Promise<CreatedUser> {
  const body = userBody(overrides);
  const response = await api
    .post('/users')
    .set(await asAdmin())
    .send(body);
  expectStatus(response, 201);
  return { ...response.body.user, password: body.password, token: response.body.token };
}

export async function aCompany(overrides: Fields = {}): Promise<Company> {
  const response = await api
    .post('/companies')
    .set(await asAdmin())
    .send(companyBody(overrides));
  expectStatus(response, 201);
  return response.body.company;
}

export async function aJob(overrides: Fields & { companyHandle?: string } = {}): Promise<Job> {
  const { companyHandle = (await aCompany()).handle } = overrides;
  const response = await api
    .post('/jobs')
    .set(await asAdmin())
    .send(jobBody(companyHandle, overrides));
  expectStatus(response, 201);
  return response.body.job;
}

export async function anApplication(user: { username: string; token: string }, jobId: number): Promise<void> {
  expectStatus(await api.post(`/users/${user.username}/jobs/${jobId}`).set(as(user.token)), 200);
}

/** The body is compared too so that a failure shows the server's message. */
function expectStatus({ status, body }: Reply, expected: number) {
  expect({ status, body }).toEqual({ status: expected, body: expect.anything() });
}
