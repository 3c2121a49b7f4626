import type { ServerResponse } from 'node:http';
import { aNeighbour, json } from './neighbour.fixture';
import { publishedKeys, publishedServiceKeys } from './published-keys';

const stops: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

async function fetching(answer: (response: ServerResponse) => void, deadline = 5_000) {
  const { url, heard, stop } = await aNeighbour(answer);
  stops.push(stop);
  return { fetchKeys: publishedKeys(url, deadline), heard };
}

const key = { kid: 'k', kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB', n: 'xyz' };

describe('the published keys', () => {
  it('are what the users service says', async () => {
    const { fetchKeys, heard } = await fetching(json({ keys: [key] }));
    expect(await fetchKeys()).toEqual([key]);
    expect(heard[0]!.request).toBe('GET /.well-known/jwks.json');
    expect(heard[0]!.headers).not.toHaveProperty('authorization');
  });

  it('come from wherever the name of the service leads', async () => {
    const { url, stop } = await aNeighbour(json({ keys: [key] }));
    stops.push(stop);
    const named = url.replace('127.0.0.1', 'users.internal');
    expect(await publishedKeys(named, 1_000, async () => ['240.0.0.1', '127.0.0.1'])()).toEqual([key]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['another document', json({ error: {} })],
    ['keys for other purposes', json({ keys: [{ ...key, use: 'enc' }] })],
    ['keys for another algorithm', json({ keys: [{ ...key, alg: 'HS256' }] })],
    ['an error', json({ keys: [key] }, 500)],
    ['a hint elsewhere', (response) => void response.writeHead(302, { Location: 'http://192.0.2.1/' }).end()],
    ['silence', () => {}],
  ])('are not %s', async (_name, answer) => {
    const { fetchKeys } = await fetching(answer, 500);
    await expect(fetchKeys()).rejects.toThrow();
  });
});

describe('the published keys of a service', () => {
  const ecKey = { kid: 'k', kty: 'EC', alg: 'ES256', use: 'sig', crv: 'P-256', x: 'x', y: 'y' };

  it('are what the service says, elsewhere than those of users’ tokens', async () => {
    const { url, heard, stop } = await aNeighbour(json({ keys: [ecKey] }));
    stops.push(stop);
    expect(await publishedServiceKeys(url, 5_000)()).toEqual([ecKey]);
    expect(heard.map(({ request }) => request)).toEqual(['GET /.well-known/service-jwks.json']);
  });

  it('are none for another algorithm', async () => {
    const { url, stop } = await aNeighbour(json({ keys: [key] }));
    stops.push(stop);
    await expect(publishedServiceKeys(url, 5_000)()).rejects.toThrow();
  });
});
