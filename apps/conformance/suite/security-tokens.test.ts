import type { Reply } from './support/api';
import { as } from './support/api';
import { type Door, type Holder, callersOf, doors, internalToken, serviceToken } from './support/doors';
import * as forge from './support/forgery';
import { expectProblem } from './support/problems';
import { rawRequest } from './support/raw-request';
import { aUser, unique } from './support/records';
import { hasKeys, inside, publicPem, withInside } from './support/right-keys';

const now = Math.floor(Date.now() / 1000);

/** The answers to all admin requests at a door, with a token. */
const answersTo = (token: string, { api, forAdmins }: Door): Promise<Reply[]> =>
  Promise.all(forAdmins.map(async ({ method, path }) => api[method](path).set(as(token))));

async function expectRefused(token: string, door: Door) {
  for (const answer of await answersTo(token, door)) {
    expectProblem(answer, 401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer\b/);
  }
}

type Forgery = (door: Door, holder: Holder) => string;

/** Signed with the right key, but invalid. */
const misfits: [string, object][] = [
  ['that has expired', { exp: now - 60 }],
  ['that is not valid yet', { nbf: now + 600 }],
  ['that never expires', { exp: undefined }],
  ['of another issuer', { iss: 'somebody' }],
  ['of no issuer', { iss: undefined }],
  ['for another audience', { aud: 'somebody' }],
  ['for nobody', { aud: undefined }],
  ['without a name', { sub: undefined, username: undefined }],
  ['from before there were accounts', { account: undefined, passwordVersion: undefined }],
  ['of a name instead of an account', { account: 'ada' }],
  ['with another type of admin', { isAdmin: 'true' }],
  ['too long to be one of ours', { note: 'x'.repeat(70_000) }],
];

const forgeries: [string, Forgery][] = [
  ['with "alg": "none"', ({ token }, holder) => forge.unsigned(forge.adminClaims(token(holder)))],
  [
    'with its claims changed',
    ({ token }, holder) =>
      forge.tampered(token(holder, { isAdmin: false }), { payload: forge.adminClaims(token(holder)) }),
  ],
  ['in another algorithm', ({ token }, holder) => token(holder, {}, { alg: sibling(token(holder)) })],
  ['signed by a stranger', ({ token }, holder) => forge.signedByStranger(forge.adminClaims(token(holder)))],
  [
    'signed with another secret',
    ({ token }, holder) => forge.signedWithSecret(forge.adminClaims(token(holder)), 'x'.repeat(43)),
  ],
  ['of a service', ({ service = 'users' }) => serviceToken(service)(callersOf[service][0])],
  [
    'of a service, on behalf of the admin',
    ({ service = 'users' }, { username, token }) =>
      serviceToken(service)(username, {
        account: forge.accountOf(token),
        isAdmin: true,
        act: { sub: callersOf[service][0] },
      }),
  ],
  [
    'of a service, that calls itself a user’s',
    ({ service = 'users' }, { username }) => serviceToken(service)(username, asUsers),
  ],
];

const asUsers = { iss: 'jobly', aud: 'jobly-api' };

/** An algorithm of the same family as the token's own. */
const sibling = (token: string) => (forge.headerOf(token).alg === 'RS256' ? 'RS512' : 'HS512');

/** Key ids that nobody has published; the content of the last one's file is well known. */
const strangeKids = [unique('k'), '', '__proto__', '../../../../etc/passwd', '/dev/null', 'k'.repeat(60_000)];

withInside.each(doors)('at $name a token', (door) => {
  let admin: Holder;
  beforeAll(async () => {
    admin = await aUser({ isAdmin: true });
  });

  it('signed with the right key is what it says', async () => {
    for (const { status } of await answersTo(door.token(admin), door)) expect([200, 404]).toContain(status);
  });

  it.each(misfits)('%s is refused, though signed with the right key', async (_, claims) => {
    await expectRefused(door.token(admin, claims), door);
  });

  it.each(forgeries)('%s is refused', async (_, forgery) => {
    await expectRefused(forgery(door, admin), door);
  });

  it.each(strangeKids)('that names the key %.30j is refused', async (kid) => {
    const claims = forge.adminClaims(door.token(admin));
    await expectRefused(forge.signedWithSecret(claims, 'x'.repeat(43), { alg: 'HS256', kid }), door);
    await expectRefused(forge.signedByStranger(claims, { kid }), door);
    const isChosenByKid = forge.headerOf(door.token(admin)).alg === 'RS256';
    if (isChosenByKid) await expectRefused(door.token(admin, {}, { kid }), door);
  });

  (hasKeys ? it : it.skip)('signed with the public key for a secret is refused', async () => {
    const valid = door.token(admin);
    const { kid = '' } = forge.headerOf(valid);
    const confused = forge.signedWithSecret(forge.adminClaims(valid), publicPem(), { alg: 'HS256', kid });
    await expectRefused(confused, door);
  });

  it('of 100 kB is refused', async () => {
    await expectRefused('x'.repeat(100_000), door);
    await expectRefused(`${door.token(admin)}${'x'.repeat(90_000)}`, door);
  });

  it('is refused when it comes twice, or with another', async () => {
    const [right, wrong] = [`Bearer ${door.token(admin)}`, 'Bearer x.y.z'];
    for (const headers of [
      [right, right],
      [right, wrong],
      [wrong, right],
    ]) {
      const { path } = door.forAdmins[0] ?? { path: '/' };
      const method = door.forAdmins[0]?.method.toUpperCase() ?? 'GET';
      const answer = await rawRequest({ url: door.url, method, path, headers: { Authorization: headers } });
      expect(answer.status).toBe(401);
    }
  });
});

const isGateway = inside?.authMode === 'gateway';
const services = doors.filter(({ service }) => service);

(services.length > 0 ? describe : describe.skip)("the gateway's own tokens", () => {
  it.each(['users', 'companies', 'jobs'] as const)('open nothing from outside: one for %s', async (service) => {
    const admin = await aUser({ isAdmin: true });
    for (const door of doors.filter(({ service: here }) => !isGateway || here !== service)) {
      await expectRefused(internalToken(service)(admin), door);
      await expectRefused(internalToken(service)(admin, { ...asUsers, username: admin.username }), door);
      if (door.service) await expectRefused(internalToken(service)(admin, { aud: door.service }), door);
    }
  });

  (isGateway ? it : it.skip)("leave users' tokens no door but the gateway's", async () => {
    const { token } = await aUser({ isAdmin: true });
    for (const door of services) await expectRefused(token, door);
  });
});
