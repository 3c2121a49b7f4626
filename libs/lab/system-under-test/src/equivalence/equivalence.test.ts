import { type FakeJobly, type Fault, startFakeJobly } from '../testing/fake-jobly.fixture';
import { firstDifference, firstLoss } from './difference';
import { proveEquivalence } from './equivalence';
import { normalise } from './normalise';

const fakes: FakeJobly[] = [];

async function stacks(faultOfMicro: Fault = {}) {
  const [monolith, micro] = [await startFakeJobly(), await startFakeJobly(faultOfMicro)];
  fakes.push(monolith, micro);
  const admin = { username: 'testadmin', password: 'password' };
  return { monolith, micro, admin, died: new Promise<string>(() => {}), close: async () => {} };
}

afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});

describe('the equivalence check', () => {
  it('passes stacks that answer alike, errors included', async () => {
    expect(await proveEquivalence(await stacks(), 'run')).toBeGreaterThan(50);
  });

  it('shows the first difference: the request, where, and what each says', async () => {
    const different = await stacks({ status: 404 });
    await expect(proveEquivalence(different, 'run')).rejects.toThrow(
      'DELETE /companies differs in status: 200 at the monolith, 404 at the micro.',
    );
  });

  it('needs an administrator', async () => {
    const given = { ...(await stacks()), admin: { username: 'nobody', password: 'password' } };
    await expect(proveEquivalence(given, 'run')).rejects.toThrow('nobody cannot log in at the monolith (status 401)');
  });
});

describe('what must be the same', () => {
  const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
  const answer = (body: unknown) => ({ status: 200, headers: {}, body });

  it('does not include when and by whom a token was made, but whose it is', () => {
    const bodyOf = (claims: object) => normalise(answer({ token: token(claims) }), 0).body;
    const one = { sub: 'u', iat: 1, jti: 'a', iss: 'x', account: '1' };
    expect(bodyOf(one)).toEqual(bodyOf({ sub: 'u', iat: 2, jti: 'b', iss: 'y', account: '2' }));
    expect(bodyOf({ sub: 'u' })).not.toEqual(bodyOf({ sub: 'v' }));
  });

  it('does not include the id of the fresh job, wherever an answer names it, but any other number', () => {
    const body = { job: { id: 9, salary: 9 }, applications: [1, 9], error: { message: 'No job: 9' } };
    expect(normalise(answer(body), 9).body).toEqual({
      job: { id: '<fresh job>', salary: 9 },
      applications: [1, '<fresh job>'],
      error: { message: 'No job: <fresh job>' },
    });
  });

  it('is found wherever it differs', () => {
    expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toEqual({ at: 'a[1].b', left: 2, right: 3 });
    expect(firstDifference({ a: [1] }, { a: [1, 2] })).toEqual({ at: 'a[1]', left: undefined, right: 2 });
    expect(firstDifference({ a: null }, { a: {} })).toEqual({ at: 'a', left: null, right: {} });
    expect(firstDifference({ a: 1, b: 2 }, { b: 2, a: 1 })).toBeUndefined();
  });

  it('is no loss if it only has further fields, in objects but not in lists', () => {
    expect(firstLoss({ a: [{ b: 2 }] }, { a: [{ b: 2, c: 3 }], d: 4 })).toBeUndefined();
    expect(firstLoss({ a: [1] }, { a: [1, 2] })).toEqual({ at: 'a[1]', left: undefined, right: 2 });
    expect(firstLoss({ a: { b: 2 } }, { a: {} })).toEqual({ at: 'a.b', left: 2, right: undefined });
  });
});
