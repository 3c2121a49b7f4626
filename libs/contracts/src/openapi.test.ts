import { type Operation, openApiDocument, operations } from './index';

interface Described {
  operationId: string;
  tags: string[];
  summary: string;
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: { additionalProperties?: boolean } }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
  security?: Record<string, string[]>[];
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: object; securitySchemes: object };
}

// Through JSON, as clients see it.
const document = JSON.parse(JSON.stringify(openApiDocument(operations))) as Document;
const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ path, method, ...described })),
);
const entryOf = (name: keyof typeof operations) => entries.find(({ operationId }) => operationId === name)!;
const statusesOf = (name: keyof typeof operations) => Object.keys(entryOf(name).responses).map(Number);

/** Every `$ref` anywhere below. */
const references = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : references(inner)));

describe('the OpenAPI document', () => {
  it('is one of version 3.1, of this API', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info.title).toBe('Jobly');
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('names all 18 operations, each at its method and path, and no other', () => {
    const table = Object.entries<Operation>(operations).map(([operationId, { method, path }]) => ({
      operationId,
      method,
      path: path.replace(/:(\w+)/g, '{$1}'),
    }));
    const described = entries.map(({ operationId, method, path }) => ({ operationId, method, path }));
    expect(described).toHaveLength(18);
    expect(described).toEqual(expect.arrayContaining(table));
  });

  it('declares every parameter of a path as required', () => {
    for (const { path, parameters = [] } of entries) {
      const inTemplate = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
      const declared = parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inTemplate);
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  it('declares the filters of the lists, all of them optional', () => {
    const query = (name: keyof typeof operations) =>
      entryOf(name)
        .parameters!.filter((parameter) => parameter.in === 'query' && !parameter.required)
        .map(({ name }) => name);
    expect(query('listCompanies')).toEqual(['nameLike', 'name', 'minEmployees', 'maxEmployees', 'limit', 'offset']);
    expect(query('listJobs')).toEqual(['title', 'minSalary', 'hasEquity', 'limit', 'offset']);
  });

  it('says that numbers in a URL are numbers, and from where to where', () => {
    const schemaOf = (name: keyof typeof operations, parameter: string) =>
      entryOf(name).parameters!.find(({ name }) => name === parameter)!.schema;
    expect(schemaOf('getJob', 'id')).toMatchObject({ type: 'integer', minimum: 1, maximum: 2_147_483_647 });
    expect(schemaOf('listJobs', 'limit')).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 1_000,
      default: 1_000,
    });
  });

  it('offers an Idempotency-Key where something is created, logging in apart', () => {
    const offering = entries.filter(({ parameters = [] }) => parameters.some((parameter) => parameter.in === 'header'));
    expect(offering.map(({ operationId }) => operationId).sort()).toEqual(
      ['register', 'createUser', 'applyToJob', 'createCompany', 'createJob'].sort(),
    );
    for (const { parameters } of offering) {
      const header = parameters!.find((parameter) => parameter.in === 'header')!;
      expect(header).toMatchObject({ name: 'Idempotency-Key', schema: { minLength: 1, maxLength: 255 } });
      expect(header.required ?? false).toBe(false);
    }
  });

  it('takes a body where one is needed, of known fields only', () => {
    const withBody = entries.filter(({ requestBody }) => requestBody).map(({ operationId }) => operationId);
    expect(withBody.sort()).toEqual(
      [
        'logIn',
        'register',
        'createUser',
        'updateUser',
        'createCompany',
        'updateCompany',
        'createJob',
        'updateJob',
      ].sort(),
    );
    for (const { requestBody } of entries) {
      if (!requestBody) continue;
      expect(requestBody.required).toBe(true);
      expect(requestBody.content['application/json']!.schema.additionalProperties).toBe(false);
    }
  });

  it('wants a token exactly where one is needed, and says whose', () => {
    expect(Object.keys(document.components.securitySchemes)).toEqual(['token']);
    for (const { operationId, security } of entries) {
      const { access } = (operations as Record<string, Operation>)[operationId]!;
      expect(security).toEqual(access === 'anyone' ? undefined : [{ token: [access] }]);
    }
  });

  it('says how a token is sent', () => {
    const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };
    expect(document.components.securitySchemes).toEqual({ token: bearer });
  });

  it('groups the operations by what they are about, and sums each up', () => {
    const described = entries.map(({ operationId, tags, summary }) => ({ operationId, tags, summary }));
    const table = Object.entries<Operation>(operations).map(([operationId, { owner, summary }]) => ({
      operationId,
      tags: [owner],
      summary,
    }));
    expect(described).toEqual(expect.arrayContaining(table));
  });

  it('shows the shape of an error', () => {
    const message = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
    expect(document.components.schemas).toMatchObject({
      Error: {
        required: ['error'],
        properties: {
          error: { properties: { message, status: { type: 'integer' } }, required: ['message', 'status'] },
        },
      },
    });
    const reference = { $ref: '#/components/schemas/Error' };
    expect(entryOf('getJob').responses['404']!.content['application/json']!.schema).toEqual(reference);
  });

  it('describes every answer', () => {
    for (const { responses } of entries) {
      for (const { description, content } of Object.values(responses)) {
        expect(description).toMatch(/\w/);
        expect(content['application/json']!.schema).toBeDefined();
      }
    }
  });

  it('tells of the errors an operation can end in', () => {
    expect(statusesOf('logIn')).toEqual([200, 400, 401, 413, 415, 429, 503, 504]);
    expect(statusesOf('createCompany')).toEqual([201, 400, 401, 403, 409, 413, 415, 422, 503, 504]);
    expect(statusesOf('getJob')).toEqual([200, 400, 404, 503]);
    expect(statusesOf('applyToJob')).toEqual([200, 400, 401, 403, 404, 409, 422, 503, 504]);
  });

  it('refers to nothing that it does not contain', () => {
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(known).toContain('#/components/schemas/Error');
    expect(references(document).filter((reference) => !known.includes(reference))).toEqual([]);
  });
});
