import { cellInWords, type Figures, type Table } from '@jobly/lab/results';
import { ALL, ORDER, SUITE, TOUCHED } from './tables/names';

/** What all features touch in each topology, whether the suite still passes, and how many orders of deployment there are. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const find = (name: string) => tables.find((table) => table.name === name);
  const touched = find(TOUCHED);
  if (!touched) return { verdict: 'Nothing was counted.' };
  const failing = check({ tables });
  const passing = find(SUITE) ? ['The conformance suite passes with them, in every topology.'] : [];
  const suite = failing.length > 0 ? failing : passing;
  return { verdict: [touchedInWords(touched), ...suite, ...orderInWords(find(ORDER))].join(' ') };
}

const listed = (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items);

const textsOf = (table: Table): string[][] => table.rows.map((row) => row.map(cellInWords));

function touchedInWords(table: Table): string {
  const rows = textsOf(table);
  const features = [...new Set(rows.map(([feature = '']) => feature))].filter((feature) => feature !== ALL);
  const [subject] = features.length === 1 ? features : [ALL];
  const each = rows
    .filter(([feature]) => feature === subject)
    .map(([, topology = '', files = '', lines = '', ...others]) => {
      const amounts = OTHERS.map((names, index) => amountOf(others[index] ?? '', names));
      return `in ${topology} ${listed([`${amountOf(files, ['file', 'files'])} (${lines} lines)`, ...amounts])}`;
    });
  const what = features.length === 1 ? `${subject} touches` : `${features.length} features touch, added up,`;
  return `${what} ${each.join('; ')}.`;
}

const OTHERS = [
  ['project', 'projects'],
  ['deployable', 'deployables'],
  ['database', 'databases'],
  ['migration', 'migrations'],
] as const;

const amountOf = (amount: string, [one, many]: readonly [string, string]) => `${amount} ${amount === '1' ? one : many}`;

/** A feature counts only if the suite passes with it. */
export function check({ tables }: Pick<Figures, 'tables'>): string[] {
  const table = tables.find(({ name }) => name === SUITE);
  const failing = table ? textsOf(table).filter(([, , , , failed]) => failed !== '0') : [];
  const places = failing.map(([feature = '', topology = '']) => `${feature} in ${topology}`);
  return places.length === 0 ? [] : [`The conformance suite fails after ${listed(places)}.`];
}

function orderInWords(table: Table | undefined): string[] {
  if (!table) return [];
  const rows = textsOf(table);
  const byTopology = Map.groupBy(rows, ([, topology]) => topology);
  if (rows.length === byTopology.size) {
    return [`The order of deployment: ${rows.map((row) => `in ${row[1] ?? ''} ${row.at(-1) ?? ''}`).join('; ')}.`];
  }
  const each = Array.from(byTopology, ([topology = '', rows]) => {
    const kinds = Map.groupBy(rows, ([, , , , , orders = '']) => kindOf(orders));
    const amounts = KINDS.flatMap((kind) => (kinds.has(kind) ? [`${kind} for ${kinds.get(kind)!.length}`] : []));
    return `in ${topology} ${listed(amounts)}`;
  });
  return [`Orders of deployment that break nothing on the way: ${each.join('; ')}.`];
}

const KINDS = ['all', 'some', 'none'] as const;

/** "2 of 6" */
function kindOf(orders: string): (typeof KINDS)[number] {
  const [sound, possible] = orders.split(' of ');
  if (sound === '0') return 'none';
  return sound === possible ? 'all' : 'some';
}
