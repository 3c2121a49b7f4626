import type { AuthMode } from '@jobly/contracts';
import { environmentOf } from './environment';
import { secretFiles } from './secrets';
import { type PartName, blueprints } from './topology';

const ports = Object.fromEntries(blueprints.map(({ name, port }) => [name, port.fallback]));
const secrets = secretFiles('/data');

function environment(name: PartName, given: NodeJS.ProcessEnv = {}) {
  const part = blueprints.find((blueprint) => blueprint.name === name);
  if (!part) throw new Error(name);
  const databases = { urlOf: (name: string) => `postgresql://localhost/${name}` };
  return environmentOf(
    part,
    { given, host: given['HOST'] ?? '127.0.0.1', compileCache: '/cache' },
    { ports, secrets, databases },
  );
}

const confidential = (environment: NodeJS.ProcessEnv) =>
  Object.keys(environment)
    .filter((variable) => /SECRET|KEY|DATABASE|PASSWORD/.test(variable))
    .sort();

test.each<[PartName, string[]]>([
  ['monolith', ['DATABASE_URL', 'JWT_SECRET_FILE']],
  ['loopback', ['DATABASE_URL', 'JWT_SECRET_FILE']],
  ['soa-gateway', []],
  ['accounts', ['JWT_PRIVATE_KEY_FILE', 'USERS_DATABASE_URL', 'USERS_SERVICE_PRIVATE_KEY_FILE']],
  ['catalogue', ['CATALOGUE_DATABASE_URL', 'JOBS_SERVICE_PRIVATE_KEY_FILE']],
  ['gateway', []],
  ['users', ['JWT_PRIVATE_KEY_FILE', 'USERS_DATABASE_URL', 'USERS_SERVICE_PRIVATE_KEY_FILE']],
  ['companies', ['COMPANIES_DATABASE_URL', 'COMPANIES_SERVICE_PRIVATE_KEY_FILE']],
  ['jobs', ['JOBS_DATABASE_URL', 'JOBS_SERVICE_PRIVATE_KEY_FILE']],
])('%s is given no secret but its own', (name, expected) => {
  expect(confidential(environment(name))).toEqual(expected);
  const everything = {
    JWT_PRIVATE_KEY_FILE: '/my/key',
    JOBS_SERVICE_PRIVATE_KEY: 'mine',
    COMPANIES_DATABASE_URL: 'mine',
  };
  const own = expected.map((variable) =>
    variable === 'JOBS_SERVICE_PRIVATE_KEY_FILE' ? 'JOBS_SERVICE_PRIVATE_KEY' : variable,
  );
  expect(confidential(environment(name, everything))).toEqual(own.sort());
});

test('only who stores passwords learns the one of the seeded users', () => {
  const learnt = (given: NodeJS.ProcessEnv) =>
    blueprints.flatMap(({ name }) => confidential(environment(name, given)).filter((it) => it.startsWith('SEED')));
  expect(learnt({})).toEqual([]);
  expect(learnt({ SEED_PASSWORD: 'mine' })).toEqual(Array(5).fill('SEED_PASSWORD'));
  expect(environment('users', { SEED_PASSWORD_FILE: '/my/password' })).toMatchObject({
    SEED_PASSWORD_FILE: '/my/password',
  });
  expect(environment('jobs', { SEED_PASSWORD_FILE: '/my/password' })).not.toHaveProperty('SEED_PASSWORD_FILE');
});

test('whoever waits for functions waits long enough for them to start, unless told otherwise', () => {
  const deadlines = (name: PartName, given: NodeJS.ProcessEnv) => {
    const { SERVICE_DEADLINE_MS, GATEWAY_DEADLINE_MS } = environment(name, given);
    return [SERVICE_DEADLINE_MS, GATEWAY_DEADLINE_MS];
  };
  for (const name of ['gateway', 'users', 'companies', 'jobs'] as const) {
    expect(deadlines(name, { SERVICES_AS: 'functions' })).toEqual(['12000', '28000']);
    expect(deadlines(name, { SERVICES_AS: 'functions', SERVICE_DEADLINE_MS: '500' })).toEqual(['500', '28000']);
    expect(deadlines(name, {})).toEqual([undefined, undefined]);
  }
  expect(deadlines('catalogue', { SERVICES_AS: 'functions' })).toEqual([undefined, undefined]);
});

/** The token keys that a part is given in a mode. */
const keysOf = (name: PartName, AUTH_MODE: AuthMode) =>
  confidential(environment(name, { AUTH_MODE }))
    .filter((variable) => !/DATABASE|SERVICE/.test(variable))
    .map((variable) => variable.replace('_FILE', ''));

test.each<[AuthMode, Record<'users' | 'companies' | 'jobs' | 'gateway', string[]>]>([
  ['shared-secret', { users: ['JWT_SECRET'], companies: ['JWT_SECRET'], jobs: ['JWT_SECRET'], gateway: [] }],
  ['jwks', { users: ['JWT_PRIVATE_KEY'], companies: [], jobs: [], gateway: [] }],
  ['introspect', { users: ['JWT_PRIVATE_KEY'], companies: [], jobs: [], gateway: [] }],
  ['introspect-cached', { users: ['JWT_PRIVATE_KEY'], companies: [], jobs: [], gateway: [] }],
  [
    'gateway',
    {
      users: ['JWT_PRIVATE_KEY', 'USERS_INTERNAL_SECRET'],
      companies: ['COMPANIES_INTERNAL_SECRET'],
      jobs: ['JOBS_INTERNAL_SECRET'],
      gateway: ['COMPANIES_INTERNAL_SECRET', 'JOBS_INTERNAL_SECRET', 'USERS_INTERNAL_SECRET'],
    },
  ],
])('in the mode %s nobody holds a key that is not needed', (mode, expected) => {
  for (const [name, keys] of Object.entries(expected)) {
    expect([name, keysOf(name as PartName, mode)]).toEqual([name, keys]);
  }
});

test.each<[AuthMode, AuthMode, string]>([
  ['shared-secret', 'shared-secret', 'JWT_SECRET'],
  ['jwks', 'jwks', 'JWT_PRIVATE_KEY'],
  ['introspect', 'introspect', 'JWT_PRIVATE_KEY'],
  ['introspect-cached', 'shared-secret', 'JWT_SECRET'],
  ['gateway', 'shared-secret', 'JWT_SECRET'],
])('in the mode %s the monolith runs in %s', (given, mode, key) => {
  expect(environment('monolith', { AUTH_MODE: given })).toMatchObject({ AUTH_MODE: mode });
  expect(keysOf('monolith', given)).toEqual([key]);
});

test.each([
  ['monolith', 'join', 'join'],
  ['loopback', 'join', 'join'],
  ['jobs', 'join', 'call'],
  ['monolith', 'cached', 'call'],
  ['jobs', 'cached', 'cached'],
  ['companies', undefined, 'call'],
  ['catalogue', 'join', 'join'],
  ['catalogue', 'replica', 'call'],
] as const)('%s, told to share data by %s, does so by %s', (name, given, way) => {
  expect(environment(name, { DATA_SHARING: given, SHARING_CACHE_TTL: '7' })).toMatchObject({
    DATA_SHARING: way,
    SHARING_CACHE_TTL: '7',
  });
});

test('what the user names comes before what is made', () => {
  expect(environment('monolith', { JWT_SECRET: 'mine' })).toMatchObject({ JWT_SECRET: 'mine' });
  expect(environment('monolith', { JWT_SECRET_FILE: '/my/secret' })).toMatchObject({ JWT_SECRET_FILE: '/my/secret' });
  expect(environment('monolith', { SEED: 'false', LOG_LEVEL: 'warn' })).toMatchObject({
    SEED: 'false',
    LOG_LEVEL: 'warn',
  });
  expect(environment('jobs', { USERS_URL: 'http://proxy' })).toMatchObject({ USERS_URL: 'http://proxy' });
});

test('a database of the user’s own may be named in a file', () => {
  const given = { LOOPBACK_DATABASE_URL_FILE: '/my/url', JOBS_DATABASE_URL_FILE: '/my/other' };
  expect(environment('loopback', given)).toMatchObject({ DATABASE_URL_FILE: '/my/url' });
  expect(confidential(environment('loopback', given))).toEqual(['DATABASE_URL_FILE', 'JWT_SECRET_FILE']);
});

test('each part learns its port, its database and where its neighbours are', () => {
  expect(environment('loopback')).toMatchObject({
    MONOLITH_PORT: '3003',
    DATABASE_URL: 'postgresql://localhost/jobly_loopback',
    AUTH_MODE: 'shared-secret',
    PORT_CALLS: 'loopback',
  });
  expect(environment('gateway', { HOST: '::1' })).toMatchObject({
    GATEWAY_PORT: '3002',
    HOST: '::1',
    AUTH_MODE: 'jwks',
    USERS_URL: 'http://[::1]:3011',
    JOBS_URL: 'http://[::1]:3013',
  });
  expect(environment('accounts')).toMatchObject({
    USERS_PORT: '3021',
    USERS_DATABASE_URL: 'postgresql://localhost/jobly_accounts',
    COMPANIES_URL: 'http://127.0.0.1:3022',
    JOBS_URL: 'http://127.0.0.1:3022',
  });
  expect(environment('monolith')).not.toHaveProperty('PORT_CALLS');
});

test('the loopback may be told to go through JSON only', () => {
  const given = { LOOPBACK_PORT_CALLS: 'json', PORT_CALLS: 'direct' };
  expect(environment('loopback', given)).toMatchObject({ PORT_CALLS: 'json' });
  expect(environment('monolith', given)).toMatchObject({ PORT_CALLS: 'direct' });
});
