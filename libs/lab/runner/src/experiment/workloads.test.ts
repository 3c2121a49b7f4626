import { operations } from '@jobly/contracts';
import { type LoadRequest, seededRandom } from '@jobly/lab/instrument';
import {
  allWorkloads,
  ask,
  exchange,
  mix,
  type Prepared,
  type Stacks,
  startStacks,
  type Workload,
} from '@jobly/lab/system-under-test';
import { armAt } from './arm';
import { openSessions, type Sessions } from './sessions';

// Both stacks are real, because the question is whether they answer as a workload expects. Starting them takes seconds.
import.meta.jest.setTimeout(60_000);

type Stack = 'monolith' | 'micro';

let stacks: Stacks;
let sessions: Sessions;

beforeAll(async () => {
  stacks = await startStacks(new AbortController().signal);
  const arms = [armAt(stacks.monolith, 'monolith'), armAt(stacks.micro, 'micro')];
  sessions = await openSessions(stacks, arms, 'tests');
});

afterAll(async () => {
  await sessions.close();
  await stacks.close();
});

const sessionAt = (stack: Stack) => sessions.at(stacks[stack].origin);

const atBoth = <T>(act: (stack: Stack) => Promise<T>) => Promise.all([act('monolith'), act('micro')]);

async function prepare(workload: Workload, stack: Stack, count = 10): Promise<Prepared> {
  const [{ origin }, session, random] = [stacks[stack], sessionAt(stack), seededRandom(7)];
  return workload.prepare({ origin, session, count, random, label: workload.name });
}

/** Sends them one after the other. */
async function statusesOf(stack: Stack, requests: LoadRequest[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const request of requests) statuses.push((await exchange(stacks[stack].origin, request)).status);
  return statuses;
}

/** The number of companies and jobs, and all applications. */
async function dataOf(stack: Stack) {
  const { origin } = stacks[stack];
  const { token } = sessionAt(stack).admin;
  const { companies } = await ask(origin, operations.listCompanies);
  const { jobs } = await ask(origin, operations.listJobs);
  const { users } = await ask(origin, operations.listUsers, { token });
  const profiles = users.map(({ username }) => ask(origin, operations.getUser, { path: `/users/${username}`, token }));
  const applications = (await Promise.all(profiles)).map(({ user }) => [user.username, ...user.applications]);
  return { companies: companies.length, jobs: jobs.length, applications };
}

/** A request without the parts that differ between stacks: tokens, and the ids of new jobs. */
function comparable({ headers, path, ...request }: LoadRequest) {
  const { jobs } = sessionAt('monolith');
  const idIn = /^\/jobs\/(\d+)$/.exec(path)?.[1];
  const isNew = idIn !== undefined && Number(idIn) > jobs.length;
  return { ...request, path: isNew ? '/jobs/NEW' : path, headers: Object.keys(headers ?? {}) };
}

describe.each(allWorkloads.map((workload) => [workload.name, workload] as const))('the workload %s', (_, workload) => {
  it('is answered as it expects, and leaves the data as they were', async () => {
    await atBoth(async (stack) => {
      const before = await dataOf(stack);
      const { requests, repeatable, clear } = await prepare(workload, stack);
      const sent = repeatable ? [...requests, ...requests] : requests;
      expect(await statusesOf(stack, sent)).toEqual(sent.map(({ expect }) => expect));
      await clear?.();
      expect(await dataOf(stack)).toEqual(before);
    });
  });

  it('asks the same of both stacks, and clears up though nothing was sent', async () => {
    const [monolith, micro] = await atBoth(async (stack) => {
      const before = await dataOf(stack);
      const { requests, clear } = await prepare(workload, stack);
      await clear?.();
      expect(await dataOf(stack)).toEqual(before);
      return requests.map(comparable);
    });
    expect(monolith).toHaveLength(10);
    expect(micro).toEqual(monolith);
  });
});

describe('the mix', () => {
  const partOf = ({ method, path }: LoadRequest) => {
    const [, collection, one] = path.split(/[/?]/);
    return `${method} /${collection}${path.includes('?') ? '' : one && '/:one'}`;
  };

  it('deals every operation its share in every block, in random order', async () => {
    const { requests, clear } = await prepare(mix, 'monolith', 40);
    await clear?.();
    const parts = requests.map(partOf);
    expect(Object.entries(Object.groupBy(parts, (part) => part)).map(([part, all]) => [part, all!.length])).toEqual(
      expect.arrayContaining([
        ['GET /companies', 8],
        ['GET /companies/:one', 8],
        ['GET /jobs', 6],
        ['GET /jobs/:one', 8],
        ['GET /users/:one', 6],
        ['PATCH /users/:one', 2],
        ['PATCH /jobs/:one', 2],
      ]),
    );
    expect(parts).not.toEqual(parts.toSorted());
    expect(Object.values(mix.mix!).reduce((sum, share) => sum + share)).toBeCloseTo(1);
  });

  it('comes within one request of the shares where they do not divide', async () => {
    const { requests, clear } = await prepare(mix, 'monolith', 27);
    await clear?.();
    const lists = requests.filter((request) => partOf(request) === 'GET /companies');
    expect([5, 6]).toContain(lists.length);
    expect(requests).toHaveLength(27);
  });
});
