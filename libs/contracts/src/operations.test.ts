import { type Operation, internalOperations, operations } from './index';

const all = Object.entries<Operation>({ ...operations, ...internalOperations });

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
  it('has the 18 operations of the API', () => {
    const lines = Object.values<Operation>(operations).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(lines).toEqual([
      'POST /auth/token',
      'POST /auth/register',
      'POST /users',
      'GET /users',
      'GET /users/:username',
      'PATCH /users/:username',
      'DELETE /users/:username',
      'POST /users/:username/jobs/:id',
      'POST /companies',
      'GET /companies',
      'GET /companies/:handle',
      'PATCH /companies/:handle',
      'DELETE /companies/:handle',
      'POST /jobs',
      'GET /jobs',
      'GET /jobs/:id',
      'PATCH /jobs/:id',
      'DELETE /jobs/:id',
    ]);
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
