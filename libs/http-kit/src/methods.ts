import { Problem } from '@jobly/contracts';
import type { RequestHandler, Router } from 'express';

/** Rejects all other methods on an existing path, and lists these in `Allow`. */
export function methodNotAllowed(methods: string[]): RequestHandler {
  const allowed = [...methods, ...(methods.includes('get') ? ['head'] : []), 'options'].sort();
  const allow = allowed.join(', ').toUpperCase();
  return (request, response) => {
    response.setHeader('Allow', allow);
    throw new Problem('method-not-allowed', `${request.method} is not allowed here; allowed: ${allow}`);
  };
}

/** A read-only path. */
export const readable = (routes: Pick<Router, 'route'>, path: string, handler: RequestHandler): void => {
  routes
    .route(path)
    .get(handler)
    .all(methodNotAllowed(['get']));
};
