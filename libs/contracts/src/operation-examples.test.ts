import { type Operation, internalOperations, operations } from './index';

interface Example {
  body?: Record<string, unknown>;
  /** The optional keys of the body. */
  optional?: string[];
  reply: unknown;
}

const person = { username: 'ada', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
const registration = { ...person, password: 'a fine password' };
const user = { ...person, isAdmin: false };
const company = { handle: 'acme', name: 'Acme', description: 'Anvils', numEmployees: 7, logoUrl: '/acme.png' };
const summary = { id: 7, title: 'Cook', salary: 1_000, equity: '0.1' };
const job = { ...summary, companyHandle: 'acme' };
const sharedCompany = { key: 'acme', version: 4, content: company };
const sharedJob = { key: 7, version: 4, content: job };
const names = { sub: 'ada', username: 'ada', account: '2f1c5f0e-8d0b-4c5e-9a53-0c8e1b6d7f42' };
const issuance = { iss: 'jobly', aud: 'jobly-api', iat: 1, exp: 2, jti: 'x' };
const claims = { ...names, isAdmin: true, passwordVersion: 1, ...issuance };

const eventId = '0197a5f0-6b1e-7c3a-9d2e-5f4a3b2c1d0e';

/** Without the property of this name. */
const without = (name: string, given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));

const personChanges = without('username', registration);
const companyChanges = without('handle', company);
const jobChanges = without('id', summary);

const examples: Record<keyof typeof operations | keyof typeof internalOperations, Example> = {
  logIn: { body: { username: 'ada', password: 'a fine password' }, reply: { token: 'x.y.z' } },
  register: { body: registration, reply: { token: 'x.y.z' } },
  createUser: { body: { ...registration, isAdmin: true }, optional: ['isAdmin'], reply: { user, token: 'x.y.z' } },
  listUsers: { reply: { users: [user, { ...user, isAdmin: true }] } },
  getUser: { reply: { user: { ...user, applications: [1, 2] } } },
  updateUser: { body: personChanges, optional: Object.keys(personChanges), reply: { user } },
  deleteUser: { reply: { deleted: 'ada' } },
  applyToJob: { reply: { applied: 7 } },
  createCompany: { body: company, optional: ['numEmployees', 'logoUrl'], reply: { company } },
  listCompanies: { reply: { companies: [company, { ...company, numEmployees: null, logoUrl: null }] } },
  getCompany: { reply: { company: { ...company, jobs: [summary, { ...summary, salary: null, equity: null }] } } },
  updateCompany: { body: companyChanges, optional: Object.keys(companyChanges), reply: { company } },
  deleteCompany: { reply: { deleted: 'acme' } },
  createJob: { body: without('id', job), optional: ['salary', 'equity'], reply: { job } },
  listJobs: { reply: { jobs: [{ ...job, companyName: 'Acme' }] } },
  getJob: { reply: { job: { ...summary, company } } },
  updateJob: { body: jobChanges, optional: Object.keys(jobChanges), reply: { job } },
  deleteJob: { reply: { deleted: 7 } },
  findCompany: { reply: { company } },
  companyNames: { body: { handles: ['acme', 'bolt'] }, reply: { names: { acme: 'Acme' } } },
  jobsOfCompany: { reply: { jobs: [summary] } },
  jobExists: { reply: { exists: true } },
  companyPage: { body: { after: '', digest: null }, reply: { rows: [sharedCompany] } },
  jobPage: { body: { after: 0, digest: 'a1' }, reply: { rows: [sharedJob] } },
  companyDeleted: { body: { eventId, handle: 'acme' }, reply: undefined },
  companyChanged: { body: { eventId, rows: [{ ...sharedCompany, content: null }] }, reply: undefined },
  jobChanged: { body: { eventId, rows: [sharedJob] }, reply: undefined },
  jobsDeleted: { body: { eventId, jobIds: [1, 2] }, reply: undefined },
  introspectToken: { body: { token: 'x.y.z' }, reply: { active: true, ...claims } },
};

const all: Record<string, Operation> = { ...operations, ...internalOperations };
const entries = Object.entries(examples).map(([name, example]) => ({ name, operation: all[name]!, ...example }));
const withBody = entries.flatMap(({ name, operation, body, optional = [] }) =>
  body ? [{ name, schema: operation.body!, body, optional }] : [],
);

describe('a body', () => {
  it.each(withBody)('is taken with all that $name knows', ({ schema, body }) => {
    expect(schema.parse(body)).toEqual(body);
  });

  it.each(withBody)('is refused with what $name does not know', ({ schema, body }) => {
    expect(schema.safeParse({ ...body, another: 1 }).success).toBe(false);
  });

  it.each(withBody)('may lack of $name only what is optional', ({ schema, body, optional }) => {
    const lacking = Object.keys(body).filter((name) => schema.safeParse(without(name, body)).success);
    expect(lacking).toEqual(optional);
  });

  it('is ignored by every other operation, and a query by all but the two lists', () => {
    const ignoring = Object.keys(all).filter((name) => all[name]!.body === null);
    expect(ignoring.sort()).toEqual(entries.flatMap(({ name, body }) => (body ? [] : [name])).sort());
    expect(Object.keys(all).filter((name) => all[name]!.query !== null)).toEqual(['listCompanies', 'listJobs']);
  });
});

describe('what may be left out', () => {
  it.each([
    ['createUser', without('isAdmin', registration), { isAdmin: false }],
    ['createCompany', { handle: 'acme', name: 'Acme', description: '' }, { numEmployees: null, logoUrl: null }],
    ['createJob', { title: 'Cook', companyHandle: 'acme' }, { salary: null, equity: null }],
  ])('has a default in %s', (name, body, defaults) => {
    expect(all[name]!.body!.parse(body)).toEqual({ ...body, ...defaults });
  });
});

describe('a reply', () => {
  it.each(entries)('of $name is what it was', ({ operation, reply }) => {
    expect(operation.reply.parse(reply)).toEqual(reply);
  });

  it.each(entries.filter(({ reply }) => reply))('of $name lacks nothing', ({ operation, reply }) => {
    const properties = Object.keys(reply as object);
    const lacking = properties.filter(
      (name) => operation.reply.safeParse(without(name, { ...(reply as object) })).success,
    );
    expect(lacking).toEqual([]);
  });

  it('may be that there is no such company, or that a token is not active', () => {
    expect(internalOperations.findCompany.reply.parse({ company: null })).toEqual({ company: null });
    expect(internalOperations.introspectToken.reply.parse({ active: false })).toEqual({ active: false });
  });

  it.each(Object.keys(claims))('says of an active token its %s', (name) => {
    const { reply } = internalOperations.introspectToken;
    expect(reply.safeParse(without(name, { active: true, ...claims })).success).toBe(false);
  });
});

describe('a batch', () => {
  const handles = (count: number) => ({ handles: Array.from({ length: count }, () => 'acme') });
  const jobIds = (count: number) => ({ eventId, jobIds: Array.from({ length: count }, (_, at) => at + 1) });

  it.each([0, 1_000])('may be of %d', (count) => {
    expect(internalOperations.companyNames.body.parse(handles(count))).toEqual(handles(count));
    expect(internalOperations.jobsDeleted.body.parse(jobIds(count))).toEqual(jobIds(count));
  });

  it('may not be of more', () => {
    expect(internalOperations.companyNames.body.safeParse(handles(1_001)).success).toBe(false);
    expect(internalOperations.jobsDeleted.body.safeParse(jobIds(1_001)).success).toBe(false);
  });
});
