import { type Operation, internalOperations, operations } from './index';

const all = Object.entries<Operation>({ ...operations, ...internalOperations });

/** An operation in one line: its owner, its access, its success status, and its own errors. */
const lineOf = ({ method, path, owner, access, status, errors }: Operation) =>
  [`${method.toUpperCase()} ${path}`, owner, access, status, ...errors].join(' · ');

/** Whether some request path fits both. */
function overlap(one: Operation, other: Operation): boolean {
  const [ones, others] = [one.path.split('/'), other.path.split('/')];
  if (one.method !== other.method || ones.length !== others.length) return false;
  return ones.every((segment, at) => {
    const opposite = others[at]!;
    return segment === opposite || segment.startsWith(':') || opposite.startsWith(':');
  });
}

describe('the route table', () => {
  it('says for each public operation who answers it, who may ask, and how it ends', () => {
    expect(Object.values<Operation>(operations).map(lineOf)).toEqual([
      'POST /auth/token · users · anyone · 200 · 401 · 429',
      'POST /auth/register · users · anyone · 201 · 409 · 429',
      'POST /users · users · admin · 201 · 409',
      'GET /users · users · admin · 200',
      'GET /users/:username · users · self · 200',
      'PATCH /users/:username · users · self · 200',
      'DELETE /users/:username · users · self · 200',
      'POST /users/:username/jobs/:id · users · self · 200 · 409',
      'POST /companies · companies · admin · 201 · 409',
      'GET /companies · companies · anyone · 200',
      'GET /companies/:handle · companies · anyone · 200',
      'PATCH /companies/:handle · companies · admin · 200 · 409',
      'DELETE /companies/:handle · companies · admin · 200',
      'POST /jobs · jobs · admin · 201',
      'GET /jobs · jobs · anyone · 200',
      'GET /jobs/:id · jobs · anyone · 200',
      'PATCH /jobs/:id · jobs · admin · 200',
      'DELETE /jobs/:id · jobs · admin · 200',
    ]);
  });

  it('says the same for what services ask and tell each other', () => {
    expect(Object.values<Operation>(internalOperations).map(lineOf)).toEqual([
      'GET /internal/companies/:handle · companies · service · 200',
      'POST /internal/company-names · companies · service · 200',
      'GET /internal/companies/:handle/jobs · jobs · service · 200',
      'GET /internal/jobs/:id/exists · jobs · service · 200',
      'POST /internal/company-page · companies · service · 200',
      'POST /internal/job-page · jobs · service · 200',
      'POST /internal/events/company-deleted · jobs · service · 204',
      'POST /internal/events/company-changed · jobs · service · 204',
      'POST /internal/events/job-changed · companies · service · 204',
      'POST /internal/events/jobs-deleted · users · service · 204',
      'POST /internal/token-introspection · users · service · 200',
    ]);
  });

  it('has a summary for each operation, and no two the same', () => {
    const summaries = all.map(([, { summary }]) => summary);
    expect(summaries.filter((summary) => !/^[A-Z]/.test(summary))).toEqual([]);
    expect(new Set(summaries).size).toBe(summaries.length);
  });

  it('has one answer to any request', () => {
    const clashes = all.flatMap(([name, one], at) =>
      all.slice(at + 1).flatMap(([otherName, other]) => (overlap(one, other) ? [`${name} and ${otherName}`] : [])),
    );
    expect(clashes).toEqual([]);
  });

  it('keeps what services tell each other apart from what the public may ask', () => {
    const isInternal = ({ path }: Operation) => path.startsWith('/internal/');
    const isForServices = ({ access }: Operation) => access === 'service';
    const [told, asked] = [Object.values<Operation>(internalOperations), Object.values<Operation>(operations)];
    expect([told.every(isInternal), told.every(isForServices)]).toEqual([true, true]);
    expect([asked.some(isInternal), asked.some(isForServices)]).toEqual([false, false]);
  });

  it.each(all)('declares the parameters that stand in the path: %s', (_name, { path, params }) => {
    const named = Array.from(path.matchAll(/:(\w+)/g), ([, name]) => name!);
    const given = Object.fromEntries(named.map((name) => [name, '1']));
    expect(Object.keys(params.parse(given))).toEqual(named);
    for (const name of named) expect(params.safeParse({ ...given, [name]: undefined }).success).toBe(false);
  });

  it('lets users themselves ask exactly where the path names a user', () => {
    const pathsWhere = (fits: (operation: Operation) => boolean) =>
      all.flatMap(([, operation]) => (fits(operation) ? `${operation.method} ${operation.path}` : []));
    const forThemselves = pathsWhere(({ access }) => access === 'self');
    expect(forThemselves).toEqual(pathsWhere(({ path }) => path.includes(':username')));
    expect(forThemselves).toHaveLength(4);
  });
});
