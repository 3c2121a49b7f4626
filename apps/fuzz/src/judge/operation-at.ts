import { type Operation, operations } from '@jobly/contracts';

const routes = Object.values<Operation>(operations).map((operation) => ({
  operation,
  path: new RegExp(`^${operation.path.replace(/:\w+/g, '[^/]+')}/?$`),
}));

/** The operation that a request reaches, if it reaches one; HEAD is answered as GET is, without a body. */
export function operationAt(method: string, target: string): Operation | undefined {
  const path = target.replace(/^https?:\/\/[^/?]*/i, '').replace(/[?#].*$/, '');
  const sought = method === 'HEAD' ? 'GET' : method;
  return routes.find((route) => route.operation.method.toUpperCase() === sought && route.path.test(path))?.operation;
}
