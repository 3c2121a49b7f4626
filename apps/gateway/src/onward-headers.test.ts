import { generateKeyPairSync, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { aGateway, aService } from './gateway.fixture';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }];
const secrets = {
  USERS_INTERNAL_SECRET: 'u'.repeat(32),
  COMPANIES_INTERNAL_SECRET: 'c'.repeat(32),
  JOBS_INTERNAL_SECRET: 'j'.repeat(32),
};

const ada = { username: 'ada', account: randomUUID(), isAdmin: true, passwordVersion: 1 };

/** A user's token, as the users service would sign it. */
const userToken = (claims: object = {}) =>
  jwt.sign({ ...ada, iss: 'jobly', aud: 'jobly-api', ...claims }, privateKey, {
    algorithm: 'RS256',
    keyid: 'k',
    subject: 'ada',
    expiresIn: 600,
    jwtid: '1',
  });

/** A gateway in front of a service that publishes the keys, unless they are `down`, and that echoes its headers. */
async function gateway(given: Parameters<typeof aGateway>[1] = { AUTH_MODE: 'gateway', ...secrets }) {
  const arrived: (string[] | undefined)[] = [];
  const state = { down: false };
  const service = await aService((request, response) => {
    if (request.url === '/.well-known/jwks.json') {
      response.writeHead(state.down ? 500 : 200).end(JSON.stringify({ keys }));
      return;
    }
    arrived.push(request.headersDistinct.authorization);
    request.resume().once('end', () => response.end('{}'));
  });
  stops.push(service.stop);
  const { url, stop } = await aGateway(service.url, given);
  stops.push(stop);
  const ask = async (method: string, path: string, authorization?: string) => {
    const { status } = await fetch(url + path, { method, headers: authorization ? { authorization } : {} });
    return status;
  };
  return { ask, arrived, state };
}

const bearer = (token: string) => `Bearer ${token}`;
const payloadOf = (headers: string[] | undefined) => jwt.decode(headers![0]!.slice('Bearer '.length)) as jwt.JwtPayload;

describe("in the mode gateway, a user's token", () => {
  it('is exchanged for one that says who it is to the service that is asked', async () => {
    const { ask, arrived } = await gateway();
    expect(await ask('PATCH', '/companies/acme', bearer(userToken()))).toBe(200);
    expect(await ask('POST', '/users/ada/jobs/7', bearer(userToken()))).toBe(200);
    expect(arrived.map(payloadOf)).toMatchObject([
      { sub: 'ada', account: ada.account, isAdmin: true, aud: 'companies', iss: 'jobly-gateway' },
      { sub: 'ada', account: ada.account, isAdmin: true, aud: 'users', iss: 'jobly-gateway' },
    ]);
    const [[first]] = arrived as [[string]];
    const signed = jwt.verify(first.slice('Bearer '.length), secrets.COMPANIES_INTERNAL_SECRET);
    expect(signed).toMatchObject({ aud: 'companies' });
  });

  it('stays here where nobody needs one', async () => {
    const { ask, arrived } = await gateway();
    expect(await ask('GET', '/jobs', bearer(userToken()))).toBe(200);
    expect(await ask('GET', '/jobs', bearer('garbage'))).toBe(200);
    expect(await ask('POST', '/auth/token')).toBe(200);
    expect(arrived).toEqual([undefined, undefined, undefined]);
  });

  it.each<[string, string | undefined]>([
    ['none', undefined],
    ['garbage', bearer('garbage')],
    ['for someone else', bearer(userToken({ aud: 'jobs' }))],
    ['of a name without an account', bearer(userToken({ account: undefined }))],
    ['of another scheme', 'Basic YTpi'],
    [
      'that is one of the gateway’s own, from outside',
      bearer(
        jwt.sign({ isAdmin: true, iss: 'jobly-gateway', aud: 'users', sub: 'ada' }, secrets.USERS_INTERNAL_SECRET, {
          keyid: 'k',
        }),
      ),
    ],
  ])('goes no further if it is bad: %s', async (_name, authorization) => {
    const { ask, arrived } = await gateway();
    expect(await ask('GET', '/users', authorization)).toBe(401);
    expect(arrived).toEqual([]);
  });

  it('cannot be judged while the keys are out of reach, and public operations go on', async () => {
    const { ask, arrived, state } = await gateway();
    state.down = true;
    expect(await ask('GET', '/users', bearer(userToken()))).toBe(503);
    expect(await ask('GET', '/jobs', bearer(userToken()))).toBe(200);
    expect(arrived).toHaveLength(1);
  });
});

describe.each(['shared-secret', 'jwks', 'introspect', 'introspect-cached'])('in the mode %s', (AUTH_MODE) => {
  it('whatever token there is goes on for the service to judge', async () => {
    const { ask, arrived } = await gateway({ AUTH_MODE });
    expect(await ask('GET', '/users', bearer('anything'))).toBe(200);
    expect(await ask('GET', '/jobs', 'Basic YTpi')).toBe(200);
    expect(arrived).toEqual([['Bearer anything'], ['Basic YTpi']]);
  });
});

test('a gateway that lacks a secret does not start', async () => {
  await expect(gateway({ AUTH_MODE: 'gateway' })).rejects.toThrow('AUTH_MODE=gateway needs USERS_INTERNAL_SECRET');
});
