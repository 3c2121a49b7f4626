import { type Access, type Identity, type Operation, operations } from '@jobly/contracts';
import express from 'express';
import request from 'supertest';
import { anAccount } from './accounts.fixture';
import { createGuard } from './guard';
import { aService, unread } from './keys.fixture';
import { serviceTokenVerifier } from './service-token-verifier';
import { serviceTokens } from './service-tokens';
import { signingAuthority } from './signing-authority';

const settings = { AUTH_MODE: 'shared-secret', JWT_SECRET: 's'.repeat(32), TOKEN_TTL: 600 } as const;
const { verify, issueToken } = signingAuthority(settings, unread);
const companies = aService('companies');

const tokens = {
  none: undefined,
  bad: 'x.y.z',
  user: issueToken(anAccount('ada')),
  zoë: issueToken(anAccount('Zo\u00eb @ home')),
  admin: issueToken(anAccount('root', true)),
  service: serviceTokens(companies, 'jobs')(),
  'service for ada': serviceTokens(companies, 'jobs')(anAccount('ada')),
};

/** An app in which GET /<access>/<username> is an operation with that access; it answers with the admitted user. */
function guarded(guard = createGuard(verify, serviceTokenVerifier('jobs', { companies: companies.keys }))) {
  const app = express();
  app.get('/:access/:username', async (request, response) => {
    const operation: Operation = { ...operations.getUser, access: request.params.access as Access };
    response.json({ identity: await guard(operation, request) });
  });
  const refuse: express.ErrorRequestHandler = (error: { kind: string }, _request, response, _next) => {
    response.status(400).json({ refused: error.kind });
  };
  return app.use(refuse);
}

const answerTo = async (path: string, headers: Record<string, string> = {}, app = guarded()) =>
  (await request(app).get(path).set(headers)).body as { identity?: Identity; refused?: string };
const bearer = (token: string | undefined): Record<string, string> =>
  token ? { Authorization: `Bearer ${token}` } : {};

const ada = { identity: expect.objectContaining({ username: 'ada', isAdmin: false }) };
const root = { identity: expect.objectContaining({ username: 'root', isAdmin: true }) };
const someone = {};
const unauthorized = { refused: 'unauthorized' };
const forbidden = { refused: 'forbidden' };
/** Callers that no users' route admits. */
const others = { none: unauthorized, bad: unauthorized, service: unauthorized, 'service for ada': unauthorized };

describe('the guard', () => {
  it('knows somebody by their name however it is typed or escaped, and by no other', async () => {
    for (const typed of ['Zo\u00eb @ home', 'Zoe\u0308 @ home']) {
      const answer = await answerTo(`/self/${encodeURIComponent(typed)}`, bearer(tokens.zoë));
      expect(answer).toEqual({ identity: expect.objectContaining({ username: 'Zo\u00eb @ home' }) });
    }
    expect(await answerTo('/self/Zoe%20%40%20home', bearer(tokens.zoë))).toEqual(forbidden);
  });

  it.each([
    ['/anyone/ada', { none: someone, bad: someone, user: someone, admin: someone, service: someone }],
    ['/self/ada', { ...others, user: ada, admin: root }],
    ['/self/bob', { ...others, user: forbidden, admin: root }],
    ['/self/Ada', { ...others, user: forbidden, admin: root }],
    ['/admin/ada', { ...others, user: forbidden, admin: root }],
    ['/service/ada', { ...others, user: unauthorized, admin: unauthorized, service: someone, 'service for ada': ada }],
  ] as const)('at %s', async (path, expected) => {
    for (const [holder, outcome] of Object.entries(expected)) {
      const token = tokens[holder as keyof typeof tokens];
      expect([holder, await answerTo(path, bearer(token))]).toEqual([holder, outcome]);
    }
  });

  it('lets no service in where there is nothing for services', async () => {
    const app = guarded(createGuard(verify));
    expect(await answerTo('/service/ada', bearer(tokens.service), app)).toEqual(forbidden);
  });

  it('does not look at who is calling where anyone may', async () => {
    const app = guarded(createGuard(() => Promise.reject(new Error('asked'))));
    expect(await answerTo('/anyone/ada', bearer(tokens.user), app)).toEqual(someone);
  });
});

describe('the Authorization header', () => {
  it.each([`Bearer ${tokens.user}`, `bearer ${tokens.user}`, `BEARER ${tokens.user}`])(
    'may be %.6s',
    async (header) => {
      expect(await answerTo('/self/ada', { Authorization: header })).toEqual(ada);
    },
  );

  it.each([
    '',
    'Bearer',
    'Bearer ',
    tokens.user,
    `Basic ${tokens.user}`,
    `Token ${tokens.user}`,
    `Bearer ${tokens.user} ${tokens.user}`,
    `Bearer ${tokens.user}, Bearer ${tokens.user}`,
    `Bearer "${tokens.user}"`,
  ])('may not be %.12p', async (header) => {
    expect(await answerTo('/self/ada', { Authorization: header })).toEqual(unauthorized);
  });

  it('is not even looked at where it is longer than any of ours', async () => {
    const app = guarded(createGuard(() => Promise.reject(new Error('asked'))));
    const header = `Bearer ${'x'.repeat(8_193)}`;
    expect(await answerTo('/self/ada', { Authorization: header }, app)).toEqual(unauthorized);
  });

  it('may not be there twice, not even with the same token', async () => {
    const header = `Bearer ${tokens.user}`;
    const twice = request(guarded())
      .get('/self/ada')
      .set('Authorization', [header, header] as never);
    expect((await twice).body).toEqual(unauthorized);
  });
});
