import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { copiesVerified } from './verified-copies';

afterEach(closeServers);

const { signal } = new AbortController();

/** A service whose first audit ends before its metrics are asked for this many times, and how often they were. */
async function service(name: string, auditedAt: number) {
  let asked = 0;
  const url = await startTestServer((_request, response) =>
    response.end(`read_model_audits_total{copies="copies",process="${name}"} ${++asked < auditedAt ? 0 : 1}`),
  );
  return { endpoint: { name, url }, asked: () => asked };
}

describe('the copies of replica', () => {
  it('are waited for until both services have audited them', async () => {
    const companies = await service('companies service', 1);
    const jobs = await service('jobs service', 3);
    await copiesVerified({ endpoints: [companies.endpoint, jobs.endpoint] }, signal);
    expect([companies.asked(), jobs.asked()]).toEqual([1, 3]);
  });

  it('are not waited for for ever', async () => {
    const companies = await service('companies service', 1);
    const jobs = await service('jobs service', Infinity);
    await expect(copiesVerified({ endpoints: [companies.endpoint, jobs.endpoint] }, signal, 0)).rejects.toThrow(
      /^The jobs service has not compared its copies .* after 0 s; choose a smaller size with --data/,
    );
  });
});
