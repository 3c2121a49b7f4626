import { api, as } from './support/api';
import type { Company, Job } from './support/body';
import { asAdmin } from './support/records';
import { capabilities } from './support/target';

const SEEDED_COMPANIES = 50;
const SEEDED_JOBS = 200;

const withSeed = capabilities.seeded ? describe : describe.skip;

withSeed('the seed', () => {
  it.each([
    ['testuser', false],
    ['testadmin', true],
  ])('has %s, whose password is "password"', async (username, isAdmin) => {
    const { body } = await api.post('/auth/token').send({ username, password: 'password' });
    const profile = await api.get(`/users/${username}`).set(as(body.token));
    expect(profile).toMatchObject({ status: 200, body: { user: { username, isAdmin } } });
  });

  it('has a few applications', async () => {
    const { body } = await api.get('/users/testuser').set(await asAdmin());
    expect(body.user.applications).not.toHaveLength(0);
  });

  it('has the jobs 1 to 200, half of them with equity, some at 0, some unknown', async () => {
    const equities = (await seededJobs()).map(({ equity }) => equity);
    expect(equities.filter((equity) => Number(equity) > 0)).toHaveLength(SEEDED_JOBS / 2);
    expect(equities).toEqual(expect.arrayContaining(['0', null]));
  });

  it('has 50 companies with readable names and logos', async () => {
    const companies = new Map((await seededJobs()).map(({ company }) => [company.handle, company]));
    expect(companies.size).toBe(SEEDED_COMPANIES);
    for (const company of companies.values()) {
      expect(company).toMatchObject({
        name: expect.stringMatching(/\w/),
        logoUrl: expect.stringMatching(/^(\/|https?:)/),
      });
    }
  });
});

async function seededJobs(): Promise<(Job & { company: Company })[]> {
  const ids = Array.from({ length: SEEDED_JOBS }, (_, index) => index + 1);
  const responses = await Promise.all(ids.map((id) => api.get(`/jobs/${id}`)));
  return responses.map(({ body }) => body.job);
}
