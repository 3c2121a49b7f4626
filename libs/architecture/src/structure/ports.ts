import { ownersIn } from '../contracts/operations';
import { type Port, portsOf } from '../reading/ports';
import type { System, Topology } from '../reading/system';
import type { Item, Measure } from './measure';

/** Whether some process has both modules. */
const isLocal = ({ processes }: Topology, { from, to }: Port) =>
  processes.some(({ modules }) => modules.includes(from) && modules.includes(to));

const portsIn = ({ workspace }: System): Port[] => ownersIn(workspace).flatMap((owner) => portsOf(workspace, owner));

const itemOf = ({ from, to, name, methods, place }: Port): Item => ({
  what: `${from} → ${to}: ${name} (${methods.join(', ')})`,
  place,
});

export const functionPorts: Measure = {
  name: 'function ports',
  title: 'ports between modules that are function calls',
  of: (topology, system) =>
    portsIn(system)
      .filter((port) => isLocal(topology, port))
      .map(itemOf),
};

export const networkPorts: Measure = {
  name: 'network ports',
  title: 'ports between modules that are network calls',
  of: (topology, system) =>
    portsIn(system)
      .filter((port) => !isLocal(topology, port))
      .map(itemOf),
};
