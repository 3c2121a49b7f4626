import { api, as } from './support/api';
import type { Company, Job } from './support/body';
import { asAdmin } from './support/records';
import { baseUrl, capabilities } from './support/target';

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

  it('has 50 companies, about a third of them without a logo, some of an unknown size', async () => {
    const companies = await seededCompanies();
    expect(companies).toHaveLength(SEEDED_COMPANIES);
    const logos = companies.flatMap(({ logoUrl }) => logoUrl ?? []);
    for (const logo of logos) expect(logo).toMatch(/^(\/|https?:)/);
    expect(SEEDED_COMPANIES - logos.length).toBeGreaterThan(SEEDED_COMPANIES * 0.25);
    expect(SEEDED_COMPANIES - logos.length).toBeLessThan(SEEDED_COMPANIES * 0.4);
    expect(companies.filter(({ numEmployees }) => numEmployees === null)).not.toHaveLength(0);
  });

  it('has company names that can be asked for as they are, without any escaping', async () => {
    for (const { handle, name } of await seededCompanies()) {
      expect(name).toMatch(/^\w[\w ]*$/);
      const found = await fetch(`${baseUrl}/companies?name=${name}`);
      const { companies } = (await found.json()) as { companies: Company[] };
      expect(companies.map((company) => company.handle)).toContain(handle);
    }
  });
});

type SeededJob = Job & { company: Company };

let read: Promise<SeededJob[]> | undefined;
const seededJobs = () => (read ??= readSeededJobs());

const seededCompanies = async () => [
  ...new Map((await seededJobs()).map(({ company }) => [company.handle, company])).values(),
];

/** One by one: two hundred concurrent requests are too many for a busy machine. */
async function readSeededJobs(): Promise<SeededJob[]> {
  const jobs: SeededJob[] = [];
  for (let id = 1; id <= SEEDED_JOBS; id += 1) jobs.push((await api.get(`/jobs/${id}`)).body.job);
  return jobs;
}
