import { aCompaniesService, aCompany } from './companies.fixture';
import { sharedCompanies, sharedJobs } from './sharing';

const cook = { id: 7, title: 'Cook', salary: null, equity: null };

describe.each([
  ['call', 2, 0],
  ['cached', 1, 2],
] as const)('data that is shared by %s', (DATA_SHARING, questions, metrics) => {
  const settings = { DATA_SHARING, SHARING_CACHE_TTL: 3_600 };

  it(`costs ${questions} of two readers a question, be it companies`, async () => {
    const { service, directory } = aCompaniesService(aCompany('acme'));
    const shared = sharedCompanies(settings, directory);
    for (let i = 0; i < 2; i += 1) expect(await shared.port.find('acme')).toEqual(aCompany('acme'));
    expect(service.asked).toHaveLength(questions);
    expect(shared.metrics).toHaveLength(metrics);
  });

  it(`costs ${questions} of two readers a question, be it jobs`, async () => {
    let asked = 0;
    const ofCompany = async () => {
      asked += 1;
      return [cook];
    };
    const shared = sharedJobs(settings, { ofCompany });
    for (let i = 0; i < 2; i += 1) expect(await shared.port.ofCompany('acme')).toEqual([cook]);
    expect(asked).toBe(questions);
    expect(shared.metrics).toHaveLength(metrics);
  });

  it('leaves events to their handlers', async () => {
    const handled: unknown[] = [];
    const shared = sharedCompanies(settings, aCompaniesService().directory);
    const events = shared.informedBy({ 'company-deleted': async (...event) => void handled.push(event) });
    await events['company-deleted']({ handle: 'acme' }, 'an id');
    expect(handled).toEqual([[{ handle: 'acme' }, 'an id']]);
  });
});
