import { type Misbehaviour, fakeStack } from './fake-stack.fixture';
import { sideAt } from './side';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanUp) => cleanUp()));

/** A side at a stand-in that gives jobs these ids, and the lines that it hears. */
async function aSide(ids: number[]) {
  const lines: string[] = [];
  const left = [...ids];
  const serve: Misbehaviour = ({ line }) => {
    lines.push(line);
    const id = line === 'POST /jobs' ? left.shift() : undefined;
    return id === undefined ? undefined : { status: 201, body: { job: { id } } };
  };
  const stack = await fakeStack(serve);
  cleanups.push(stack.close);
  return { side: await sideAt(stack.url), lines };
}

const bare = (line: string) => `${line} HTTP/1.1\r\nHost: x\r\n\r\n`;

test('jobs are named by their age, whatever ids they get, and by one of the seed while there are none', async () => {
  const { side, lines } = await aSide([907, 911]);
  await side.send(bare('GET /jobs/{{job:0}}'));
  for (const line of ['POST /jobs', 'POST /jobs', 'GET /jobs/{{job:0}}', 'GET /jobs/{{job:1}}']) {
    await side.send(bare(line));
  }
  expect(lines.filter((line) => line.startsWith('GET'))).toEqual(['GET /jobs/200', 'GET /jobs/911', 'GET /jobs/907']);
  expect([...side.jobs]).toEqual([
    [907, 'job 1'],
    [911, 'job 2'],
  ]);
});

test('what is shown has the ids of this stack, and no token', async () => {
  const { side } = await aSide([907]);
  await side.send(bare('POST /jobs'));
  expect(side.shown('GET /jobs/{{job:0}} {{admin}}')).toBe('GET /jobs/907 {{admin}}');
});

test('a stack that lets nobody in cannot be fuzzed', async () => {
  const { url, close } = await fakeStack();
  close();
  await expect(sideAt(url)).rejects.toThrow(/^POST \/auth\/token at .* has failed: no answer$/);
});
