import type { System, Topology } from '../reading/system';
import type { Reference } from '../schema';
import type { Item, Measure } from './measure';

/** The same in every topology. */
export const keyOf = ({ model, field }: Pick<Reference, 'model' | 'field'>) => `${model}.${field}`;

export const enforcedIn = ({ processes }: Topology): Reference[] =>
  processes.flatMap(({ tables }) => tables?.references ?? []);

/** The references that some topology enforces. In the others they are keys all the same. */
export const referencesIn = ({ topologies }: System): Reference[] => [
  ...new Map(topologies.flatMap(enforcedIn).map((reference) => [keyOf(reference), reference])).values(),
];

/** A reference that the databases of this topology do not enforce, with the place of its key there. */
export const conventionsIn = (topology: Topology, system: System): Reference[] => {
  const enforced = new Set(enforcedIn(topology).map(keyOf));
  return referencesIn(system).flatMap((reference) => {
    const place = topology.processes.map(({ tables }) => tables?.fields.get(keyOf(reference))).find(Boolean);
    return place && !enforced.has(keyOf(reference)) ? [{ ...reference, place }] : [];
  });
};

const itemOf = (reference: Reference): Item => ({
  what: `${keyOf(reference)} → ${reference.target}`,
  place: reference.place,
});

export const enforcedKeys: Measure = {
  name: 'foreign keys',
  title: 'references that a database enforces',
  of: (topology) => enforcedIn(topology).map(itemOf),
};

export const conventionalKeys: Measure = {
  name: 'keys by convention',
  title: 'references that are a convention',
  of: (topology, system) => conventionsIn(topology, system).map(itemOf),
};
