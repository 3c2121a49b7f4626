import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import type { MeasuredScene } from '@jobly/lab/runner';
import type { LoggedRequest, Nginx } from '@jobly/lab/system-under-test';
import type { Front } from './fronts';
import { originLoads } from './origin-load';
import { STACKS, USUAL } from './ttls';

afterEach(closeServers);

const SECONDS = 1;

type Stack = Awaited<ReturnType<typeof aStack>>;

/** A stack that counts its requests for jobs, and another count that must be ignored. */
async function aStack() {
  const answered = { jobs: 0 };
  const origin = await startTestServer((_request, response) => {
    response.end(`http_request_duration_seconds_count{method="GET",route="/jobs/:id",status="200"} ${answered.jobs}
http_request_duration_seconds_count{method="GET",route="/companies/:handle",status="200"} 1000
http_request_duration_seconds_count{method="PATCH",route="/jobs/:id",status="200"} 1000
`);
  });
  return { origin, answered, endpoints: [{ name: 'entrance', url: origin }] };
}

/** Logs each request with the given cache state, and counts those that reach the stack. */
async function aFront(stack: Front['stack'], { answered }: Stack, statuses: string[], answeredOtherwise: string[]) {
  const log: LoggedRequest[] = [];
  const origin = await startTestServer((request, response) => {
    const cache = statuses[log.length % statuses.length]!;
    if (!answeredOtherwise.includes(cache)) answered.jobs++;
    log.push({ path: request.url!, cache } as LoggedRequest);
    response.end();
  });
  const nginx = { origin, log, logged: async () => {} } as Partial<Nginx> as Nginx;
  return { name: `${stack}: 10 s`, stack, ttl: USUAL, nginx } satisfies Front;
}

async function aScene(statuses: string[], answeredOtherwise = ['HIT', 'UPDATING']) {
  const stacks = { monolith: await aStack(), micro: await aStack() };
  const fronts = await Promise.all(STACKS.map((stack) => aFront(stack, stacks[stack], statuses, answeredOtherwise)));
  const jobs = Array.from({ length: 200 }, (_, index) => ({ id: index + 1 }));
  const { signal } = new AbortController();
  // Only the used parts of a scene.
  const scene = { stacks, sessions: { at: () => ({ jobs }) }, seed: 1, signal } as unknown as MeasuredScene;
  return { scene, fronts };
}

it('what a cache leaves to its stack is what it did not have, and what it had to fetch anew', async () => {
  const { scene, fronts } = await aScene(['MISS', 'HIT', 'UPDATING', 'EXPIRED']);
  const loads = await originLoads(scene, fronts, SECONDS);
  expect(loads.map(({ asked, fetched }) => [asked, fetched])).toEqual([
    [100, 50],
    [100, 50],
  ]);
});

it('the same is asked for at every front', async () => {
  const { scene, fronts } = await aScene(['']);
  await originLoads(scene, fronts, SECONDS);
  const [one, other] = fronts.map(({ nginx }) => nginx.log.map(({ path }) => path).toSorted());
  expect(one).toHaveLength(100);
  expect(one).toEqual(other);
});

it('a log is not believed that says of less than what the stack has counted', async () => {
  const { scene, fronts } = await aScene(['MISS', 'HIT'], []);
  await expect(originLoads(scene, fronts, SECONDS)).rejects.toThrow(
    'nginx says that it asked the monolith for 50 jobs, which counts 100.',
  );
});
