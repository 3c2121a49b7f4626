import { cellInWords, type Figures, type Table } from '@jobly/lab/results';
import { ALL, ORDER, SUITE, TOUCHED } from './tables/names';

/** What all features touch in each topology, whether the suite still passes, and how many orders of deployment there are. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const find = (name: string) => tables.find((table) => table.name === name);
  const touched = find(TOUCHED);
  if (!touched) return { verdict: 'Nothing was counted.' };
  const failing = check({ tables });
  const passing = find(SUITE) ? ['The conformance suite passes after each, in every topology.'] : [];
  const suite = failing.length > 0 ? failing : passing;
  return { verdict: [touchedInWords(touched), ...suite, ...orderInWords(find(ORDER))].join(' ') };
}

const listed = (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items);

const textsOf = (table: Table): string[][] => table.rows.map((row) => row.map(cellInWords));

function touchedInWords(table: Table): string {
  const rows = textsOf(table);
  const totals = rows.filter(([feature]) => feature === ALL);
  const features = new Set(rows.map(([feature]) => feature)).size - 1;
  const each = totals.map(([, topology = '', ...cells]) => {
    const [files, lines, projects, deployables, databases, migrations] = cells;
    return `in ${topology} ${files} files (${lines} lines), ${projects} projects, ${deployables} deployables, ${databases} databases and ${migrations} migrations`;
  });
  return `${features === 1 ? 'One feature touches' : `${features} features touch, one by one and added up,`} ${each.join('; ')}.`;
}

/** A feature counts only if the suite passes with it. */
export function check({ tables }: Pick<Figures, 'tables'>): string[] {
  const table = tables.find(({ name }) => name === SUITE);
  const failing = table ? textsOf(table).filter(([, , , , failed]) => failed !== '0') : [];
  const places = failing.map(([feature = '', topology = '']) => `${feature} in ${topology}`);
  return places.length === 0 ? [] : [`The conformance suite fails after ${listed(places)}.`];
}

function orderInWords(table: Table | undefined): string[] {
  if (!table) return [];
  const byTopology = Map.groupBy(textsOf(table), ([, topology]) => topology);
  const each = Array.from(byTopology, ([topology = '', rows]) => {
    const kinds = Map.groupBy(rows, ([, , , , , orders = '']) => kindOf(orders));
    const amounts = KINDS.flatMap((kind) => (kinds.has(kind) ? [`${kinds.get(kind)!.length} ${kind}`] : []));
    return `${topology}: ${listed(amounts)}`;
  });
  return [`Without an interruption can be deployed, ${each.join('; ')}.`];
}

const KINDS = ['in any order', 'only in some orders', 'in no order'] as const;

/** "2 of 6" */
function kindOf(orders: string): (typeof KINDS)[number] {
  const [sound, possible] = orders.split(' of ');
  if (sound === '0') return 'in no order';
  return sound === possible ? 'in any order' : 'only in some orders';
}
