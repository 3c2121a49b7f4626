import type { Schema } from '../code/values';
import { operationsIn } from '../contracts/operations';
import type { System, Topology } from '../reading/system';
import type { Item, Measure } from './measure';

/** The properties of a schema, and theirs in turn. */
function fieldsIn({ properties }: Schema): number {
  return Array.from(properties.values()).reduce(
    (sum, { value }) => sum + 1 + (value.kind === 'schema' ? fieldsIn(value) : 0),
    0,
  );
}

/** What processes send each other: the requests and replies of the internal operations that are called. */
function messagesIn({ edges }: Topology, { workspace }: System): (Item & { amount: number })[] {
  const called = new Set(edges.filter(({ kind }) => kind !== 'forward').map(({ operation }) => operation));
  return [...operationsIn(workspace).values()]
    .filter(({ name }) => called.has(name))
    .flatMap(({ name, params, query, body, reply, place }) =>
      Object.entries({ params, query, body, reply }).flatMap(([part, schema]) => {
        const amount = schema ? fieldsIn(schema) : 0;
        return amount > 0 ? [{ what: `${name}: ${part}`, place, amount }] : [];
      }),
    );
}

export const boundaryTypes: Measure = {
  name: 'boundary types',
  title: 'types that cross from process to process',
  of: (topology, system) => messagesIn(topology, system).map(({ what, place }) => ({ what, place })),
};

export const boundaryFields: Measure = {
  name: 'boundary fields',
  title: 'fields in these types',
  of: messagesIn,
};
