import {
  criticalityOf,
  dataCohesion,
  dependenceOf,
  importanceOf,
  interfaceCount,
  inTypes,
  type ProcessCode,
  servicesOf,
  type System,
  type Topology,
  usageCohesion,
  usersOf,
} from '@jobly/architecture';
import { type Table, threeDigits } from '@jobly/lab/results';

const orNone = (value: number | null) => (value === null ? '–' : threeDigits(value));

/** The processes as services: how much they expose, who needs them, and how well their operations belong together. */
export const servicesTable = ({ topologies }: System): Table => ({
  name: 'services',
  title: 'The processes as services',
  note: 'Operations: weighted service interface count (Hirzalla et al. 2008). Importance, dependence, criticality: AIS, ADS and ACS = AIS × ADS (Rud, Schmietendorf, Dumke 2006), over calls, events and forwarded requests. Cohesion of data and of usage: SIDC and SIUC (Perepletchikov et al. 2007, 2009), from 0 to 1.',
  head: [
    'topology',
    'process',
    'operations',
    'importance',
    'dependence',
    'criticality',
    'data cohesion',
    'usage cohesion',
  ],
  rows: topologies.flatMap((topology) => topology.processes.map((process) => rowOf(topology, process))),
  keys: topologies.flatMap(({ name, processes }) => processes.map((process) => `${name} ${process.name}`)),
});

function rowOf(topology: Topology, { name, operations }: ProcessCode): string[] {
  const services = servicesOf(topology);
  const exposed = operations.map(inTypes);
  const counts = [
    interfaceCount(exposed),
    ...[importanceOf, dependenceOf, criticalityOf].map((of) => of(services, name)),
  ];
  const names = operations.map((operation) => operation.name);
  const cohesion = [dataCohesion(exposed), usageCohesion(names, usersOf(topology, name))];
  return [topology.name, name, ...counts.map(String), ...cohesion.map(orNone)];
}
