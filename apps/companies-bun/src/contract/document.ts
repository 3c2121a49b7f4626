import generated from '../generated/contract.json';

/** A JSON Schema, as far as this service looks into it; the rest is the validator's business. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  default?: unknown;
  [keyword: string]: unknown;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  allowEmptyValue?: boolean;
  schema: Schema;
}

/** An operation of an OpenAPI 3.1 document. */
interface Described {
  operationId: string;
  tags: string[];
  parameters?: Parameter[];
  security?: { token: [string] }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { content?: { 'application/json': { schema: Schema } } }>;
}

interface Document {
  paths: Record<string, Record<string, Described>>;
}

interface EventType {
  producer: string;
  consumer: string;
  payload: Schema;
}

/** All that is shared with the other services: documents, made from the contract when this app is built. */
const contract = generated as unknown as {
  public: Document;
  internal: Document;
  events: Record<string, EventType>;
  seededCompanies: { handle: string; name: string; form: string }[];
};

/** Who may call: `service` is a neighbour with a service token. */
export type Access = 'anyone' | 'admin' | 'service';

export interface Operation {
  id: string;
  method: string;
  /** As the documents write it: `/companies/{handle}`. */
  path: string;
  access: Access;
  owner: string;
  parameters: Parameter[];
  body: Schema | undefined;
  status: number;
  reply: Schema | undefined;
}

const jsonOf = (part: { content?: { 'application/json': { schema: Schema } } } | undefined) =>
  part?.content?.['application/json'].schema;

const operationsIn = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const [status, done] = Object.entries(described.responses).find(([code]) => code.startsWith('2'))!;
      return {
        id: described.operationId,
        method,
        path,
        access: (described.security?.[0]?.token[0] ?? 'anyone') as Access,
        owner: described.tags[0]!,
        parameters: described.parameters ?? [],
        body: jsonOf(described.requestBody),
        status: Number(status),
        reply: jsonOf(done),
      };
    }),
  );

const operations = [contract.public, contract.internal].flatMap(operationsIn);

/** What this service has to answer. */
export const ownOperations = operations.filter(({ owner }) => owner === 'companies');

/** An operation of the contract, anybody's. */
export function operationOf(id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`The contract has no operation ${id}`);
  return found;
}

/** The events that this service records, by topic. */
export const ownEvents = new Map(
  Object.entries(contract.events).filter(([, { producer }]) => producer === 'companies'),
);

export const allTopics = Object.keys(contract.events);

export const seededCompanies = contract.seededCompanies;
