import { companyFilter, newCompany } from '@jobly/contracts';
import request from 'supertest';
import { z } from 'zod';
import { anApp, anOperation } from './app.fixture';
import { route } from './routes';

const app = anApp([
  route(anOperation({ query: companyFilter }), async ({ query }) => query),
  route(anOperation({ method: 'post', body: newCompany }), async ({ body }) => body),
  route(
    anOperation({ method: 'patch', body: z.strictObject({ ids: z.array(z.int()).max(2) }) }),
    async ({ body }) => body,
  ),
]);

const company = { handle: 'acme', name: 'Acme', description: 'Everything' };

const messagesOf = async (sent: request.Test) => {
  const { status, body } = (await sent) as { status: number; body: { error: { message: string[] } } };
  return [status, body.error.message];
};
const refusals = (body: object) => messagesOf(request(app).post('/things').send(body));

describe('a refusal', () => {
  it('names what is missing, each field in a sentence', async () => {
    expect(await refusals({})).toEqual([400, ['handle is required', 'name is required', 'description is required']]);
  });

  it('names what nobody knows, each field in a sentence', async () => {
    const unknown = { ...company, colour: 'red', shape: 'round' };
    expect(await refusals(unknown)).toEqual([400, ['colour is not a known field', 'shape is not a known field']]);
  });

  it('tells of a number that is far too large once', async () => {
    const body = JSON.stringify(company).replace('}', ',"numEmployees":9007199254740992}');
    const sent = request(app).post('/things').type('json').send(body);
    expect(await messagesOf(sent)).toEqual([400, ['numEmployees must be at most 2147483647']]);
    const ids = request(app).patch('/things').type('json').send('{"ids":[9007199254740992]}');
    expect(await messagesOf(ids)).toEqual([400, ['ids.0 must be at most 9007199254740991']]);
  });

  it('knows no field that every object has', async () => {
    const body = JSON.stringify(company).replace('}', ',"__proto__":1,"constructor":2}');
    const sent = request(app).post('/things').type('json').send(body);
    expect(await messagesOf(sent)).toEqual([
      400,
      ['__proto__ is not a known field', 'constructor is not a known field'],
    ]);
    const asked = request(app).get('/things?__proto__=1&constructor=2');
    expect(await messagesOf(asked)).toEqual(await messagesOf(sent));
  });

  it.each([
    [{ handle: 5 }, 'handle must be of type string'],
    [{ handle: null }, 'handle must be of type string'],
    [{ handle: 'A!' }, 'handle must have 1 to 25 of a–z 0–9 _ -'],
    [{ name: '' }, 'name must have 1 to 100 characters'],
    [{ numEmployees: '5' }, 'numEmployees must be of type number'],
    [{ numEmployees: 1.5 }, 'numEmployees must be of type integer'],
    [{ numEmployees: -1 }, 'numEmployees must be at least 0'],
    [{ numEmployees: 2_147_483_648 }, 'numEmployees must be at most 2147483647'],
    [{ logoUrl: 'logo' }, 'logoUrl must be an absolute http(s) URL or a path from /'],
    [{ name: ['Acme'] }, 'name must be of type string'],
    [{ name: {} }, 'name must be of type string'],
  ])('says of %p what the rule is', async (fields, sentence) => {
    expect(await refusals({ ...company, ...fields })).toEqual([400, [sentence]]);
  });

  it('lists every problem at once', async () => {
    const [, sentences] = await refusals({ handle: 'A!', name: '', colour: 'red' });
    expect(sentences).toHaveLength(4);
  });

  it('says of a body that is no object that it must be one', async () => {
    expect(await refusals([])).toEqual([400, ['The body must be of type object']]);
  });

  it('says of a list that it is too long', async () => {
    const sent = request(app)
      .patch('/things')
      .send({ ids: [1, 2, 3] });
    expect(await messagesOf(sent)).toEqual([400, ['ids must be at most 2']]);
  });

  it('names the place within a list', async () => {
    const sent = request(app)
      .patch('/things')
      .send({ ids: [1, 'x'] });
    expect(await messagesOf(sent)).toEqual([400, ['ids.1 must be of type number']]);
  });
});

describe('a query', () => {
  it.each([
    ['colour=red', 'colour is not a known field'],
    ['limit=1&limit=2', 'limit must be given once'],
    [`${'&'.repeat(2_000)}colour=red`, 'colour is not a known field'],
    ['nameLike=%00', 'nameLike must not contain NUL characters'],
    ['limit=', 'limit must be a whole number'],
    ['minEmployees=+', 'minEmployees must be a whole number'],
    ['maxEmployees=2147483648', 'maxEmployees must be at most 2147483647'],
    ['limit=1001', 'limit must be at most 1000'],
    ['nameLike[a]=b', 'nameLike[a] is not a known field'],
    ['minEmployees=2&maxEmployees=1', 'minEmployees must not be greater than maxEmployees'],
    ['name=a&nameLike=b', 'name is an alias of nameLike; give one of the two'],
  ])('that breaks a rule is told which: %s', async (query, sentence) => {
    expect(await messagesOf(request(app).get(`/things?${query}`))).toEqual([400, [sentence]]);
  });

  it('reaches the handler as what it means', async () => {
    const response = await request(app).get('/things?name=a%2Bb+c&minEmployees=007');
    expect(response.body).toEqual({ limit: 1_000, offset: 0, minEmployees: 7, nameLike: 'a+b c' });
  });
});
