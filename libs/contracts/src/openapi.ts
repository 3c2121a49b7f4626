import { z } from 'zod';
import { type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, createDocument } from 'zod-openapi';
import type { Operation } from './operation';

const REASONS: Record<number, string> = {
  400: 'The request breaks a rule; `message` lists every problem',
  401: 'A valid token is needed',
  403: 'The token is valid, but does not allow this',
  404: 'There is no such thing',
  409: 'It exists already',
  413: 'The body is over 100 kB',
  415: 'The body is not JSON',
  422: 'The Idempotency-Key was used for another request',
  429: 'Too many attempts; see Retry-After',
  503: 'Something this request needs is down; see Retry-After',
  504: 'There was no answer, and it may have been done',
};

const errorReply = z
  .object({ error: z.object({ message: z.union([z.string(), z.array(z.string())]), status: z.int() }) })
  .meta({ id: 'Error' });

const keyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(255).optional().meta({
    description:
      'Unique to this request, for instance a UUID: a repeat with the same key does nothing and answers alike',
  }),
});

/** The OpenAPI 3.1 document of operations, made from their table; without a title, of the public API. */
export const openApiDocument = (
  operations: Readonly<Record<string, Operation>>,
  title = 'Jobly',
  description = 'Users, companies, jobs and applications: the same API from a monolith and from microservices.',
) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title,
      version: '1.0.0',
      description,
    },
    paths: paths(operations),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });

function paths(operations: Readonly<Record<string, Operation>>): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, operation] of Object.entries(operations)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: described(name, operation) };
  }
  return paths;
}

function described(operationId: string, operation: Operation): ZodOpenApiOperationObject {
  return {
    operationId,
    summary: operation.summary,
    tags: [operation.owner],
    requestParams: {
      path: operation.params as z.ZodObject,
      ...(operation.query && { query: operation.query as z.ZodObject }),
      ...(operation.keyed && { header: keyHeader }),
    },
    ...(operation.body && {
      requestBody: { required: true, content: { 'application/json': { schema: operation.body } } },
    }),
    ...(operation.access !== 'anyone' && { security: [{ token: [operation.access] }] }),
    responses: {
      [operation.status]: {
        description: 'Done',
        ...(operation.status !== 204 && { content: { 'application/json': { schema: operation.reply } } }),
      },
      ...Object.fromEntries(errorsOf(operation).map((status) => [status, problem(status)])),
    },
  };
}

function errorsOf(operation: Operation): number[] {
  const statuses = new Set([400, 503, ...operation.errors]);
  if (operation.access !== 'anyone') statuses.add(401).add(403);
  if (operation.path.includes(':')) statuses.add(404);
  if (operation.body) statuses.add(413).add(415);
  if (operation.method !== 'get') statuses.add(504);
  if (operation.keyed) statuses.add(422);
  return [...statuses].sort();
}

const problem = (status: number) => ({
  description: REASONS[status] ?? 'Error',
  content: { 'application/json': { schema: errorReply } },
});
