import { constraintsOf } from '../reading/constraints';
import type { System, Topology } from '../reading/system';
import type { Measure } from './measure';

const constraintsIn = ({ processes }: Topology, { workspace }: System) =>
  processes.flatMap(({ part }) => constraintsOf(workspace, part.app));

export const constraints: Measure = {
  name: 'constraints',
  title: 'constraints of its databases',
  of: (topology, system) =>
    constraintsIn(topology, system).map(({ name, table, place }) => ({ what: `${table}: ${name}`, place })),
};

export const lostConstraints: Measure = {
  name: 'lost constraints',
  title: 'constraints that another topology has on the same tables, and this one lacks',
  of: (topology, system) => {
    const tables = new Set(topology.processes.flatMap(({ tables }) => tables?.names ?? []));
    const kept = new Set(constraintsIn(topology, system).map(({ name }) => name));
    const others = system.topologies.flatMap((other) => constraintsIn(other, system));
    const lost = new Map(others.map((one) => [one.name, one] as const).reverse());
    return [...lost.values()]
      .filter(({ name, table }) => tables.has(table) && !kept.has(name))
      .map(({ name, table, place }) => ({ what: `${table}: ${name}`, place }));
  },
};
