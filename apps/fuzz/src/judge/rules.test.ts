import type { Answer } from '../http/answer';
import { breaches } from './rules';

const HEADERS = { 'x-request-id': 'x', 'content-type': 'application/json; charset=utf-8' };

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { ...HEADERS, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const error = (status: number, message: unknown = 'No', headers: Record<string, string> = {}) =>
  answer(status, { error: { message, status } }, headers);

const GET = 'GET /jobs/1 HTTP/1.1\r\n\r\n';
const company = { handle: 'acme', name: 'Acme', description: '', numEmployees: null, logoUrl: null };
const job = { id: 1, title: 'Tester', salary: null, equity: '0.1', company };

test('answers that keep the contract have no breach', () => {
  expect(breaches(GET, answer(200, { job }))).toEqual([]);
  expect(breaches('GET http://jobly.example/jobs/1/?x=1 HTTP/1.1', answer(200, { job }))).toEqual([]);
  expect(breaches('HEAD /jobs/1 HTTP/1.1', answer(200, ''))).toEqual([]);
  expect(breaches(GET, error(404))).toEqual([]);
  expect(breaches(GET, error(400, ['title is required']))).toEqual([]);
  expect(breaches(GET, error(503, 'Down', { 'retry-after': '1' }))).toEqual([]);
  expect(breaches('DELETE /jobs/1 HTTP/1.1', error(504))).toEqual([]);
  expect(breaches('GET /docs HTTP/1.1', answer(200, '<html>'))).toEqual([]);
  expect(breaches('GET /jobs HTTP/1.1\r\nIf-None-Match: *\r\n\r\n', answer(304, ''))).toEqual([]);
});

test.each<[string, string, Answer]>([
  ['The status is 500.', GET, error(500)],
  ['The status is 502.', GET, error(502)],
  ['The status is 504.', GET, error(504)],
  ['There is no X-Request-Id.', GET, { ...answer(200, { job }), headers: {} }],
  ['There is a 401 without www-authenticate.', GET, error(401)],
  ['There is a 405 without allow.', GET, error(405)],
  ['There is a 503 without retry-after.', GET, error(503)],
  ['There is a 504 with Retry-After.', 'POST /jobs HTTP/1.1', error(504, 'No', { 'retry-after': '1' })],
  ['The error is not JSON.', GET, error(404, 'No', { 'content-type': 'text/html' })],
  ['The error does not have the shape of the contract.', GET, answer(404, '<html>')],
  ['The error does not have the shape of the contract.', GET, answer(404, { error: { message: 'No', status: 400 } })],
  ['The error does not have the shape of the contract.', GET, error(400, [])],
  ['The error does not have the shape of the contract.', GET, error(404, ' ')],
  [
    'The error does not have the shape of the contract.',
    GET,
    answer(404, { error: { message: 'No', status: 404 }, x: 1 }),
  ],
  ['The status is 201, not 200.', GET, answer(201, { job })],
  ['The status is 304, not 200.', GET, answer(304, '')],
  ['The reply has more fields than the contract.', GET, answer(200, { job: { ...job, hash: 'x' } })],
])('a breach is told: %s', (breach, sent, given) => {
  expect(breaches(sent, given)).toEqual([breach]);
});

test('a reply that lacks a field, or has another type, is told by the place', () => {
  expect(breaches(GET, answer(200, { job: { ...job, title: 7 } }))).toEqual([expect.stringContaining('job.title')]);
  expect(breaches(GET, answer(200, 'not JSON'))).toHaveLength(1);
});

test.each([
  'at Object.run (/srv/dist/main.js:7:9)',
  'relation "jobs" of PostgreSQL',
  'SELECT id FROM jobs',
  'connect ECONNREFUSED',
  'http://127.0.0.1:3013/internal',
  'Invalid `prisma.user.create()`',
])('an internal in a message is told: %s', (message) => {
  expect(breaches(GET, error(400, message))).toEqual([expect.stringMatching(/^The error tells an internal: /)]);
  expect(breaches(GET, error(400, ['fine', message]))).toHaveLength(1);
});

test('what the client itself has sent is no internal', () => {
  expect(breaches('GET /companies/127.0.0.1 HTTP/1.1', error(404, 'No company: 127.0.0.1'))).toEqual([]);
  expect(breaches('GET /companies/post%67res HTTP/1.1', error(404, 'No company: postgres'))).toEqual([]);
});
