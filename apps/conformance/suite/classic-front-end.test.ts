import { baseUrl, capabilities } from './support/target';
import type { Company, Job, User } from './support/body';
import { aCompany, aJob, unique } from './support/records';

interface Replies {
  token: string;
  user: User & { applications: number[] };
  company: Company & { jobs: Job[] };
  companies: Company[];
  jobs: (Job & { companyName: string })[];
  applied: number;
  error: { message: string | string[] };
}

/** The messages that such a front end lists in its alert, whether the server sent one sentence or several. */
class Sentences extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
  }
}

/**
 * The client that the React front ends of the classic API share, as a browser runs it: it sends the header even without
 * a token, and the JSON type even with GET.
 */
function classicClient() {
  let token: string | undefined;

  async function request(endpoint: string, data: Record<string, unknown> = {}, method = 'get') {
    const query = method === 'get' ? `?${new URLSearchParams(data as Record<string, string>).toString()}` : '';
    const response = await fetch(`${baseUrl}/${endpoint}${query}`, {
      method: method.toUpperCase(),
      headers: {
        Accept: 'application/json, text/plain, */*',
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
      },
      body: method === 'get' ? null : JSON.stringify(data),
    });
    const body = (await response.json()) as Replies;
    if (!response.ok) throw new Sentences([body.error.message].flat());
    return body;
  }

  const remember = (given: string): string => {
    token = given;
    const [, payload = ''] = given.split('.');
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { username: string };
    return claims.username;
  };

  return {
    signUp: async (data: object) => remember((await request('auth/register', { ...data }, 'post')).token),
    logIn: async (data: object) => remember((await request('auth/token', { ...data }, 'post')).token),
    currentUser: async (username: string) => (await request(`users/${username}`)).user,
    companies: async (name?: string) => (await request('companies', name ? { name } : {})).companies,
    company: async (handle: string) => (await request(`companies/${handle}`)).company,
    jobs: async (title?: string) => (await request('jobs', title ? { title } : {})).jobs,
    apply: async (username: string, id: number) => request(`users/${username}/jobs/${id}`, {}, 'post'),
    saveProfile: async (username: string, data: object) =>
      (await request(`users/${username}`, { ...data }, 'patch')).user,
  };
}

const signUpForm = () => ({
  username: unique('u'),
  // As short as their forms allow.
  password: 'plum'.padEnd(capabilities.passwordMinLength, '!'),
  firstName: 'Joel',
  lastName: 'Burton',
  email: 'joel@joelburton.com',
});

describe('a classic front end', () => {
  it('signs somebody up, logs them in, and knows who they are from the token', async () => {
    const { username, password, ...form } = signUpForm();
    expect(await classicClient().signUp({ username, password, ...form })).toBe(username);
    const client = classicClient();
    expect(await client.logIn({ username, password })).toBe(username);
    expect(await client.currentUser(username)).toEqual({ ...form, username, isAdmin: false, applications: [] });
  });

  it('shows companies and jobs to somebody who has not logged in', async () => {
    const { handle, name } = await aCompany();
    const { id, title } = await aJob({ companyHandle: handle, salary: 1, equity: 0.1 });
    const client = classicClient();
    expect(await client.companies()).not.toHaveLength(0);
    expect(await client.companies(handle)).toMatchObject([{ handle, name, logoUrl: null }]);
    expect(await client.company(handle)).toMatchObject({ name, jobs: [{ id, title, salary: 1, equity: '0.1' }] });
    expect(await client.jobs(title)).toMatchObject([{ id, title, companyName: name }]);
    expect(await client.jobs()).not.toHaveLength(0);
  });

  it('applies, and shows "Applied" after the next start', async () => {
    const [client, form, { id }] = [classicClient(), signUpForm(), await aJob()];
    const username = await client.signUp(form);
    expect(await client.apply(username, id)).toEqual({ applied: id });
    expect(new Set((await client.currentUser(username)).applications).has(id)).toBe(true);
  });

  it('saves the profile, the password among the rest', async () => {
    const [client, form] = [classicClient(), signUpForm()];
    const username = await client.signUp(form);
    const changes = { ...form, firstName: 'Elie', lastName: 'Schoppik', email: 'elie@example.com' };
    const { password: _password, username: _username, ...visible } = changes;
    expect(await client.saveProfile(username, { ...visible, password: form.password })).toEqual({
      ...visible,
      username,
      isAdmin: false,
    });
  });

  it('shows what is wrong, sentence by sentence', async () => {
    const client = classicClient();
    const unknown = client.logIn({ username: unique('u'), password: 'wrong' });
    await expect(unknown).rejects.toMatchObject({ sentences: ['Invalid username/password'] });
    const blank = client.signUp({ username: '', password: '', firstName: '', lastName: '', email: '' });
    await expect(blank).rejects.toMatchObject({
      sentences: expect.arrayContaining([expect.stringContaining('username')]),
    });
    await expect(client.company(unique())).rejects.toMatchObject({ sentences: [expect.any(String)] });
  });
});
