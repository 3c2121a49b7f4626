import type { Schema } from '../code/values';
import type { Operation } from '../contracts/operations';
import type { Graph } from '../metrics/graph';
import type { InterfaceOperation } from '../metrics/interface';
import type { Topology } from './system';

/** The processes of a topology, by what they invoke of each other: questions, events and forwarded requests alike. */
export const servicesOf = ({ processes, edges }: Topology): Graph => ({
  nodes: processes.map(({ name }) => name),
  edges: edges.map(({ from, to }) => [from, to] as const),
});

/** For every other process that uses a process, the operations that it uses. */
export function usersOf({ edges }: Topology, service: string): Map<string, Set<string>> {
  const byClient = Map.groupBy(
    edges.filter(({ to }) => to === service),
    ({ from }) => from,
  );
  return new Map(Array.from(byClient, ([client, used]) => [client, new Set(used.map(({ operation }) => operation))]));
}

/** An operation by its types: the names of its schemas, or of what one without a name is made of. */
export const inTypes = ({ name, params, query, body, reply }: Operation): InterfaceOperation => ({
  name,
  takes: [...partsOf(params), ...(query ? [typeOf(query)] : []), ...(body?.name ? [body.name] : partsOf(body))],
  returns: reply && reply.name !== 'undefined' ? typeOf(reply) : null,
});

const partsOf = (schema: Schema | undefined): string[] =>
  Array.from(schema?.properties.values() ?? [], ({ value }) => (value.kind === 'schema' ? typeOf(value) : 'anything'));

/** `company`, or `{ company: company }` */
function typeOf({ name, properties }: Schema): string {
  const fields = Array.from(
    properties,
    ([key, { value }]) => `${key}: ${value.kind === 'schema' ? typeOf(value) : 'anything'}`,
  );
  return name ?? `{ ${fields.join(', ')} }`;
}
