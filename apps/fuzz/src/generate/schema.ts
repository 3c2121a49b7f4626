import { openApiDocument, operations } from '@jobly/contracts';

/** The part of JSON Schema that the contract uses. */
export interface Schema {
  type?: string | string[];
  anyOf?: Schema[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** An operation as its description in OpenAPI has it, with the schemas of what may be sent. */
export interface DescribedOperation {
  name: string;
  method: string;
  /** With parameters in braces: `/users/{username}`. */
  path: string;
  query: Record<string, Schema>;
  /** undefined: it has no body. */
  body: Schema | undefined;
}

interface Described {
  operationId: string;
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every operation of the contract, from the document that clients get. */
export function describedOperations(): DescribedOperation[] {
  const { paths } = JSON.parse(JSON.stringify(openApiDocument(operations))) as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => ({
      name: operationId,
      method,
      path,
      query: Object.fromEntries(
        parameters.flatMap((one) => (one.in === 'query' ? [[one.name, one.schema] as const] : [])),
      ),
      body: requestBody?.content['application/json']?.schema,
    })),
  );
}
