import { comparable } from './alike';

const outcome = (body: unknown, { status = 200, headers = {} } = {}) => ({
  answer: {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-id': 'x', ...headers },
    body: JSON.stringify(body),
  },
});

const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

const none = new Map<number, string>();
const same = (one: unknown, other: unknown, jobs = none, others = none) =>
  comparable(outcome(one), jobs) === comparable(outcome(other), others);

test('equal answers are alike whatever the order of keys, and no others are', () => {
  expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  for (const other of [{ a: 1 }, { a: 1, b: [2, 1] }, { a: 2, b: [1, 2] }, [], null]) {
    expect(same({ a: 1, b: [1, 2] }, other)).toBe(false);
  }
});

test('a job may have another id at each stack, wherever an answer names it, but must be the same job', () => {
  const [here, there] = [new Map([[201, 'job 1']]), new Map([[207, 'job 1']])];
  const naming = (id: number) => ({
    job: { id },
    applied: id,
    applications: [1, id],
    error: { message: `No job: ${id}` },
  });
  expect(same(naming(201), naming(207), here, there)).toBe(true);
  expect(same(naming(201), naming(207))).toBe(false);
  expect(same({ job: { salary: 201 } }, { job: { salary: 207 } }, here, there)).toBe(false);
});

test('a token is compared by whom it names', () => {
  expect(same({ token: token({ sub: 'u', iat: 1 }) }, { token: token({ sub: 'u', iat: 2 }) })).toBe(true);
  expect(same({ token: token({ sub: 'u' }) }, { token: token({ sub: 'v' }) })).toBe(false);
});

test.each([
  { status: 201 },
  { headers: { 'content-type': 'application/json' } },
  { headers: { allow: 'GET' } },
  { headers: { 'www-authenticate': 'Bearer' } },
  { headers: { 'retry-after': '1' } },
])('status and headers count: %p', (difference) => {
  expect(comparable(outcome({}, difference), none)).not.toBe(comparable(outcome({}), none));
});

test('values of time do not count, and trouble is compared as it is', () => {
  const after = (seconds: string) => comparable(outcome({}, { headers: { 'retry-after': seconds } }), none);
  expect(after('1')).toBe(after('2'));
  expect(comparable({ trouble: 'closed' }, none)).not.toBe(comparable(outcome({}), none));
});
