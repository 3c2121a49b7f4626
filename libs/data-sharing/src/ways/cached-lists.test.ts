import { randomUUID } from 'node:crypto';
import type { Company, JobSummary } from '@jobly/contracts';
import { mockedClocks } from '@jobly/expiry/fixtures';
import type { Counter } from 'prom-client';
import { aCompaniesService, aCompany } from '../companies.fixture';
import { cachedAnswers, questions } from '../counts';
import { cachedCompanies, cachedJobs } from './cached';

const TTL = 30;
let clock: ReturnType<typeof mockedClocks>;
beforeEach(() => {
  clock = mockedClocks();
});
afterEach(() => import.meta.jest.restoreAllMocks());

const acme = aCompany('acme');
const bolt = aCompany('bolt');

function cached(...present: Company[]) {
  const { service, directory } = aCompaniesService(...present);
  return { service, port: cachedCompanies(directory, (port) => port, TTL).views };
}

describe('the names for a list', () => {
  it('are asked for in one call, as far as they are not known', async () => {
    const { service, port } = cached(acme, bolt, aCompany('constructor'));
    await port.namesOf(['acme']);
    expect(await port.namesOf(['acme', 'bolt', 'constructor', 'gone'])).toEqual({
      acme: 'The acme',
      bolt: 'The bolt',
      constructor: 'The constructor',
    });
    expect(service.asked).toEqual([['acme'], ['bolt', 'constructor', 'gone']]);
  });

  it('are not asked for twice where others ask for some of them', async () => {
    const { service, port } = cached(acme, bolt);
    const [, names] = await Promise.all([port.namesOf(['acme']), port.namesOf(['acme', 'bolt'])]);
    expect(names).toEqual({ acme: 'The acme', bolt: 'The bolt' });
    expect(service.asked).toEqual([['acme'], ['bolt']]);
  });

  it('come from nobody where all of them are known', async () => {
    const { service, port } = cached(acme, bolt);
    await port.namesOf(['acme', 'bolt']);
    service.isDown = true;
    expect(await port.namesOf(['bolt', 'acme'])).toEqual({ acme: 'The acme', bolt: 'The bolt' });
  });
});

describe('the metrics', () => {
  const countOf = async (counter: Counter) => {
    const { values } = await counter.get();
    return values.find(({ labels }) => labels['of'] === 'names of companies')!.value;
  };

  it('count what was known, and the questions, however much each asks for', async () => {
    const { port } = cached(acme, bolt);
    const before = [await countOf(cachedAnswers), await countOf(questions)];
    await port.namesOf(['acme', 'bolt']);
    await port.namesOf(['acme', 'bolt', 'gone']);
    const after = [await countOf(cachedAnswers), await countOf(questions)];
    expect(after.map((count, at) => count - before[at]!)).toEqual([2, 2]);
  });
});

describe('very many companies', () => {
  it('do not fill the memory: what was used last is kept', async () => {
    const { service, port } = cached();
    const handles = Array.from({ length: 2_000 }, (_, at) => `c${at}`);
    for (const handle of handles) service.records.set(handle, aCompany(handle, { description: 'a'.repeat(5_000) }));
    for (const handle of handles) await port.find(handle);
    const { length } = service.asked;
    await port.find('c1999');
    expect(service.asked).toHaveLength(length);
    await port.find('c0');
    expect(service.asked).toHaveLength(length + 1);
  });
});

describe('the jobs of a company', () => {
  const cook: JobSummary = { id: 7, title: 'Cook', salary: null, equity: '0.1' };

  function cachedJobsOf(listed: JobSummary[]) {
    const jobs = { listed, asked: 0 };
    const ofCompany = async () => {
      jobs.asked += 1;
      return jobs.listed;
    };
    const { views: port, informedBy } = cachedJobs({ ofCompany }, (jobBoard) => jobBoard, TTL);
    return { jobs, port, events: informedBy({ 'company-deleted': async () => void (jobs.listed = []) }) };
  }

  it('are believed for their time', async () => {
    const { jobs, port } = cachedJobsOf([cook]);
    await port.ofCompany('acme');
    jobs.listed = [cook, { ...cook, id: 8 }];
    clock.advance(TTL - 0.1);
    expect(await port.ofCompany('acme')).toEqual([cook]);
    clock.advance(0.2);
    expect(await port.ofCompany('acme')).toHaveLength(2);
  });

  it('are asked for each time while there are none, so that the first is shown at once', async () => {
    const { jobs, port } = cachedJobsOf([]);
    expect(await port.ofCompany('acme')).toEqual([]);
    jobs.listed = [cook];
    expect(await port.ofCompany('acme')).toEqual([cook]);
  });

  it('are not those of a later company of the same handle', async () => {
    const { port, events } = cachedJobsOf([cook]);
    await port.ofCompany('acme');
    await events['company-deleted']({ handle: 'acme' }, randomUUID());
    expect(await port.ofCompany('acme')).toEqual([]);
  });
});
