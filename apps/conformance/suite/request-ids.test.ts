import { randomUUID } from 'node:crypto';
import { api, type Reply } from './support/api';
import { aJob, asAdmin, companyBody } from './support/records';
import { capabilities } from './support/target';

const MALFORMED_PATH = '400 of a malformed path';

const oversized = { description: 'x'.repeat(200_000) };

/** One request for every way in which an answer is produced. */
const requests: [string, (headers: Record<string, string>) => PromiseLike<Reply>][] = [
  ['200', (headers) => api.get('/jobs?limit=1').set(headers)],
  ['200 across services', async (headers) => api.get(`/jobs/${(await aJob()).id}`).set(headers)],
  ['200 of health', (headers) => api.get('/health/live').set(headers)],
  ['200 of HEAD', (headers) => api.head('/companies?limit=1').set(headers)],
  [
    '201',
    async (headers) =>
      api
        .post('/companies')
        .set(await asAdmin())
        .set(headers)
        .send(companyBody()),
  ],
  ['a preflight', (headers) => api.options('/jobs').set({ ...headers, Origin: 'http://localhost' })],
  ['400', (headers) => api.get('/jobs?colour=red').set(headers)],
  ['400 of a malformed body', (headers) => api.post('/auth/token').set(headers).type('json').send('{')],
  [MALFORMED_PATH, (headers) => api.get('/companies/%zz').set(headers)],
  ['401', (headers) => api.get('/users').set(headers)],
  ['404', (headers) => api.get('/jobs/0').set(headers)],
  ['404 of a path', (headers) => api.get('/nothing').set(headers)],
  ['405', (headers) => api.put('/jobs').set(headers)],
  [
    '413',
    async (headers) =>
      api
        .post('/companies')
        .set(await asAdmin())
        .set(headers)
        .send(oversized),
  ],
  ['415', (headers) => api.post('/auth/token').set(headers).type('text').send('hello')],
];

const keepsId = ([name]: (typeof requests)[number]) => name !== MALFORMED_PATH || capabilities.keepsIdOfMalformedPath;

describe('X-Request-Id', () => {
  it.each(requests.filter(keepsId))('is kept: %s', async (_, send) => {
    const id = randomUUID();
    const { headers } = await send({ 'X-Request-Id': id });
    expect(headers['x-request-id']).toBe(id);
  });

  it.each(requests)('is made where there is none: %s', async (_, send) => {
    const [first, second] = [await send({}), await send({})];
    expect(first.headers['x-request-id']).toMatch(/^\S+$/);
    expect(second.headers['x-request-id']).toMatch(/^\S+$/);
    expect(first.headers['x-request-id']).not.toBe(second.headers['x-request-id']);
  });

  it.each(['x'.repeat(5_000), 'two words', '<script>', '"quoted"', '{"json":1}', ''])(
    'is replaced where it is not valid: %.20j',
    async (id) => {
      const { headers } = await api.get('/jobs?limit=1').set('X-Request-Id', id);
      expect(headers['x-request-id']).toMatch(/^\S+$/);
      expect(headers['x-request-id']).not.toBe(id);
    },
  );
});
