import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { serviceIdentity } from '@jobly/auth';
import { internalOperations } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { aNeighbour, json } from './neighbour.fixture';
import { keysOfCallers, neighboursOf, remoteAuthentication } from './neighbours';

const stops: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

async function listening(answer: (response: ServerResponse) => void) {
  const { url, heard, stop } = await aNeighbour(answer);
  stops.push(stop);
  return { url, heard };
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const unread = { info: () => {}, error: () => {} };
const users = serviceIdentity('users', { privateKeys: pem, file: undefined }, unread);
const jobs = serviceIdentity('jobs', { privateKeys: pem, file: undefined }, unread);
// The first is long enough for a busy machine; the second is for neighbours that never answer.
const settings = { SERVICE_DEADLINE_MS: 30_000 };
const hurried = { SERVICE_DEADLINE_MS: 500 };
const exists = { params: { id: 7 } };

describe('a neighbour', () => {
  it('is asked at its URL, by a token that only it accepts and that says who asks', async () => {
    const { url, heard } = await listening(json({ exists: true }));
    const ask = neighboursOf(users, settings)('jobs', url);
    expect(await ask(internalOperations.jobExists, exists)).toEqual({ exists: true });
    const token = heard[0]!.headers.authorization!.slice('Bearer '.length);
    const claims = jwt.verify(token, createPublicKey(privateKey), { issuer: 'jobly-services' });
    expect(claims).toMatchObject({ sub: 'users', aud: 'jobs' });
  });

  it('is named where it does not answer within the deadline', async () => {
    const { url } = await listening(() => {});
    await expect(neighboursOf(users, hurried)('jobs', url)(internalOperations.jobExists, exists)).rejects.toMatchObject(
      {
        kind: 'unavailable',
        detail: 'The jobs service is unavailable at the moment; please try again',
      },
    );
  });
});

describe('a service that signs no tokens', () => {
  const neighbours = neighboursOf(jobs, settings);

  it('knows users by the keys that the users service publishes', async () => {
    const { url, heard } = await listening(json({ keys: [] }));
    const env = { AUTH_MODE: 'jwks', USERS_URL: url, ...settings } as const;
    const token = jwt.sign({}, 'secret', { keyid: 'k' });
    const { verify } = remoteAuthentication(env, neighbours('users', url));
    await expect(verify(token)).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(heard.map(({ request }) => request)).toEqual(['GET /.well-known/jwks.json']);
  });

  it('knows nobody while those do not come within the deadline', async () => {
    const { url } = await listening(() => {});
    const env = { AUTH_MODE: 'jwks', USERS_URL: url, ...hurried } as const;
    const { verify } = remoteAuthentication(env, neighbours('users', url));
    await expect(verify(jwt.sign({}, 'secret', { keyid: 'k' }))).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('or asks it', async () => {
    const { url, heard } = await listening(json({ active: false }));
    const env = { AUTH_MODE: 'introspect', USERS_URL: url, ...settings } as const;
    const { introspector } = remoteAuthentication(env, neighbours('users', url));
    expect(await introspector.introspect('x.y.z')).toEqual({ active: false });
    expect(heard.map(({ request, body }) => `${request} ${body}`)).toEqual([
      'POST /internal/token-introspection {"token":"x.y.z"}',
    ]);
  });
});

describe('the keys of the neighbours that call a service', () => {
  it('are those that each publishes itself', async () => {
    const { kid } = users.signer();
    const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
    const publishing = await listening(json({ keys: [{ ...jwk, kid, alg: 'ES256', use: 'sig' }] }));
    const silent = await listening(json({ keys: [] }));
    const keys = keysOfCallers({ users: publishing.url, companies: silent.url }, settings);
    expect(Object.keys(keys)).toEqual(['users', 'companies']);
    expect((await keys.users!(kid)).equals(createPublicKey(privateKey))).toBe(true);
    await expect(keys.companies!(kid)).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(publishing.heard.map(({ request }) => request)).toEqual(['GET /.well-known/service-jwks.json']);
  });

  it('are not known while those do not come within the deadline', async () => {
    const { url } = await listening(() => {});
    await expect(keysOfCallers({ users: url }, hurried).users!('k')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
