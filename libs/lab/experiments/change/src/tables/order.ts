import { count, type Table } from '@jobly/lab/results';
import type { Finding, Findings } from '../finding';
import type { DeploymentOrder } from '../order/deployment-order';
import { inWords } from '../order/in-words';
import type { Seen } from '../order/judge';
import { keyOf, ORDER } from './names';

type Ordered = Finding & { order: DeploymentOrder };

/** In which order each feature can be deployed, and what breaks otherwise; nothing if no states were started. */
export function orderTables({ byTopology }: Findings): Table[] {
  const ordered = byTopology.filter((finding): finding is Ordered => finding.order !== undefined);
  return ordered.length === 0 ? [] : [orderTable(ordered), ...breakTables(ordered), statesTable(ordered)];
}

const orderTable = (ordered: readonly Ordered[]): Table => ({
  name: ORDER,
  title: 'The order of deployment',
  note: 'Steps are the deployments of what changes, one by one, each after the migration of its database, during which the old version runs. A state between them is sound if a client of the old version is answered everything as before, perhaps with further fields, or as the new version answers, and nothing with 5xx. Orders are those that only pass through sound states. States were started from bundles of both versions, with AUTH_MODE=jwks; those that no sound order can come to were not.',
  head: ['feature', 'topology', 'steps', 'states', 'sound', 'orders', 'order'],
  rows: ordered.map(({ feature, topology, order: { steps, states, orders } }) => [
    ...[feature, topology],
    ...[steps.length, states.length, states.filter(({ broken }) => !broken).length].map(count),
    `${count(orders.sound)} of ${count(orders.possible)}`,
    inWords(orders),
  ]),
  keys: ordered.map(({ feature, topology }) => keyOf(feature, topology)),
});

const HEAD = ['feature', 'topology', 'request', 'where', 'before'];

/** The first request that breaks in each state, and what is different once everything is deployed. */
function breakTables(ordered: readonly Ordered[]): Table[] {
  const broken = ordered.flatMap(({ feature, topology, order: { states } }) =>
    states.flatMap(({ done, broken }) => {
      if (!broken) return [];
      const { request, at, before, here } = broken;
      return [[feature, topology, request, at, before, here, stateInWords({ done })]];
    }),
  );
  const intended = ordered.flatMap(({ feature, topology, order }) =>
    order.intended.map(({ request, at, before, here }) => [feature, topology, request, at, before, here]),
  );
  return [
    ...tableOf(
      'broken',
      'States that break a client of the old version',
      [...HEAD, 'in this state', 'deployed'],
      broken,
    ),
    ...tableOf(
      'intended',
      'What the features change for a client of the old version',
      [...HEAD, 'afterwards'],
      intended,
    ),
  ];
}

function tableOf(name: string, title: string, head: string[], rows: string[][]): Table[] {
  return rows.length === 0 ? [] : [{ name, title, note: 'The first difference of each answer.', head, rows }];
}

const statesTable = (ordered: readonly Ordered[]): Table => ({
  name: 'states',
  title: 'The states that were started',
  note: '',
  head: ['feature', 'topology', 'deployed', 'sound'],
  rows: ordered.flatMap(({ feature, topology, order: { states } }) =>
    states.map((seen) => [feature, topology, stateInWords(seen), seen.broken ? 'no' : 'yes']),
  ),
  folded: true,
});

const stateInWords = ({ done }: Pick<Seen, 'done'>): string => [...done].join(', ');
