import { internalOperations, type Operation, operations } from '@jobly/contracts';

const declared = Object.entries<Operation>({ ...operations, ...internalOperations }).map(
  ([name, { method, path }]) => ({ name, request: new RegExp(`^${method} ${path.replace(/:\w+/g, '[^/]+')}/?$`, 'i') }),
);

/**
 * The operation that a request is for, by its key in the contracts; the path for an endpoint beside them. HEAD is for what
 * GET is for.
 */
export function operationOf({ method, path }: { method: string; path: string }): string {
  const [plain = ''] = path.split('?');
  const asked = `${method === 'HEAD' ? 'GET' : method} ${plain}`;
  return declared.find(({ request }) => request.test(asked))?.name ?? plain;
}
