export interface Operation {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  access: 'anyone' | 'self' | 'admin';
}

/** The contract's table, written down a second time on purpose: the suite must not derive it from the server's code. */
export const operations: Operation[] = [
  { method: 'post', path: '/auth/token', access: 'anyone' },
  { method: 'post', path: '/auth/register', access: 'anyone' },
  { method: 'post', path: '/users', access: 'admin' },
  { method: 'get', path: '/users', access: 'admin' },
  { method: 'get', path: '/users/:username', access: 'self' },
  { method: 'patch', path: '/users/:username', access: 'self' },
  { method: 'delete', path: '/users/:username', access: 'self' },
  { method: 'post', path: '/users/:username/jobs/:id', access: 'self' },
  { method: 'post', path: '/companies', access: 'admin' },
  { method: 'get', path: '/companies', access: 'anyone' },
  { method: 'get', path: '/companies/:handle', access: 'anyone' },
  { method: 'patch', path: '/companies/:handle', access: 'admin' },
  { method: 'delete', path: '/companies/:handle', access: 'admin' },
  { method: 'post', path: '/jobs', access: 'admin' },
  { method: 'get', path: '/jobs', access: 'anyone' },
  { method: 'get', path: '/jobs/:id', access: 'anyone' },
  { method: 'patch', path: '/jobs/:id', access: 'admin' },
  { method: 'delete', path: '/jobs/:id', access: 'admin' },
];

/** A path with its parameters filled in; by default with ids that do not exist. */
export const pathOf = (
  { path }: Pick<Operation, 'path'>,
  { username = 'no-one', handle = 'no-company', id = 2_147_483_647 } = {},
) => path.replace(':username', username).replace(':handle', handle).replace(':id', String(id));
