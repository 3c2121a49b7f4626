import { type FakeJobly, type Fault, startFakeJobly } from '../testing/fake-jobly.fixture';
import { replay, type Replayed } from './replay';

const fakes: FakeJobly[] = [];

afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});

async function fakeOrigin(fault: Fault = {}) {
  const fake = await startFakeJobly(fault);
  fakes.push(fake);
  return fake.origin;
}

async function all(answers: AsyncIterable<Replayed>): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for await (const answer of answers) replayed.push(answer);
  return replayed;
}

const client = { admin: 'testadmin.token', name: 'replayed' };

describe('a replay of the script', () => {
  it('has every answer, the same from stacks that answer alike, whatever the ids of their new jobs are', async () => {
    const [one, other] = [
      await all(replay(await fakeOrigin({ newJobId: 17 }), client)),
      await all(replay(await fakeOrigin({ newJobId: 18 }), client)),
    ];
    expect(one.length).toBeGreaterThan(50);
    expect(one).toEqual(other);
    expect(one.map(({ request }) => request)).toContain('DELETE /companies/replayed');
    expect(one.map(({ request }) => request)).toContain('DELETE /jobs/:id');
  });

  it('goes on whatever is answered', async () => {
    const replayed = await all(replay(await fakeOrigin({ status: 500 }), client));
    const failing = replayed.filter(({ answer }) => answer.status === 500).map(({ request }) => request);
    expect(failing).toContain('GET /companies?nameLike=%25');
    expect(replayed.at(-1)).toMatchObject({ request: 'DELETE /users/replayed', answer: { status: 200 } });
  });

  it('sends no more than what is asked for', async () => {
    const origin = await fakeOrigin();
    let requests = 0;
    fakes[0]!.after(2, () => requests++);
    for await (const { request } of replay(origin, client)) {
      expect(request).toBe('GET /nowhere');
      break;
    }
    expect(requests).toBe(0);
  });
});
