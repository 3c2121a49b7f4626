import { gzipSync } from 'node:zlib';
import { api } from './support/api';
import { expectProblem } from './support/problems';
import { rawRequest } from './support/raw-request';
import { asAdmin, companyBody } from './support/records';

const json = 'application/json';

const postCompany = async (body: string, type = json) =>
  api
    .post('/companies')
    .set(await asAdmin())
    .set('Content-Type', type)
    .send(body);

describe('the size of a body', () => {
  const padded = (bytes: number) => JSON.stringify(companyBody()).padEnd(bytes, ' ');

  it('may be 100 kB', async () => {
    expect(await postCompany(padded(100_000))).toMatchObject({ status: 201 });
  });

  // A kB is 1,000 bytes to some and 1,024 to others.
  it.each([102_401, 1_000_000])('must not be more: %i bytes get 413', async (bytes) => {
    expectProblem(await postCompany(padded(bytes)), 413);
  });

  it('counts though it is not announced', async () => {
    const headers = { ...(await asAdmin()), 'Content-Type': json, 'Transfer-Encoding': 'chunked' };
    const { status } = await rawRequest({ method: 'POST', path: '/companies', headers, body: padded(102_401) });
    expect(status).toBe(413);
  });

  it('counts unpacked, if packed bodies are taken at all', async () => {
    const headers = { ...(await asAdmin()), 'Content-Type': json, 'Content-Encoding': 'gzip' };
    const body = gzipSync(padded(1_000_000));
    const { status } = await rawRequest({ method: 'POST', path: '/companies', headers, body });
    expect([413, 415]).toContain(status);
  });

  it('counts for public operations too', async () => {
    expectProblem(await api.post('/auth/token').set('Content-Type', json).send(padded(102_401)), 413);
  });
});

describe('the type of a body', () => {
  it.each([json, `${json}; charset=utf-8`, `${json};charset=UTF-8`, 'Application/JSON'])('may be %s', async (type) => {
    expect(await postCompany(JSON.stringify(companyBody()), type)).toMatchObject({ status: 201 });
  });

  it.each([
    'text/plain',
    'text/html',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    `${json}; charset=iso-8859-1`,
    'nonsense',
  ])('gets 415: %s', async (type) => {
    expectProblem(await postCompany(JSON.stringify(companyBody()), type), 415);
  });

  it('matters to public operations too', async () => {
    const logIn = api.post('/auth/token').type('form').send('username=somebody&password=password');
    expectProblem(await logIn, 415);
  });

  it('gets 415: an unknown encoding', async () => {
    const response = api
      .post('/companies')
      .set(await asAdmin())
      .set('Content-Encoding', 'rot13')
      .send(companyBody());
    expectProblem(await response, 415);
  });
});
