import { Agent } from 'node:http';
import { as } from './support/api';
import { rawRequest } from './support/raw-request';
import { aJob, asAdmin, aUser } from './support/records';

const json = 'application/json';
const LARGEST = 100_000;
/** A kB is 1,000 bytes to some and 1,024 to others. */
const TOO_LARGE = 102_401;

const bodies: { what: string; body: string; headers: Record<string, string> }[] = [
  { what: 'an object', body: '{}', headers: { 'Content-Type': json } },
  { what: 'keys that nobody knows', body: '{"jobId":7,"user":{"name":"x"}}', headers: { 'Content-Type': json } },
  { what: 'null', body: 'null', headers: { 'Content-Type': json } },
  { what: 'a list', body: '[1,2]', headers: { 'Content-Type': json } },
  { what: 'malformed JSON', body: '{"jobId":', headers: { 'Content-Type': json } },
  { what: 'JSON in an unknown charset', body: '{}', headers: { 'Content-Type': `${json}; charset=ebcdic` } },
  { what: 'a form', body: 'jobId=7&jobId=8', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  { what: 'text', body: '[object Object]', headers: { 'Content-Type': 'text/plain;charset=UTF-8' } },
  { what: 'a type that is none', body: '\0\xff', headers: { 'Content-Type': 'nonsense' } },
  { what: 'no type', body: 'something', headers: {} },
  { what: 'what says it is gzip', body: 'rubbish', headers: { 'Content-Type': json, 'Content-Encoding': 'gzip' } },
  { what: 'an unknown encoding', body: 'rubbish', headers: { 'Content-Type': json, 'Content-Encoding': 'rot13' } },
  { what: 'as much as a body may have', body: 'x'.repeat(LARGEST), headers: { 'Content-Type': json } },
];

/** One request to every operation without a body, as an admin and as somebody with an account and a job of their own. */
async function requestsWithoutBody() {
  const [{ username, token }, { id, companyHandle }, admin] = [await aUser(), await aJob(), await asAdmin()];
  return [
    { method: 'GET', path: '/users', headers: admin },
    { method: 'GET', path: `/users/${username}`, headers: as(token) },
    { method: 'GET', path: '/companies?limit=1', headers: {} },
    { method: 'GET', path: `/companies/${companyHandle}`, headers: {} },
    { method: 'GET', path: '/jobs?limit=1', headers: {} },
    { method: 'GET', path: `/jobs/${id}`, headers: {} },
    { method: 'POST', path: `/users/${username}/jobs/${id}`, headers: as(token) },
    { method: 'DELETE', path: `/users/${username}`, headers: as(token) },
    { method: 'DELETE', path: `/jobs/${id}`, headers: admin },
    { method: 'DELETE', path: `/companies/${companyHandle}`, headers: admin },
  ];
}

const announced = (body: string) => ({ 'Content-Length': String(Buffer.byteLength(body)) });
const inChunks = () => ({ 'Transfer-Encoding': 'chunked' });

describe.each([
  ['whose length is announced', announced],
  ['that comes in chunks', inChunks],
])('an operation without a body, given one %s,', (_, framed) => {
  it.each(bodies)('ignores $what', async ({ body, headers }) => {
    for (const request of await requestsWithoutBody()) {
      const sent = { ...headers, ...request.headers, ...framed(body) };
      const { status } = await rawRequest({ ...request, headers: sent, body });
      expect({ ...request, status }).toEqual({ ...request, status: 200 });
    }
  });

  it('answers 413 if it is over 100 kB, and does nothing', async () => {
    const body = 'x'.repeat(TOO_LARGE);
    const requests = await requestsWithoutBody();
    for (const request of requests) {
      const { status } = await rawRequest({ ...request, headers: { ...request.headers, ...framed(body) }, body });
      expect({ ...request, status }).toEqual({ ...request, status: 413 });
    }
    for (const request of requests) expect(await rawRequest(request)).toMatchObject({ status: 200 });
  });

  it('answers the next request on the connection as if there had been none', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      for (const body of ['GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n', '0\r\n\r\n', 'x'.repeat(LARGEST)]) {
        for (const request of await requestsWithoutBody()) {
          const headers = { ...request.headers, ...framed(body) };
          expect(await rawRequest({ ...request, headers, body, agent })).toMatchObject({ status: 200 });
          expect(await rawRequest({ path: '/jobs?limit=1', agent })).toMatchObject({ status: 200 });
        }
      }
    } finally {
      agent.destroy();
    }
  });
});

describe('whoever may not ask', () => {
  it('is told so whatever they send', async () => {
    const [{ username }, { id }, { token }] = [await aUser(), await aJob(), await aUser()];
    for (const body of ['{"id":', 'x'.repeat(TOO_LARGE)]) {
      const apply = { method: 'POST', path: `/users/${username}/jobs/${id}`, body };
      const headers = { 'Content-Type': json, ...announced(body) };
      expect(await rawRequest({ ...apply, headers })).toMatchObject({ status: 401 });
      expect(await rawRequest({ ...apply, headers: { ...headers, ...as(token) } })).toMatchObject({ status: 403 });
    }
  });
});
