import { ask, type Exchange, type Known, type Names } from './exchanges';

const tokenIn = (body: unknown) => (body as { token?: string }).token ?? '';
const jobIdIn = (body: unknown) => (body as { job?: { id: number } }).job?.id ?? 0;

const person = ({ user }: Names) => ({
  username: user,
  password: 'equivalent',
  firstName: 'Equi',
  lastName: 'Valent',
  email: `${user}@example.com`,
});

const company = ({ handle }: Names) => ({ handle, name: `Equivalence ${handle}`, description: 'Passing through' });

const profileOf = ({ user }: Names) => `/users/${user}`;

/** Invalid or unauthenticated requests. */
const refused: Exchange[] = [
  ask('GET', '/nowhere'),
  ask('PUT', '/jobs'),
  ask('DELETE', '/companies'),
  ask('GET', '/jobs/0'),
  ask('GET', '/jobs/2147483647'),
  ask('GET', '/jobs/one'),
  ask('GET', '/companies/no-such-company'),
  ask('GET', '/companies?colour=red'),
  ask('GET', '/companies?minEmployees=5&maxEmployees=2'),
  ask('GET', '/companies?minEmployees='),
  ask('GET', '/jobs?title=a&title=b'),
  ask('GET', '/jobs?hasEquity=maybe&limit=0'),
  ask('GET', '/users'),
  ask('GET', '/users', { token: 'not-a-token' }),
  ask('POST', '/companies', { body: {} }),
  ask('POST', '/auth/token', { body: { username: 'nobody-at-all', password: 'wrong' } }),
  ask('POST', '/auth/token', { body: '{"username":' }),
  ask('POST', '/auth/token', { body: {} }),
  ask('POST', '/auth/token', { body: 'username=a', headers: { 'content-type': 'text/plain' } }),
  ask('POST', '/auth/register', { body: { username: 'white space', password: 'short', colour: 'red' } }),
  ask('POST', '/auth/register', { body: { username: 'x'.repeat(150_000) } }),
  ask('POST', '/auth/register', {
    body: person({ user: 'nobody-at-all', handle: '' }),
    headers: { 'idempotency-key': '"' },
  }),
];

/** A sample of a list: its first, its middle and its last item. */
const some = <T>(items: T[]): T[] => [0, items.length >> 1, items.length - 1].flatMap((index) => items[index] ?? []);

const handlesIn = (body: unknown) => some((body as { companies?: { handle: string }[] }).companies ?? []);
const jobIdsIn = (body: unknown) => some((body as { jobs?: { id: number }[] }).jobs ?? []);

/** Public reads. */
const reads: Exchange[] = [
  {
    ...ask('GET', '/companies'),
    learn: (body, known) => void (known.handles = handlesIn(body).map(({ handle }) => handle)),
  },
  {
    ...ask('GET', '/jobs'),
    learn: (body, known) => void (known.jobIds = jobIdsIn(body).map(({ id }) => id)),
  },
  ...[0, 1, 2].flatMap((index): Exchange[] => [
    { question: ({ handles }) => ({ method: 'GET', path: `/companies/${handles[index]}` }) },
    { question: ({ jobIds }) => ({ method: 'GET', path: `/jobs/${jobIds[index]}` }) },
  ]),
  ask('GET', '/companies/?limit=3&offset=2'),
  ask('GET', '/companies?nameLike=an&minEmployees=1'),
  ask('GET', '/companies?nameLike=%25'),
  ask('GET', '/jobs?hasEquity=true&minSalary=1&limit=5'),
  ask('GET', '/jobs?title=e&limit=7&offset=1'),
];

const asUser = (method: string, path: (names: Names, known: Known) => string, body?: unknown): Exchange => ({
  question: (known, names) => ({ method, path: path(names, known), token: known.user, body }),
});

const asAdmin = (method: string, path: (names: Names, known: Known) => string, body?: unknown): Exchange => ({
  question: (known, names) => ({ method, path: path(names, known), token: known.admin, body }),
});

/** By an administrator, with a key that is the same for all of these. */
const keyed = (method: string, path: string, body: (names: Names) => unknown): Exchange => ({
  question: ({ admin }, names) => ({
    ...{ method, path, token: admin, body: body(names) },
    headers: { 'idempotency-key': names.handle },
  }),
});

/** A user, a company and a job are created, used, and deleted. */
const story: Exchange[] = [
  {
    question: (_known, names) => ({ method: 'POST', path: '/auth/register', body: person(names) }),
    learn: (body, known) => void (known.user = tokenIn(body)),
  },
  { question: (_known, names) => ({ method: 'POST', path: '/auth/register', body: person(names) }) },
  asUser('GET', profileOf),
  asUser('PATCH', profileOf, { firstName: 'Changed' }),
  asUser('PATCH', profileOf, { lastName: 'Saved', password: 'equivalent' }),
  asUser('PATCH', profileOf, {}),
  asUser('GET', () => '/users'),
  asUser('GET', () => '/users/somebody-else'),
  { question: ({ user }, names) => ({ method: 'POST', path: '/companies', token: user, body: company(names) }) },
  keyed('POST', '/companies', company),
  keyed('POST', '/companies', company),
  keyed('POST', '/companies', (names) => ({ ...company(names), numEmployees: 1 })),
  { question: ({ admin }, names) => ({ method: 'POST', path: '/companies', token: admin, body: company(names) }) },
  asAdmin('PATCH', ({ handle }) => `/companies/${handle}`, { numEmployees: 3, logoUrl: '/logo.png' }),
  asAdmin('POST', () => '/jobs', { title: 'Nowhere to be', companyHandle: 'no-such-company' }),
  {
    question: ({ admin }, { handle }) => ({
      method: 'POST',
      path: '/jobs',
      token: admin,
      body: { title: 'Comparer', companyHandle: handle, salary: 1, equity: 0.1 },
    }),
    learn: (body, known) => void (known.jobId = jobIdIn(body)),
  },
  asAdmin('PATCH', (_names, { jobId }) => `/jobs/${jobId}`, { equity: '0.250' }),
  asAdmin('PATCH', (_names, { jobId }) => `/jobs/${jobId}`, { id: 1 }),
  asUser('PATCH', (_names, { jobId }) => `/jobs/${jobId}`, { salary: 2 }),
  ask('GET', '/jobs?title=Comparer'),
  { question: ({ jobId }) => ({ method: 'GET', path: `/jobs/${jobId}` }) },
  { question: (_known, { handle }) => ({ method: 'GET', path: `/companies/${handle}` }) },
  asUser('POST', ({ user }, { jobId }) => `/users/${user}/jobs/${jobId}`),
  asUser('POST', ({ user }, { jobId }) => `/users/${user}/jobs/${jobId}`),
  asUser('POST', ({ user }) => `/users/${user}/jobs/2147483647`),
  asAdmin('POST', () => '/users/nobody-at-all/jobs/2147483647'),
  asUser('GET', profileOf),
  asAdmin('DELETE', (_names, { jobId }) => `/jobs/${jobId}`),
  { question: ({ jobId }) => ({ method: 'GET', path: `/jobs/${jobId}` }) },
  asAdmin('DELETE', ({ handle }) => `/companies/${handle}`),
  asAdmin('DELETE', ({ handle }) => `/companies/${handle}`),
  asUser('DELETE', profileOf),
];

/** Somebody else takes the name of the deleted user, whose token is still about. */
const succession: Exchange[] = [
  { question: (_known, names) => ({ method: 'POST', path: '/auth/register', body: person(names) }) },
  asUser('GET', profileOf),
  asUser('PATCH', profileOf, { password: 'another password' }),
  asUser('POST', ({ user }, { jobIds }) => `/users/${user}/jobs/${jobIds[0]}`),
  asUser('DELETE', profileOf),
  asAdmin('GET', profileOf),
  asAdmin('DELETE', profileOf),
];

/** The whole script for both stacks; it covers about every kind of answer in the contract. */
export const script: readonly Exchange[] = [...refused, ...reads, ...story, ...succession];
