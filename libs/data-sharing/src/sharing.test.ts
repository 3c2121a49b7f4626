import { type CompanyDirectory, type JobBoard, waysOfSharing } from '@jobly/contracts';
import { pino } from 'pino';
import { aCompaniesService, aCompany } from './companies.fixture';
import { recordsChanges, sharedCompanies, sharedJobs } from './sharing';

/** A read model that nobody asks. */
const reject = () => Promise.reject(new Error('No copy is needed here'));
const unused = { database: { sql: reject, background: reject }, pages: reject, log: pino({ level: 'silent' }) };

/** Views over a port, which show what it answers. */
const overCompanies = (port: CompanyDirectory) => () => ({ list: async () => [], detail: () => port.find('acme') });
const overJobs = (port: JobBoard) => () => ({ detail: () => port.ofCompany('acme') });

const cook = { id: 7, title: 'Cook', salary: null, equity: null };

describe.each([
  ['call', 2, 0],
  ['cached', 1, 2],
] as const)('data that is shared by %s', (DATA_SHARING, questions, metrics) => {
  const settings = { DATA_SHARING, SHARING_CACHE_TTL: 3_600, SHARING_AUDIT_INTERVAL: 3_600 };

  it(`costs ${questions} of two readers a question, be it companies`, async () => {
    const { service, directory } = aCompaniesService(aCompany('acme'));
    const shared = sharedCompanies(settings, directory, overCompanies, unused);
    for (let i = 0; i < 2; i += 1) expect(await shared.views().detail(7)).toEqual(aCompany('acme'));
    expect(service.asked).toHaveLength(questions);
    expect(shared.metrics).toHaveLength(metrics);
  });

  it(`costs ${questions} of two readers a question, be it jobs`, async () => {
    let asked = 0;
    const ofCompany = async () => {
      asked += 1;
      return [cook];
    };
    const shared = sharedJobs(settings, { ofCompany }, overJobs, unused);
    for (let i = 0; i < 2; i += 1) expect(await shared.views().detail('acme')).toEqual([cook]);
    expect(asked).toBe(questions);
    expect(shared.metrics).toHaveLength(metrics);
  });

  it('leaves events to their handlers', async () => {
    const handled: unknown[] = [];
    const shared = sharedCompanies(settings, aCompaniesService().directory, overCompanies, unused);
    const events = shared.informedBy({ 'company-deleted': async (...event) => void handled.push(event) });
    await events['company-deleted']({ handle: 'acme' }, 'an id');
    expect(handled).toEqual([[{ handle: 'acme' }, 'an id']]);
  });
});

describe('data that is shared by replica', () => {
  it('is copied by a worker, and its changes are recorded in this way only', async () => {
    const settings = { DATA_SHARING: 'replica', SHARING_CACHE_TTL: 3_600, SHARING_AUDIT_INTERVAL: 3_600 } as const;
    const shared = sharedCompanies(settings, aCompaniesService().directory, overCompanies, unused);
    expect(shared.workers).toHaveLength(1);
    expect(sharedJobs(settings, { ofCompany: async () => [cook] }, overJobs, unused).workers).toHaveLength(1);
    const recording = waysOfSharing.micro.filter((DATA_SHARING) => recordsChanges({ DATA_SHARING }));
    expect(recording).toEqual(['replica']);
  });
});
