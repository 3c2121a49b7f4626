import request from 'supertest';
import { anApp, anAppThat, anOperation } from './app.fixture';
import {
  currentCaller,
  currentRemainingMs,
  currentRequestId,
  currentSource,
  onEveryonesBehalf,
} from './request-context';
import { route } from './routes';

const app = anAppThat(() => ({ id: currentRequestId() }));

describe('the id of a request', () => {
  it.each(['7', 'a-b_c.d:e', 'x'.repeat(128)])('is the one it comes with: %s', async (id) => {
    const response = await request(app).get('/things').set('X-Request-Id', id);
    expect([response.get('X-Request-Id'), response.body]).toEqual([id, { id }]);
  });

  it.each([undefined, '', 'x'.repeat(129), 'a b', '{"a":1}', 'a,b', '<script>'])(
    'is made where it comes with none or a bad one: %p',
    async (id) => {
      const response = await request(app)
        .get('/things')
        .set(id === undefined ? {} : { 'X-Request-Id': id });
      expect(response.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/);
      expect(response.body).toEqual({ id: response.get('X-Request-Id') });
    },
  );

  it('is made where it comes with two', async () => {
    const response = await request(app)
      .get('/things')
      .set('X-Request-Id', ['one', 'two'] as never);
    expect(response.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('is a new one each time', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await request(app).get('/things')).get('X-Request-Id')));
    expect(new Set(ids).size).toBe(3);
  });

  it('is not known outside of a request, not even after one', async () => {
    expect((await request(app).get('/things').set('X-Request-Id', '7')).body).toEqual({ id: '7' });
    expect(currentRequestId()).toBeUndefined();
  });
});

describe('the caller of a request', () => {
  const sayWho = route(anOperation(), async () => ({ caller: currentCaller() }));

  it('is whom the guard has let in', async () => {
    const ada = { username: 'ada', account: 'a1', isAdmin: false };
    const response = await request(anApp([sayWho], { guard: async () => ada })).get('/things');
    expect(response.body).toEqual({ caller: ada });
  });

  it('is nobody where anyone may ask, whoever asked before', async () => {
    const names = ['ada', undefined, 'bob'];
    const guard = async () => {
      const username = names.shift();
      return username === undefined ? undefined : { username, account: `${username}1`, isAdmin: false };
    };
    const app = anApp([sayWho], { guard });
    const callers: unknown[] = [];
    for (let i = 0; i < 3; i += 1) callers.push((await request(app).get('/things')).body);
    expect(callers).toMatchObject([{ caller: { username: 'ada' } }, {}, { caller: { username: 'bob' } }]);
    expect(callers[1]).toEqual({});
  });

  it('is not known outside of a request, not even after one', async () => {
    const guard = async () => ({ username: 'ada', account: 'a1', isAdmin: false });
    const { body } = await request(anApp([sayWho], { guard })).get('/things');
    expect(body).toMatchObject({ caller: { username: 'ada' } });
    expect(currentCaller()).toBeUndefined();
  });
});

describe('the source of a request', () => {
  const sourceOf = async (client: string) => {
    const app = anAppThat(() => ({ source: currentSource() }), { trustProxy: 1 });
    return (await request(app).get('/things').set('X-Forwarded-For', client)).body as unknown;
  };

  it('is the address of its client', async () => {
    expect(await sourceOf('198.51.100.1')).toEqual({ source: '198.51.100.1' });
  });

  it('is one for all addresses that a customer of a provider can choose from', async () => {
    const one = await sourceOf('2001:db8:0:1::1');
    expect(await sourceOf('2001:db8:0:ff::2')).toEqual(one);
    expect(await sourceOf('2001:db8:0:100::1')).not.toEqual(one);
  });

  it('is not known outside of a request', () => {
    expect(currentSource()).toBe('unknown');
  });
});

describe('what a request does for others too', () => {
  it('has its id, but neither its caller nor its end', async () => {
    const context = () => ({
      id: currentRequestId(),
      isInSomeonesName: currentCaller() !== undefined,
      ends: Number.isFinite(currentRemainingMs()),
    });
    const say = route(anOperation(), async () => ({
      own: context(),
      shared: onEveryonesBehalf(context),
      after: context(),
    }));
    const app = anApp([say], { guard: async () => ({ username: 'ada', account: 'a1', isAdmin: false }) });
    const response = await request(app).get('/things').set({ 'X-Request-Id': '7', 'X-Remaining-Time': '1000' });
    const own = { id: '7', isInSomeonesName: true, ends: true };
    expect(response.body).toEqual({ own, shared: { id: '7', isInSomeonesName: false, ends: false }, after: own });
  });

  it('may be done outside of a request', () => {
    expect(onEveryonesBehalf(() => 'done')).toBe('done');
  });
});
