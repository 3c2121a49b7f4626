import { asSentence, cellInWords, type Figures, type Table } from '@jobly/lab/results';
import { ALL, HALF_EVERYTHING, HALF_SERVICES, NONE, PRICE } from './price-table';
import { AGREEMENT, SLOPES } from './slopes-table';

/** Whether distance costs what the round trips let expect, and where it costs as much as the CPU. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const find = (name: string) => tables.find((table) => table.name === name);
  const told = [...slopesInWords(find(SLOPES)), ...priceInWords(find(PRICE))];
  return { verdict: told.length === 0 ? 'Nothing was observed.' : told.map(asSentence).join(' ') };
}

function slopesInWords(table: Table | undefined): string[] {
  if (!table) return [];
  const said = table.rows.map((row) => cellInWords(row[AGREEMENT]!));
  const agreeing = said.filter((one) => one === 'agrees').length;
  const unclear = said.filter((one) => one === 'too wide to tell').length;
  const others =
    unclear === 0 ? '' : ` (${unclear} ${unclear === 1 ? 'has an interval' : 'have intervals'} too wide to tell)`;
  return [
    `response times rise with the round-trip time by the round trips that a request makes in a row, in ${agreeing} of ${said.length} ${said.length === 1 ? 'case' : 'cases'}${others}`,
  ];
}

function priceInWords(table: Table | undefined): string[] {
  const row = table?.rows[table.keys?.indexOf(ALL) ?? -1]?.map(cellInWords);
  if (!row) return [];
  const [services, everything] = [row[HALF_SERVICES]!, row[HALF_EVERYTHING]!];
  if (services === NONE) return ['no detectable price of the microservices without distance'];
  const too = everything === NONE ? '' : `, and at ${everything} if databases are as far away as well`;
  return [
    `over ${row[0]}, half of what micro adds is distance at a round-trip time of ${services} between services${too}`,
  ];
}
