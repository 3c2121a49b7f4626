import { count, type Table } from '@jobly/lab/results';
import type { Finding, Findings } from '../finding';
import type { Break } from '../order/compatible';
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
  note: 'Steps are the deployments of what changes, one by one, each after the migration of its database, during which the old version runs. A state between them is sound if a client of the old version is answered everything as before, perhaps with further fields, or as the new version answers, and nothing with 5xx. Orders are those that only pass through sound states. States were tried with processes of both versions, with AUTH_MODE=jwks; those that no sound order can come to were not.',
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

/** The requests that break, each with the first state in which it does, and what is different in the end. */
function breakTables(ordered: readonly Ordered[]): Table[] {
  const broken = ordered.flatMap(({ feature, topology, order: { states } }) => {
    const kinds = Map.groupBy(
      states.filter((seen) => seen.broken),
      (seen) => JSON.stringify(seen.broken),
    );
    return [...kinds.values()].map((alike) => {
      const [first] = alike;
      return [feature, topology, ...cellsOf(first!.broken!), count(alike.length), stateInWords(first!)];
    });
  });
  const intended = ordered.flatMap(({ feature, topology, order }) =>
    order.intended.map((difference) => [feature, topology, ...cellsOf(difference)]),
  );
  return [
    ...tableOf(
      'broken',
      'What breaks for a client of the old version',
      [...HEAD, 'then', 'states', 'the first'],
      broken,
    ),
    ...tableOf('intended', 'What is different for it in the end', [...HEAD, 'afterwards'], intended),
  ];
}

const cellsOf = ({ request, at, before, here }: Break): string[] => [request, at, before, here];

function tableOf(name: string, title: string, head: string[], rows: string[][]): Table[] {
  const note =
    'The first difference in an answer. A state is named by what is deployed, and by the schemas that are migrated.';
  return rows.length === 0 ? [] : [{ name, title, note, head, rows }];
}

const statesTable = (ordered: readonly Ordered[]): Table => ({
  name: 'states',
  title: 'The states that were tried',
  note: '',
  head: ['feature', 'topology', 'deployed', 'sound', 'request', 'where', 'before', 'then'],
  rows: ordered.flatMap(({ feature, topology, order: { states } }) =>
    states.map((seen) => {
      const differences = seen.broken ? ['no', ...cellsOf(seen.broken)] : ['yes', '', '', '', ''];
      return [feature, topology, stateInWords(seen), ...differences];
    }),
  ),
  folded: true,
});

const stateInWords = ({ done }: Pick<Seen, 'done'>): string => [...done].join(', ');
